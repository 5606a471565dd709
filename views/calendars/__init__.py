"""The page that imports a calendar, in three steps."""
