"""How far apart sessions and runs are."""
