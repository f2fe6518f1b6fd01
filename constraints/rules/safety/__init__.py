"""Which exercises are left out, and which protect from injury."""
