"""Amounts as people type them, and nothing that is not one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.amounts import parse_cents
from desk.formats import money


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("20", 2000), ("20,5", 2050), ("20.05", 2005), ("1 234,50 €", 123450), ("1\u202f234,50\u00a0€", 123450),
        ("0", 0), ("12,", 1200), ("1'234", 123400),
    ],
)  # fmt: skip
def test_an_amount_is_read(text: str, cents: int) -> None:
    assert parse_cents(text) == cents


@pytest.mark.parametrize("text", ["", "-5", "abc", "1,234", "1e3", "12 34 56 78 90", ",5", "2,5,0", "∞", "+4"])
def test_what_is_no_amount_is_none(text: str) -> None:
    assert parse_cents(text) is None


@given(st.integers(0, 999_999_999))
def test_what_is_shown_is_read_back(cents: int) -> None:
    assert parse_cents(money(cents)) == cents


@given(st.text(max_size=12))
def test_no_text_breaks_it(text: str) -> None:
    cents = parse_cents(text)
    assert cents is None or cents >= 0
