"""The look of the whole application: palette, fonts and the one style sheet, made from the tokens.

Setting a style sheet again costs a visible moment with many widgets (FIELD.md), so it is set once, and again only
when the person changes the theme or the size of the text.
"""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desk import paths
from views import tokens
from views.tokens import Tokens

THEMES = {"light": tokens.LIGHT, "dark": tokens.DARK, "contrast": tokens.HIGH_CONTRAST}
SCALES = (1.0, 1.15, 1.3, 1.5)
_FAMILIES = ("Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")


def apply(application: QApplication, name: str, scale: float = 1.0) -> None:
    """Dress the application in the theme `name` ("light", "dark", "contrast") with text at `scale` (1.0 to 1.5)."""
    chosen = THEMES[name]
    tokens.use(chosen)
    application.setStyle("Fusion")
    application.setPalette(_palette(chosen))
    application.setFont(_font(scale))
    template = Template(paths.resource("theme", "casaco.qss").read_text(encoding="utf-8"))
    application.setStyleSheet(template.substitute(_names(chosen, scale)))


def load_shipped_fonts() -> None:
    """Take the fonts that the bundle ships, where it does; a checkout uses those of the system."""
    folder = paths.resource("fonts")
    if folder.is_dir():
        for file in sorted(folder.iterdir()):
            QFontDatabase.addApplicationFont(str(file))


def _font(scale: float) -> QFont:
    present = set(QFontDatabase.families())
    font = QFont(next((family for family in _FAMILIES if family in present), QFont().family()))
    font.setPixelSize(round(tokens.TEXT * scale))
    # Figures of one width, so that times and amounts do not dance.
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _mix(first: str, second: str, share: float) -> str:
    one, two = QColor(first), QColor(second)
    parts = [
        round(a * (1 - share) + b * share)
        for a, b in ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    ]
    return QColor(*parts).name()


def _names(chosen: Tokens, scale: float) -> dict[str, str]:
    sizes = {
        "text": tokens.TEXT,
        "small": tokens.TEXT_SMALL,
        "title": tokens.TEXT_TITLE,
        "title_large": 17,
        "heading_small": 18,
        "heading": 20,
        "name": tokens.TEXT_NAME,
        "amount": tokens.TEXT_AMOUNT,
        "rail": 11,
        "kiosk": 64,
        "kiosk_clock": 38,
    }
    names = {key: str(round(size * scale)) for key, size in sizes.items()}
    for state in ("free", "taken", "soon", "event", "closed", "success"):
        tint = getattr(chosen, state)
        names[f"{state}_fill"], names[f"{state}_ink"] = tint.fill, tint.ink
    for key in ("background", "surface", "ink", "on_ink", "muted", "line", "accent", "on_accent"):
        names[key] = getattr(chosen, key)
    # Edges of what can be pressed or filled in need 3:1 against the surface (WCAG 2.2, 1.4.11).
    names["line_strong"] = _mix(chosen.line, chosen.muted, 0.75)
    names["accent_soft"] = _mix(chosen.surface, chosen.accent, 0.12)
    for picture in ("check", "down"):
        names[picture] = paths.resource("theme", f"{picture}-{chosen.name}.svg").as_posix()
    names["radius"], names["radius_card"] = str(tokens.RADIUS_CONTROL), str(tokens.RADIUS_CARD)
    return names


def _palette(chosen: Tokens) -> QPalette:
    """An explicit palette: asking Qt for its dark scheme has no effect on several platforms (FIELD.md)."""
    palette = QPalette()
    role = QPalette.ColorRole
    for key, colour in {
        role.Window: chosen.background,
        role.WindowText: chosen.ink,
        role.Base: chosen.surface,
        role.AlternateBase: chosen.background,
        role.Text: chosen.ink,
        role.Button: chosen.surface,
        role.ButtonText: chosen.ink,
        role.ToolTipBase: chosen.surface,
        role.ToolTipText: chosen.ink,
        role.Highlight: chosen.accent,
        role.HighlightedText: chosen.on_accent,
        role.PlaceholderText: chosen.muted,
        role.Link: chosen.accent,
    }.items():
        palette.setColor(key, QColor(colour))
    for key in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(chosen.muted))
    return palette
