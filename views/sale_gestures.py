"""What is sold, in the window: the basket, the sales of the day, one of them, its correction."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.bus import Topic
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.sales_book import SaleListed
from views.counter import Counter
from views.prompts import Prompter
from views.stage import Stage
from views.status import Banner

if TYPE_CHECKING:
    from views.sales.page import SalesPage
    from views.sales.panel import SalePanel


class SaleGestures(QObject):
    """Opens the panels and the page of the sales, each imported when first asked for.

    Nothing opens while nobody holds the desk; `elsewhere` is told when the keyboard belongs to no page of this room;
    `prompter` asks for files, and may be replaced; `invoice_asked` carries the sale that is to be invoiced.
    """

    invoice_asked = Signal(str)

    def __init__(
        self,
        desk: FrontDesk,
        stage: Stage,
        counter: Counter,
        banner: Banner,
        show_page: Callable[[QWidget, str], None],
        elsewhere: Callable[[], None],
    ) -> None:
        super().__init__(stage)
        self.prompter = Prompter()
        self._desk = desk
        self._stage = stage
        self._counter = counter
        self._banner = banner
        self._show_page = show_page
        self._elsewhere = elsewhere
        # Only compared with what is shown: what was let go is never touched.
        self._page: SalesPage | None = None
        self._panel: SalePanel | None = None

    def acts(self) -> dict[str, Callable[[], None]]:
        """What the commands of this room do, by their codes."""
        return {"shop": self.open_shop, "sales": self.show_sales}

    def open_shop(self) -> None:
        """The basket; one under way comes back."""
        from views.flows.shop import ShopPanel

        if self._desk.staff.holder.id:
            panel = ShopPanel(self._desk)
            panel.sale_asked.connect(self.open_sale)
            self._counter.open_flow(panel)

    def show_sales(self) -> None:
        """The sales of the day; asked again, the focus goes back to the field."""
        from views.sales.page import SalesPage

        if not self._desk.staff.holder.id:
            return
        page = self.page
        if page is None:
            page = self._page = SalesPage(self._desk)
            page.sale_asked.connect(self.open_sale)
            self._show_page(page, "sales")
        page.search.setFocus()
        page.search.selectAll()

    @property
    def page(self) -> SalesPage | None:
        """The page of the sales, while it is shown."""
        return self._page if self._page is not None and self._stage.currentWidget() is self._page else None

    @property
    def panel(self) -> SalePanel | None:
        """The sale that is looked at, while it is."""
        return self._panel if self._panel is not None and self._counter.flow is self._panel else None

    def open_sale(self, sale_id: str) -> None:
        """One sale beside whatever is shown; one at a time."""
        from views.sales.panel import SalePanel

        file = self._desk.sales.file(sale_id)
        if file is None:
            self._banner.inform(translate("SaleGestures", "Cette vente est introuvable."))
            return
        shown = self.panel
        if shown is not None and shown.file.listed.id == sale_id:
            self._counter.show_flow()
            return
        if shown is not None:
            self._counter.close_flow()
        panel = self._panel = SalePanel(self._desk, file, self.prompter)
        panel.correction_asked.connect(self.correct)
        panel.sale_asked.connect(self.open_sale)
        panel.invoice_asked.connect(self.invoice_asked)
        self._counter.open_flow(panel)

    def scanned(self, answer: SaleListed | Refused) -> None:
        """The sale whose receipt was scanned: its correction and its invoice begin there."""
        if isinstance(answer, Refused):
            self._banner.inform(answer.sentence)
        else:
            with self._counter.scanned():
                self.open_sale(answer.id)

    def correct(self, sale_id: str) -> None:
        """The correction of a sale."""
        from views.flows.correction import CorrectionPanel

        refused = self._desk.refunds.may(sale_id)
        file = self._desk.sales.file(sale_id)
        if isinstance(refused, Refused) or file is None:
            self._banner.inform(refused.sentence if refused else "")
            return
        self._counter.open_flow(CorrectionPanel(self._desk, file))

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown of the sales."""
        if not topics & {Topic.SALES, Topic.PRINTING}:
            return
        if self.page is not None:
            self.page.reload()
        if self.panel is not None:
            self.panel.reload()

    def take_focus_back(self) -> None:
        """A flow is over: the page of the sales takes the keyboard again, if it is there."""
        page = self.page
        if page is None:
            self._elsewhere()
        else:
            (page.table if page.table.currentIndex().isValid() else page.search).setFocus()
