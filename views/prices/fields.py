"""The fields that the forms of the price list share: an amount, a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QLineEdit

from views.parts import scaled


def amount_field(name: str, example: str) -> QLineEdit:
    """A short field for an amount or a rate."""
    made = QLineEdit()
    made.setMaxLength(12)
    made.setAccessibleName(name)
    made.setPlaceholderText(example)
    made.setFixedWidth(scaled(110))
    return made


def day_field(today: date, name: str) -> QDateEdit:
    """A day, today at the earliest."""
    made = QDateEdit(QDate(today.year, today.month, today.day))
    made.setMinimumDate(made.date())
    made.setDisplayFormat("dd/MM/yyyy")
    made.setAccessibleName(name)
    made.setFixedWidth(scaled(172))
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return made


def chosen_day(field: QDateEdit) -> date:
    """The day in a field."""
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
