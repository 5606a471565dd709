"""The words of printing that the views share: states of a job, kinds of printers, what they are for."""

from models.printing import JobState, PrinterKind, Purpose

__all__ = ["DRAWER", "JobState", "PrinterKind", "Purpose"]

DRAWER = "drawer"
"""The kind of a job that only opens the cash drawer: now or never, for a drawer that opens later opens for anyone."""
