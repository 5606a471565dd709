"""The column beside the plan: the greeting with the day under it, or the flow under way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk.language import translate
from views.flows.panel import FlowPanel
from views.greeting import GreetingPanel
from views.parts import button, column
from views.side import PresenceCard, TodayCard

WIDTH = 360


class Counter(QStackedWidget):
    """`flow_closed` when a flow is over or given up. A scan during a flow shows the greeting, then the flow again."""

    flow_closed = Signal()

    def __init__(self, undo_minutes: int) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.greeting = GreetingPanel(undo_minutes)
        self.today = TodayCard()
        self.presence = PresenceCard()
        self._flow: FlowPanel | None = None
        self._home = QWidget()
        body = column(self._home, gap=12)
        body.addWidget(self.greeting)
        self._resume = button("", self._show_flow, kind="primary")
        self._resume.hide()
        body.addWidget(self._resume)
        body.addWidget(self.today)
        body.addWidget(self.presence, 1)
        self.addWidget(self._home)
        self.greeting.dismissed.connect(self._show_flow)

    @property
    def flow(self) -> FlowPanel | None:
        """The flow under way, shown or waiting behind the greeting."""
        return self._flow

    def open_flow(self, flow: FlowPanel) -> None:
        """Show a flow; one under way is given up, which the caller has asked about."""
        self._drop()
        self._flow = flow
        flow.closed.connect(self.close_flow)
        self.addWidget(flow)
        pattern = translate("Counter", "Reprendre : {what}")
        self._resume.setText(pattern.format(what=flow.title))
        self._show_flow()

    def close_flow(self) -> None:
        """Leave the flow and go back to the greeting and the day."""
        self._drop()
        self.flow_closed.emit()

    def resume(self) -> None:
        """Show the flow under way again."""
        self._show_flow()

    def show_home(self) -> None:
        """Show the greeting and the day; a flow under way waits behind a button."""
        self._resume.setVisible(self._flow is not None)
        self.setCurrentWidget(self._home)

    def _show_flow(self) -> None:
        if self._flow is not None:
            self.setCurrentWidget(self._flow)
            self._flow.setFocus()

    def _drop(self) -> None:
        self._resume.hide()
        self.setCurrentWidget(self._home)
        if self._flow is not None:
            self.removeWidget(self._flow)
            self._flow.deleteLater()
            self._flow = None
