"""The settings of the house, in rooms."""
