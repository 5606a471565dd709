"""The public of an event: how many are there whom nobody scans, one key a person, or the number typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk.crowds import CrowdEnded, EventCrowd
from desk.errors import Refused
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.flows.panel import FlowPanel
from views.parts import Choices, button, column, label, named, row, scaled
from views.plan.guard import guarded

_MORE = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_FEWER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class CrowdPanel(FlowPanel):
    """One step. `+` and `−` count at once, a number typed is noted by Enter; today’s other events are a click away.

    `booking_asked` carries the booking of the event that is shown.
    """

    booking_asked = Signal(str)

    def __init__(self, desk: FrontDesk, booking_id: str) -> None:
        super().__init__(translate("CrowdPanel", "Compter le public"), ())
        self._desk = desk
        self._events: dict[str, EventCrowd] = {}
        self._left: CrowdEnded | None = None
        self._shown = booking_id
        page = QWidget()
        body = column(page, gap=12)
        self._choices = column(gap=0)
        body.addLayout(self._choices)
        self._title = label("", "heading", wrap=True)
        self._where = label("", "muted", wrap=True)
        body.addWidget(self._title)
        body.addWidget(self._where)
        body.addLayout(self._counter())
        self._expected = label("", "", wrap=True)
        self._over = label("", "refusal", wrap=True)
        self._end = button(translate("CrowdPanel", "Tout le monde est parti"), self._everyone_left)
        self._back = button(translate("CrowdPanel", "Annuler ce départ"), self._take_back, kind="link")
        self._itself = label("", "muted", wrap=True)
        for widget in (self._expected, self._over, self._end, self._back, self._itself):
            body.addWidget(widget)
        self.booking_button = button(translate("CrowdPanel", "Voir la réservation"), self._ask_booking, kind="link")
        body.addLayout(row(self.booking_button, 1))
        body.addStretch(1)
        self.add_page(page)
        self.show_step(0)

    def _counter(self) -> QVBoxLayout:
        fewer, more = button("−", self._one_fewer), button("+", self._one_more)
        fewer.setAccessibleName(translate("CrowdPanel", "Une personne de moins"))
        more.setAccessibleName(translate("CrowdPanel", "Une personne de plus"))
        for made in (fewer, more):
            made.setFixedSize(scaled(56), scaled(56))
            made.setProperty("kind", "small")
        self.number = _Number(self)
        self.number.textEdited.connect(self._edited)
        both = column(gap=4)
        both.addLayout(row(1, named(self.number), 1))
        both.addLayout(row(1, fewer, self.number, more, 1, gap=12))
        return both

    def entered(self, index: int) -> None:
        """Read the events of today and show the one asked for."""
        del index
        self.show_event(self._shown)
        self.focus_on(self.number)

    def show_event(self, booking_id: str) -> None:
        """Count the public of this event; the others of today stay one click away."""
        self._left = None if booking_id != self._shown else self._left
        self._shown = booking_id
        self.refuse(None)
        self.reload()
        self.number.selectAll()

    def reload(self) -> None:
        """Show the counts as they are now; a number being typed stays."""
        events = self._desk.crowds.of_today()
        typing = self._typed() is not None
        if tuple(self._events) != tuple(event.booking_id for event in events):
            self._offer(events)
        self._events = {event.booking_id: event for event in events}
        event = self._events.get(self._shown)
        if event is None:
            self._say_over()
            return
        self._title.setText(event.title)
        where = translate("CrowdPanel", "{space} · de {start} à {end}")
        start, end = time_text(event.starts_at), time_text(event.ends_at)
        self._where.setText(where.format(space=event.space, start=start, end=end))
        if not typing:
            self._show_number(event.people)
        self._tell(event)
        self._edited()

    def _ask_booking(self) -> None:
        self.booking_asked.emit(self._shown)

    def go_on(self) -> None:
        """Note the number typed, if there is one, and go back to the plan."""
        typed = self._typed()
        if typed is not None and not self._answered(self._desk.crowds.count(self._shown, typed)):
            return
        if typed is None and self._is_wrong():
            self.refuse(Refused("number", translate("CrowdPanel", "Écrivez un nombre de personnes, par exemple 22.")))
            return
        self.closed.emit()

    def step_by(self, step: int) -> None:
        """Some more or fewer, at once; on top of a number that was typed and not noted yet."""
        typed = self._typed()
        if typed is None:
            self._answered(self._desk.crowds.add(self._shown, step))
        else:
            self._answered(self._desk.crowds.count(self._shown, typed + step))

    # --- what it shows ---------------------------------------------------------------------------------------

    def _offer(self, events: tuple[EventCrowd, ...]) -> None:
        """The events of today, when there is more than one to choose from."""
        while (item := self._choices.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if len(events) > 1:
            pattern = translate("CrowdPanel", "{start} {title}")
            named = [(e.booking_id, pattern.format(start=time_text(e.starts_at), title=e.title)) for e in events]
            choices = Choices(named, translate("CrowdPanel", "Les moments collectifs d’aujourd’hui"), columns=1)
            if self._shown in (e.booking_id for e in events):
                choices.choose(self._shown)
            choices.chosen.connect(self._chosen)
            self._choices.addWidget(choices)

    def _tell(self, event: EventCrowd) -> None:
        expected = translate("CrowdPanel", "{expected} personnes attendues").format(expected=event.expected)
        if event.peak:
            expected = translate("CrowdPanel", "{expected} personnes attendues · {peak} au plus fort").format(
                expected=event.expected, peak=event.peak
            )
        self._expected.setText(expected)
        self._expected.setVisible(bool(event.expected))
        presence = self._desk.presence.now()
        over = presence.count - presence.limit
        words = translate("CrowdPanel", "La maison compte {count} personnes\u00a0: {over} de plus que sa limite.")
        self._over.setText(words.format(count=presence.count, over=over))
        self._over.setVisible(over > 0)
        itself = translate(
            "CrowdPanel",
            "Membres et visiteurs qui passent une carte sont comptés à part. Ce compte s’arrête de lui-même à {hour}.",
        )
        self._itself.setText(itself.format(hour=time_text(event.ends_by_itself)))
        self._end.setVisible(event.is_counted and event.people > 0)
        self._back.setVisible(self._left is not None)

    def _say_over(self) -> None:
        """The event shown is over, or was cancelled meanwhile."""
        over = Refused("over", translate("CrowdPanel", "Ce moment collectif est fini\u00a0: rien à compter."))
        self.refuse(self._desk.crowds.objection(self._shown) or over)
        self._end.hide()
        self._over.hide()
        self.name_go(translate("CrowdPanel", "Terminé"))

    def _edited(self, _text: str = "") -> None:
        typed = self._typed()
        if typed is None:
            self.name_go(translate("CrowdPanel", "Terminé"))
        elif typed == 1:
            self.name_go(translate("CrowdPanel", "Noter 1 personne"))
        else:
            self.name_go(translate("CrowdPanel", "Noter {people} personnes").format(people=typed))

    def _typed(self) -> int | None:
        """The number typed and not noted yet."""
        event, text = self._events.get(self._shown), self.number.text().strip()
        # Nine digits are absurd enough to be refused as such, and never too long to be read.
        if event is None or not text.isascii() or not text.isdigit() or int(text[:9]) == event.people:
            return None
        return int(text[:9])

    def _is_wrong(self) -> bool:
        text = self.number.text().strip()
        return not text.isascii() or not text.isdigit()

    # --- acting ----------------------------------------------------------------------------------------------

    def take_key(self, key: int) -> bool:
        """One key, one person, wherever the focus is in the panel; False for another key."""
        if key in _MORE:
            self.step_by(1)
        elif key in _FEWER:
            self.step_by(-1)
        else:
            return False
        return True

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """`+` and `−` count; Enter goes on, Esc goes back."""
        if not self.take_key(event.key()):
            super().keyPressEvent(event)

    def _one_more(self) -> None:
        self.step_by(1)

    def _one_fewer(self) -> None:
        self.step_by(-1)

    def _chosen(self, booking_id: object) -> None:
        self.number.clear()
        self.show_event(str(booking_id))
        self.number.setFocus()

    def _answered(self, answer: EventCrowd | Refused) -> bool:
        if isinstance(answer, Refused):
            self.refuse(answer)
            return False
        self._left = None
        self.refuse(None)
        self._show_number(answer.people)
        self.reload()
        return True

    def _show_number(self, people: int) -> None:
        """The number as it is known, ready to be typed over."""
        if self.number.text() != str(people):
            self.number.setText(str(people))
            self.number.selectAll()

    def _everyone_left(self) -> None:
        answer = self._desk.crowds.end(self._shown)
        if isinstance(answer, Refused):
            self.refuse(answer)
            return
        self._left = answer
        self._show_number(0)
        self.reload()
        self.number.setFocus()

    def _take_back(self) -> None:
        if self._left is not None:
            self._answered(self._desk.crowds.count(self._shown, self._left.people))
            self.number.setFocus()


class _Number(QLineEdit):
    """The count, large; `+` and `−` count instead of being written."""

    def __init__(self, panel: CrowdPanel) -> None:
        super().__init__()
        self._panel = panel
        self.setProperty("role", "pin")
        self.setMaxLength(9)
        self.setFixedSize(scaled(110), scaled(56))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(translate("CrowdPanel", "Combien de personnes sont là"))

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The panel's keys come before what can be written."""
        if not self._panel.take_key(event.key()):
            super().keyPressEvent(event)
