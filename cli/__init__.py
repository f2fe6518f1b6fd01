"""The commands, one module or folder each, and the pages that they show."""
