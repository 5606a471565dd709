"""The printers (Ctrl Shift P): each set up, looked at and tried; below, which prints what. A manager changes them."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QGridLayout, QVBoxLayout, QWidget

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.printing.ports import PrinterLook
from desk.printing.printers import PrinterListed, purpose_words
from desk.printing.states import Purpose
from views.handbook import Page
from views.parts import Choices, button, column, empty, label, named, row, scaled, scrolling, set_property
from views.plan.guard import guarded
from views.printers.form import PrinterForm
from views.printers.looks import Looks

WIDE = 780
"""The least width, at 100 %, in which both halves can be read side by side."""


class PrintersPage(Page):
    """The printers and the fields of the one chosen on the left; how it is and who prints what on the right."""

    def __init__(self, desk: FrontDesk, looks: Looks) -> None:
        super().__init__(translate("PrintersPage", "Imprimantes"))
        self._desk = desk
        self._looks = looks
        self._printers: tuple[PrinterListed, ...] = ()
        self._adding = False
        self._as_shown = PrinterForm().settings
        self.uses: dict[Purpose, QComboBox] = {}
        left, right = column(gap=10), column(gap=10)
        self._build_left(left)
        self._build_right(right)
        inside = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._halves.setContentsMargins(0, 0, 16, 0)
        self._halves.setSpacing(32)
        self._halves.addLayout(left, 1)
        self._halves.addLayout(right, 1)
        self.body.addWidget(scrolling(inside), 1)
        looks.looked.connect(self._looked)
        looks.named.connect(self._named)
        self.form.names_asked.connect(looks.ask_names)
        self.reload()
        self._show_chosen()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The halves stand side by side where their words have room, else one under the other."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        wide = self.width() >= scaled(WIDE)
        self._halves.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        # Side by side they are as wide; one under the other, the longer one must not be squeezed to be as high.
        for half in (0, 1):
            self._halves.setStretch(half, int(wide))

    # --- building --------------------------------------------------------------------------------------------

    def _build_left(self, left: QVBoxLayout) -> None:
        self.choices = Choices((), "")
        self._list = column(gap=8)
        left.addLayout(self._list)
        self.add_button = button(translate("PrintersPage", "Ajouter une imprimante"), self._begin, kind="link")
        left.addLayout(row(self.add_button, 1))
        self.form = PrinterForm()
        left.addWidget(self.form)
        self.save_button = button(translate("PrintersPage", "Enregistrer"), self._save, kind="primary")
        self.remove_button = button(translate("PrintersPage", "Retirer"), self._remove)
        line = row(self.save_button, self.remove_button)
        line.setStretch(0, 1)
        left.addLayout(line)
        words = translate("PrintersPage", "Seul·e un·e gérant·e change les imprimantes.")
        self._only = label(words, "muted", wrap=True)
        left.addWidget(self._only)
        left.addStretch(1)

    def _build_right(self, right: QVBoxLayout) -> None:
        self._refusal = label("", "refusal", wrap=True)
        self._told = label("", "change", wrap=True)
        right.addWidget(self._refusal)
        right.addWidget(self._told)
        self._which = label("", "title", wrap=True)
        self._state = label("", "chip", wrap=True)
        right.addWidget(self._which)
        right.addWidget(self._state)
        self.look_button = button(translate("PrintersPage", "Vérifier"), self._look)
        self.test_button = button(translate("PrintersPage", "Page de test"), self._test)
        self.drawer_button = button(translate("PrintersPage", "Ouvrir le tiroir"), self._drawer)
        right.addLayout(row(self.look_button, self.test_button, self.drawer_button, 1))
        right.addSpacing(12)
        right.addWidget(label(translate("PrintersPage", "Qui imprime quoi"), "title"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for line, purpose in enumerate(Purpose):
            words = purpose_words(purpose)
            box = QComboBox()
            box.setAccessibleName(words)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
            box.activated.connect(self._assigned)
            self.uses[purpose] = box
            grid.addWidget(named(box, words[:1].upper() + words[1:]), line, 0)
            grid.addWidget(box, line, 1)
        right.addLayout(grid)
        right.addStretch(1)

    # --- showing ---------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the printers again; the one chosen stays chosen, and what is being typed stays typed."""
        chosen = self.choices.value
        self._printers = self._desk.printers.everyone()
        empty(self._list)
        waits = translate("PrintersPage", "{name} · {count} en attente")
        options = [(p.id, waits.format(name=p.name, count=p.waiting) if p.waiting else p.name) for p in self._printers]
        self.choices = Choices(options, translate("PrintersPage", "Imprimantes"))
        self.choices.chosen.connect(self._show_chosen)
        known = [p.id for p in self._printers]
        if not self._adding:
            self.choices.choose(chosen if chosen in known else known[0])
        self._list.addWidget(self.choices)
        for purpose, box in self.uses.items():
            box.clear()
            for printer in self._printers:
                box.addItem(printer.name, printer.id)
            user = next((index for index, p in enumerate(self._printers) if purpose in p.purposes), -1)
            box.setCurrentIndex(user)
        self._allow()

    @property
    def is_begun(self) -> bool:
        """Whether the fields say something else of the printer than what was shown."""
        return self.form.settings != self._as_shown

    def come_back(self) -> None:
        """The printers may have changed; what is typed stays."""
        self.reload()

    def _show_chosen(self, _value: object = None) -> None:
        printer = self._chosen()
        if printer is None:
            return
        self._adding = False
        self.form.show_printer(printer)
        self._as_shown = self.form.settings
        self._show_state(printer.name, "", "")
        self._say(None)
        self._allow()

    def _chosen(self) -> PrinterListed | None:
        return next((p for p in self._printers if p.id == self.choices.value), None)

    def _allow(self) -> None:
        """What only a manager may do, and what the chosen printer can."""
        manager, printer = self._desk.staff.holder.is_manager, self._chosen()
        for widget in (self.form, self.save_button, self.add_button, *self.uses.values()):
            widget.setEnabled(manager)
        self._only.setVisible(not manager)
        self.remove_button.setEnabled(manager and printer is not None and len(self._printers) > 1)
        for widget in (self.look_button, self.test_button):
            widget.setEnabled(printer is not None)
        self.drawer_button.setEnabled(manager and printer is not None and printer.is_wired)

    def _show_state(self, which: str, words: str, tone: str) -> None:
        self._which.setText(which)
        self._state.setText(words)
        self._state.setVisible(bool(words))
        set_property(self._state, "role", "refusal" if tone == "refused" else "chip")
        set_property(self._state, "tone", tone)

    def _say(self, refused: Refused | None, done: str = "") -> None:
        self._refusal.setText(refused.sentence if refused else "")
        self._refusal.setVisible(refused is not None)
        self._told.setText(done)
        self._told.setVisible(bool(done))

    # --- acting ----------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._adding = True
        self.choices.forget()
        self.form.clear()
        self._as_shown = self.form.settings
        self._show_state(translate("PrintersPage", "Nouvelle imprimante"), "", "")
        self._say(None)
        self._allow()
        self.form.name.setFocus()

    def _save(self) -> None:
        printer, settings = self._chosen(), self.form.settings
        if printer is None:
            answer = self._desk.printers.add(settings)
        else:
            answer = self._desk.printers.change(printer.id, settings)
        if isinstance(answer, Refused):
            self._say(answer)
            return
        self._adding = False
        self.reload()
        self.choices.choose(answer.id)
        self._show_chosen()
        words = translate("PrintersPage", "{name} est enregistrée. Imprimez une page de test, et regardez-la.")
        self._say(None, words.format(name=answer.name))

    def _remove(self) -> None:
        printer = self._chosen()
        if printer is None:
            return
        refused = self._desk.printers.remove(printer.id)
        if refused is None:
            self.reload()
            self._show_chosen()
        words = translate("PrintersPage", "{name} est retirée.").format(name=printer.name)
        self._say(refused, words if refused is None else "")

    def _look(self) -> None:
        printer = self._chosen()
        if printer is not None:
            self._show_state(printer.name, translate("PrintersPage", "On lui demande…"), "")
            self._looks.look(printer)

    def _looked(self, printer_id: str, look: object) -> None:
        assert isinstance(look, PrinterLook)
        printer = self._chosen()
        if printer is not None and printer.id == printer_id:
            tone = "success" if look.code == "ready" else "soon" if look.is_good else "refused"
            self._show_state(printer.name, look.sentence, tone)

    def _named(self, names: object) -> None:
        assert isinstance(names, tuple)
        self.form.show_names(names)

    def _test(self) -> None:
        printer = self._chosen()
        if printer is not None:
            self._desk.printers.trials.test_page(printer)
            words = translate("PrintersPage", "La page de test part vers {name}. Elle dit ce qu’il faut y voir.")
            self._say(None, words.format(name=printer.name))

    def _drawer(self) -> None:
        printer = self._chosen()
        if printer is not None:
            refused = self._desk.printers.trials.open_drawer(printer)
            words = translate("PrintersPage", "Le tiroir doit s’ouvrir maintenant.")
            self._say(refused, words if refused is None else "")

    def _assigned(self, _index: int) -> None:
        changed = self.sender()
        for purpose, box in self.uses.items():
            if box is changed:
                refused = self._desk.printers.assign(purpose, box.currentData())
                self.reload()
                words = translate("PrintersPage", "C’est noté\u00a0: {what}, sur {name}.")
                name = box.currentText()
                self._say(refused, words.format(what=purpose_words(purpose), name=name) if refused is None else "")
