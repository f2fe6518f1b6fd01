"""A plan, its audit and its rules, shown to a person: renderers do no input and no output."""
