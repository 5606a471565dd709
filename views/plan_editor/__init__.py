"""The page on which a manager draws the plan of the days to come."""
