"""What belongs together in a week and in a session."""
