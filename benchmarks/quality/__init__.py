"""What a coach would sign: measures that are counted in plan files, and share no code with the planner."""
