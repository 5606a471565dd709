"""What concerns those who rent, in the window: organisations, quotes, any room for so many, prices, and the plan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.bus import Topic
from desk.errors import Refused
from desk.finder import Found, FoundKind
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.room_search import RoomAsked
from views.counter import Counter
from views.flows.panel import FlowPanel
from views.flows.quote import QuotePanel
from views.flows.room_search import RoomSearchPanel
from views.invoicing_gestures import InvoicingGestures
from views.organisations.new import NewOrganisationPanel
from views.organisations.page import OrganisationsPage
from views.organisations.panel import OrganisationPanel
from views.prompts import Prompter
from views.stage import Stage
from views.status import Banner


class BusinessGestures(QObject):
    """Opens pages and panels; the price list is imported when first asked for.

    Nothing opens while nobody holds the desk. `elsewhere` when the keyboard belongs to no page of this room;
    `room_chosen` carries a space to rent and a RentalWish; `members_asked` for the page beside this one.
    """

    elsewhere = Signal()
    members_asked = Signal()
    room_chosen = Signal(str, object)

    def __init__(
        self,
        desk: FrontDesk,
        stage: Stage,
        counter: Counter,
        banner: Banner,
        show_page: Callable[[QWidget, str], None],
        open_beside_plan: Callable[[FlowPanel], None],
    ) -> None:
        super().__init__(stage)
        self.prompter = Prompter()
        self._desk = desk
        self._stage = stage
        self._counter = counter
        self._banner = banner
        self._show_page = show_page
        self._open_beside_plan = open_beside_plan
        self.invoicing = InvoicingGestures(desk, stage, counter, banner, show_page, self.prompter)
        self.invoicing.organisation_asked.connect(self.open_file)

    def acts(self) -> dict[str, Callable[[], None]]:
        """What the commands of this room do, by their codes."""
        return {
            "organisations": self.show_organisations,
            "find_room": self.find_room,
            "prices": self.show_prices,
            "plan_editor": self.edit_plan,
            **self.invoicing.acts(),
        }

    def chose(self, answer: Found) -> bool:
        """Open what was chosen in the box; False when it belongs to another room."""
        match answer.kind:
            case FoundKind.ORGANISATION:
                self.open_file(answer.id)
            case FoundKind.QUOTE:
                self.open_quote(answer.id)
            case FoundKind.ROOMS:
                self.find_room(RoomAsked.from_code(answer.id))
            case _:
                return self.invoicing.chose(answer)
        return True

    # --- organisations ---------------------------------------------------------------------------------------

    @property
    def page(self) -> OrganisationsPage | None:
        """The page of organisations, while it is shown."""
        shown = self._stage.currentWidget()
        return shown if isinstance(shown, OrganisationsPage) else None

    def show_organisations(self) -> None:
        """The page of organisations; asked again, the focus goes back to its field."""
        if not self._desk.staff.holder.id:
            return
        page = self.page
        if page is None:
            page = OrganisationsPage(self._desk)
            page.file_asked.connect(self.open_file)
            page.new_asked.connect(self.open_new)
            page.members_asked.connect(self.members_asked)
            self._show_page(page, "members")
        page.search.setFocus()
        page.search.selectAll()

    def open_file(self, organisation_id: str) -> None:
        """The file of an organisation beside whatever is shown. One at a time, unless something is typed in it."""
        file = self._desk.organisations.file(organisation_id)
        if file is None:
            self._banner.inform(translate("BusinessGestures", "Cette organisation est introuvable."))
            return
        shown = self._counter.flow
        if isinstance(shown, OrganisationPanel) and shown.file.id != file.id and not shown.is_begun:
            self._counter.close_flow()
        panel = OrganisationPanel(self._desk, file, self.prompter)
        panel.quote_asked.connect(self.open_quote)
        panel.sale_to_invoice.connect(self.invoicing.open_new)
        self._counter.open_flow(panel)

    def open_new(self) -> None:
        """A new organisation."""
        panel = NewOrganisationPanel(self._desk)
        panel.file_asked.connect(self.open_file)
        self._counter.open_flow(panel)

    # --- quotes, rooms, prices -------------------------------------------------------------------------------

    def open_quote(self, quote_id: str) -> None:
        """A quote beside whatever is shown."""
        file = self._desk.quotes.file(quote_id)
        if file is None:
            self._banner.inform(translate("BusinessGestures", "Ce devis est introuvable."))
            return
        panel = QuotePanel(self._desk, file, self.prompter)
        panel.quote_asked.connect(self.open_quote)
        panel.organisation_asked.connect(self.open_file)
        self._counter.open_flow(panel)

    def find_room(self, asked: RoomAsked | None = None) -> None:
        """Any room for so many people."""
        if not self._desk.staff.holder.id:
            return
        panel = RoomSearchPanel(self._desk, asked)
        panel.room_chosen.connect(self.room_chosen)
        shown = self._counter.flow
        if isinstance(shown, RoomSearchPanel):
            self._counter.close_flow()
        self._open_beside_plan(panel)

    def edit_plan(self) -> None:
        """The plan of the days to come: a manager's page, imported when first asked for."""
        from views.plan_editor.page import PlanEditorPage

        if not self._desk.staff.holder.id:
            return
        shown = self._stage.currentWidget()
        if isinstance(shown, PlanEditorPage):
            shown.setFocus()
            return
        draft = self._desk.plan_editing.open()
        if isinstance(draft, Refused):
            self._banner.inform(draft.sentence)
            return
        page = PlanEditorPage(self._desk, draft, self.prompter)
        page.told.connect(self._banner.inform)
        self._show_page(page, "plan")

    def show_prices(self) -> None:
        """The price list."""
        from views.prices.page import PricesPage

        if self._desk.staff.holder.id and not isinstance(self._stage.currentWidget(), PricesPage):
            self._show_page(self._stage.unfinished(PricesPage) or PricesPage(self._desk), "prices")

    # --- what changes ----------------------------------------------------------------------------------------

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown of those who rent."""
        if not topics & {Topic.PEOPLE, Topic.SALES, Topic.BOOKINGS, Topic.PRICES}:
            return
        if self.page is not None and Topic.PEOPLE in topics:
            self.page.reload()
        self.invoicing.refresh(topics)
        flow = self._counter.flow
        if isinstance(flow, OrganisationPanel | QuotePanel):
            flow.reload()

    def take_focus_back(self) -> None:
        """A flow is over: the page that was there before it takes the keyboard again, if it is this one."""
        page = self.page or self.invoicing.page
        if page is None:
            self.elsewhere.emit()
        else:
            (page.table if page.table.currentIndex().isValid() else page.search).setFocus()
