"""Which exercises are preferred where the other rules leave a choice."""
