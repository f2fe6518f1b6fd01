"""Every rule, one a file, by family."""
