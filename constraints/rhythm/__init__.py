"""Habit: weekdays, spacing, thrift."""
