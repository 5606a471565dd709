"""The frame of a flow: its title, its steps, the page of the step, and the one button that goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QWidget

from desk.errors import Refused
from desk.language import translate
from views import tokens
from views.flows.tab_order import order_tabs
from views.flows.written import written_in
from views.parts import button, column, label, row, scrolling, set_property
from views.plan.guard import guarded


class FlowPanel(QFrame):
    """A flow of at most three steps. `closed` when it is over or given up; what was typed lives as long as it does.

    `title` names it wherever it waits; `heading` is what stands over its steps, when the whole title is too long for
    that. `subject` is the id of whom it is about, so that one person's flow is never taken for another's.
    """

    closed = Signal()

    def __init__(self, title: str, steps: tuple[str, ...], *, heading: str = "", subject: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(title)
        self.title = title
        self.subject = subject
        self._body = column(self, air=tokens.INNER_AIR, gap=10)
        leave = button(translate("FlowPanel", "Échap"), self.leave, kind="link")
        leave.setAccessibleName(translate("FlowPanel", "Revenir en arrière"))
        self._body.addLayout(row(label(heading or title, "heading"), 1, leave))
        self._instead: QWidget | None = None
        self._first: QWidget | None = None
        self._was_seen = False
        self._at_first: tuple[object, ...] = ()
        self.is_being_left = False
        self._steps = [label(f"{index} {text}", "step") for index, text in enumerate(steps, 1)]
        self._body.addLayout(row(*self._steps))
        self._pages = QStackedWidget()
        self._body.addWidget(self._pages, 1)
        self._refusal = label("", "refusal", wrap=True)
        self._refusal.hide()
        self._body.addWidget(self._refusal)
        self._go = button("", self.go_on, kind="primary")
        self._body.addWidget(self._go)

    # --- for the flows ---------------------------------------------------------------------------------------

    def add_page(self, page: QWidget) -> None:
        """Add the page of the next step; it scrolls when the window is too low for it."""
        self._pages.addWidget(scrolling(page))

    @property
    def step(self) -> int:
        """The step shown, from 0."""
        return self._pages.currentIndex()

    @property
    def is_over(self) -> bool:
        """Whether its last step is shown: what it was for is done."""
        return self.step == self._pages.count() - 1

    @property
    def is_done(self) -> bool:
        """Whether what is shown is only its result, so that the same asked for again is another. Said by each flow."""
        return False

    def is_like(self, other: FlowPanel) -> bool:
        """Whether this one, under way, is what `other` was opened for."""
        return (self.title, self.subject) == (other.title, other.subject)

    @property
    def go_button(self) -> QWidget:
        """The button that goes on."""
        return self._go

    def show_step(self, index: int) -> None:
        """Show the page of a step and mark the steps done."""
        self._pages.setCurrentIndex(index)
        for position, step in enumerate(self._steps):
            set_property(step, "done", "true" if position < index else "false")
            set_property(step, "now", "true" if position == index else "false")
        if self._instead is not None:
            self._instead.setVisible(index == 0)
        self.refuse(None)
        self.entered(index)

    def name_go(self, text: str, *, enabled: bool = True) -> None:
        """Say on the button what it will do."""
        self._go.setText(text)
        self._go.setEnabled(enabled)

    def offer_instead(self, text: str, act: Callable[[], object]) -> None:
        """Offer another flow in place of this one, under the title, while the first step is shown."""
        self._instead = button(text, act, kind="link")
        self._body.insertLayout(1, row(self._instead, 1))

    def bring_into_sight(self, widget: object) -> None:
        """Scroll the page so that `widget` is seen, where the window is too low for all of it."""
        area = self._pages.currentWidget()
        if isinstance(area, QScrollArea) and isinstance(widget, QWidget) and area.isAncestorOf(widget):
            area.ensureWidgetVisible(widget, 0, 0)

    def refuse(self, refused: Refused | None) -> None:
        """Show why not, or take it away."""
        self._refusal.setText(refused.sentence if refused else "")
        self._refusal.setVisible(refused is not None)

    def resume(self) -> None:
        """The flow comes to the front: the focus goes where the person was typing, at first where the step wants it."""
        # The first time, whatever took the keyboard from the page before is not where anyone was typing.
        held = self.focusWidget() if self._was_seen else None
        if not self._was_seen:
            self._at_first = written_in(self)
        self._was_seen = True
        (held or self._first or self).setFocus()
        order_tabs(self)

    def focus_on(self, widget: QWidget) -> None:
        """Put the focus on `widget`, now or when the flow is first shown: Qt forgets it for what has no window yet."""
        self._first = widget
        widget.setFocus()

    def entered(self, index: int) -> None:
        """A step is shown: name the button, fill in, focus. Made by each flow."""

    def go_on(self) -> None:
        """The button was pressed (or Enter). Made by each flow."""

    @property
    def has_content(self) -> bool:
        """Whether somebody wrote or chose something here that is not done yet."""
        return not self.is_result and written_in(self) != self._at_first

    @property
    def is_result(self) -> bool:
        """Whether only what came of it is shown."""
        return self.is_done or (self.is_over and self.step > 0)

    def leave(self) -> None:
        """Esc: one step back; while it lasts `is_being_left` says that `closed` is no end but somebody's Esc."""
        self.is_being_left = True
        try:
            self.back()
        finally:
            self.is_being_left = False

    def back(self) -> None:
        """One step back, or close at the first; a flow that is over closes."""
        if self.step in (0, self._pages.count() - 1):
            self.closed.emit()
        else:
            self.show_step(self.step - 1)

    @guarded(False)
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes along what is shown as it stands, the button that goes on last, and only then out of the flow."""
        order_tabs(self)  # what a page holds changes as it is filled in
        return super().focusNextPrevChild(forward)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._go.isEnabled():
                self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def fact(name: str, value: str, role: str = "strong") -> tuple[QLabel, QLabel]:
    """A name on the left and its value on the right."""
    right = label(value, role)
    right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label(name), right
