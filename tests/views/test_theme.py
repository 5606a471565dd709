"""The look: it grows with the text, and its colours can be read in each theme."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from desk import paths
from tests.support.window import Screen, dress, held, window_fixture
from views import theme, tokens

__all__ = ["held", "window_fixture"]


def test_the_smallest_window_grows_with_the_text(held: Screen) -> None:
    assert held.window.minimumSize().toTuple() == (1180, 680)
    dress(held, scale=1.5)
    assert held.window.minimumSize().toTuple() == (1366, 768)


INKS = ("ink", "muted", "accent")
PAPERS = ("background", "surface")


@pytest.mark.parametrize("name", theme.THEMES)
def test_every_text_can_be_read_on_what_it_is_written_on(name: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1; 7 to 1 in the theme of high contrast (1.4.6)."""
    chosen, least = theme.THEMES[name], 7.0 if name == "contrast" else 4.5
    pairs = {(ink, paper): (getattr(chosen, ink), getattr(chosen, paper)) for ink, paper in product(INKS, PAPERS)}
    pairs |= {
        ("on_ink", "ink"): (chosen.on_ink, chosen.ink),
        ("on_accent", "accent"): (chosen.on_accent, chosen.accent),
    }
    for state in ("free", "taken", "soon", "event", "closed", "success"):
        tint = getattr(chosen, state)
        pairs[state, "its fill"] = (tint.ink, tint.fill)
        pairs["ink", state] = (chosen.ink, tint.fill)
    soft = theme._names(chosen, 1.0)["accent_soft"]
    pairs["accent", "accent_soft"] = (chosen.accent, soft)
    pairs["ink", "accent_soft"] = (chosen.ink, soft)
    low = {
        pair: round(tokens.contrast(*colours), 2)
        for pair, colours in pairs.items()
        if tokens.contrast(*colours) < least
    }
    assert low == {}


@pytest.mark.parametrize("name", theme.THEMES)
def test_the_edges_of_what_can_be_pressed_can_be_seen(name: str) -> None:
    """WCAG 2.2, 1.4.11: 3 to 1 against what is around."""
    chosen = theme.THEMES[name]
    edge = theme._names(chosen, 1.0)["line_strong"]
    assert tokens.contrast(edge, chosen.surface) >= 3
    assert tokens.contrast(edge, chosen.background) >= 3


@pytest.mark.parametrize("name", theme.THEMES)
def test_a_theme_dresses_the_palette_and_the_sheet(qapp: QApplication, name: str) -> None:
    theme.apply(qapp, name, 1.3)
    assert tokens.current() is theme.THEMES[name]
    assert qapp.palette().window().color().name() == theme.THEMES[name].background.lower()
    assert qapp.font().pixelSize() == 18
    assert "$" not in qapp.styleSheet()
    theme.apply(qapp, "light")
    qapp.setStyleSheet("")


def test_the_sheet_names_no_colour_of_its_own() -> None:
    sheet = paths.resource("theme", "casaco.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3}\b(?=;)", sheet) == []
