"""What is measured, how long it takes, and against what. Run from a checkout; no part of what is installed."""
