"""What happens at the door in the window: the answer of a scan, its remedies, guests, and a manager's word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desk.errors import Refused, Remedy
from desk.frontdesk import FrontDesk
from desk.verdicts import ScanOutcome, Verdict
from views.counter import Counter
from views.flows.day_pass import DayPassPanel
from views.flows.force import ForcePanel
from views.flows.guest import GuestPanel
from views.flows.panel import FlowPanel
from views.flows.renewal import RenewalPanel
from views.greeting_words import More
from views.plan.board import PlanBoard
from views.plan_gestures import PlanGestures
from views.status import Banner


@dataclass(frozen=True)
class Elsewhere:
    """Where a remedy leads outside the door: a flow beside the plan, the box, the list of who is in; `care` does
    what is about a rental or a thing lent, and says whether it was."""

    open_flow: Callable[[FlowPanel], None]
    focus_box: Callable[[], None]
    show_roll_call: Callable[[], None]
    care: Callable[[Remedy], bool]


class DoorGestures(QObject):
    """Connects the greeting to the use cases of the door. Nothing opens while nobody holds the desk."""

    def __init__(
        self,
        desk: FrontDesk,
        board: PlanBoard,
        counter: Counter,
        banner: Banner,
        plan: PlanGestures,
        elsewhere: Elsewhere,
    ) -> None:
        super().__init__(board)
        self._desk = desk
        self._counter = counter
        self._banner = banner
        self._plan = plan
        self._elsewhere = elsewhere
        greeting = counter.greeting
        greeting.undo_asked.connect(self._undo)
        greeting.leave_asked.connect(self.leave)
        greeting.remedy_asked.connect(self._remedy)
        greeting.choice_asked.connect(self._choose)
        greeting.guest_asked.connect(self.open_guest)
        greeting.dismissed.connect(plan.unring)
        counter.presence.leave_asked.connect(self.leave)

    # --- answers ---------------------------------------------------------------------------------------------

    def answer(self, outcome: ScanOutcome) -> None:
        """Show what a scan, or a choice that lets someone in or out, has done."""
        self._counter.greeting.show_outcome(outcome, self._more(outcome))
        self._counter.show_home()
        if outcome.verdict is Verdict.IN:
            self._plan.point_at(outcome.visit_id)
        else:
            self._plan.unring()

    def _more(self, outcome: ScanOutcome) -> More:
        """What is read once the answer stands: it must not keep the scan waiting."""
        member_id = outcome.greeting.member_id if outcome.greeting is not None else ""
        if outcome.verdict is Verdict.IN and member_id:
            return More(choices=self._desk.door.choices.offered(outcome.visit_id))
        if outcome.verdict is Verdict.OUT and member_id:
            return More(guests=self._desk.door.guests.still_in(member_id))
        return More()

    def pass_by_name(self, member_id: str) -> None:
        """Let a member in or out who has no card at hand."""
        self._told(self._desk.checkin.arrive_or_leave(member_id))

    def leave(self, visit_id: str) -> None:
        """Let someone out who is in, by the list or by the greeting."""
        self._told(self._desk.checkin.leave(visit_id))

    def _undo(self, visit_id: str) -> None:
        self._told(self._desk.checkin.undo(visit_id))

    def _choose(self, visit_id: str, key: str) -> None:
        self._told(self._desk.door.choices.choose(visit_id, key))

    def _told(self, answer: ScanOutcome | Refused) -> None:
        if isinstance(answer, Refused):
            self._banner.inform(answer.sentence)
        else:
            self.answer(answer)

    def answered(self, outcome: object) -> None:
        """The same, as a signal carries it."""
        assert isinstance(outcome, ScanOutcome)
        self.answer(outcome)

    # --- remedies --------------------------------------------------------------------------------------------

    def _remedy(self, remedy: object) -> None:
        assert isinstance(remedy, Remedy)
        match remedy.code:
            case "sell_pass":
                self.sell_pass_to(remedy.subject)
            case "search":
                self._elsewhere.focus_box()
            case "enter_by_name":
                self.pass_by_name(remedy.subject)
            case "show_presence":
                self._elsewhere.show_roll_call()
            case "renew":
                self.open_renewal(remedy.subject)
            case "member_file" | "new_card":
                self._counter.greeting.file_asked.emit(remedy.subject)
            case "force":
                self._open_force(remedy.subject)
            case _:
                if not self._elsewhere.care(remedy):
                    raise LookupError(f"no remedy {remedy.code}")

    def _open_force(self, reference: str) -> None:
        outcome = self._counter.greeting.outcome
        assert outcome is not None
        assert outcome.refused is not None
        name = outcome.greeting.name if outcome.greeting is not None else ""
        panel = ForcePanel(self._desk, reference, name, outcome.refused)
        panel.let_in.connect(self.answered)
        self._counter.greeting.clear()
        # Another person's refusal, given up half-way, must not take this one's place.
        self._counter.give_up(panel.title)
        self._elsewhere.open_flow(panel)

    # --- flows -----------------------------------------------------------------------------------------------

    @property
    def _is_locked(self) -> bool:
        return not self._desk.staff.holder.id

    def open_pass(self) -> None:
        """Sell a day pass; the one that was left half-way comes back, with the name of whose it is."""
        if self._is_locked:
            return
        passes = [flow for flow in self._counter.flows if isinstance(flow, DayPassPanel) and not flow.is_done]
        self._elsewhere.open_flow(passes[-1] if passes else DayPassPanel(self._desk))

    def sell_pass_to(self, name: str) -> None:
        """Sell a day pass in the name of whoever was refused at the door; another person's waits behind it."""
        if self._is_locked:
            return
        # One that was opened and has nobody's name yet takes this one.
        blank = [flow for flow in self._counter.flows if isinstance(flow, DayPassPanel) and flow.is_blank]
        panel = blank[-1] if blank else DayPassPanel(self._desk)
        panel.suggest(name)
        self._elsewhere.open_flow(panel)

    def open_guest(self) -> None:
        """Let someone in without a card."""
        if not self._is_locked:
            panel = GuestPanel(self._desk)
            panel.let_in.connect(self.answered)
            self._elsewhere.open_flow(panel)

    def open_renewal(self, member_id: str) -> None:
        """Renew a member's plan."""
        offer = self._desk.door.renewals.offer(member_id)
        if isinstance(offer, Refused):
            self._banner.inform(offer.sentence)
            return
        panel = RenewalPanel(self._desk, offer)
        panel.passage_asked.connect(self.pass_by_name)
        self._elsewhere.open_flow(panel)
