"""The set-up of the scanner: scan one card, and read in a sentence whether every other will be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from desk.calibration import PAYLOAD
from desk.frontdesk import FrontDesk
from desk.language import translate
from views import tokens
from views.handbook import Page
from views.parts import button, column, empty, label, row, scrolling, set_property
from views.plan.guard import guarded
from views.qr import qr_pixmap
from views.scanner.diagnosis import diagnose
from views.scanner.key_trace import KeyTrace
from views.scanner.trace import Trace
from views.scanner.verdict import Diagnosis, Verdict
from views.wedge import ScannerWedge

CODE_SIDE = 300
_TONES = {Verdict.GOOD: "in", Verdict.FAIR: "soon", Verdict.BAD: "refused", Verdict.OTHER: "idle"}


class ScannerPage(Page):
    """Listens to the raw keys while it is shown: nothing that is scanned here opens the door."""

    def __init__(self, desk: FrontDesk, wedge: ScannerWedge) -> None:
        super().__init__(translate("ScannerPage", "Réglage du scanner"))
        self._desk = desk
        self.trace = KeyTrace(wedge, self)
        self.trace.traced.connect(self._traced)
        self.diagnosis: Diagnosis | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._result = QFrame()
        self._result.setObjectName("greeting")
        self._answer = column(self._result, air=tokens.CARD_AIR, gap=10)
        answer = QWidget()
        right = column(answer, gap=0)
        right.addWidget(self._result)
        right.addStretch(1)
        line = row(self._left(), scrolling(answer), gap=28)
        line.setStretch(1, 1)
        self.body.addLayout(line, 1)
        self._invite()

    def _left(self) -> QWidget:
        code = QLabel()
        code.setPixmap(qr_pixmap(PAYLOAD, CODE_SIDE))
        code.setAccessibleName(translate("ScannerPage", "Le code de réglage, à scanner"))
        self._printed = label("", "muted", wrap=True)
        self._printed.hide()
        made = QWidget()
        made.setFixedWidth(CODE_SIDE)
        inner = column(made, gap=10)
        inner.addWidget(code)
        hint = translate("ScannerPage", "Un scanner qui lit mal les écrans lira la carte sur papier.")
        inner.addWidget(label(hint, "muted", wrap=True))
        inner.addWidget(button(translate("ScannerPage", "Imprimer la carte"), self._print))
        inner.addWidget(self._printed)
        inner.addStretch(1)
        return made

    def _invite(self) -> None:
        self._answer.addWidget(label(translate("ScannerPage", "Scannez le code ci-contre"), "heading", wrap=True))
        text = translate(
            "ScannerPage",
            "Il contient tous les signes des cartes. L’accueil regarde comment ce scanner tape et dit s’il lira toutes"
            " les cartes, ou ce qu’il faut changer dans ses réglages. Tant que cette page est ouverte, ce que lit le"
            " scanner ne fait entrer ni sortir personne.",
        )
        self._answer.addWidget(label(text, wrap=True))
        self._answer.addStretch(1)

    def _traced(self, trace: object) -> None:
        assert isinstance(trace, Trace)
        self._show(diagnose(trace))

    def _show(self, diagnosis: Diagnosis) -> None:
        self.diagnosis = diagnosis
        empty(self._answer)
        set_property(self._result, "tone", _TONES[diagnosis.verdict])
        self._answer.addWidget(label(diagnosis.sentence, "heading", wrap=True))
        if diagnosis.advice:
            self._answer.addWidget(label(diagnosis.advice, wrap=True))
        if diagnosis.facts:
            self._answer.addSpacing(tokens.SPACE)
            self._answer.addWidget(self._facts(diagnosis))
        self._answer.addStretch(1)
        self._result.setAccessibleName(diagnosis.sentence)

    def _facts(self, diagnosis: Diagnosis) -> QWidget:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        for line, (name, value) in enumerate(diagnosis.facts):
            grid.addWidget(label(name, "muted"), line, 0)
            grid.addWidget(label(value, "strong", wrap=True), line, 1)
        grid.setColumnStretch(1, 1)
        return sheet

    def _print(self) -> None:
        from desk.documents import calibration_card

        self._desk.queue.print_document(calibration_card.document(is_training=self._desk.site.facts().is_training))
        self._printed.setText(translate("ScannerPage", "La carte s’imprime."))
        self._printed.show()

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        """Listen while the page is on the screen."""
        self.trace.start()
        super().showEvent(event)

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keys back to the counter."""
        self.trace.stop()
        super().hideEvent(event)
