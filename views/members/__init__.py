"""The people of the house on screen: the list, and the pieces of a member's file."""
