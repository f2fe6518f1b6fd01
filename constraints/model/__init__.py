"""What is decided, and the questions that rules ask about it."""
