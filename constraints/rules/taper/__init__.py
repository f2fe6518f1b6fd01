"""Before and after races."""
