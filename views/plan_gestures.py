"""What a click or a key on the plan does: rent a free room, count the public of an event, seat the person just scanned,
or say what is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from desk.checkin import Verdict
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.plan import PlanNow, SpaceFact, SpaceNow, SpaceState
from desk.presence import PersonInside
from views.counter import Counter
from views.flows.panel import FlowPanel
from views.flows.rental import RentalPanel, RentalWish
from views.plan.board import PlanBoard
from views.status import Banner


class PlanGestures(QObject):
    """Connects the board to the use cases; `now` is the plan that is shown.

    `count_in` opens the count of the event that a space holds, and says whether it holds one.
    `quoted` carries the id of a quote that was made instead of a rental, `booking_opened` the booking that holds a
    space, `later_asked` a space to book for another hour.
    """

    quoted = Signal(str)
    booking_opened = Signal(str)
    later_asked = Signal(str)

    def __init__(
        self,
        desk: FrontDesk,
        board: PlanBoard,
        counter: Counter,
        banner: Banner,
        open_flow: Callable[[FlowPanel], None],
        count_in: Callable[[str], bool],
    ) -> None:
        super().__init__(board)
        self._desk = desk
        self._board = board
        self._counter = counter
        self._banner = banner
        self._open_flow = open_flow
        self._count_in = count_in
        self.now: PlanNow | None = None
        self._people: tuple[PersonInside, ...] = ()
        self._sought = ""
        board.space_activated.connect(self.space_clicked)
        board.seat_activated.connect(self.seat_clicked)

    def space(self, space_id: str) -> SpaceNow:
        """The space as it is shown, or the whole, which is on no drawing."""
        assert self.now is not None
        return next(space for space in (*self.now.spaces, *self.now.wholes) if space.id == space_id)

    def go_to(self, space_id: str) -> None:
        """Show a space and give it the keyboard; a whole, which cannot be shown, answers at once."""
        assert self.now is not None
        if any(whole.id == space_id for whole in self.now.wholes):
            self._answer(self.space(space_id))
            return
        self._board.show_floor(self.space(space_id).floor)
        self._board.highlight(space_id)
        self._board.view.go_to(space_id)
        self._board.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def point_at(self, visit_id: str) -> None:
        """Show the floor where a person is, and ring their seat: now, or as soon as they are on the list."""
        self._sought = visit_id
        self._ring()

    def unring(self) -> None:
        """Ring nobody."""
        self._sought = ""
        self._board.highlight(None)

    def show_people(self, people: tuple[PersonInside, ...]) -> None:
        """Know who is in."""
        self._people = people
        self._ring()

    def _ring(self) -> None:
        for person in self._people:
            if person.visit_id == self._sought:
                self._sought = ""
                if person.space_id and person.floor:  # the room may be gone from today's plan
                    self._board.show_floor(person.floor)
                    self._board.highlight(person.seat_id or person.space_id)

    def space_clicked(self, space_id: str) -> None:
        """A free room is rented, an event's public counted, a taken room says by whom.

        Unless someone was just greeted and may be going there.
        """
        space = self.space(space_id)
        visit_id = self._greeted()
        if visit_id and not space.seats:
            self._seat(visit_id, space_id, None)
        else:
            self._answer(space)

    def _answer(self, space: SpaceNow) -> None:
        """What there is to do with a space as it is now, or the words for it."""
        if space.rentable and space.state in (SpaceState.FREE, SpaceState.SOON):
            self.rent(space.id, None)
        elif space.state is SpaceState.EVENT and self._count_in(space.id):
            return
        elif space.booking_id and space.fact is not SpaceFact.SOON:
            self.booking_opened.emit(space.booking_id)
        else:
            pattern = translate("PlanGestures", "{space}\u00a0: {headline} · {detail}")
            self._banner.inform(pattern.format(space=space.name, headline=space.headline, detail=space.detail))

    def rent(self, space_id: str, wish: object) -> None:
        """Rent a space to whoever stands there; `wish` is a RentalWish when something is known already.

        Renting is for now; booking for later is one click away.
        """
        window = self._desk.rentals.window(space_id)
        if isinstance(window, Refused):
            self._banner.inform(window.sentence)
            return
        known = wish if isinstance(wish, RentalWish) else None
        panel = RentalPanel(self._desk, space_id, self.space(space_id).name, window, known)
        panel.quoted.connect(self.quoted)
        panel.care_asked.connect(self.booking_opened)
        panel.offer_instead(translate("PlanGestures", "Réserver plus tard"), partial(self.later_asked.emit, space_id))
        self._open_flow(panel)

    def seat_clicked(self, space_id: str, seat_id: str) -> None:
        """The person just greeted sits there; else the seat says whose it is."""
        visit_id = self._greeted()
        if visit_id:
            self._seat(visit_id, space_id, seat_id)
            return
        space = self.space(space_id)
        seat = next(seat for seat in space.seats if seat.id == seat_id)
        if seat.state is SpaceState.FREE:
            sentence = translate(
                "PlanGestures", "{space}, place {number}\u00a0: libre. Passez une carte, puis cliquez la place."
            )
        elif seat.who:
            sentence = translate("PlanGestures", "{space}, place {number}\u00a0: {who}.")
        else:
            sentence = translate("PlanGestures", "{space}, place {number}\u00a0: prise.")
        self._banner.inform(sentence.format(space=space.name, number=seat.number, who=seat.who))

    def _greeted(self) -> str:
        """The visit of the person who stands there, while their greeting is shown."""
        outcome = self._counter.greeting.outcome
        return outcome.visit_id if outcome is not None and outcome.verdict is Verdict.IN else ""

    def _seat(self, visit_id: str, space_id: str, seat_id: str | None) -> None:
        refused = self._desk.checkin.seat(visit_id, space_id, seat_id)
        if refused is not None:
            self._banner.inform(refused.sentence)
        else:
            self._board.highlight(seat_id or space_id)
