"""The words of the plan's editor that several of its parts show."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox

from desk.formats import quantity
from desk.language import current, translate
from desk.plan_editing.parts import MOST_METRES
from views.parts import scaled

FIELD_WIDTH = 112


def surface_words(square_metres: float) -> str:
    """A surface: "504 m²", "62,5 m²"."""
    return translate("PlanWords", "{surface}\u00a0m²").format(surface=quantity(Decimal(str(round(square_metres, 2)))))


def kinds() -> tuple[tuple[str, str], ...]:
    """What a space can be, as the plan's file and as people call it."""
    return (
        ("meeting", translate("PlanKinds", "Salle de réunion")),
        ("training", translate("PlanKinds", "Événements et formation")),
        ("open-space", translate("PlanKinds", "Espace partagé")),
        ("office", translate("PlanKinds", "Bureau")),
        ("phone-box", translate("PlanKinds", "Cabine")),
        ("studio", translate("PlanKinds", "Studio")),
        ("workshop", translate("PlanKinds", "Atelier")),
        ("library", translate("PlanKinds", "Bibliothèque")),
        ("lounge", translate("PlanKinds", "Salon")),
        ("kitchen", translate("PlanKinds", "Cuisine")),
        ("reception", translate("PlanKinds", "Accueil")),
        ("circulation", translate("PlanKinds", "Circulation")),
        ("garden", translate("PlanKinds", "Jardin")),
    )


def step_words(step: float) -> str:
    """A step of the grid: "25 cm"."""
    return translate("PlanWords", "{centimetres}\u00a0cm").format(centimetres=round(step * 100))


def metres(name: str, lowest: float) -> QDoubleSpinBox:
    """A field for a length, with the decimal sign of the language."""
    made = QDoubleSpinBox()
    made.setLocale(QLocale(current()))
    made.setRange(lowest, MOST_METRES)
    made.setDecimals(2)
    made.setSingleStep(0.25)
    made.setSuffix("\u00a0m")
    made.setKeyboardTracking(False)
    made.setAlignment(Qt.AlignmentFlag.AlignRight)
    made.setFixedWidth(scaled(FIELD_WIDTH))
    made.setAccessibleName(name)
    return made


def choice(name: str) -> QComboBox:
    """A list that is no wider than its place, however long its words."""
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    made.setAccessibleName(name)
    return made
