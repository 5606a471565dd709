"""What concerns the members in the window: their page, their files, their cards and parcels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.bus import Topic
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.counter import Counter
from views.door_gestures import DoorGestures
from views.flows.member import MemberPanel
from views.flows.new_member import NewMemberPanel
from views.member_files import MemberFiles
from views.members.page import MembersPage
from views.stage import Stage
from views.status import Banner


class PeopleGestures(QObject):
    """Opens pages and files, and passes on the acts; `door` lets a member in or out, and renews their plan.

    Nothing opens while nobody holds the desk. `elsewhere` when the keyboard belongs to no page of this room;
    `organisations_asked` for the page beside that of the members.
    """

    elsewhere = Signal()
    organisations_asked = Signal()

    def __init__(
        self,
        desk: FrontDesk,
        stage: Stage,
        counter: Counter,
        banner: Banner,
        show_page: Callable[[QWidget, str], None],
        door: DoorGestures,
    ) -> None:
        super().__init__(stage)
        self._desk = desk
        self._stage = stage
        self._counter = counter
        self._banner = banner
        self._show_page = show_page
        self._door = door
        self.files = MemberFiles(desk, stage, banner, show_page)
        greeting = counter.greeting
        greeting.file_asked.connect(self.open_file)
        greeting.hand_asked.connect(self._hand_over)
        greeting.take_back_asked.connect(self._take_back)

    def acts(self) -> dict[str, Callable[[], None]]:
        """What the commands about members do, by their codes."""
        return {
            "members": self.show_members,
            "new_member": self.open_new,
            "import": self.files.show_import,
            "export": self.files.export,
        }

    @property
    def page(self) -> MembersPage | None:
        """The page of members, while it is shown."""
        shown = self._stage.currentWidget()
        return shown if isinstance(shown, MembersPage) else None

    def show_members(self) -> None:
        """The page of members; asked again, the focus goes back to its field."""
        if not self._desk.staff.holder.id:
            return
        page = self.page
        if page is None:
            page = MembersPage(self._desk)
            page.member_asked.connect(self.open_file)
            page.new_asked.connect(self.open_new)
            page.organisations_asked.connect(self.organisations_asked)
            page.print_asked.connect(self._print_cards)
            self._show_page(page, "members")
        page.search.setFocus()
        page.search.selectAll()

    def open_file(self, member_id: str) -> None:
        """The file of a member beside whatever is shown. One file at a time, unless something is typed in it."""
        file = self._desk.people.file(member_id)
        if file is None:
            self._banner.inform(translate("PeopleGestures", "Ce membre est introuvable."))
            return
        shown = self._counter.flow
        if isinstance(shown, MemberPanel) and shown.file.id != member_id and not shown.is_begun:
            self._counter.close_flow()
        panel = MemberPanel(self._desk, file)
        panel.passage_asked.connect(self._passage)
        panel.data_asked.connect(self.files.show_data)
        panel.renewal_asked.connect(self._door.open_renewal)
        self._counter.open_flow(panel)

    def open_new(self) -> None:
        """A new member."""
        if not self._desk.staff.holder.id:
            return
        panel = NewMemberPanel(self._desk)
        panel.file_asked.connect(self.open_file)
        self._counter.open_flow(panel)

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown of the members."""
        if not topics & {Topic.PEOPLE, Topic.VISITS}:
            return
        if self.page is not None and Topic.PEOPLE in topics:
            self.page.reload()
        if isinstance(self._counter.flow, MemberPanel):
            self._counter.flow.reload()

    def take_focus_back(self) -> None:
        """A flow is over: the page that was there before it takes the keyboard again, if it is this one."""
        page = self.page
        if page is None:
            self.elsewhere.emit()
        else:
            (page.table if page.table.currentIndex().isValid() else page.search).setFocus()

    def _passage(self, member_id: str) -> None:
        self._counter.close_flow()
        self._door.pass_by_name(member_id)

    def _print_cards(self, numbers: object) -> None:
        assert isinstance(numbers, tuple)
        found = self._desk.cards.print_cards(numbers)
        if isinstance(found, Refused):
            self._banner.inform(found.sentence)
            return
        count = len(found.cards)
        words = translate("PeopleGestures", "{count} cartes s’impriment.")
        if count == 1:
            words = translate("PeopleGestures", "La carte de {name} s’imprime.")
        if found.without:
            words = translate("PeopleGestures", "{count} cartes s’impriment. Sans carte en service\u00a0: {names}.")
        self._banner.inform(words.format(count=count, name=found.cards[0].name, names=", ".join(found.without)))

    def _hand_over(self, member_id: str) -> None:
        handed = self._desk.people.hand_over(member_id)
        if isinstance(handed, Refused):
            self._banner.inform(handed.sentence)
        else:
            self._counter.greeting.show_handed(handed.count)

    def _take_back(self, member_id: str) -> None:
        taken = self._desk.people.take_back(member_id)
        if isinstance(taken, Refused):
            self._banner.inform(taken.sentence)
        else:
            self._counter.greeting.show_waiting(taken.count)
