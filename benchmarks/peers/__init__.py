"""Other ways to plan the same seasons, which the benchmark compares with ours."""
