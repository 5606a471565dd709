"""The states of a print job and the kinds of printers, for the views; and the job that prints nothing."""

from models.printing import JobState, PrinterKind

__all__ = ["DRAWER", "JobState", "PrinterKind"]

DRAWER = "drawer"
"""The kind of a job that only opens the cash drawer: now or never, for a drawer that opens later opens for anyone."""
