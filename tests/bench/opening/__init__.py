"""The two processes whose start is timed: the desk's, and an empty window's."""
