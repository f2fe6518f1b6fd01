"""TOML in: files in layers, and errors that name file, line and key."""
