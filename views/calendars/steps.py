"""The steps of importing a calendar: the file, what it would become, what was done."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHeaderView, QPushButton, QTableView, QWidget

from desk.calendars import CalendarImported, CalendarLine, CalendarListed, CalendarPreview, EntryState
from desk.formats import day_time
from desk.language import translate
from views.bookings.places import Place
from views.calendars.lines import COLUMNS, EntriesModel
from views.lists import EvenRows, list_of
from views.parts import Choices, button, column, empty, label, named, row, scaled, scrolling

_ORDER = (EntryState.FAULTY, EntryState.KNOWN, EntryState.GOOD)
_PLACES_HEIGHT = 150


class CalendarChoice(QWidget):
    """`file_asked` to choose a file, `undo_asked` (id) to take an import of before back."""

    file_asked = Signal()
    undo_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=16)
        zone = QFrame()
        zone.setObjectName("drop")
        inner = column(zone, air=28, gap=12)
        inner.addWidget(label(translate("CalendarChoice", "Déposez ici le calendrier de l’ancien outil"), "heading"))
        told = translate(
            "CalendarChoice",
            "Un fichier .ics, avec le nom de l’espace dans le lieu de chaque réservation. Rien n’est enregistré avant"
            " que vous ayez vu chaque entrée.",
        )
        inner.addWidget(label(told, "", wrap=True))
        words = translate("CalendarChoice", "Choisir un fichier…")
        self.file_button = button(words, self.file_asked.emit, kind="primary")
        inner.addLayout(row(self.file_button, 1))
        body.addWidget(zone)
        self._title = label(translate("CalendarChoice", "Derniers imports"), "title")
        body.addWidget(self._title)
        self._recent = column(gap=8)
        body.addLayout(self._recent)
        body.addStretch(1)
        self.undo_buttons: list[tuple[QPushButton, str]] = []

    def show_recent(self, imports: tuple[CalendarListed, ...], zone: ZoneInfo) -> None:
        """Show the imports that can still be taken back."""
        empty(self._recent)
        self.undo_buttons = []
        self._title.setVisible(bool(imports))
        for item in imports:
            pattern = translate("CalendarChoice", "{file}, {when}\u00a0: {count} réservations")
            words = pattern.format(file=item.file_name, when=day_time(item.at.astimezone(zone)), count=item.bookings)
            undo = button(translate("CalendarChoice", "Annuler cet import"), self._undo)
            undo.setAccessibleName(
                translate("CalendarChoice", "Annuler l’import de {file}").format(file=item.file_name)
            )
            self.undo_buttons.append((undo, item.id))
            line = row(label(words, "", wrap=True), undo, gap=12)
            line.setStretch(0, 1)
            self._recent.addLayout(line)

    def _undo(self) -> None:
        pressed = self.sender()
        for made, import_id in self.undo_buttons:
            if made is pressed:
                self.undo_asked.emit(import_id)
                return


class CalendarLook(QWidget):
    """`places_changed` when a name of the file was given to a space; `import_asked`, `nothing_asked` for the choice."""

    places_changed = Signal()
    import_asked = Signal()
    nothing_asked = Signal()

    def __init__(self, places: tuple[Place, ...]) -> None:
        super().__init__()
        self._places = places
        self._preview: CalendarPreview | None = None
        self.boxes: dict[str, QComboBox] = {}
        body = column(self, gap=10)
        self._title = label("", "title")
        body.addWidget(self._title)
        self._unknown = QWidget()
        self._names = column(self._unknown, gap=6)
        self._area = scrolling(self._unknown)
        self._area.setMaximumHeight(scaled(_PLACES_HEIGHT))
        body.addWidget(self._area)
        self.kinds = Choices([(s, "") for s in _ORDER], translate("CalendarLook", "Entrées à montrer"), columns=3)
        body.addWidget(self.kinds)
        self.model = EntriesModel(self)
        self.table = self._table()
        body.addWidget(self.table, 1)
        self.nothing_button = button(translate("CalendarLook", "Ne rien importer"), self.nothing_asked.emit)
        self.import_button = button("", self.import_asked.emit, kind="primary")
        body.addLayout(row(self.nothing_button, 1, self.import_button))
        self.kinds.chosen.connect(self._show_kind)

    def _table(self) -> QTableView:
        table, head = list_of(self.model, translate("CalendarLook", "Entrées du calendrier"), line=32)
        # Names go on a second line sooner in a large text: the width is for the reason.
        for name, width in (("number", scaled(56)), ("when", scaled(100)), ("space", 140), ("title", 130)):
            head.resizeSection(COLUMNS.index(name), width)
        head.setSectionResizeMode(COLUMNS.index("reason"), QHeaderView.ResizeMode.Stretch)
        # Why an entry is left out is read whole, whatever the size of the text.
        EvenRows(table, 32)
        return table

    @property
    def places(self) -> dict[str, str]:
        """The spaces given to names of the file that are on no plan."""
        return {name: str(box.currentData()) for name, box in self.boxes.items() if box.currentData()}

    def wait(self) -> None:
        """The worker is at it: nothing can be imported meanwhile."""
        self.import_button.setEnabled(False)

    def show_preview(self, preview: CalendarPreview, *, again: bool) -> None:
        """Show what the file would become; `again` when only the meaning of a name has changed."""
        self._preview = preview
        pattern = translate("CalendarLook", "{file}\u00a0: {count} entrées")
        self._title.setText(pattern.format(file=preview.file_name, count=len(preview.lines)))
        if not again:
            self._ask_places(preview.places)
        texts = {
            EntryState.FAULTY: translate("CalendarLook", "Fautives\u00a0: {count}"),
            EntryState.KNOWN: translate("CalendarLook", "Déjà là\u00a0: {count}"),
            EntryState.GOOD: translate("CalendarLook", "Justes\u00a0: {count}"),
        }
        for state in _ORDER:
            made = self.kinds.button_of(state)
            made.setText(texts[state].format(count=len(self._lines(state))))
            made.setEnabled(bool(self._lines(state)))
        shown = self.kinds.value
        if shown is None or not self._lines(shown):
            shown = next((state for state in _ORDER if self._lines(state)), EntryState.GOOD)
            self.kinds.choose(shown)
        self._show_kind(shown)
        self._name_import(preview.bookings)

    def _ask_places(self, names: tuple[str, ...]) -> None:
        empty(self._names)
        self.boxes = {}
        for name in names:
            if not name:
                continue
            box = QComboBox()
            box.setAccessibleName(translate("CalendarLook", "L’espace de «\u00a0{name}\u00a0»").format(name=name))
            box.addItem(translate("CalendarLook", "Laisser de côté"), "")
            for place in self._places:
                box.addItem(place.name, place.id)
            box.currentIndexChanged.connect(self._given)
            self.boxes[name] = box
            words = translate("CalendarLook", "«\u00a0{name}\u00a0» n’est pas sur le plan\u00a0: c’est")
            self._names.addLayout(row(named(box, words.format(name=name)), box, 1))
        self._area.setVisible(bool(self.boxes))

    def _given(self, _index: int) -> None:
        self.places_changed.emit()

    def _lines(self, state: EntryState) -> tuple[CalendarLine, ...]:
        if self._preview is None:
            return ()
        found = {EntryState.FAULTY: self._preview.faulty, EntryState.KNOWN: self._preview.known}
        return found.get(state, self._preview.good)

    def _show_kind(self, state: object) -> None:
        assert isinstance(state, EntryState)
        self.model.show_lines(self._lines(state))
        self.table.scrollToTop()

    def _name_import(self, count: int) -> None:
        """The button says how many bookings come; none when nothing would."""
        words = translate("CalendarLook", "Importer {count} réservations").format(count=count)
        if count == 1:
            words = translate("CalendarLook", "Importer une réservation")
        if not count:
            words = translate("CalendarLook", "Rien à importer")
        self.import_button.setText(words)
        self.import_button.setEnabled(count > 0)


class CalendarDone(QWidget):
    """`undo_asked` (id) to take it back, `left` when the person has read it."""

    undo_asked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._import_id = ""
        body = column(self, gap=12)
        self._title = label("", "name_long", wrap=True)
        self._facts = label("", "", wrap=True)
        self.undo_button = button(translate("CalendarDone", "Annuler cet import"), self._undo)
        self.leave_button = button(translate("CalendarDone", "Terminé"), self.left.emit, kind="primary")
        body.addStretch(1)
        body.addWidget(self._title)
        body.addWidget(self._facts)
        body.addLayout(row(self.leave_button, self.undo_button, 1, gap=12))
        body.addStretch(2)

    @property
    def sentence(self) -> str:
        """What is told."""
        return f"{self._title.text()} {self._facts.text()}"

    def show_done(self, done: CalendarImported) -> None:
        """Tell what was imported and what was left out."""
        self._import_id = done.id
        title = translate("CalendarDone", "{count} réservations sont importées")
        if done.bookings == 1:
            title = translate("CalendarDone", "Une réservation est importée")
        self._title.setText(title.format(count=done.bookings))
        facts = translate("CalendarDone", "Laissées de côté\u00a0: {known} déjà là, {faulty} fautives.")
        self._facts.setText(facts.format(known=done.known, faulty=done.faulty))
        self.undo_button.show()

    def show_undone(self, bookings: int) -> None:
        """Tell what was taken back."""
        self._title.setText(translate("CalendarDone", "L’import est annulé"))
        self._facts.setText(translate("CalendarDone", "Réservations retirées\u00a0: {count}.").format(count=bookings))
        self.undo_button.hide()

    def _undo(self) -> None:
        self.undo_asked.emit(self._import_id)
