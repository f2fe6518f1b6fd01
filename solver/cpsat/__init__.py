"""The only package that loads OR-Tools, and only inside the functions that need it."""
