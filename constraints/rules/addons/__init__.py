"""Short sessions besides strength: mobility, prehab, tests and ten-minute micro-sessions."""
