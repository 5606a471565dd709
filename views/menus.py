"""The menu under the name of whoever holds the desk: theme, text size, language, lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desk import language
from desk.language import translate
from views import idle, theme
from views.camera import Camera
from views.camera_menu import CameraMenu
from views.commands import commands

Asked = Callable[[str, object], None]


class _Choice(QObject):
    """Tells what a menu entry stands for; it lives as long as the menu."""

    def __init__(self, parent: QObject, asked: Asked, what: str, value: object) -> None:
        super().__init__(parent)
        self._asked, self._what, self._value = asked, what, value

    def choose(self) -> None:
        """The entry was chosen."""
        self._asked(self._what, self._value)


def add_machines(menu: QMenu, camera: Camera, acts: Mapping[str, Callable[[], None]]) -> None:
    """Add the camera, some commands as the box calls them, and help."""
    menu.addMenu(CameraMenu(camera, menu))
    for command in commands():
        if command.code in ("image", "scanner", "self_service", "training", "settings"):
            pattern = translate("Menus", "{what} ({key})")
            action = QAction(pattern.format(what=command.title, key=command.shown_key), menu)
            action.triggered.connect(acts[command.code])
            menu.addAction(action)
    _add_help(menu.addMenu(translate("Menus", "Aide")), acts)
    menu.addSeparator()


def _add_help(menu: QMenu, acts: Mapping[str, Callable[[], None]]) -> None:
    """What helps: how to use the desk, and what to give to whoever mends it."""
    titles = {
        "handbook": translate("Menus", "Le mode d’emploi ({key})"),
        "keys": translate("Menus", "Les touches ({key})"),
        "diagnostics": translate("Menus", "Un diagnostic pour le dépannage ({key})"),
    }
    for command in commands():
        if command.code in titles:
            action = QAction(titles[command.code].format(key=command.shown_key), menu)
            action.triggered.connect(acts[command.code])
            menu.addAction(action)


def fill_menu(menu: QMenu, asked: Asked, lock: Callable[[], None]) -> None:
    """Fill `menu`; `asked` is called with ("theme", name), ("scale", factor), ("language", code), ("sound", "on" or
    "off") or ("lock_minutes", number)."""
    names = {
        "light": translate("Menus", "Clair"),
        "dark": translate("Menus", "Sombre"),
        "contrast": translate("Menus", "Contraste élevé"),
    }
    _submenu(menu, asked, translate("Menus", "Thème"), "theme", [(name, names[name]) for name in theme.THEMES])
    sizes = [(scale, f"{round(scale * 100)} %") for scale in theme.SCALES]
    _submenu(menu, asked, translate("Menus", "Taille du texte"), "scale", sizes)
    # Each language in its own words, so that nobody is lost in the other.
    _submenu(menu, asked, translate("Menus", "Langue"), "language", [("fr", "Français"), ("en", "English")])
    waits = [
        (minutes, translate("Menus", "{minutes} min").format(minutes=minutes)) for minutes in idle.CHOICES if minutes
    ]
    _submenu(
        menu,
        asked,
        translate("Menus", "Verrouillage automatique"),
        "lock_minutes",
        [(0, translate("Menus", "Jamais")), *waits],
    )
    sounds = [("on", translate("Menus", "Un son à chaque carte")), ("off", translate("Menus", "Aucun son"))]
    _submenu(menu, asked, translate("Menus", "Son"), "sound", sounds)
    menu.addSeparator()
    leave = QAction(translate("Menus", "Verrouiller (Ctrl L)"), menu)
    leave.triggered.connect(lock)
    menu.addAction(leave)


def _submenu(
    menu: QMenu,
    asked: Asked,
    title: str,
    what: str,
    options: list[tuple[str, str]] | list[tuple[float, str]] | list[tuple[int, str]],
) -> None:
    inner = menu.addMenu(title)
    for value, text in options:
        action = QAction(text, inner)
        if what == "language" and value == language.current():
            action.setEnabled(False)
        action.triggered.connect(_Choice(inner, asked, what, value).choose)
        inner.addAction(action)
