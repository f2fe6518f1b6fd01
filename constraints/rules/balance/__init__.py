"""What a week and a session have to combine."""
