"""What the facilitator sees: the window, the plan, the panels."""
