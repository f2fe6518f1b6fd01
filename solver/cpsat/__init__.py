"""The only modules that load OR-Tools, inside the functions that need it."""
