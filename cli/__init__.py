"""The surface: one module a command, and renderers without I/O."""
