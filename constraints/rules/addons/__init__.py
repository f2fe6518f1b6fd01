"""Short things beside the sessions: mobility, prehab, tests, ten-minute habits."""
