"""The colours and sizes of the counter (UX.md's table), as values with no Qt in them.

Widgets that paint themselves read `current()` at paint time; the style sheet and the palette are made from
the same values, so one call to `use()` followed by a repaint changes the whole window.
"""

from __future__ import annotations

from dataclasses import dataclass

# Pixels at 100 % text.
RADIUS_CARD = 14
RADIUS_CONTROL = 10
RADIUS_SMALL = 4
SPACE = 4
GAP = 2 * SPACE
INNER_AIR = 4 * SPACE
CARD_AIR = 5 * SPACE

# Text sizes, in pixels at 100 %.
TEXT = 14
TEXT_SMALL = 12
TEXT_TITLE = 15
TEXT_NAME = 28
TEXT_AMOUNT = 30


@dataclass(frozen=True)
class Tint:
    """A fill and the ink that is written and drawn on it."""

    fill: str
    ink: str


@dataclass(frozen=True)
class Tokens:
    """One theme; colours as "#RRGGBB". `on_*` is the text written on that colour."""

    name: str
    background: str
    surface: str
    ink: str
    on_ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    free: Tint
    taken: Tint
    soon: Tint
    event: Tint
    closed: Tint
    success: Tint

    def state(self, value: str) -> Tint:
        """The tint of a space state ("free", "taken", "soon", "event", "closed")."""
        tints = {
            "free": self.free,
            "taken": self.taken,
            "soon": self.soon,
            "event": self.event,
            "closed": self.closed,
        }
        return tints[value]


LIGHT = Tokens(
    name="light",
    background="#F6F4EF",
    surface="#FFFFFF",
    ink="#1F2933",
    on_ink="#FFFFFF",
    muted="#5B6770",
    line="#E2DED5",
    accent="#0F766E",
    on_accent="#FFFFFF",
    free=Tint("#E3F2E7", "#22663D"),
    taken=Tint("#F7D9CE", "#9A3412"),
    soon=Tint("#FCEBC4", "#7A4B00"),
    event=Tint("#E2DBF5", "#4C2F98"),
    closed=Tint("#E7E8EA", "#4B5563"),
    success=Tint("#E3F2E7", "#166534"),
)

DARK = Tokens(
    name="dark",
    background="#14181C",
    surface="#1D2329",
    ink="#E8ECEF",
    on_ink="#14181C",
    muted="#A3AFB9",
    line="#333C45",
    accent="#5EC4B8",
    on_accent="#14181C",
    free=Tint("#1C3527", "#8FD3A8"),
    taken=Tint("#47251B", "#F3B59E"),
    soon=Tint("#3F310F", "#F2CF7E"),
    event=Tint("#2E2549", "#C9B8F5"),
    closed=Tint("#2A3036", "#A3AFB9"),
    success=Tint("#1C3527", "#8FD3A8"),
)

# At least 7:1 for every text and every line that carries meaning (WCAG 2.2, 1.4.6).
HIGH_CONTRAST = Tokens(
    name="contrast",
    background="#FFFFFF",
    surface="#FFFFFF",
    ink="#000000",
    on_ink="#FFFFFF",
    muted="#333333",
    line="#595959",
    accent="#00504A",
    on_accent="#FFFFFF",
    free=Tint("#F2FBF4", "#0B4A22"),
    taken=Tint("#FFF1EB", "#7A1F00"),
    soon=Tint("#FFF7DF", "#5A3600"),
    event=Tint("#F4F0FF", "#35167A"),
    closed=Tint("#F0F0F0", "#333333"),
    success=Tint("#F2FBF4", "#0B4A22"),
)

_current = LIGHT


def current() -> Tokens:
    """The theme in use."""
    return _current


def use(tokens: Tokens) -> None:
    """Change the theme; the caller repaints the windows."""
    global _current
    _current = tokens


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def quiet_ink(tint: Tint, tokens: Tokens) -> str:
    """The colour of secondary text on a tint: muted where it stays readable (4.5:1), else the tint's ink."""
    return tokens.muted if contrast(tokens.muted, tint.fill) >= 4.5 else tint.ink
