"""How much: exercises, sets, minutes."""
