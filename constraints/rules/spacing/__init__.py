"""What keeps its distance from what."""
