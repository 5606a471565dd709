"""Where the parts of the window stand (UX.md's drawing)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from views.parts import column, row


def lay_out(
    work: QWidget, header: QWidget, rail: QWidget, stage: QWidget, banner: QWidget, counter: QWidget, status: QWidget
) -> None:
    """Header above, rail on the left, stage with its banner in the middle, counter on the right, status below."""
    centre = column(gap=10)
    centre.addWidget(stage, 1)
    centre.addWidget(banner)
    middle = row(centre, counter, gap=16)
    middle.setStretch(0, 1)
    middle.setContentsMargins(16, 12, 16, 12)
    whole = column(work, gap=0)
    whole.addWidget(header)
    line = row(rail, middle, gap=0)
    line.setStretch(1, 1)
    whole.addLayout(line, 1)
    whole.addWidget(status)
