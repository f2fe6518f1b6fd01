"""Many independent jobs over any executor."""
