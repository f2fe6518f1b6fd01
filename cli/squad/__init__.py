"""The athletes of a squad: who they are, what is known of their plans, and the summary."""
