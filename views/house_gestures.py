"""What concerns who is in: the public of events counted, and the end of the day."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk.bus import Topic
from desk.errors import Refused
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.counter import Counter
from views.flows.crowd import CrowdPanel
from views.flows.departures import DeparturesPanel
from views.flows.panel import FlowPanel
from views.status import Banner


class HouseGestures(QObject):
    """Opens the panels and passes on the acts; nothing opens while nobody holds the desk.

    `leave` when the desk may be locked: those who forgot to check out have been asked about. `booking_asked` carries
    the booking of an event; `training_asked` goes to the house to practise in, and back.
    """

    leave = Signal()
    booking_asked = Signal(str)
    training_asked = Signal()

    def __init__(
        self, desk: FrontDesk, counter: Counter, banner: Banner, open_flow: Callable[[FlowPanel], None]
    ) -> None:
        super().__init__(counter)
        self._desk = desk
        self._counter = counter
        self._banner = banner
        self._open_flow = open_flow
        counter.today.crowd_asked.connect(self.open_crowd)
        counter.today.crowd_step.connect(self._step)
        counter.presence.crowd_asked.connect(self.open_crowd)

    def acts(self) -> dict[str, Callable[[], None]]:
        """What the commands about who is in do, by their codes."""
        return {"crowd": self.open_crowds, "departures": self.open_departures, "training": self.training_asked.emit}

    # --- the public of events --------------------------------------------------------------------------------

    def open_crowds(self) -> None:
        """Count the public of the event under way, else of the next one today."""
        if not self._desk.staff.holder.id:
            return
        events = self._desk.crowds.of_today()
        if events:
            self.open_crowd(events[0].booking_id)
        else:
            self._banner.inform(translate("HouseGestures", "Aucun moment collectif à compter aujourd’hui."))

    def open_crowd(self, booking_id: str) -> None:
        """Count the public of this event."""
        panel = CrowdPanel(self._desk, booking_id)
        panel.booking_asked.connect(self.booking_asked)
        self._open_flow(panel)
        shown = self._counter.flow
        if isinstance(shown, CrowdPanel):
            # The panel may have been waiting, with another event.
            shown.show_event(booking_id)

    def open_crowd_in(self, space_id: str) -> bool:
        """Count the public of the event that this space holds; False when it holds none."""
        event = next((e for e in self._desk.crowds.of_today() if e.space_id == space_id), None)
        if event is not None:
            self.open_crowd(event.booking_id)
        return event is not None

    def end_due(self) -> None:
        """A minute has gone by: the crowds whose event is long over are no longer counted, and it is said."""
        for crowd in self._desk.crowds.end_due():
            sentence = _cancelled_words(crowd.people) if crowd.is_cancelled else _over_words(crowd.people)
            self._banner.inform(sentence.format(title=crowd.title, people=crowd.people, hour=time_text(crowd.at)))

    def _step(self, booking_id: str, step: int) -> None:
        answer = self._desk.crowds.add(booking_id, step)
        if isinstance(answer, Refused):
            self._banner.inform(answer.sentence)
        elif answer.over:
            words = translate("HouseGestures", "C’est noté, et la maison dépasse sa limite de sécurité de {over}.")
            self._banner.inform(words.format(over=answer.over))

    # --- the end of the day ----------------------------------------------------------------------------------

    def open_departures(self) -> None:
        """Who is still there?"""
        if self._desk.staff.holder.id:
            self._open_flow(DeparturesPanel(self._desk))

    def asks_before_leaving(self) -> bool:
        """Whether the person who locks after closing hour is first asked who is still there; once, never twice."""
        if isinstance(self._counter.flow, DeparturesPanel) or not self._desk.departures.is_closing_time():
            return False
        panel = DeparturesPanel(self._desk, then=translate("HouseGestures", "Verrouiller"))
        panel.finished.connect(self.leave)
        self._open_flow(panel)
        return True

    def ask_with_handover(self) -> None:
        """The word for the next person waits under the panel, when the desk is handed over after closing hour."""
        if self._desk.departures.is_closing_time():
            self.open_departures()

    def close_departures(self) -> None:
        """Nobody holds the desk any more: the question is asked anew by the next opening."""
        if isinstance(self._counter.flow, DeparturesPanel):
            self._counter.close_flow()

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Read again what the panels show."""
        flow = self._counter.flow
        if topics & {Topic.VISITS, Topic.BOOKINGS} and isinstance(flow, CrowdPanel | DeparturesPanel):
            flow.reload()


def _over_words(people: int) -> str:
    if people == 1:
        return translate(
            "HouseGestures", "{title} est fini\u00a0: la dernière personne n’est plus comptée depuis {hour}."
        )
    return translate(
        "HouseGestures", "{title} est fini\u00a0: ses {people} personnes ne sont plus comptées depuis {hour}."
    )


def _cancelled_words(people: int) -> str:
    if people == 1:
        return translate(
            "HouseGestures", "{title} est annulé\u00a0: la dernière personne n’est plus comptée depuis {hour}."
        )
    return translate(
        "HouseGestures", "{title} est annulé\u00a0: ses {people} personnes ne sont plus comptées depuis {hour}."
    )
