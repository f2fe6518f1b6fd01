"""Runs many independent jobs on any executor."""
