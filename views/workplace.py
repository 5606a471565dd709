"""The page of the work: header, rail, plan, column, status; it connects gestures to use cases and shows the answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desk.bus import Topic
from desk.errors import EnvironmentFault
from desk.finder import Found, FoundKind
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.site import SiteFacts
from desk.staff import SignedIn
from desk.verdicts import ScanOutcome
from views.attention import Attention
from views.booking_gestures import BookingGestures
from views.bridge import Bridge
from views.business_gestures import BusinessGestures
from views.care_gestures import CareGestures
from views.commands import commands
from views.counter import Counter
from views.door_gestures import DoorGestures, Elsewhere
from views.esc_leaves import EscLeaves
from views.flows.handover import HandoverPanel
from views.flows.panel import FlowPanel
from views.header import Header
from views.help_gestures import HelpGestures
from views.house_gestures import HouseGestures
from views.jobs import PrintJobs
from views.layout import lay_out
from views.machines import Machines
from views.menus import add_machines, fill_menu
from views.omnibox import Action
from views.papers import Papers
from views.people_gestures import PeopleGestures
from views.plan.board import PlanBoard
from views.plan_gestures import PlanGestures
from views.printer_gestures import PrinterGestures
from views.rail import Rail, RailEntry
from views.roll_call import RollCallPage
from views.sale_gestures import SaleGestures
from views.stage import Stage
from views.status import Banner, StatusLine
from views.team import TeamPage
from views.till_gestures import TillGestures


class Workplace(EscLeaves):
    """Made behind the page on which someone takes the desk.

    `dress_asked` carries (what, value) when the person wants another theme, language or text size; `wanted` asks for
    this page to be seen, even while nobody holds the desk; `left` says that who holds the desk may have changed;
    `recovery_asked` that the file is damaged and is to be replaced.
    """

    dress_asked = Signal(str, object)
    wanted = Signal()
    left = Signal()
    recovery_asked = Signal()

    def __init__(self, desk: FrontDesk, facts: SiteFacts, bridge: Bridge, jobs: PrintJobs, machines: Machines) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk = desk
        self._jobs = jobs
        self._machines = machines
        self._hour: datetime | None = None
        self._facts = facts
        self._build()
        self._connect(bridge)
        self._refresh(frozenset(Topic))
        self.rail.show_current("plan")

    # --- building --------------------------------------------------------------------------------------------

    def _command_table(self) -> dict[str, Callable[[], None]]:
        return {
            "plan": self.show_plan,
            "box": self._ask_box,
            "pass": self.door.open_pass,
            "guest": self.door.open_guest,
            "roll_call": self.show_roll_call,
            **self.people.acts(),
            **self.house.acts(),
            **self.business.acts(),
            **self.tills.acts(),
            **self.sales.acts(),
            **self.bookings.acts(),
            **self.printing.acts(),
            **self.care.acts(),
            **self._machines.acts(),
            "lock": self.ask_to_lock,
            "hand_over": self.hand_over,
            "team": self.show_team,
            "settings": self.show_settings,
            "house_identity": self.show_house,
            **self.help.acts(),
            "recover": self.recovery_asked.emit,
        }

    def _build(self) -> None:
        self.board = PlanBoard(self._desk.drawing)
        self.stage = Stage(self.board, self._desk.staff)
        self.counter = Counter(self._facts.undo_minutes)
        self.banner = Banner()
        self.status = StatusLine(self._facts.is_demo)
        self.house = HouseGestures(self._desk, self.counter, self.banner, self._open)
        self.gestures = PlanGestures(
            self._desk, self.board, self.counter, self.banner, self._open, self.house.open_crowd_in
        )
        self.bookings = BookingGestures(self._desk, self.stage, self.counter, self.banner, self._show_page, self._open)
        self.care = CareGestures(self._desk, self.stage, self.counter, self.banner, self._show_page, self.bookings)
        elsewhere = Elsewhere(self._open, self._ask_box, self.show_roll_call, self.care.remedy)
        self.door = DoorGestures(self._desk, self.board, self.counter, self.banner, self.gestures, elsewhere)
        self.papers = Papers(self._desk, self.banner)
        self.people = PeopleGestures(self._desk, self.stage, self.counter, self.banner, self._show_page, self.door)
        self.business = BusinessGestures(self._desk, self.stage, self.counter, self.banner, self._show_page, self._open)
        self.tills = TillGestures(self._desk, self.stage, self.counter, self.banner, self._show_page, self._open)
        self.printing = PrinterGestures(self._desk, self._jobs, self.stage, self._show_page, self._open)
        self.sales = SaleGestures(self._desk, self.stage, self.counter, self.banner, self._show_page, self._focus_box)
        self.help = HelpGestures(self._desk, self.stage, self._show_page)
        self.acts = self._command_table()
        self.attention = Attention(
            self._desk, self._jobs, self._machines, self.counter, self.status, self.banner, self.acts
        )
        known = commands()
        pattern = translate("MainWindow", "Action · {key}")
        actions = tuple(Action(c.code, c.title, pattern.format(key=c.shown_key), c.words) for c in known if c.title)
        self.header = Header(self._facts.house_name, self._desk.finder.find, actions, self)
        add_machines(self.header.menu, self._machines.camera, self.acts)
        fill_menu(self.header.menu, self.dress_asked.emit, self.ask_to_lock)
        self.rail = Rail(
            tuple(RailEntry(c.code, c.icon, c.word, c.shown_key, self.acts[c.code], c.stays) for c in known if c.icon)
        )
        lay_out(self, self.header, self.rail, self.stage, self.banner, self.counter, self.status)
        self._machines.furnish(self.header.omnibox, self.banner)
        self.counter.greeting.watch(self._machines.camera)

    def _connect(self, bridge: Bridge) -> None:
        self._heard = [
            bridge.changed.connect(self._changed),
            bridge.minute.connect(self._minute),
            self.counter.greeting.painted.connect(bridge.answered),
            self._jobs.finished.connect(self.attention.refresh),
        ]
        self._machines.page_asked.connect(self._show_page)
        self._machines.noticed.connect(self.attention.refresh)
        self.header.omnibox.chosen.connect(self._chosen)
        self.header.omnibox.give_way(self.counter.greeting.promise)
        self.board.hour_chosen.connect(self._hour_chosen)
        self.board.edit_asked.connect(self.business.edit_plan)
        self.stage.left.connect(self._page_left)
        self.stage.put_aside.connect(self.attention.tell_kept)
        self.counter.presence.roll_call_asked.connect(self.show_roll_call)
        self.counter.flow_closed.connect(self.people.take_focus_back)
        self.people.elsewhere.connect(self.business.take_focus_back)
        self.people.organisations_asked.connect(self.business.show_organisations)
        self.business.elsewhere.connect(self.bookings.take_focus_back)
        self.business.members_asked.connect(self.people.show_members)
        self.business.room_chosen.connect(self.gestures.rent)
        self.gestures.quoted.connect(self.business.open_quote)
        self.sales.invoice_asked.connect(self.business.invoicing.open_new)
        self.care.elsewhere.connect(self.sales.take_focus_back)
        self.care.sale_asked.connect(self.sales.open_sale)
        self.care.answered.connect(self.door.answered)
        self.care.looked.connect(self.attention.show_care)
        self.house.leave.connect(self.lock)
        self.house.booking_asked.connect(self.bookings.open_booking)
        self.bookings.crowd_asked.connect(self.house.open_crowd)
        self.tills.leave.connect(self.lock)
        self.bookings.clock.due.connect(self._aged)
        self.gestures.booking_opened.connect(self.bookings.open_booking)
        self.gestures.later_asked.connect(self.bookings.book_later)

    def retire(self) -> None:
        """Hear nothing more: another window takes this one's place, or the desk closes."""
        self.people.files.stop()
        self.bookings.stop()
        self.printing.looks.stop()
        for connection in self._heard:
            QObject.disconnect(connection)
        self._heard.clear()

    # --- who holds the desk ----------------------------------------------------------------------------------

    @property
    def is_locked(self) -> bool:
        """Whether nobody holds the desk."""
        return not self._desk.staff.holder.id

    def show_holder(self) -> None:
        """Show who holds the desk; while nobody does, only the page in the middle can be seen or used."""
        for part in (self.header, self.rail, self.counter):
            part.setVisible(not self.is_locked)
        self.banner.offer_acts(not self.is_locked)
        self.board.offer_editing(self._desk.staff.holder.is_manager)
        self.header.show_operator(self._desk.staff.holder.name)
        self.attention.refresh()
        if self.counter.flow is None:
            self._focus_box()

    def welcome(self, answer: SignedIn) -> None:
        """Someone has just taken the desk: the till is opened, the note of the one before is read."""
        self.tills.welcome(answer)

    def ask_to_lock(self) -> None:
        """Lock; after closing hour, who is still there is asked first, and asking again locks at once."""
        if self.is_locked or not (self.tills.asks_before_leaving() or self.house.asks_before_leaving()):
            self.lock()

    def lock(self) -> None:
        """Leave the desk for a moment; whatever was being typed in a flow stays for whoever comes back."""
        self.house.close_departures()
        self.tills.close_panels()
        self._desk.staff.lock()
        self.leave()

    def leave(self) -> None:
        """Nobody holds the desk any more: the plan waits for whoever comes."""
        self.stage.show_home()
        self.left.emit()

    def hand_over(self) -> None:
        """End the shift, with a word for the next one."""
        if not self.is_locked:
            panel = HandoverPanel(self._desk)
            panel.handed_over.connect(self.leave)
            self._open(panel)
            self.house.ask_with_handover()

    def answer(self, outcome: ScanOutcome) -> None:
        """Show what a scan, or a choice that lets someone in or out, has done."""
        self.door.answer(outcome)

    # --- the box ---------------------------------------------------------------------------------------------

    def _focus_box(self) -> None:
        if not self.is_locked:
            self.header.omnibox.setFocus()
            self.header.omnibox.selectAll()

    def _ask_box(self) -> None:
        """Somebody wants to type: the keys of the greeting are letters again."""
        self.counter.greeting.keep_off()
        self._focus_box()

    def _chosen(self, answer: object) -> None:
        assert isinstance(answer, Found | Action)
        if isinstance(answer, Action):
            self.acts[answer.code]()
        elif self.business.chose(answer):
            return
        elif answer.kind is FoundKind.MEMBER:
            self.door.pass_by_name(answer.id)
        elif answer.kind is FoundKind.MEMBER_FILE:
            self.people.open_file(answer.id)
        elif answer.kind is FoundKind.SPACE:
            self.stage.show_home()
            self.gestures.go_to(answer.id)
        else:
            self.sales.open_sale(answer.id)

    # --- pages and flows -------------------------------------------------------------------------------------

    def show_plan(self) -> None:
        """The plan, which is the home; the keyboard goes to it."""
        self.stage.show_home()
        self._page_left()
        if not self.is_locked:
            self.board.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _page_left(self) -> None:
        self.rail.show_current("plan")
        if self.is_locked:
            self.left.emit()

    def _show_page(self, page: QWidget, code: str) -> None:
        self.stage.show_page(page)
        self.rail.show_current(code)

    def show_roll_call(self) -> None:
        """Who is in, by floor: one key, always, even when the desk is locked."""
        if isinstance(page := self.stage.currentWidget(), RollCallPage):
            page.reload()  # the key pressed again loses no tick
        else:
            page = RollCallPage(self._desk, self.stage.width())
            page.print_asked.connect(self.papers.print_roll_call)
            page.save_asked.connect(self.papers.save_roll_call)
            page.reload()
            self._show_page(page, "roll_call")
        self.wanted.emit()
        page.begin()

    def show_team(self) -> None:
        """The team, and who held the desk when."""
        if not self.is_locked:
            page = self.stage.unfinished(TeamPage)
            if page is None:
                page = TeamPage(self._desk)
                page.holder_changed.connect(self._holder_changed)
            self._show_page(page, "team")

    def _holder_changed(self) -> None:
        """Whoever holds the desk gave up a role, or left the team: the window follows at once."""
        if self.is_locked:
            self.lock()
        else:
            self.board.offer_editing(self._desk.staff.holder.is_manager)

    def show_settings(self) -> None:
        """The settings of the house; asked again, the page that is shown stays as it is."""
        from views.settings.page import SettingsPage

        if not self.is_locked and not isinstance(self.stage.currentWidget(), SettingsPage):
            self._show_page(self.stage.unfinished(SettingsPage) or SettingsPage(self._desk), "settings")

    def show_house(self) -> None:
        """The settings, at the mentions of the house."""
        from views.settings.page import SettingsPage

        self.show_settings()
        if isinstance(page := self.stage.currentWidget(), SettingsPage):
            page.show_room("house").first.setFocus()

    def _open(self, flow: FlowPanel) -> None:
        self.stage.show_home()
        self._page_left()
        self.counter.open_flow(flow)

    # --- what changes ----------------------------------------------------------------------------------------

    def _changed(self, topics: object) -> None:
        assert isinstance(topics, frozenset)
        self._refresh(topics)

    def _minute(self) -> None:
        """The clock of the header; what is shown below it ages when the plan says so."""
        self.header.show_time(self._desk.site.local_now())
        self.house.end_due()
        self.care.look()
        self.bookings.clock.look()

    def _aged(self) -> None:
        """Words have aged by themselves: "soon", "until", "late"."""
        self._desk.plans.take_effect()
        self.bookings.give_back()
        self._refresh(frozenset({Topic.VISITS, Topic.BOOKINGS, Topic.TILL}))

    def _hour_chosen(self, hour: object) -> None:
        assert hour is None or isinstance(hour, datetime)
        self._hour = hour
        self._show_plan_now()

    def _show_plan_now(self) -> None:
        self.gestures.now = self._desk.plan.at(self._hour)
        self.board.use(self._desk.plan.drawing(self._hour))
        self.board.show_plan(self.gestures.now)
        self.bookings.clock.arm(self.gestures.now.next_change, is_now=self.gestures.now.is_now)

    def _refresh(self, topics: frozenset[Topic]) -> None:
        now = self._desk.site.local_now()
        self.header.show_time(now)
        if topics & {Topic.VISITS, Topic.BOOKINGS, Topic.SPACES, Topic.PEOPLE}:
            self._show_plan_now()
        if topics & {Topic.VISITS, Topic.PEOPLE}:
            presence = self._desk.presence.now()
            self.gestures.show_people(presence.people)
            self.header.show_presence(presence)
            self.counter.presence.show_presence(presence)
            self.attention.show_presence(presence)
            if isinstance(page := self.stage.currentWidget(), RollCallPage):
                page.reload()
        self.people.refresh(topics)
        self.house.refresh(topics)
        self.business.refresh(topics)
        self.tills.refresh(topics)
        self.printing.refresh(topics)
        self.sales.refresh(topics)
        self.bookings.refresh(topics)
        self.care.refresh(topics)
        if topics & {Topic.VISITS, Topic.BOOKINGS}:
            self.attention.show_missed(self._desk.bookings.no_shows())
        if topics & {Topic.BOOKINGS, Topic.SPACES}:
            self.board.set_day(*self._desk.plan.day())
            coming = tuple(b for b in self._desk.bookings.of_day() if b.ends_at > now)
            crowds = {crowd.booking_id: crowd for crowd in self._desk.crowds.of_today()}
            self.counter.today.show_bookings(coming, now, crowds)
        if topics & {Topic.PRINTING, Topic.TILL, Topic.BACKUPS, Topic.HOUSE}:
            self.attention.refresh()
        if Topic.HOUSE in topics:
            self.header.show_house(self._desk.site.facts().house_name)
        self.help.refresh(topics)

    def report(self, fault: EnvironmentFault | None, details: str) -> None:
        """Show a fault or a bug without stopping the counter."""
        self.banner.report(fault, details)
