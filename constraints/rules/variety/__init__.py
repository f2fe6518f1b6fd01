"""Which exercises, where the rest leaves a choice."""
