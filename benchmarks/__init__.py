"""Benchmarks of speed and plan quality. Run from a checkout; not installed."""
