"""The states of a print job, for the views."""

from models.printing import JobState

__all__ = ["JobState"]
