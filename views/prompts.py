"""The questions that the system's own windows ask. Tests put another prompter in its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class Prompter:
    """Asks the person, and waits for the answer."""

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        """The file chosen among those of `pattern` ("Images (*.png *.jpg)"); None if the person gave up."""
        name, _ = QFileDialog.getOpenFileName(parent, title, "", pattern)
        return Path(name) if name else None

    def save_file(self, parent: QWidget, title: str, suggested: str, pattern: str) -> Path | None:
        """Where to write a file, `suggested` being its name; None if the person gave up."""
        name, _ = QFileDialog.getSaveFileName(parent, title, suggested, pattern)
        return Path(name) if name else None

    def open_folder(self, parent: QWidget, title: str) -> Path | None:
        """The folder chosen; None if the person gave up."""
        name = QFileDialog.getExistingDirectory(parent, title)
        return Path(name) if name else None
