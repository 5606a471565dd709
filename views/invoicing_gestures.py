"""Invoices in the window: their page, their files, making one, the mentions they carry."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.bus import Topic
from desk.errors import Refused
from desk.finder import Found, FoundKind
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.counter import Counter
from views.flows.invoice import InvoicePanel
from views.flows.invoice_new import InvoiceNewPanel
from views.flows.invoicing_terms import TermsPanel
from views.invoices.page import InvoicesPage
from views.prompts import Prompter
from views.stage import Stage
from views.status import Banner


class InvoicingGestures(QObject):
    """Opens the page and the panels; nothing opens while nobody holds the desk."""

    organisation_asked = Signal(str)

    def __init__(
        self,
        desk: FrontDesk,
        stage: Stage,
        counter: Counter,
        banner: Banner,
        show_page: Callable[[QWidget, str], None],
        prompter: Prompter,
    ) -> None:
        super().__init__(stage)
        self._desk = desk
        self._stage = stage
        self._counter = counter
        self._banner = banner
        self._show_page = show_page
        self._prompter = prompter

    def acts(self) -> dict[str, Callable[[], None]]:
        """What the commands of this room do, by their codes."""
        return {"invoices": self.show_invoices}

    def chose(self, answer: Found) -> bool:
        """Open what was chosen in the box; False when it belongs to another room."""
        match answer.kind:
            case FoundKind.INVOICE:
                self.open_file(answer.id)
            case FoundKind.SALE_TO_INVOICE:
                self.open_new(answer.id)
            case _:
                return False
        return True

    @property
    def page(self) -> InvoicesPage | None:
        """The page of invoices, while it is shown."""
        shown = self._stage.currentWidget()
        return shown if isinstance(shown, InvoicesPage) else None

    def show_invoices(self) -> None:
        """The page of invoices; asked again, the focus goes back to its field."""
        if not self._desk.staff.holder.id:
            return
        page = self.page
        if page is None:
            page = InvoicesPage(self._desk)
            page.file_asked.connect(self.open_file)
            page.sale_asked.connect(self.open_new)
            page.terms_asked.connect(self.open_terms)
            self._show_page(page, "invoices")
        page.search.setFocus()
        page.search.selectAll()

    def open_file(self, invoice_id: str) -> None:
        """A document beside whatever is shown."""
        file = self._desk.invoices.file(invoice_id)
        if file is None:
            self._banner.inform(translate("InvoicingGestures", "Cette facture est introuvable."))
            return
        shown = self._counter.flow
        if isinstance(shown, InvoicePanel) and shown.step == 0:
            self._counter.close_flow()
        panel = InvoicePanel(self._desk, file, self._prompter)
        panel.invoice_asked.connect(self.open_file)
        panel.organisation_asked.connect(self.organisation_asked)
        self._counter.open_flow(panel)

    def open_new(self, sale_id: str) -> None:
        """The invoice of a sale, to be made; the one it has already, when it has one."""
        draft = self._desk.invoices.draft(sale_id)
        if isinstance(draft, Refused):
            known = self._desk.invoices.of_sale(sale_id)
            if known:
                self.open_file(known)
            else:
                self._banner.inform(draft.sentence)
            return
        panel = InvoiceNewPanel(self._desk, draft)
        panel.made.connect(self.open_file)
        self._counter.open_flow(panel)

    def open_terms(self) -> None:
        """What every invoice says, and the account it is paid to."""
        self._counter.open_flow(TermsPanel(self._desk))

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown of invoices."""
        if Topic.SALES not in topics:
            return
        if self.page is not None:
            self.page.reload()
        flow = self._counter.flow
        if isinstance(flow, InvoicePanel) and flow.step == 0:
            flow.reload()
