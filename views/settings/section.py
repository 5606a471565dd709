"""A room of the settings: what changes is shown before it is saved, said after, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desk.errors import Refused
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.bookings.fields import keep_height
from views.parts import button, column, empty, label, row, scrolling
from views.plan.guard import guarded
from views.settings.fields import Field
from views.unfinished import is_typed


@dataclass(frozen=True)
class Difference:
    """A setting that changes, in words."""

    what: str
    before: str
    after: str

    @property
    def words(self) -> str:
        """Before and after on one line."""
        pattern = translate("SettingsSection", "{what}\u00a0: {before} → {after}")
        return pattern.format(what=self.what, before=self.before, after=self.after)


class Sheet(QWidget):
    """Fields that keep their height: a room that is too low scrolls them."""

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        """Dressed now: the fields know how high they are."""
        super().showEvent(event)
        keep_height(self)


class Section(QWidget):
    """Its title, what it is for, what scrolls, and a foot that stays: it says what was done, and takes it back."""

    def __init__(self, desk: FrontDesk, title: str, why: str) -> None:
        super().__init__()
        self.desk = desk
        self.title = title
        self.setAccessibleName(title)
        inside = QWidget()
        self.body = column(inside, gap=12)
        self.body.setContentsMargins(4, 0, 16, 4)
        self.foot = column(gap=6)
        self.foot.setContentsMargins(4, 6, 16, 0)
        self.scrolled = scrolling(inside)
        whole = column(self, gap=0)
        whole.addWidget(self.scrolled, 1)
        whole.addLayout(self.foot)
        self.body.addWidget(label(title, "heading"))
        self.body.addWidget(label(why, "muted", wrap=True))
        self._refusal = label("", "refusal", wrap=True)
        self._told = label("", "chip", wrap=True)
        self._told.setProperty("tone", "success")
        self.back_button = button(translate("SettingsSection", "Annuler ce changement"), self._undo, kind="link")
        for widget in (self._refusal, self._told, self.back_button):
            widget.hide()
        self._back: Any = None

    def build_foot(self) -> None:
        """End the room: what scrolls, then what was said."""
        self.body.addStretch(1)
        self.foot.addWidget(self._refusal)
        self.foot.addWidget(self._told)
        self.foot.addLayout(row(self.back_button, 1))

    @property
    def may_change(self) -> bool:
        """Whether whoever holds the desk may change the settings."""
        return self.desk.staff.holder.is_manager

    @property
    def first(self) -> QWidget:
        """Where the keyboard goes first."""
        return self

    @property
    def is_begun(self) -> bool:
        """Whether something is typed or chosen that was not saved yet."""
        return is_typed(self)

    def reload(self) -> None:
        """Read the settings again."""
        raise NotImplementedError

    def take_back(self, back: Any) -> Refused | None:
        """Do what `tell` was given to take the last change back."""
        raise NotImplementedError

    def refuse(self, refused: Refused) -> None:
        """Say why not; what was typed stays."""
        self._told.hide()
        self.back_button.hide()
        self._refusal.setText(refused.sentence)
        self._refusal.show()

    def tell(self, sentence: str, back: Any = None) -> None:
        """Say what was done, by whom and when; `back` is what would take it back, None when nothing does."""
        pattern = translate("SettingsSection", "{done} ({who}, {hour})")
        hour = time_text(self.desk.site.local_now())
        self._told.setText(pattern.format(done=sentence, who=self.desk.staff.holder.name, hour=hour))
        self._refusal.hide()
        self._told.show()
        self._back = back
        self.back_button.setVisible(back is not None)

    def hush(self) -> None:
        """Say nothing any more."""
        for widget in (self._refusal, self._told, self.back_button):
            widget.hide()

    def _undo(self) -> None:
        refused = self.take_back(self._back)
        if refused is not None:
            self.refuse(refused)


class ChangingSection(Section):
    """A room whose changes are shown before one button saves them all."""

    _differs = False

    def build_save(self) -> None:
        """What changes, and the buttons that save it or give it up."""
        self._changes = column(gap=2)
        self.save_button = button(translate("SettingsSection", "Enregistrer"), self.save, kind="primary")
        self.reset_button = button(translate("SettingsSection", "Laisser comme c’était"), self.reload, kind="link")
        self.foot.addLayout(self._changes)
        self.foot.addLayout(row(self.save_button, self.reset_button, 1))

    def show_changes(self, changes: tuple[Difference, ...]) -> None:
        """Show what would change; without any, there is nothing to save."""
        self._differs = bool(changes)
        empty(self._changes)
        for change in changes:
            self._changes.addWidget(label(change.words, "strong", wrap=True))
        self.save_button.setVisible(self.may_change)
        self.save_button.setEnabled(bool(changes))
        self.reset_button.setEnabled(bool(changes))
        self.reset_button.setVisible(bool(changes))

    @property
    def is_begun(self) -> bool:
        """Whether saving would change something."""
        return self._differs

    def save(self) -> None:
        """Save what is in the fields."""
        raise NotImplementedError


@dataclass(frozen=True)
class Form:
    """What a form is made of: its words, its fields, and how its value (a frozen dataclass) is read and changed."""

    title: str
    why: str
    fields: tuple[Field, ...]
    read: Callable[[FrontDesk], Any]
    change: Callable[[FrontDesk, Any], Any]


class FormSection(ChangingSection):
    """Fields, what changes in them, and one button that saves it all."""

    def __init__(self, desk: FrontDesk, form: Form) -> None:
        super().__init__(desk, form.title, form.why)
        self._form = form
        self._known: Any = None
        sheet = Sheet()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for line, field in enumerate(form.fields):
            name = label(field.title, "", wrap=True)
            name.setBuddy(field.widget)
            grid.addWidget(name, line, 0)
            fixed = field.widget.minimumWidth() == field.widget.maximumWidth()
            side = Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0)
            grid.addWidget(field.widget, line, 1, side)
            field.listen(self._edited)
        self.body.addWidget(sheet)
        self.build_more()
        self.build_save()
        self.build_foot()
        self.reload()

    def build_more(self) -> None:
        """What a form has below its button; nothing, for most."""

    @property
    def first(self) -> QWidget:
        """The first field."""
        return self._form.fields[0].widget

    def field(self, name: str) -> Field:
        """The field of a setting."""
        return next(field for field in self._form.fields if field.name == name)

    @property
    def wanted(self) -> Any:
        """The value as the fields have it."""
        return replace(self._known, **self.changed)

    @property
    def changed(self) -> dict[str, Any]:
        """The fields that a person has changed, and what they hold now."""
        values = ((field.name, field.value()) for field in self._form.fields)
        return {name: value for name, value in values if value != getattr(self._known, name)}

    def differences(self, before: Any, after: Any) -> tuple[Difference, ...]:
        """What is not the same in two values."""
        pairs = ((field, getattr(before, field.name), getattr(after, field.name)) for field in self._form.fields)
        return tuple(Difference(f.title, f.told(old), f.told(new)) for f, old, new in pairs if old != new)

    def reload(self) -> None:
        """Read the settings again; what was typed and not saved is given up."""
        self._known = self._form.read(self.desk)
        for field in self._form.fields:
            field.show(getattr(self._known, field.name))
            field.widget.setEnabled(self.may_change)
        self.show_changes(self.differences(self._known, self._known))
        self.hush()

    def _edited(self, _value: object = None) -> None:
        self.hush()
        self.show_changes(self.differences(self._known, self.wanted))

    def save(self) -> None:
        """Save them, or say why not."""
        refused = self._change(self.changed, translate("SettingsSection", "C’est enregistré."))
        if refused is not None:
            self.refuse(refused)

    def take_back(self, back: Any) -> Refused | None:
        """Give what was changed the value it had: `back` holds before and after, by name.

        What somebody has changed again since is theirs to decide: then nothing is put back.
        """
        now = self._form.read(self.desk)
        for name, (_, after) in back.items():
            if getattr(now, name) != after:
                self.reload()
                sentence = translate(
                    "SettingsSection",
                    "{what} a encore changé depuis\u00a0: rien n’est remis comme avant. Relisez-le, et changez-le ici.",
                )
                return Refused("changed_since", sentence.format(what=self.field(name).title))
        return self._change(
            {name: before for name, (before, _) in back.items()}, translate("SettingsSection", "C’est comme avant.")
        )

    def _change(self, changed: dict[str, Any], done: str) -> Refused | None:
        """Change these fields and no other: the rest is as it is set now, whatever this page was shown with."""
        before = self._form.read(self.desk)
        answer = self._form.change(self.desk, replace(before, **changed))
        if isinstance(answer, Refused):
            return answer
        changes = self.differences(before, answer)
        self.reload()
        pattern = translate("SettingsSection", "{done} {changes}")
        words = " · ".join(change.words for change in changes)
        pairs = {name: (getattr(before, name), getattr(answer, name)) for name in changed}
        back = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
        self.tell(pattern.format(done=done, changes=words), back or None)
        return None
