"""Small facts in a frame of their own, side by side where there is room."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLabel

from views import tokens
from views.parts import label, row


def chip(text: str, tone: str) -> QLabel:
    """A fact in a frame; `tone` is one of the style sheet's, empty for none."""
    made = label(text, "chip")
    made.setProperty("tone", tone)
    made.ensurePolished()
    return made


def lay_chips(body: QBoxLayout, chips: list[QLabel], room: int) -> None:
    """Side by side where two fit whole in `room` pixels, else one under the other."""
    left = list(chips)
    while left:
        line = [left.pop(0)]
        if left and line[0].sizeHint().width() + tokens.GAP + left[0].sizeHint().width() <= room:
            line.append(left.pop(0))
        body.addLayout(row(*line, 1))
