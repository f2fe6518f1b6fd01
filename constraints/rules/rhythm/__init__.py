"""Fixed weekdays, even spacing, few sessions."""
