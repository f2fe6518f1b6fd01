"""Reads TOML files in layers; errors name file, line and key."""
