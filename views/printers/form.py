"""The fields of a printer: its name, how it is reached, its paper, its characters, whether it answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desk.language import translate
from desk.printing.printers import NAME_LIMIT, PrinterListed, PrinterSettings, kind_words, paper_words
from desk.printing.profiles import PAPERS, PROFILES, SHEET, name_of, paper_of
from desk.printing.rendering import WIRED
from desk.printing.states import PrinterKind
from views.parts import column, named

_LONGEST_TARGET = 300


class PrinterForm(QWidget):
    """`settings` is what the fields say; `names_asked` when the system's printers are to be looked for."""

    names_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=4)
        self.name = _line(translate("PrinterForm", "Nom de l’imprimante"), NAME_LIMIT)
        self.name.setPlaceholderText(translate("PrinterForm", "Comptoir, bureau, étage…"))
        self.kind = _combo(translate("PrinterForm", "Comment elle est reliée"))
        for kind in PrinterKind:
            self.kind.addItem(kind_words(kind), kind)
        self.target = _line("", _LONGEST_TARGET)
        self.found = _combo(translate("PrinterForm", "Trouvées sur cet ordinateur"))
        self.paper = _combo(translate("PrinterForm", "Papier"))
        self.page = _combo(translate("PrinterForm", "Jeu de caractères"))
        self.page.addItem(translate("PrinterForm", "CP858, le plus courant"), "CP858")
        self.page.addItem(translate("PrinterForm", "CP1252, avec œ et ’"), "CP1252")
        self.answers = _combo(translate("PrinterForm", "Dit-elle si elle peut imprimer\u00a0?"))
        self.answers.addItem(translate("PrinterForm", "On ne sait pas encore"), None)
        self.answers.addItem(translate("PrinterForm", "Oui\u00a0: papier, capot, panne"), True)
        self.answers.addItem(translate("PrinterForm", "Non, elle ne répond jamais"), False)
        self._captions = {}
        for field in (self.name, self.kind, self.target, self.found, self.paper, self.page, self.answers):
            self._captions[field] = named(field, "", "muted")
            body.addWidget(self._captions[field])
            body.addWidget(field)
        self._target_caption = self._captions[self.target]
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.found.activated.connect(self._take_found)
        self._kind_changed()

    @property
    def settings(self) -> PrinterSettings:
        """What the fields say, right or not."""
        profile = name_of(self.paper.currentData(), self.page.currentData(), self.answers.currentData())
        return PrinterSettings(self._kind, self.target.text(), profile, self.name.text())

    def show_printer(self, printer: PrinterListed) -> None:
        """Fill the fields with a printer as it is."""
        profile = PROFILES[printer.profile]
        self.name.setText(printer.name)
        self.kind.setCurrentIndex(self.kind.findData(printer.kind))
        self._kind_changed()
        self.target.setText(printer.target)
        _choose(self.paper, paper_of(printer.profile))
        _choose(self.page, profile.code_page)
        _choose(self.answers, profile.answers)

    def clear(self) -> None:
        """The fields of a printer that is not there yet."""
        self.name.clear()
        self.target.clear()
        self.kind.setCurrentIndex(0)
        for field in (self.paper, self.page, self.answers):
            field.setCurrentIndex(0)

    def show_names(self, names: tuple[str, ...]) -> None:
        """The printers of the system, to choose from; typing a name stays possible."""
        self.found.clear()
        nothing = translate("PrinterForm", "Aucune\u00a0: tapez son nom")
        self.found.addItem(translate("PrinterForm", "Choisir…") if names else nothing, "")
        for name in names:
            self.found.addItem(name, name)

    @property
    def _kind(self) -> PrinterKind:
        return PrinterKind(self.kind.currentData())

    def _kind_changed(self, _index: int = 0) -> None:
        kind = self._kind
        caption, example = {
            PrinterKind.NETWORK: (translate("PrinterForm", "Adresse sur le réseau"), "192.168.1.50:9100"),
            PrinterKind.DEVICE: (translate("PrinterForm", "Périphérique"), "/dev/usb/lp0"),
            PrinterKind.SERIAL: (translate("PrinterForm", "Port série et vitesse"), "COM3:9600"),
            PrinterKind.SYSTEM: (translate("PrinterForm", "Son nom dans l’ordinateur"), ""),
            PrinterKind.FILES: (translate("PrinterForm", "Dossier"), "tickets"),
        }[kind]
        self._target_caption.setText(caption)
        self.target.setAccessibleName(caption)
        self.target.setPlaceholderText(example)
        wired, system = kind in WIRED, kind is PrinterKind.SYSTEM
        for field, shown in ((self.page, wired), (self.answers, wired), (self.found, system)):
            field.setVisible(shown)
            self._captions[field].setVisible(shown)
        self._offer_papers(wired)
        if system:
            self.show_names(())
            self.names_asked.emit()

    def _offer_papers(self, wired: bool) -> None:
        chosen = self.paper.currentData()
        self.paper.clear()
        for paper in PAPERS:
            if paper != SHEET or not wired:
                self.paper.addItem(paper_words(paper), paper)
        _choose(self.paper, chosen)

    def _take_found(self, _index: int) -> None:
        name = self.found.currentData()
        if name:
            self.target.setText(name)


def _line(name: str, limit: int) -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(limit)
    made.setAccessibleName(name)
    return made


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    return made


def _choose(box: QComboBox, value: object) -> None:
    """The entry that stands for `value`, else the first."""
    at = next((index for index in range(box.count()) if box.itemData(index) == value), 0)
    box.setCurrentIndex(at)
