"""The fields of a form of settings: each shows a value, gives it back, and says it in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from desk.language import translate
from views.parts import scaled

NUMBER_WIDTH = 196


class Field:
    """One setting: `name` in the value that is edited, `title` on the screen, and the widget that holds it."""

    def __init__(self, name: str, title: str, widget: QWidget) -> None:
        self.name = name
        self.title = title
        self.widget = widget
        widget.setAccessibleName(title)

    def show(self, value: Any) -> None:
        """Show a value; nobody is told."""
        raise NotImplementedError

    def value(self) -> Any:
        """What is in the field."""
        raise NotImplementedError

    def told(self, value: Any) -> str:
        """A value in words, a dash for none."""
        return str(value) or "–"

    def listen(self, slot: Callable[..., None]) -> None:
        """Call `slot` when a person changes the field."""
        raise NotImplementedError


class TextField(Field):
    """Words on one line."""

    def __init__(self, name: str, title: str, limit: int) -> None:
        self.edit = QLineEdit()
        self.edit.setMaxLength(limit)
        self._known = ""
        super().__init__(name, title, self.edit)

    def show(self, value: Any) -> None:
        """Show a text."""
        self._known = str(value)
        with QSignalBlocker(self.edit):
            self.edit.setText(str(value))
            self.edit.setCursorPosition(0)

    def value(self) -> str:
        """The text, without useless blanks; as it was when nobody touched it, longer than the field too."""
        text = self.edit.text()
        return self._known if text == self._known[: self.edit.maxLength()] else " ".join(text.split())

    def listen(self, slot: Callable[..., None]) -> None:
        """Each letter counts."""
        self.edit.textChanged.connect(slot)


class NumberField(Field):
    """A number within bounds, with its unit: `pattern` holds {count}. `share` times what is shown is what is kept."""

    def __init__(
        self, name: str, title: str, bounds: tuple[int, int], pattern: str = "{count}", share: int = 1
    ) -> None:
        self.spin = QSpinBox()
        self.spin.setRange(*bounds)
        before, _, after = pattern.partition("{count}")
        self.spin.setPrefix(before)
        self.spin.setSuffix(after)
        self.spin.setFixedWidth(scaled(NUMBER_WIDTH))
        self.spin.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._pattern, self._share, self._known = pattern, share, 0
        super().__init__(name, title, self.spin)

    def show(self, value: Any) -> None:
        """Show a number."""
        self._known = int(value)
        with QSignalBlocker(self.spin):
            self.spin.setValue(int(value) // self._share)

    def value(self) -> int:
        """The number as it is kept; untouched, it keeps what is finer than what is shown."""
        shown = self.spin.value()
        return self._known if shown == self._known // self._share else shown * self._share

    def told(self, value: Any) -> str:
        """The number with its unit."""
        return self._pattern.format(count=int(value) // self._share)

    def listen(self, slot: Callable[..., None]) -> None:
        """Each step counts."""
        self.spin.valueChanged.connect(slot)


class FlagField(Field):
    """Yes or no."""

    def __init__(self, name: str, title: str) -> None:
        self.box = QCheckBox(translate("SettingsFields", "oui"))
        super().__init__(name, title, self.box)

    def show(self, value: Any) -> None:
        """Show yes or no."""
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))

    def value(self) -> bool:
        """Whether it is yes."""
        return self.box.isChecked()

    def told(self, value: Any) -> str:
        """Yes or no, in words."""
        return translate("SettingsFields", "oui") if value else translate("SettingsFields", "non")

    def listen(self, slot: Callable[..., None]) -> None:
        """A click counts."""
        self.box.toggled.connect(slot)


class ChoiceField(Field):
    """One of a few values, each with its words."""

    def __init__(self, name: str, title: str, options: tuple[tuple[str, str], ...]) -> None:
        self.combo = QComboBox()
        for value, words in options:
            self.combo.addItem(words, value)
        super().__init__(name, title, self.combo)

    def show(self, value: Any) -> None:
        """Show a value; one that is none of the choices is shown as it is kept."""
        with QSignalBlocker(self.combo):
            if self.combo.findData(value) < 0:
                self.combo.addItem(str(value), value)
            self.combo.setCurrentIndex(self.combo.findData(value))

    def value(self) -> str:
        """The value chosen."""
        return str(self.combo.currentData())

    def told(self, value: Any) -> str:
        """The words of a value."""
        place = self.combo.findData(value)
        return self.combo.itemText(place) if place >= 0 else str(value)

    def listen(self, slot: Callable[..., None]) -> None:
        """Each choice counts."""
        self.combo.currentIndexChanged.connect(slot)
