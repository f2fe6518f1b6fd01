"""The rules: the only place where running meets CP-SAT."""
