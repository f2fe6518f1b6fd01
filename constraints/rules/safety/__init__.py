"""What stays out, and what protects."""
