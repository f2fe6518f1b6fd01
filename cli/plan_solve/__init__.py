"""The command plan-solve, one module for each of its modes."""
