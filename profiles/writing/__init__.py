"""Writes TOML files atomically."""
