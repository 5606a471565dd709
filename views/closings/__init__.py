"""The page of closings."""
