"""What the greeting shows while nobody stands there: how to scan, and what the camera sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from desk.language import translate
from views import icons, tokens
from views.parts import button, column, label, row

if TYPE_CHECKING:
    from views.camera import Camera

VIEWFINDER_HEIGHT = 182
_ICON = 34


def invite(body: QBoxLayout, camera: Camera | None, let_in_without_card: Callable[[], object]) -> None:
    """Fill `body` with the invitation, under the viewfinder of a camera that is live."""
    if camera is not None and camera.is_live:
        from views.viewfinder import Viewfinder

        body.addWidget(Viewfinder(camera, VIEWFINDER_HEIGHT))
    body.addStretch(1)
    body.addLayout(row(icon("qr-code", tokens.current().accent, _ICON), _words(let_in_without_card), gap=14))
    body.addStretch(1)


def icon(name: str, colour: str, size: int) -> QLabel:
    """A picture of `size` pixels that stands at the top of its line."""
    made = QLabel()
    made.setPixmap(icons.pixmap(name, colour, size))
    made.setFixedWidth(size)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    return made


def _words(let_in_without_card: Callable[[], object]) -> QWidget:
    box = QWidget()
    inner = column(box, gap=2)
    inner.addWidget(label(translate("Greeting", "Passez une carte"), "heading"))
    inner.addWidget(
        label(translate("Greeting", "Scanner, ou nom dans la barre de recherche (Ctrl K)."), "muted", wrap=True)
    )
    guest = translate("Greeting", "Invité·e, événement, essai (Ctrl G)")
    inner.addLayout(row(button(guest, let_in_without_card, kind="link"), 1))
    return box
