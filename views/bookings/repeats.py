"""How a booking comes back: never, each day, week or month, and until when; as a rule of RFC 5545."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desk.language import translate
from desk.recurrence import DAYS
from views.bookings.fields import date_field
from views.parts import column, named, row, under_name

USUALLY = timedelta(days=91)


class Repeat(StrEnum):
    """How often."""

    NONE = "none"
    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    MONTH_DAY = "month_day"


def rule_of(repeat: Repeat, first: datetime, until: date) -> str:
    """The rule that makes a booking of `first` (local) come back until a day included; empty for never."""
    weekday = DAYS[first.weekday()]
    nth = (first.day - 1) // 7 + 1
    # A month has not always five of a weekday: the fifth is the last one.
    place = -1 if nth == 5 else nth
    rules = {
        Repeat.NONE: "",
        Repeat.DAY: "FREQ=DAILY",
        Repeat.WEEK: f"FREQ=WEEKLY;BYDAY={weekday}",
        Repeat.FORTNIGHT: f"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}",
        Repeat.MONTH: "FREQ=MONTHLY",
        Repeat.MONTH_DAY: f"FREQ=MONTHLY;BYDAY={place}{weekday}",
    }
    return f"{rules[repeat]};UNTIL={until:%Y%m%d}" if rules[repeat] else ""


class RepeatForm(QWidget):
    """`changed` when it is. The day of the end is asked only of what comes back."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=8)
        self.repeat = QComboBox()
        self.repeat.setAccessibleName(translate("RepeatForm", "Se répète"))
        for value, words in (
            (Repeat.NONE, translate("RepeatForm", "Une seule fois")),
            (Repeat.DAY, translate("RepeatForm", "Chaque jour")),
            (Repeat.WEEK, translate("RepeatForm", "Chaque semaine")),
            (Repeat.FORTNIGHT, translate("RepeatForm", "Une semaine sur deux")),
            (Repeat.MONTH, translate("RepeatForm", "Chaque mois, à cette date")),
            (Repeat.MONTH_DAY, translate("RepeatForm", "Chaque mois, ce jour de la semaine")),
        ):
            self.repeat.addItem(words, value)
        body.addLayout(under_name(self.repeat, "", "strong"))
        self.until = date_field(date(2000, 1, 1), translate("RepeatForm", "Jusqu’au"))
        self._until_label = named(self.until)
        body.addLayout(row(self._until_label, 1, self.until))
        self.repeat.currentIndexChanged.connect(self._changed)
        self.until.dateChanged.connect(self._told)
        self._changed()

    def begin(self, day: date) -> None:
        """Start from a first day: once, and until three months later."""
        self.repeat.setCurrentIndex(0)
        until = day + USUALLY
        self.until.setDate(QDate(until.year, until.month, until.day))

    def rule(self, first: datetime) -> str:
        """The rule chosen, for a booking that first begins at `first` (local); empty for once."""
        until = self.until.date()
        day = date(until.year(), until.month(), until.day())
        return rule_of(Repeat(self.repeat.currentData()), first, day)

    def _changed(self, _index: int = 0) -> None:
        again = self.repeat.currentData() != Repeat.NONE
        self.until.setVisible(again)
        self._until_label.setVisible(again)
        self.changed.emit()

    def _told(self, _day: object) -> None:
        self.changed.emit()
