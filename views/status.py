"""The bottom line, and the one calm banner for what needs a person."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame

from desk.errors import EnvironmentFault
from desk.language import translate
from views.parts import ElidedLabel, button, label, row, scaled, set_property

STATUS_HEIGHT = 32
INFORMATION_MS = 7_000


class StatusLine(QFrame):
    """What is safe and what is ready, in small words."""

    def __init__(self, is_demo: bool) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(scaled(STATUS_HEIGHT))
        self._facts = ElidedLabel("", "muted")
        mark = label(translate("StatusLine", "démonstration"), "demo")
        line = row(mark, self._facts, label(translate("StatusLine", "F1 aide   ? touches"), "muted"), gap=10)
        line.setStretch(1, 1)
        line.setContentsMargins(16, 0, 16, 0)
        self.setLayout(line)
        mark.setVisible(is_demo)  # in the line already: alone it would be a window for an instant

    def show_facts(self, facts: list[str]) -> None:
        """Show the facts, separated by points."""
        self._facts.set_text(" · ".join(facts))


@dataclass(frozen=True)
class Notice:
    """Something that needs a person: a sentence, and the word of the act that answers it (none: empty)."""

    code: str
    sentence: str
    act: str = ""


class Banner(QFrame):
    """One notice at a time: a fault first, then what lasts, then a passing information. `acted` carries its code."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._text = label("", "strong", wrap=True)
        self._act = button("", self._acted)
        self._copy = button(translate("Banner", "Copier les détails"), self._copy_details)
        self._close = button(translate("Banner", "Fermer"), self._dismiss, kind="link")
        line = row(self._text, self._act, self._copy, self._close)
        line.setStretch(0, 1)
        line.setContentsMargins(14, 8, 10, 8)
        self.setLayout(line)
        self._lasting: Notice | None = None
        self._passing: Notice | None = None
        self._told: Notice | None = None
        self._fault = ""
        self._details = ""
        self._offers_acts = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pass)
        self._show()

    def keep(self, notice: Notice | None) -> None:
        """Show what lasts until its cause is gone, or take it away."""
        if notice != self._lasting:
            self._lasting = notice
            self._show()

    def offer_acts(self, offered: bool) -> None:
        """Whether acts are offered with the notices: not to whoever passes by a locked desk."""
        self._offers_acts = offered
        self._show()

    def inform(self, sentence: str) -> None:
        """Show a passing information for some seconds."""
        self.offer(Notice("", sentence))

    def offer(self, notice: Notice) -> None:
        """Show for some seconds an information with the act that answers it: what was just done can be taken back."""
        self._passing = notice
        self._timer.start(INFORMATION_MS)
        self._show()

    def tell(self, notice: Notice) -> None:
        """Show until somebody has closed it; what passes by meanwhile is shown first."""
        self._told = notice
        self._show()

    def forget(self) -> None:
        """Take a passing information away before its time."""
        self._timer.stop()
        self._pass()

    def report(self, fault: EnvironmentFault | None, details: str) -> None:
        """Show a fault of the world, or (None) a bug, with details that can be copied."""
        self._details = details
        self._fault = (
            fault.sentence
            if fault is not None
            else translate(
                "Banner",
                "Une erreur inattendue s’est produite. Ce qui était enregistré l’est toujours\u00a0;"
                " vous pouvez continuer.",
            )
        )
        self._show()

    @property
    def sentence(self) -> str:
        """What the banner says, empty when it is not shown."""
        return self._text.text() if not self.isHidden() else ""

    def _show(self) -> None:
        notice = self._passing or self._told or self._lasting
        self._copy.setVisible(bool(self._fault))
        self._close.setVisible(bool(self._fault or self._passing or self._told))
        set_property(self, "tone", "fault" if self._fault else "notice")
        if self._fault:
            self._text.setText(self._fault)
            self._act.hide()
        elif notice is not None:
            self._text.setText(notice.sentence)
            self._act.setText(notice.act)
            self._act.setVisible(bool(notice.act) and self._offers_acts)
        self.setVisible(bool(self._fault) or notice is not None)

    def _acted(self) -> None:
        shown = self._passing or self._told or self._lasting
        if shown is None:
            return
        if self._passing is not None:
            self.forget()
        self.acted.emit(shown.code)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def _dismiss(self) -> None:
        if self._fault:
            self._fault = ""
        elif self._passing is not None:
            self._passing = None
        else:
            self._told = None
        self._show()

    def _pass(self) -> None:
        self._passing = None
        self._show()
