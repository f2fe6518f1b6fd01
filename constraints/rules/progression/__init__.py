"""Which exercises and loads may follow which."""
