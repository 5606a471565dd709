"""The one window: the page on which someone takes the desk, then the page of the work."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desk.bus import Topic
from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.staff import SignedIn
from views.bridge import Bridge
from views.commands import commands
from views.jobs import PrintJobs
from views.parts import column, scaled
from views.plan.guard import guarded
from views.sign_in import SignInPage
from views.training_band import TrainingBand
from views.wedge import ScannerWedge

if TYPE_CHECKING:
    from views.booking_gestures import BookingGestures
    from views.business_gestures import BusinessGestures
    from views.camera import Camera
    from views.counter import Counter
    from views.header import Header
    from views.machines import Machines
    from views.people_gestures import PeopleGestures
    from views.plan.board import PlanBoard
    from views.plan_gestures import PlanGestures
    from views.rail import Rail
    from views.sale_gestures import SaleGestures
    from views.stage import Stage
    from views.status import Banner
    from views.unattended import Unattended
    from views.workplace import Workplace

SMALLEST = (1180, 680)
COMMONEST = (1366, 768)


class MainWindow(QMainWindow):
    """`dress_asked` carries (what, value) when the person wants another theme, language or text size; `answered` the
    outcome of a scan, once it is shown; `recovery_asked` when a person wants the damaged file replaced.

    The page of the work is made when it is first needed, by `furnish` at the latest: whoever comes to take the desk
    sees at once where to, and the rest is made meanwhile.

    In the house to practise in a band says so, which nothing takes away: `training_asked` goes there and, from there,
    back (closing the window too); `anew_asked` throws away what was practised; `alarm_asked` is the key of the roll
    call there: it must always show who is really inside.
    """

    dress_asked = Signal(str, object)
    answered = Signal(object)
    recovery_asked = Signal()
    training_asked = Signal()
    anew_asked = Signal()
    alarm_asked = Signal()

    def __init__(
        self, desk: FrontDesk, bridge: Bridge, jobs: PrintJobs, wedge: ScannerWedge, camera: Callable[[], Camera]
    ) -> None:
        """`camera` gives the desk's camera; it is asked for with the page of the work, not before."""
        super().__init__()
        self._desk = desk
        self._bridge = bridge
        self._jobs = jobs
        self._wedge = wedge
        self._camera = camera
        self._facts = desk.site.facts()
        self._retired = False
        self.band: TrainingBand | None = None
        self._show_title()
        # A larger text needs more room, up to the commonest screen.
        self.setMinimumSize(*(min(scaled(least), most) for least, most in zip(SMALLEST, COMMONEST, strict=True)))
        self._root = QStackedWidget()
        self._root.setObjectName("page")
        self.sign_in = SignInPage(desk)
        self.sign_in.signed_in.connect(self._signed_in)
        self.sign_in.self_service_asked.connect(self._serve)
        self._root.addWidget(self.sign_in)
        self.setCentralWidget(self._under_band() if self._facts.is_training else self._root)
        self._told: QMetaObject.Connection | None = bridge.changed.connect(self._heard)
        self._show_holder()

    def _under_band(self) -> QWidget:
        """The pages under the band of practice."""
        made = QWidget()
        made.setObjectName("page")
        self.band = TrainingBand()
        self.band.left.connect(self.training_asked)
        self.band.anew_asked.connect(self.anew_asked)
        whole = column(made, gap=0)
        whole.addWidget(self.band)
        whole.addWidget(self._root, 1)
        return made

    def _show_title(self) -> None:
        pattern = translate("MainWindow", "{house} · accueil")
        if self._facts.is_training:
            pattern = translate("MainWindow", "FORMATION, rien n’est vrai · {house}")
        self.setWindowTitle(pattern.format(house=self._desk.site.facts().house_name))

    def _heard(self, topics: object) -> None:
        if isinstance(topics, frozenset) and Topic.HOUSE in topics:
            self._show_title()

    @cached_property
    def work(self) -> Workplace:
        """The page of the work."""
        from views.workplace import Workplace

        made = Workplace(self._desk, self._facts, self._bridge, self._jobs, self.machines)
        made.dress_asked.connect(self.dress_asked)
        made.wanted.connect(self._show_work)
        made.left.connect(self._show_holder)
        made.recovery_asked.connect(self.recovery_asked)
        made.house.training_asked.connect(self.training_asked)
        acts = {**made.acts, "roll_call": self.alarm_asked.emit} if self._facts.is_training else made.acts
        for command in commands():
            QShortcut(QKeySequence(command.key), self).activated.connect(acts[command.code])
        self._root.addWidget(made)
        return made

    @cached_property
    def machines(self) -> Machines:
        """The scanner, the camera, pictures that are scanned."""
        from views.machines import Machines

        made = Machines(self, self._desk, self._wedge, self._camera())
        made.heard.connect(self.scan)
        made.self_service_asked.connect(self._serve)
        return made

    @cached_property
    def unattended(self) -> Unattended:
        """The page of the moment while nobody holds the desk, once self-service can be one."""
        from views.unattended import Unattended

        made = Unattended(self, self._root, self.sign_in, self._desk, self._camera(), self._bridge)
        made.signed_in.connect(self._signed_in)
        return made

    def furnish(self) -> None:
        """Make the page of the work, if it is not there yet."""
        self.work.show_holder()

    def retire(self) -> None:
        """Hear nothing more: another window takes this one's place."""
        self._retired = True
        if self._told is not None:
            QObject.disconnect(self._told)
            self._told = None
        made = self.__dict__
        if "work" in made:
            self.work.retire()
            self.machines.retire()
        if "unattended" in made:
            self.unattended.retire()
        self.hide()

    # --- who holds the desk ----------------------------------------------------------------------------------

    @property
    def is_locked(self) -> bool:
        """Whether nobody holds the desk."""
        return not self._desk.staff.holder.id

    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing practice goes back to the real desk."""
        if self._facts.is_training and not self._retired:
            event.ignore()
            self.training_asked.emit()
        else:
            super().closeEvent(event)

    def _show_holder(self) -> None:
        if self.band is not None:
            self.band.offer_anew(not self.is_locked)
        if not self.is_locked:
            self._show_work()
        elif "unattended" in self.__dict__:
            self.unattended.show()
        else:
            self._root.setCurrentWidget(self.sign_in)
            self.sign_in.focus_first()

    def _show_work(self) -> None:
        self._root.setCurrentWidget(self.work)
        self.work.show_holder()

    def _signed_in(self, answer: object) -> None:
        assert isinstance(answer, SignedIn)
        self._show_holder()
        self.work.welcome(answer)

    def lock(self) -> None:
        """Leave the desk for a moment."""
        self.work.lock()

    def _serve(self) -> None:
        """Nobody holds the desk any more: members pass their cards by themselves, on a large screen."""
        self.unattended.begin()
        self.work.leave()

    def rest(self) -> None:
        """Nobody is there: lock the desk; in self-service, back to its page."""
        if not self.is_locked:
            self.lock()
        elif "unattended" in self.__dict__:
            self.unattended.rest()

    def scan(self, raw: str) -> None:
        """A code was heard, from any focus: of a receipt, whose sale is shown, or of someone at the door."""
        receipt = None if self.is_locked else self._desk.sales.scanned(raw)
        if receipt is not None:
            self.work.sales.scanned(receipt)
            return
        with self._bridge.answer_first():
            outcome = self._desk.checkin.scan(raw)
            if self.is_locked:
                self.unattended.say(outcome)
            else:
                self.work.answer(outcome)
        self.answered.emit(outcome)

    def report(self, fault: EnvironmentFault | None, details: str) -> None:
        """Show a fault or a bug without stopping the counter."""
        self.work.report(fault, details)

    def show_plan(self) -> None:
        """The plan, which is the home."""
        self.work.show_plan()

    def show_keys(self) -> None:
        """The sheet of keys."""
        self.work.help.show_keys()

    # --- the parts of the page of the work -------------------------------------------------------------------

    @property
    def header(self) -> Header:
        """The top line."""
        return self.work.header

    @property
    def rail(self) -> Rail:
        """The entries on the left."""
        return self.work.rail

    @property
    def stage(self) -> Stage:
        """The plan, or the page in its place."""
        return self.work.stage

    @property
    def board(self) -> PlanBoard:
        """The live plan."""
        return self.work.board

    @property
    def gestures(self) -> PlanGestures:
        """What a click on the plan does."""
        return self.work.gestures

    @property
    def counter(self) -> Counter:
        """The column beside the plan."""
        return self.work.counter

    @property
    def banner(self) -> Banner:
        """The line for what needs a person."""
        return self.work.banner

    @property
    def people(self) -> PeopleGestures:
        """What is done with members."""
        return self.work.people

    @property
    def business(self) -> BusinessGestures:
        """What is done with those who rent."""
        return self.work.business

    @property
    def sales(self) -> SaleGestures:
        """What is done with sales."""
        return self.work.sales

    @property
    def bookings(self) -> BookingGestures:
        """What is done with bookings."""
        return self.work.bookings
