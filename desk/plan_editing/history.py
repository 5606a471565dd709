"""What was drawn, step after step: undone and done again without end, as long as the editor is open."""

from __future__ import annotations

from desk.floorplan import FloorPlan

LONGEST = 300
"""Steps that are remembered; a plan shares with the one before all that did not change."""


class History:
    """The plan as it is, those it was before, and those that were undone."""

    def __init__(self, plan: FloorPlan) -> None:
        self._past: list[FloorPlan] = []
        self._undone: list[FloorPlan] = []
        self.plan = plan

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back and nothing was drawn since."""
        return bool(self._undone)

    def take(self, plan: FloorPlan) -> bool:
        """One more step; False for one that changes nothing, which is not remembered."""
        if plan == self.plan:
            return False
        self._past.append(self.plan)
        del self._past[:-LONGEST]
        self._undone.clear()
        self.plan = plan
        return True

    def undo(self) -> bool:
        """One step back; False when there is none."""
        if not self._past:
            return False
        self._undone.append(self.plan)
        self.plan = self._past.pop()
        return True

    def redo(self) -> bool:
        """One step forth again; False when there is none."""
        if not self._undone:
            return False
        self._past.append(self.plan)
        self.plan = self._undone.pop()
        return True
