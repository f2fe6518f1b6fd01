"""The runner's own demands."""
