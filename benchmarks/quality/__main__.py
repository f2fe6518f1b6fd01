"""Runs the command."""

from benchmarks.quality.command import main

if __name__ == "__main__":
    main(prog_name="python -m benchmarks.quality")
