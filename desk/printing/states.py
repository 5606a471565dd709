"""The states of a print job and the kinds of printers, for the views."""

from models.printing import JobState, PrinterKind

__all__ = ["JobState", "PrinterKind"]
