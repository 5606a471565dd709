"""The live floor plan: one board, fed with `desk.plan.PlanNow` values."""

from views.plan.board import PlanBoard

__all__ = ["PlanBoard"]
