"""The days that are not like the others: a closing, an evening, a holiday on which the house opens."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QSizePolicy, QTimeEdit, QWidget

from desk.formats import day as day_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.opening import NOTE_LIMIT, SpecialDay, WeekdayHours
from desk.settings import HoursChange
from views.bookings.fields import date_field, time_field
from views.parts import button, column, empty, label, row, under_name
from views.settings.hours import hours_words
from views.settings.hours_asked import HoursAsker
from views.settings.section import Sheet
from views.unfinished import is_typed


class SpecialDaysSection(HoursAsker):
    """The days to come that have hours of their own, and one more."""

    def __init__(self, desk: FrontDesk) -> None:
        why = translate(
            "SpecialDays",
            "Une fermeture exceptionnelle, une soirée, un jour férié où la maison ouvre. Ils passent avant les heures"
            " de la semaine et avant les jours fériés.",
        )
        super().__init__(desk, translate("SpecialDays", "Les jours particuliers"), why)
        self._removals: dict[QPushButton, date] = {}
        self._known = column(gap=4)
        self.body.addLayout(self._known)
        self._form = Sheet()
        form = column(self._form, gap=8)
        form.addWidget(label(translate("SpecialDays", "Ajouter ou changer un jour"), "title"))
        self.day = date_field(self._today() + timedelta(days=1), translate("SpecialDays", "Jour"))
        self.open_box = QCheckBox(translate("SpecialDays", "La maison ouvre ce jour-là"))
        self.opens = time_field(translate("SpecialDays", "Ouverture"))
        self.closes = time_field(translate("SpecialDays", "Fermeture"))
        self.opens.setTime(QTime(9, 0))
        self.closes.setTime(QTime(19, 0))
        self.open_box.toggled.connect(self._toggled)
        self.note = QLineEdit()
        self.note.setMaxLength(NOTE_LIMIT)
        self.note.setAccessibleName(translate("SpecialDays", "Pourquoi"))
        self.note.setPlaceholderText(translate("SpecialDays", "Travaux, fête, inventaire…"))
        self.add_button = button(translate("SpecialDays", "Enregistrer ce jour"), self._add, kind="primary")
        # Beside the hours, it is as high as they are.
        self.day.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        form.addWidget(self.open_box)
        form.addLayout(row(*(under_name(field) for field in (self.day, self.opens, self.closes)), 1))
        form.addLayout(under_name(self.note))
        form.addLayout(row(self.add_button, 1))
        self.body.addWidget(self._form)
        self.foot.addWidget(self.outside)
        self.build_foot()
        self._toggled()
        self.reload()

    @property
    def first(self) -> QWidget:
        """The day, where it can be typed."""
        return self.day if self.may_change else self

    @property
    def is_begun(self) -> bool:
        """Whether a note was typed that is no saved day’s."""
        return is_typed(self)

    def _today(self) -> date:
        return self.desk.site.local_now().date()

    def _toggled(self, _checked: bool = False) -> None:
        for field in (self.opens, self.closes):
            field.setEnabled(self.open_box.isChecked())

    def reload(self) -> None:
        """Read the days again."""
        self.note.setModified(False)
        empty(self._known)
        self._removals.clear()
        days = self.desk.opening.special_days(self._today())
        for special in days:
            made = button(translate("SpecialDays", "Retirer"), self._remove, kind="link")
            made.setAccessibleName(translate("SpecialDays", "Retirer le {day}").format(day=day_text(special.day)))
            self._removals[made] = special.day
            line = row(label(special_words(special), "", wrap=True), made)
            line.setStretch(0, 1)
            self._known.addLayout(line)
            made.setVisible(self.may_change)
        if not days:
            none = translate("SpecialDays", "Aucun jour particulier à venir.")
            self._known.addWidget(label(none, "muted", wrap=True))
        self.hush()

    def show_buttons(self, shown: bool) -> None:
        """The form of a day."""
        self._form.setVisible(shown and self.may_change)

    def _add(self) -> None:
        chosen = self.day.date()
        opens, closes = (_of(self.opens), _of(self.closes)) if self.open_box.isChecked() else (None, None)
        special = SpecialDay(date(chosen.year(), chosen.month(), chosen.day()), opens, closes, self.note.text())
        refused = self.ask(HoursChange(special=special), special_words(special))
        if refused is not None:
            self.refuse(refused)

    def _remove(self) -> None:
        day = self._removals.get(self.sender())  # type: ignore[call-overload]
        if day is None:
            return
        done = translate("SpecialDays", "Le {day} est un jour comme les autres.").format(day=day_text(day))
        refused = self.ask(HoursChange(removed=day), done)
        if refused is not None:
            self.refuse(refused)


def special_words(special: SpecialDay) -> str:
    """A day with its hours and why."""
    hours = hours_words(WeekdayHours(special.day.isoweekday(), special.opens, special.closes))
    if not special.note.strip():
        return translate("SpecialDays", "{day}\u00a0: {hours}").format(day=day_text(special.day), hours=hours)
    pattern = translate("SpecialDays", "{day}\u00a0: {hours} · {note}")
    return pattern.format(day=day_text(special.day), hours=hours, note=special.note.strip())


def _of(field: QTimeEdit) -> time:
    shown = field.time()
    return time(shown.hour(), shown.minute())
