"""Sets, reps, seconds, warm-up and cooldown of what was chosen."""
