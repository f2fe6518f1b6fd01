"""The content of pages as values, without I/O and without planning."""
