"""The column beside the plan: the greeting with the day under it, or the flow under way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desk.language import translate
from views.flows.panel import FlowPanel
from views.flows.written import forget_secrets
from views.greeting import GreetingPanel
from views.keeper import KeyKeeper, is_written_in
from views.parts import button, column, scaled
from views.plan.guard import guarded
from views.side import PresenceCard, TodayCard

WIDTH = 360
WIDEST = 452
HOME_GAP = 12
ASIDE_MS = 5 * 60_000
"""How long a flow that Esc left with something in it can be taken up again."""


class _Home(QWidget):
    """The greeting, the day and the presence. Where the column is too low for all, the day gives its place."""

    def __init__(self, day: QWidget) -> None:
        super().__init__()
        self._day = day

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """After each change of what stands here or of the height, see whether the day still has room."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return done

    def _make_room(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        wanted = self._day.minimumSizeHint().height() + HOME_GAP
        # The height for a width is only asked of a layout that has one: wrapped words.
        total = max(layout.minimumSize().height(), layout.totalMinimumHeightForWidth(self.width()))
        others = total - (0 if self._day.isHidden() else wanted)
        self._day.setVisible(others + wanted <= self.height())


class Counter(QStackedWidget):
    """`flow_closed` when the last flow is over or given up, `flow_left` carries each one before it goes.

    A scan during a flow shows the greeting, then the flow again; the keyboard stays with the flow, or wherever it was.
    One that Esc left with something in it is offered for a while: nothing is lost by a wrong key, and nothing is asked.
    """

    flow_closed = Signal()
    flow_left = Signal(object)

    def __init__(self, undo_minutes: int) -> None:
        super().__init__()
        self.setFixedWidth(min(scaled(WIDTH), WIDEST))
        self.greeting = GreetingPanel(undo_minutes)
        self.today = TodayCard()
        self.presence = PresenceCard()
        self._flows: list[FlowPanel] = []
        self._aside: FlowPanel | None = None
        self._was_scanned = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(ASIDE_MS)
        self._patience.timeout.connect(self._forget_aside)
        self._home = _Home(self.today)
        body = column(self._home, gap=HOME_GAP)
        body.addWidget(self.greeting)
        self._resume = button("", self._take_up, kind="primary")
        self._resume.hide()
        body.addWidget(self._resume)
        body.addWidget(self.today)
        body.addWidget(self.presence, 1)
        self.addWidget(self._home)
        self._keeper = KeyKeeper(self, self._is_awaited)
        self.greeting.setFocusProxy(self._keeper)
        self.greeting.dismissed.connect(self._greeting_left)

    @property
    def flow(self) -> FlowPanel | None:
        """The flow under way, shown or waiting behind the greeting."""
        return self._flows[-1] if self._flows else None

    @property
    def flows(self) -> tuple[FlowPanel, ...]:
        """Those under way, the last one on top."""
        return tuple(self._flows)

    def open_flow(self, flow: FlowPanel) -> None:
        """Show a flow over those under way, which wait with all that was typed; one like it comes back.

        One like it whose work is done gives its place: what was asked for is another.
        """
        like = next((waiting for waiting in self._flows if waiting is flow or waiting.is_like(flow)), None)
        if like is not None and like is not flow and like.is_done:
            self._flows.remove(like)
            self.flow_left.emit(like)
            self._let_go(like)
            like = None
        if like is None:
            flow.closed.connect(self.close_flow)
            self.addWidget(flow)
        else:
            self._flows.remove(like)
            if like is not flow:
                flow.deleteLater()
        self._flows.append(like or flow)
        self.show_flow()

    def give_up(self, title: str) -> None:
        """Leave a flow of that title which waits, if there is one; what was left of one is not offered any more."""
        if self._aside is not None and self._aside.title == title:
            self._forget_aside()
        for waiting in [flow for flow in self._flows if flow.title == title]:
            self._flows.remove(waiting)
            self._let_go(waiting)

    def close_flow(self) -> None:
        """Leave the flow; the one that waited under it comes back, else the greeting and the day."""
        if self._flows:
            flow = self._flows.pop()
            self.flow_left.emit(flow)
            if flow.is_being_left and flow.has_content:
                self._put_aside(flow)
            else:
                is_through = flow.is_result or not flow.is_being_left
                if is_through and self._aside is not None and self._aside.title == flow.title:
                    self._forget_aside()  # what it was for is done
                self._let_go(flow)
        if self._flows:
            self.show_flow()
        else:
            self.show_home()
            self.flow_closed.emit()

    def show_home(self) -> None:
        """Show the greeting and the day; a flow under way waits behind a button, and what is typed is still its own."""
        flow = self.flow
        shown, held = self.currentWidget(), self._held
        if shown is not self._home and (held is None or shown.isAncestorOf(held)):
            self._keeper.keep(held, self.greeting.accessibleDescription())
        elif flow is None and held is self._resume:
            self._keeper.keep(None, "")
        self._offer_to_resume()
        self.setCurrentWidget(self._home)

    def show_flow(self) -> None:
        """Show the flow under way again, if there is one, and give it the keyboard."""
        flow, held = self.flow, self._held
        if flow is None:
            return
        if self._was_scanned and is_written_in(held, self) and not flow.isAncestorOf(held):
            if self.isAncestorOf(held):
                self._keeper.keep(held, flow.accessibleName())
            self.setCurrentWidget(flow)
            return
        self.setCurrentWidget(flow)
        self._keeper.forget()
        flow.resume()

    @contextmanager
    def scanned(self) -> Iterator[None]:
        """What is shown meanwhile was scanned: it takes no keyboard from a field that somebody writes in."""
        self._was_scanned = True
        try:
            yield
        finally:
            self._was_scanned = False

    def step_back(self) -> bool:
        """Esc: close the answer, go back to the flow behind it, or back in the flow; False when nothing stands here."""
        flow = self.flow
        if self.currentWidget() is not self._home:
            if flow is not None:
                flow.leave()
        elif self.greeting.outcome is not None:
            self.greeting.clear()
        else:
            self.show_flow()
            return flow is not None
        return True

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Over the greeting Esc goes back; Enter presses the button that has the keyboard, else takes the flow up."""
        done = False
        is_home = self.currentWidget() is self._home
        if (is_home or self._held is self._keeper) and not event.isAutoRepeat():
            if event.key() == Qt.Key.Key_Escape:
                done = self.step_back()
            elif is_home and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                done = self._enter()
        if not done:
            super().keyPressEvent(event)

    def _enter(self) -> bool:
        held = self._held
        if isinstance(held, QPushButton):
            held.click()
        elif held is self._keeper:
            self.show_flow()
        return isinstance(held, QPushButton) or held is self._keeper

    @property
    def _held(self) -> QWidget | None:
        """Where the keyboard is in this window, were it not in front."""
        return self.window().focusWidget()

    def _is_awaited(self) -> bool:
        return self.flow is not None

    def _greeting_left(self) -> None:
        """The flow is shown again. It takes the keyboard only if nobody else has it."""
        held, flow = self._held, self.flow
        if flow is None or self.currentWidget() is not self._home:
            return
        if held is None or held is self._keeper:
            self.show_flow()
        elif not self._home.isAncestorOf(held):
            self.setCurrentWidget(flow)

    # --- a flow that was left with something in it -----------------------------------------------------------

    def _put_aside(self, flow: FlowPanel) -> None:
        self._forget_aside()
        self._keeper.forget_in(flow)
        self.removeWidget(flow)
        flow.hide()
        forget_secrets(flow)
        self._aside = flow
        self._patience.start()

    def _forget_aside(self) -> None:
        self._patience.stop()
        flow, self._aside = self._aside, None
        if flow is not None:
            flow.deleteLater()
            self._offer_to_resume()

    def _offer_to_resume(self) -> None:
        flow = self.flow or self._aside
        self._resume.setVisible(flow is not None)
        if flow is not None:
            self._resume.setText(translate("Counter", "Reprendre\u00a0: {what}").format(what=flow.title))

    def _take_up(self) -> None:
        """The flow under way, else the one that was left."""
        if not self._flows and self._aside is not None:
            self._patience.stop()
            self._flows.append(self._aside)
            self.addWidget(self._aside)
            self._aside = None
        self.show_flow()

    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody holds the desk any more: what was left is not the next person's to take up."""
        if not event.spontaneous():
            self._forget_aside()
        super().hideEvent(event)

    def _let_go(self, flow: FlowPanel) -> None:
        self._keeper.forget_in(flow)
        self.removeWidget(flow)
        flow.hide()
        flow.deleteLater()
