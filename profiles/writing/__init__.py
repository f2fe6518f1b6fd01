"""TOML out, in one atomic step."""
