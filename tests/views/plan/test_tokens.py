"""The colours can be read: 4.5:1 in every theme, 7:1 in the high-contrast one (UX.md)."""

from __future__ import annotations

import pytest

from desk.plan import SpaceState
from views import tokens
from views.tokens import Tokens, contrast


@pytest.mark.parametrize(("theme", "least"), [(tokens.LIGHT, 4.5), (tokens.DARK, 4.5), (tokens.HIGH_CONTRAST, 7.0)])
def test_every_text_stands_out_from_what_is_under_it(theme: Tokens, least: float) -> None:
    pairs = [
        (theme.ink, theme.background),
        (theme.ink, theme.surface),
        (theme.muted, theme.background),
        (theme.muted, theme.surface),
        (theme.accent, theme.background),
        (theme.accent, theme.surface),
        (theme.on_accent, theme.accent),
        (theme.on_ink, theme.ink),
        (theme.success.ink, theme.success.fill),
    ]
    for state in SpaceState:
        tint = theme.state(state)
        pairs += [
            (tint.ink, tint.fill),
            (tint.ink, theme.surface),
            (theme.ink, tint.fill),
            (tokens.quiet_ink(tint, theme), tint.fill),
        ]
    assert {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < least} == {}


def test_contrast_is_the_standards() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_theme_in_use_can_be_changed() -> None:
    before = tokens.current()
    tokens.use(tokens.DARK)
    try:
        assert tokens.current() is tokens.DARK
    finally:
        tokens.use(before)
