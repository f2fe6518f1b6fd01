"""Renders pages for a terminal or as a picture."""
