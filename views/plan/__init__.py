"""The live floor plan: one board, fed with `desk.plan.PlanNow` values."""
