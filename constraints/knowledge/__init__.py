"""What the guides say, as data: doctrines, facts, sample weeks and notes."""
