"""The end of the day at the till: count without knowing, see the difference, explain it, close; one flow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.amounts import parse_cents
from desk.closings.office import ClosingListed
from desk.drawer import REASON_LIMIT, Counted
from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.flows.coins import CoinCount
from views.flows.panel import FlowPanel, fact
from views.parts import button, column, label, named, row, scaled, set_property

COUNT, DIFFERENCE, DONE = range(3)
USUAL_CENTS = 15_000
"""The float that stays in the drawer unless somebody says otherwise."""


class ClosingPanel(FlowPanel):
    """`finished` when it is over and the day is closed; `print_asked` and `save_asked` carry a closing's number."""

    finished = Signal()
    print_asked = Signal(str)
    save_asked = Signal(str)

    def __init__(self, desk: FrontDesk, *, then: str = "") -> None:
        """`then` says on the last button what follows ("Verrouiller"), empty when nothing does."""
        steps = (
            translate("ClosingPanel", "Compter"),
            translate("ClosingPanel", "Écart"),
            translate("ClosingPanel", "Clôturé"),
        )
        super().__init__(translate("ClosingPanel", "Clôturer la journée"), steps)
        self._desk = desk
        self._then = then
        self._day = desk.closings.open_day()
        self._counted: Counted | None = None
        self.made: ClosingListed | None = None
        for page in (self._count_page(), self._difference_page(), self._done_page()):
            self.add_page(page)
        self.show_step(COUNT)

    # --- pages -----------------------------------------------------------------------------------------------

    def _count_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        words = translate("ClosingPanel", "Comptez ce qu’il y a dans le tiroir. L’attendu vous sera dit après.")
        if self._day.is_overdue:
            words = translate(
                "ClosingPanel",
                "La journée du {day} n’a pas été clôturée. Comptez le tiroir comme vous le trouvez\u00a0: ce qui y"
                " reste sera le fond d’aujourd’hui.",
            ).format(day=day_text(self._day.day))
        body.addWidget(label(words, "", wrap=True))
        self.coins = CoinCount()
        self.coins.changed.connect(self._name_count)
        body.addWidget(self.coins)
        name, self._total = fact(translate("ClosingPanel", "Compté"), "", "amount")
        body.addLayout(row(name, 1, self._total))
        body.addStretch(1)
        return page

    def _difference_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        self._facts = []
        for words in (translate("ClosingPanel", "Attendu"), translate("ClosingPanel", "Compté")):
            name, value = fact(words, "")
            self._facts.append(value)
            body.addLayout(row(name, 1, value))
        self._verdict = label("", "chip", wrap=True)
        body.addWidget(self._verdict)
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LIMIT)
        self.reason.setAccessibleName(translate("ClosingPanel", "Pourquoi cet écart"))
        self.reason.setPlaceholderText(translate("ClosingPanel", "Même si c’est inconnu"))
        self._why = named(self.reason)
        body.addWidget(self._why)
        body.addWidget(self.reason)
        self.kept = QLineEdit()
        self.kept.setProperty("role", "money")
        self.kept.setMaxLength(12)
        self.kept.setFixedWidth(scaled(140))
        self.kept.setAccessibleName(translate("ClosingPanel", "Laissé dans le tiroir"))
        self.kept.textEdited.connect(self._name_close)
        body.addLayout(row(named(self.kept, wrap=True), 1, self.kept))
        name, self._removed = fact(translate("ClosingPanel", "À mettre au coffre"), "")
        body.addLayout(row(name, 1, self._removed))
        again = button(translate("ClosingPanel", "Recompter"), self._recount, kind="link")
        body.addLayout(row(again, 1))
        body.addStretch(1)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        self._told = label("", "heading", wrap=True)
        self._sums = label("", "", wrap=True)
        body.addWidget(self._told)
        body.addWidget(self._sums)
        self.print_button = button(translate("ClosingPanel", "Imprimer le rapport"), self._print)
        self.save_button = button(translate("ClosingPanel", "L’enregistrer en A4"), self._save)
        for made in (self.print_button, self.save_button):
            body.addLayout(row(made, 1))
        body.addStretch(1)
        return page

    # --- steps -----------------------------------------------------------------------------------------------

    def entered(self, index: int) -> None:
        """Prepare a step."""
        if index == COUNT:
            self._name_count()
            self.focus_on(self.coins.first)
            self.coins.first.selectAll()
        elif index == DIFFERENCE:
            self._show_difference()
        else:
            self.name_go(self._then or translate("ClosingPanel", "Terminé"))
            self.focus_on(self.go_button)

    def go_on(self) -> None:
        """Count -> difference -> closed -> over."""
        if self.step == COUNT:
            self._count()
        elif self.step == DIFFERENCE:
            self._close()
        else:
            self.closed.emit()
            self.finished.emit()

    def back(self) -> None:
        """Once it is closed there is nothing to go back to."""
        if self.step == DONE:
            self.go_on()
        else:
            super().back()

    def _count(self) -> None:
        answer = self._desk.closings.drawer.count(self.coins.pieces)
        if isinstance(answer, Refused):
            self.refuse(answer)
            return
        self._counted = answer
        self.show_step(DIFFERENCE)

    def _show_difference(self) -> None:
        assert self._counted is not None
        counted = self._counted
        for value, cents in zip(self._facts, (counted.expected, counted.cents), strict=True):
            value.setText(money(cents))
        words = translate("ClosingPanel", "Le compte est juste.")
        if counted.difference > 0:
            words = translate("ClosingPanel", "Il y a {amount} de trop.")
        elif counted.difference < 0:
            words = translate("ClosingPanel", "Il manque {amount}.")
        self._verdict.setText(words.format(amount=money(abs(counted.difference))))
        set_property(self._verdict, "tone", "success" if not counted.difference else "soon")
        for widget in (self._why, self.reason):
            widget.setVisible(bool(counted.difference))
        self.kept.setText(money(min(USUAL_CENTS, counted.cents)))
        self._name_close()
        self.focus_on(self.reason if counted.difference else self.kept)
        self.kept.selectAll()

    def _close(self) -> None:
        assert self._counted is not None
        kept = parse_cents(self.kept.text())
        if kept is None:
            self.refuse(Refused("amount", translate("ClosingPanel", "Écrivez un montant, par exemple 150,00.")))
            return
        answer = self._desk.closings.close_day(self._counted, kept, self.reason.text())
        if isinstance(answer, Refused):
            self.refuse(answer)
            return
        if self._day.is_overdue:
            self._desk.till.count_float(kept)
        self.made = answer
        told = translate("ClosingPanel", "Journée close, n° {number}")
        self._told.setText(told.format(number=answer.number))
        sums = translate("ClosingPanel", "{what}\u00a0: {total}, {count} ventes. Total perpétuel\u00a0: {perpetual}.")
        if answer.sales == 1:
            sums = translate("ClosingPanel", "{what}\u00a0: {total}, 1 vente. Total perpétuel\u00a0: {perpetual}.")
        self._sums.setText(
            sums.format(
                what=answer.title, total=money(answer.total_cents), count=answer.sales,
                perpetual=money(answer.perpetual_cents),
            )
        )  # fmt: skip
        self.show_step(DONE)

    def _recount(self) -> None:
        self.show_step(COUNT)

    def _name_count(self) -> None:
        cents = self.coins.cents
        self._total.setText(money(cents))
        words = translate("ClosingPanel", "J’ai compté {amount}")
        if self._day.is_empty:
            words = translate("ClosingPanel", "Rien ne s’est passé depuis la dernière clôture")
        self.name_go(words.format(amount=money(cents)), enabled=not self._day.is_empty)

    def _name_close(self, _text: str = "") -> None:
        assert self._counted is not None
        kept = parse_cents(self.kept.text())
        removed = self._counted.cents - kept if kept is not None else -1
        self._removed.setText(money(removed) if removed >= 0 else "…")
        self.name_go(translate("ClosingPanel", "Clôturer la journée"))

    def _print(self) -> None:
        if self.made is not None:
            self.print_asked.emit(self.made.number)

    def _save(self) -> None:
        if self.made is not None:
            self.save_asked.emit(self.made.number)
