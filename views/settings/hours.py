"""The hours of each weekday, and whether the house keeps the holidays."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QSignalBlocker, QTime
from PySide6.QtWidgets import QCheckBox, QGridLayout, QTimeEdit, QWidget

from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.opening import WeekdayHours, region_names
from desk.recurrence_words import weekday_words
from desk.settings import HoursChange
from views.bookings.fields import time_field
from views.parts import label, named, row
from views.settings.fields import ChoiceField, FlagField
from views.settings.hours_asked import HoursAsker
from views.settings.section import Difference, Sheet

_USUAL = (time(9), time(19))


class WeekdayLine:
    """The fields of one weekday."""

    def __init__(self, weekday: int) -> None:
        self.weekday = weekday
        name = weekday_words(weekday)
        self.box = QCheckBox(name)
        self.opens = time_field(translate("HoursSection", "{day}\u00a0: ouverture").format(day=name))
        self.closes = time_field(translate("HoursSection", "{day}\u00a0: fermeture").format(day=name))
        self.box.toggled.connect(self._toggled)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The three of them."""
        return self.box, self.opens, self.closes

    @property
    def hours(self) -> WeekdayHours:
        """What the fields say."""
        if not self.box.isChecked():
            return WeekdayHours(self.weekday, None, None)
        return WeekdayHours(self.weekday, _of(self.opens), _of(self.closes))

    def show_hours(self, hours: WeekdayHours) -> None:
        """Show hours; those of a closed day wait with the usual ones."""
        blocked = [QSignalBlocker(widget) for widget in self.widgets]
        self.box.setChecked(hours.opens is not None)
        for field, hour, usual in zip((self.opens, self.closes), (hours.opens, hours.closes), _USUAL, strict=True):
            shown = usual if hour is None else hour
            field.setTime(QTime(shown.hour, shown.minute))
        del blocked
        self._toggled()

    def _toggled(self, _checked: bool = False) -> None:
        for field in (self.opens, self.closes):
            field.setEnabled(self.box.isChecked() and self.box.isEnabled())


class HoursSection(HoursAsker):
    """A line for each weekday, and the holidays."""

    def __init__(self, desk: FrontDesk) -> None:
        why = translate(
            "HoursSection",
            "Quand la maison est ouverte. Les moments collectifs, et ce que fait la maison, peuvent avoir lieu en"
            " dehors.",
        )
        super().__init__(desk, translate("HoursSection", "Les heures d’ouverture"), why)
        self.lines = tuple(WeekdayLine(weekday) for weekday in range(1, 8))
        sheet = Sheet()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        heads = translate("HoursSection", "Ouverture"), translate("HoursSection", "Fermeture")
        for column_, words in enumerate(heads, start=1):
            grid.addWidget(label(words, "muted"), 0, column_)
        for place, line in enumerate(self.lines, start=1):
            for column_, widget in enumerate(line.widgets):
                grid.addWidget(widget, place, column_)
            line.box.toggled.connect(self._edited)
            line.opens.timeChanged.connect(self._edited)
            line.closes.timeChanged.connect(self._edited)
        grid.setColumnStretch(3, 1)
        self.body.addWidget(sheet)
        self.holidays = FlagField("closed_on_holidays", translate("HoursSection", "Fermé les jours fériés"))
        self.region = ChoiceField("holiday_region", translate("HoursSection", "Jours fériés de"), region_names())
        for field in (self.holidays, self.region):
            field.listen(self._edited)
            self.body.addLayout(row(named(field.widget), field.widget, 1))
        self.foot.addWidget(self.outside)
        self.build_save()
        self.build_foot()
        self.reload()

    @property
    def first(self) -> QWidget:
        """Monday."""
        return self.lines[0].box

    def reload(self) -> None:
        """Read the hours again."""
        self._week = self.desk.opening.week()
        self._policy = self.desk.bookings.policy()
        for line, hours in zip(self.lines, self._week, strict=True):
            line.box.setEnabled(self.may_change)
            line.show_hours(hours)
        self.holidays.show(self._policy.closed_on_holidays)
        self.region.show(self._policy.holiday_region)
        for field in (self.holidays, self.region):
            field.widget.setEnabled(self.may_change)
        self.show_changes(self._differences())
        self.hush()

    @property
    def wanted(self) -> HoursChange:
        """What is not as it was."""
        holidays, region = self.holidays.value(), self.region.value()
        return HoursChange(
            tuple(line.hours for line, known in zip(self.lines, self._week, strict=True) if line.hours != known),
            closed_on_holidays=holidays if holidays != self._policy.closed_on_holidays else None,
            holiday_region=region if region != self._policy.holiday_region else None,
        )

    def _differences(self) -> tuple[Difference, ...]:
        wanted = self.wanted
        known = {hours.weekday: hours for hours in self._week}
        found = [
            Difference(weekday_words(hours.weekday), hours_words(known[hours.weekday]), hours_words(hours))
            for hours in wanted.week
        ]
        for field in (self.holidays, self.region):
            new = getattr(wanted, field.name)
            if new is not None:
                found.append(Difference(field.title, field.told(getattr(self._policy, field.name)), field.told(new)))
        return tuple(found)

    def show_buttons(self, shown: bool) -> None:
        """The button that saves, and the one that gives up."""
        self.save_button.setVisible(shown and self.may_change)
        self.reset_button.setVisible(shown and self.reset_button.isEnabled())

    def _edited(self, _value: object = None) -> None:
        self.hush()
        self.show_changes(self._differences())

    def save(self) -> None:
        """Save them, ask first, or say why not."""
        changes = " · ".join(change.words for change in self._differences())
        done = translate("HoursSection", "C’est enregistré. {changes}").format(changes=changes)
        refused = self.ask(self.wanted, done)
        if refused is not None:
            self.refuse(refused)


def hours_words(hours: WeekdayHours) -> str:
    """The hours of a weekday in a few words."""
    if hours.opens is None or hours.closes is None:
        return translate("HoursSection", "fermé")
    pattern = translate("HoursSection", "{opens} – {closes}")
    return pattern.format(opens=time_text(hours.opens), closes=time_text(hours.closes))


def _of(field: QTimeEdit) -> time:
    shown = field.time()
    return time(shown.hour(), shown.minute())
