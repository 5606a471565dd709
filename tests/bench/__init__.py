"""How fast the desk is, against a floor measured in the same run: `python -m tests.bench`, called by `make bench`.

A floor is the least that any program of this kind pays (an empty window, a bare commit, a bare page). A measure and
its floor take turns, so that a machine that slows down slows both; medians and best times are reported together.
"""
