"""The top line: the house, the box, the head-count, what is safe, the time, and who holds the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QMenu, QProgressBar, QWidget

from desk.finder import Found
from desk.formats import day as day_text
from desk.formats import time as time_text
from desk.language import translate
from desk.presence import Presence
from views.omnibox import Action, Omnibox
from views.parts import button, column, label, row, scaled, set_property
from views.plan.guard import guarded

HEIGHT = 56
GAP = 10
BOX_WIDTH = 410
NARROW_BOX_WIDTH = 250


class Header(QFrame):
    """The header; `omnibox` and `menu` are the window's to connect."""

    def __init__(
        self, house: str, find: Callable[[str], tuple[Found, ...]], actions: tuple[Action, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(scaled(HEIGHT))
        self._step = 0
        self._logo, self._house = label("", "logo"), label("", "brand")
        self._logo.setFixedSize(scaled(28), scaled(28))
        self._logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_house(house)
        self.omnibox = Omnibox(find, actions, parent)
        self.omnibox.setMinimumWidth(scaled(BOX_WIDTH))
        self.omnibox.setMaximumWidth(scaled(560))
        self._count = label("", "count")
        self._limit = label("", "muted")
        self._meter = QProgressBar()
        self._meter.setTextVisible(False)
        self._meter.setFixedWidth(150)
        meter = column(gap=2)
        meter.addStretch(1)
        meter.addLayout(row(1, self._count, self._limit, 1, gap=5))
        meter.addWidget(self._meter)
        meter.addStretch(1)
        self._safe_words = (
            translate("Header", "●  Local · tout est enregistré"),
            translate("Header", "●  Enregistré"),
        )
        self._safe = label(self._safe_words[0], "chip")
        self._safe.setToolTip(self._safe_words[0])
        self._safe.setProperty("tone", "success")
        self._clock = label("", "clock")
        self._date = label("", "muted")
        self.operator = button("", kind="person")
        self.operator.setAccessibleName(translate("Header", "Qui tient l’accueil, et les réglages de l’écran"))
        self.menu = QMenu(self.operator)
        self.operator.setMenu(self.menu)
        line = row(self._logo, self._house, gap=GAP)
        line.setContentsMargins(16, 0, 16, 0)
        line.addSpacing(16)
        line.addWidget(self.omnibox, 3)
        line.addStretch(1)
        line.addLayout(meter)
        line.addSpacing(14)
        line.addWidget(self._safe, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        line.addWidget(self._clock)
        line.addWidget(self._date)
        line.addSpacing(6)
        line.addWidget(self.operator)
        self.setLayout(line)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """After each change of width or of words, see what has room."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return done

    def _make_room(self) -> None:
        """Give way from the least needed: the date, then the long words, then the width of the box."""
        layout = self.layout()
        if layout is None:
            return
        rest = layout.minimumSize().width() - self._giving_way(self._step)
        step = next((s for s in range(3) if rest + self._giving_way(s) <= self.width()), 3)
        if step == self._step:
            return
        self._step = step
        self._date.setVisible(step < 1)
        self._safe.setText(self._safe_words[step >= 2])
        self.omnibox.show_hint(short=step >= 3)
        self.omnibox.setMinimumWidth(self._box_width(step))

    def _giving_way(self, step: int) -> int:
        """The width of what may give way, at a step."""
        date = self._date.sizeHint().width() + GAP if step < 1 else 0
        return date + self._safe.fontMetrics().horizontalAdvance(self._safe_words[step >= 2]) + self._box_width(step)

    def _box_width(self, step: int) -> int:
        return scaled(BOX_WIDTH if step < 3 else NARROW_BOX_WIDTH)

    def show_house(self, name: str) -> None:
        """Show the name of the house, and its first letter."""
        self._logo.setText(name[:1].upper())
        self._house.setText(name)

    def show_presence(self, presence: Presence) -> None:
        """Show the head-count against the safety limit; near it the bar changes colour and the text says so."""
        self._count.setText(str(presence.count))
        self._limit.setText(translate("Header", "/ {limit} présents").format(limit=presence.limit))
        self._meter.setRange(0, max(presence.limit, 1))
        self._meter.setValue(min(presence.count, presence.limit))
        pattern = translate("Header", "{count} présents sur {limit}")
        self._meter.setAccessibleName(pattern.format(count=presence.count, limit=presence.limit))
        set_property(self._meter, "tone", "soon" if presence.is_near_limit else "")

    def show_time(self, now: datetime) -> None:
        """Show the hour and the day."""
        self._clock.setText(time_text(now))
        self._date.setText(day_text(now.date()))

    def show_operator(self, name: str) -> None:
        """Show who holds the desk."""
        self.operator.setText(name)
        self.operator.setVisible(bool(name))
