"""The plan of each day, and the plan that a manager draws for the days to come."""
