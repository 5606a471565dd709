"""The copies of the desk's memory, in the window."""
