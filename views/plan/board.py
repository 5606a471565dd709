"""The plan board: floor tabs, the hour, the floor itself on its card, the legend."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.floorplan import FloorPlan
from desk.language import translate
from desk.plan import PlanNow
from views import tokens
from views.plan.controls import FloorTab, SmallButton, Tone
from views.plan.faces import colour
from views.plan.guard import guarded
from views.plan.hours import HourSlider, NotNowStrip
from views.plan.legend import Legend
from views.plan.view import PlanView


class _Card(QWidget):
    """The rounded card the floor lies on; its edge changes while the plan is not of now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("planCard")
        self._now = True

    def show_now(self, now: bool) -> None:
        if now != self._now:
            self._now = now
            self.update()

    @guarded()
    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = tokens.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(theme.line), 1) if self._now else QPen(colour(theme.soon.ink), 2))
        painter.setBrush(colour(theme.surface))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, tokens.RADIUS_CARD, tokens.RADIUS_CARD)


class PlanBoard(QWidget):
    """The live plan of the building; it shows values and says what was asked for."""

    space_activated = Signal(str)
    """The id of the space that was clicked or entered."""
    seat_activated = Signal(str, str)
    """The id of the space, then the id of its seat."""
    floor_shown = Signal(str)
    """The code of the floor now on screen."""
    edit_asked = Signal()
    """A manager wants to change the plan."""
    hour_chosen = Signal(object)
    """None for now, else the aware datetime whose plan is wanted."""

    def __init__(self, plan: FloorPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planBoard")
        self._plan = plan
        self._tabs: dict[str, FloorTab] = {}
        self._codes: dict[FloorTab, str] = {}
        self._view = PlanView(plan, self)
        self._slider = HourSlider(self)
        self._strip = NotNowStrip(self)
        self._strip.hide()
        self._card = _Card(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._top_row(plan))
        column.addWidget(self._card, 1)
        self._fill_card(plan)
        self._view.space_activated.connect(self.space_activated)
        self._view.seat_activated.connect(self.seat_activated)
        self._slider.hour_chosen.connect(self.hour_chosen)
        self._strip.back.connect(self._slider.back_to_now)
        self._order_tabs()
        self.show_floor(plan.floors[0].code)

    def _order_tabs(self) -> None:
        # Tab goes as the eye does. (A focus proxy for the board would hide its other controls from Tab.)
        stops = [*self._tabs.values(), self._slider.line, self._strip, self._view, *self._keys]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _top_row(self, plan: FloorPlan) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        self._tab_row = QHBoxLayout()
        self._tab_row.setSpacing(tokens.GAP)
        self._fill_tabs(plan)
        row.addLayout(self._tab_row)
        row.addSpacing(tokens.INNER_AIR)
        row.addWidget(self._slider, 1)
        return row

    def _fill_tabs(self, plan: FloorPlan) -> None:
        for floor in plan.floors:
            tab = FloorTab(floor.name, self)
            tab.setAccessibleName(floor.name)
            tab.clicked.connect(self._tab_clicked)
            self._tabs[floor.code], self._codes[tab] = tab, floor.code
            self._tab_row.addWidget(tab)

    def use(self, plan: FloorPlan) -> None:
        """Show the building as this plan has it; nothing happens when it is the one that is shown."""
        if plan == self._plan:
            return
        old, self._plan = self._plan, plan
        if [(floor.code, floor.name) for floor in old.floors] != [(floor.code, floor.name) for floor in plan.floors]:
            for tab in self._tabs.values():
                self._tab_row.removeWidget(tab)
                tab.hide()
                tab.deleteLater()
            self._tabs, self._codes = {}, {}
            self._fill_tabs(plan)
            self._order_tabs()
        self._view.use(plan)
        self._legend.show_size(plan)
        self.show_floor(self._view.floor.floor.code)

    def _fill_card(self, plan: FloorPlan) -> None:
        nearer = SmallButton("+", Tone.KEY, self)
        further = SmallButton("−", Tone.KEY, self)
        fit = SmallButton(translate("PlanBoard", "Ajuster"), Tone.KEY, self)
        nearer.setAccessibleName(translate("PlanBoard", "Agrandir le plan"))
        further.setAccessibleName(translate("PlanBoard", "Réduire le plan"))
        nearer.setToolTip(translate("PlanBoard", "Agrandir (+)"))
        further.setToolTip(translate("PlanBoard", "Réduire (-)"))
        fit.setToolTip(translate("PlanBoard", "Voir tout l’étage (0)"))
        nearer.clicked.connect(self._nearer)
        further.clicked.connect(self._further)
        fit.clicked.connect(self._view.fit)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(3, 8, 3, 10)
        column.setSpacing(4)
        band = QHBoxLayout()
        band.setContentsMargins(15, 4, 15, 0)
        band.addWidget(self._strip)
        column.addLayout(band)
        column.addWidget(self._view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 0, 16, 0)
        foot.setSpacing(6)
        self._legend = Legend(plan, self._card)
        foot.addWidget(self._legend, 1)
        foot.addSpacing(tokens.GAP)
        self.edit_button = SmallButton(translate("PlanBoard", "Modifier"), Tone.KEY, self)
        self.edit_button.setAccessibleName(translate("PlanBoard", "Modifier le plan"))
        self.edit_button.setToolTip(translate("PlanBoard", "Modifier le plan (Ctrl Maj E)"))
        self.edit_button.clicked.connect(self.edit_asked)
        self.edit_button.hide()
        self._keys = (self.edit_button, further, fit, nearer)
        for button in self._keys:
            foot.addWidget(button)
        column.addLayout(foot)

    @property
    def view(self) -> PlanView:
        """The floor's view."""
        return self._view

    @property
    def slider(self) -> HourSlider:
        """The hour's slider."""
        return self._slider

    @property
    def strip(self) -> NotNowStrip:
        """The band that says "not now"."""
        return self._strip

    def tab(self, code: str) -> FloorTab:
        """The tab of a floor."""
        return self._tabs[code]

    def show_plan(self, now: PlanNow) -> tuple[str, ...]:
        """Show these values; repaints and gives the ids of the spaces and seats that changed, no other."""
        for floor in now.floors:
            tab = self._tabs.get(floor.code)
            if tab is not None:
                spoken = translate("PlanBoard", "{floor}, présents\u00a0: {count}").format(
                    floor=floor.name, count=floor.present
                )
                tab.show_count(floor.present, spoken)
        if not now.is_now:
            self._strip.show_hour(now.at)
        self._strip.setVisible(not now.is_now)
        self._card.show_now(now.is_now)
        return self._view.show_plan(now)

    def show_floor(self, code: str) -> None:
        """Show one floor, whole; `KeyError` for a code the plan does not have."""
        self._tabs[code].setChecked(True)
        self._view.show_floor(code)
        self.floor_shown.emit(code)

    def highlight(self, identifier: str | None) -> None:
        """Ring a seat or a space and show its floor; None takes the ring away."""
        code = self._view.highlight(identifier)
        if code is not None and self._view.floor.floor.code != code:
            self.show_floor(code)

    def offer_editing(self, offered: bool) -> None:
        """Show the button that changes the plan, to a manager."""
        self.edit_button.setVisible(offered)

    def set_day(self, opening: datetime, closing: datetime, now: datetime) -> None:
        """The day's aware hours, for the slider; call it again as time goes by."""
        self._slider.set_day(opening, closing, now)

    def _tab_clicked(self) -> None:
        tab = self.sender()
        if isinstance(tab, FloorTab):
            self.show_floor(self._codes[tab])

    def _nearer(self) -> None:
        self._view.zoom_by(1.25)

    def _further(self) -> None:
        self._view.zoom_by(0.8)

    @guarded()
    def changeEvent(self, event: QEvent) -> None:
        """A change of theme repaints what is painted by hand."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            for child in self.findChildren(QWidget):
                child.update()
