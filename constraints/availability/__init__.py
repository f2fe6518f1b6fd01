"""Days, minutes, places, equipment."""
