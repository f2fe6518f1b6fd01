"""The athletes of a squad, the state of their plans, and the summary."""
