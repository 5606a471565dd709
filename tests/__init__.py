"""The tests of the desk: `models`, `desk` and `views` mirrored, and whole days in `e2e`."""
