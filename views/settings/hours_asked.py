"""Changing hours from a screen: what the change would leave outside is listed, and asked about, before it is made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget

from desk.bookings import BookingListed
from desk.errors import Refused
from desk.formats import day_time
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.settings import HoursChange, HoursChanged, LeftOutside
from views.parts import button, column, label, row, scaled, set_property
from views.settings.section import ChangingSection

_LINE = 28
_MOST_LINES = 4


class OutsidePanel(QFrame):
    """The bookings that would be left outside. `agreed` makes the change all the same, `given_up` does not."""

    agreed = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        body = column(self, air=14, gap=8)
        self._sentence = label("", "refusal", wrap=True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(translate("OutsidePanel", "Réservations hors des heures"))
        stays = translate(
            "OutsidePanel", "Elles restent telles quelles\u00a0: prévenez ces personnes, ou déplacez-les."
        )
        self.agree_button = button("", self.agreed.emit)
        set_property(self.agree_button, "kind", "danger")
        self.give_up_button = button(translate("OutsidePanel", "Ne rien changer"), self.given_up.emit, kind="link")
        body.addWidget(self._sentence)
        body.addWidget(self.list)
        body.addWidget(label(stays, "muted", wrap=True))
        body.addLayout(row(self.agree_button, 1))
        body.addLayout(row(self.give_up_button, 1))
        self.hide()

    def show_left(self, left: LeftOutside) -> None:
        """Show how many, and each of them."""
        self._sentence.setText(left.sentence)
        self.list.clear()
        for booking in left.bookings:
            self.list.addItem(_words(booking))
        # As high as it needs while there is room; in a low window with large text it scrolls sooner.
        self.list.setMinimumHeight(scaled(_LINE) + 8)
        self.list.setMaximumHeight(scaled(_LINE) * min(len(left.bookings), _MOST_LINES) + 8)
        many = translate("OutsidePanel", "Changer, {count} réservations restent dehors")
        one = translate("OutsidePanel", "Changer, cette réservation reste dehors")
        self.agree_button.setText(one if len(left.bookings) == 1 else many.format(count=len(left.bookings)))
        self.show()
        self.give_up_button.setFocus()


def _words(booking: BookingListed) -> str:
    pattern = translate("OutsidePanel", "{start} → {end} · {space} · {title}")
    title = booking.who or booking.title
    return pattern.format(
        start=day_time(booking.starts_at), end=time_text(booking.ends_at), space=booking.space, title=title
    )


class HoursAsker(ChangingSection):
    """A room whose changes go through the question; it takes the place of the button that asked it."""

    def __init__(self, desk: FrontDesk, title: str, why: str) -> None:
        super().__init__(desk, title, why)
        self.outside = OutsidePanel()
        self.outside.agreed.connect(self._agreed)
        self.outside.given_up.connect(self._given_up)
        self._asked: tuple[HoursChange, str, LeftOutside] | None = None

    def ask(self, change: HoursChange, done: str) -> Refused | None:
        """Make a change and say `done`; or ask first, or answer why not."""
        return self._apply(change, done, frozenset())

    def take_back(self, back: object) -> Refused | None:
        """The same road back, question included."""
        assert isinstance(back, HoursChange)
        return self._apply(back, translate("HoursAsker", "C’est comme avant."), frozenset())

    def hush(self) -> None:
        """Say and ask nothing any more."""
        super().hush()
        self.outside.hide()
        self.scrolled.show()
        self.show_buttons(True)
        self._asked = None

    def show_buttons(self, shown: bool) -> None:
        """Show what makes the change, or leave its place to the question."""
        raise NotImplementedError

    def _apply(self, change: HoursChange, done: str, accepted: frozenset[str]) -> Refused | None:
        answer = self.desk.settings.hours.apply(change, accepted)
        self.hush()
        if isinstance(answer, Refused):
            return answer
        if isinstance(answer, LeftOutside):
            self._asked = (change, done, answer)
            # Alone, so that a low window holds the whole question.
            self.scrolled.hide()
            self.outside.show_left(answer)
            self.show_buttons(False)
            return None
        assert isinstance(answer, HoursChanged)
        self.reload()
        self.tell(done, answer.back)
        return None

    def _agreed(self) -> None:
        if self._asked is None:
            return
        change, done, left = self._asked
        refused = self._apply(change, done, left.ids)
        if refused is not None:
            self.refuse(refused)

    def _given_up(self) -> None:
        self.hush()
        self.first.setFocus()
