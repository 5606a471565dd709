"""What comes from outside, thrown at the desk by the million: `python -m tests.fuzz --seconds 60`."""
