"""What a page says, as values: no input, no output, no planning."""
