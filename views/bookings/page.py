"""The page of bookings (F3): a day by space, a week of one space, or a list, with what one may do to them."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStackedWidget

from desk.formats import day as day_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.bookings.board import Wanted, day_board, instant_of, week_board
from views.bookings.fields import date_field, space_box
from views.bookings.grid import BookingGrid
from views.bookings.legend import BookingLegend
from views.bookings.places import Place, places
from views.bookings.table import BookingsTable
from views.handbook import Page
from views.members.page import SearchField
from views.parts import button, label, named, row, scaled, set_property
from views.plan.guard import guarded

DAY, WEEK, LIST = "day", "week", "list"
_LISTED_DAYS = 60
_NINE = 9 * 60


class BookingsPage(Page):
    """`booking_asked` carries what was pointed at (a `Wanted`), `change_asked` a booking's id and its change, `opened`
    and `cancel_asked` a booking's id, `undo_asked` takes the last act back, `menu_asked` an act's code.
    """

    booking_asked = Signal(object)
    change_asked = Signal(str, object)
    opened = Signal(str)
    cancel_asked = Signal(str)
    undo_asked = Signal()
    menu_asked = Signal(str)

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("BookingsPage", "Réservations"))
        self._desk = desk
        self._places = places(desk, with_past=True)
        self.day = desk.site.local_now().date()
        self.mode = DAY
        self.grid, self.table = BookingGrid(), BookingsTable()
        self.body.addLayout(self._when_line())
        self.body.addLayout(self._what_line())
        self._views = QStackedWidget()
        self._views.addWidget(self.grid)
        self._views.addWidget(self.table)
        self.body.addWidget(self._views, 1)
        self._empty = label(
            translate("BookingsPage", "Rien n’est réservé ici. Entrée sur une heure libre, ou «\u00a0Réserver\u00a0»."),
            "muted", wrap=True,
        )  # fmt: skip
        self.body.addWidget(self._empty)
        undo = translate("BookingsPage", "Annuler (Ctrl Z)")
        self.undo_button = button(undo, self.undo_asked.emit, kind="link")
        self.undo_button.hide()
        self.body.addLayout(row(BookingLegend(), 1, self.undo_button))
        self.setFocusProxy(self.grid)
        self._connect()
        self.show_mode(DAY)

    # --- building --------------------------------------------------------------------------------------------

    def _when_line(self) -> QHBoxLayout:
        before = button("‹", self._before, kind="small")
        before.setAccessibleName(translate("BookingsPage", "Avant"))
        after = button("›", self._after, kind="small")
        after.setAccessibleName(translate("BookingsPage", "Après"))
        for made in (before, after):
            made.setFixedSize(scaled(30), scaled(44))
        self.today_button = button(translate("BookingsPage", "Aujourd’hui"), self._go_today)
        self.date = date_field(self.day, translate("BookingsPage", "Jour montré"))
        self.date.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.book_button = button(translate("BookingsPage", "Réserver"), self._book)
        self.more_button = button(translate("BookingsPage", "Plus"))
        self.more_button.setMenu(self._menu())
        day = named(self.date, translate("BookingsPage", "Le"))
        acts = self.today_button, 1, self.book_button, self.more_button
        return row(day, before, self.date, after, *acts, gap=8)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for code, words in (
            ("calendar_import", translate("BookingsPage", "Importer un calendrier (.ics)…")),
            ("calendar_export", translate("BookingsPage", "Exporter tout (.ics)…")),
            ("calendar_export_space", translate("BookingsPage", "Exporter l’espace choisi (.ics)…")),
        ):
            action = QAction(words, menu)
            action.setData(code)
            menu.addAction(action)
        menu.triggered.connect(self._menu_chosen)
        return menu

    def _what_line(self) -> QHBoxLayout:
        self._modes = {
            DAY: button(translate("BookingsPage", "Jour"), self._show_day),
            WEEK: button(translate("BookingsPage", "Semaine d’un espace"), self._show_week),
            LIST: button(translate("BookingsPage", "Liste"), self._show_list),
        }
        for made in self._modes.values():
            made.setCheckable(True)
        self.space = space_box(self._places, translate("BookingsPage", "Espace montré"))
        usual = next((index for index, place in enumerate(self._places) if place.is_usual), 0)
        self.space.setCurrentIndex(usual)
        self.search = SearchField()
        self.search.setPlaceholderText(translate("BookingsPage", "Espace, titre, nom…"))
        self.search.setAccessibleName(translate("BookingsPage", "Filtrer les réservations"))
        self.search.setMaxLength(80)
        self.search.setClearButtonEnabled(True)
        self._title = label("", "title")
        self._space_label = named(self.space, translate("BookingsPage", "Espace"))
        line = row(*self._modes.values(), self._space_label, self.space, self.search, self._title, 1, gap=8)
        line.setStretch(5, 8)
        return line

    def _connect(self) -> None:
        self.date.dateChanged.connect(self._date_typed)
        self.space.currentIndexChanged.connect(self._space_chosen)
        self.grid.wanted.connect(self.booking_asked)
        self.grid.change_wanted.connect(self.change_asked)
        self.grid.opened.connect(self.opened)
        self.grid.cancel_wanted.connect(self.cancel_asked)
        self.grid.turned.connect(self.turn)
        self.search.textChanged.connect(self._filter)
        self.search.going_down.connect(self._go_down)
        self.search.entered.connect(self._open_chosen)
        self.table.activated.connect(self._activated)

    # --- what is shown ---------------------------------------------------------------------------------------

    @property
    def place(self) -> Place:
        """The space of the week view."""
        return self._places[max(0, self.space.currentIndex())]

    def show_mode(self, mode: str) -> None:
        """Show the day, the week of a space, or the list."""
        self.mode = mode
        for code, made in self._modes.items():
            made.setChecked(code == mode)
        self._views.setCurrentIndex(1 if mode == LIST else 0)
        for widget in (self._space_label, self.space):
            widget.setVisible(mode == WEEK)
        self.search.setVisible(mode == LIST)
        self._title.setVisible(mode == DAY)
        self.reload()

    def show_day(self, day: date) -> None:
        """Show the day, the week or the two months that begin there."""
        self.day = day
        blocked = QSignalBlocker(self.date)
        self.date.setDate(QDate(day.year, day.month, day.day))
        del blocked
        self.reload()

    def reload(self) -> None:
        """Read everything again; the keyboard stays where it was."""
        today = self._desk.site.local_now().date()
        self.today_button.setEnabled(self.day != today)
        if self.mode == LIST:
            last = self.day + timedelta(days=_LISTED_DAYS)
            self.table.show_bookings(self._desk.bookings.between(self.day, last))
            self._tell_list()
            return
        if self.mode == WEEK:
            board = week_board(self._desk, self._places, self.place, self.day)
        else:
            board = day_board(self._desk, self._places, self.day)
            self._title.setText(day_text(self.day))
        self.grid.show_board(board)
        self._empty.setVisible(not board.blocks)

    def show_undo(self, sentence: str) -> None:
        """Offer to take back an act, by its sentence; empty for nothing to take back."""
        self.undo_button.setToolTip(sentence)
        self.undo_button.setVisible(bool(sentence))

    def _tell_list(self) -> None:
        self._empty.setVisible(self.table.shown.rowCount() == 0)
        set_property(self.table, "empty", "true" if self.table.shown.rowCount() == 0 else "false", alone=True)

    # --- gestures --------------------------------------------------------------------------------------------

    def turn(self, step: int) -> None:
        """The day, the week or the two months before (-1) or after (1)."""
        days = {DAY: 1, WEEK: 7, LIST: _LISTED_DAYS}[self.mode]
        self.show_day(self.day + timedelta(days=days * step))

    def _before(self) -> None:
        self.turn(-1)

    def _after(self) -> None:
        self.turn(1)

    def _go_today(self) -> None:
        self.show_day(self._desk.site.local_now().date())

    def _date_typed(self, day: QDate) -> None:
        self.day = date(day.year(), day.month(), day.day())
        self.reload()

    def _space_chosen(self, _index: int) -> None:
        self.reload()

    def _show_day(self) -> None:
        self.show_mode(DAY)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_week(self) -> None:
        self.show_mode(WEEK)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        self.show_mode(LIST)
        self.search.setFocus()

    def _book(self) -> None:
        """What the keyboard stands on, or the next hour of the day shown."""
        now = self._desk.site.local_now()
        minute = max(_NINE, (now.hour + 1) * 60) if self.day == now.date() else _NINE
        zone = self._desk.site.facts().zone
        starts = instant_of(self.day, minute, zone)
        space = self.place.id
        board = self.grid.board
        if self.mode == DAY and board is not None and board.rows:
            space = board.rows[self.grid.cursor_at.row].space_id
        self.booking_asked.emit(Wanted(space, starts, instant_of(self.day, minute + 60, zone)))

    def _menu_chosen(self, action: QAction) -> None:
        self.menu_asked.emit(str(action.data()))

    def _filter(self, text: str) -> None:
        self.table.shown.ask(text)
        if self.table.shown.rowCount() and text:
            self.table.setCurrentIndex(self.table.shown.index(0, 0))
        self._tell_list()

    def _go_down(self) -> None:
        if self.table.shown.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.table.shown.index(0, 0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_chosen(self) -> None:
        if self.table.chosen:
            self.opened.emit(self.table.chosen)

    def _activated(self, _index: QModelIndex) -> None:
        self._open_chosen()

    def take_focus_back(self) -> None:
        """A panel beside the page is over: the keyboard comes back to what is shown."""
        if self.mode == LIST:
            (self.table if self.table.currentIndex().isValid() else self.search).setFocus()
        else:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl Z takes the last act back, Delete cancels the booking chosen in the list, Esc goes back to the plan."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.key() == Qt.Key.Key_Delete and self.mode == LIST and self.table.chosen:
            self.cancel_asked.emit(self.table.chosen)
        else:
            super().keyPressEvent(event)
