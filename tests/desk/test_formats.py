"""Amounts and dates, with Babel's CLDR data as the oracle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from desk import formats, language

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture
def english() -> Iterator[None]:
    language.install("en", None)
    yield
    language.install("fr", None)


def test_amounts_read_as_the_counter_says_them() -> None:
    assert formats.money(2400) == "24,00\u00a0€"
    assert formats.money(0) == "0,00\u00a0€"
    assert formats.money(-5) == "-0,05\u00a0€"
    assert formats.money(123456789) == "1\u202f234\u202f567,89\u00a0€"


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_amounts_agree_with_cldr_in_both_languages(cents: int) -> None:
    euros = Decimal(cents) / 100
    try:
        assert formats.money(cents) == format_currency(euros, "EUR", locale="fr_FR")
        language.install("en", None)
        assert formats.money(cents) == format_currency(euros, "EUR", locale="en_US")
    finally:
        language.install("fr", None)


def test_every_day_of_two_years_agrees_with_cldr() -> None:
    start = date(2027, 1, 1)
    try:
        for locale in ("fr", "en"):
            language.install(locale, None)
            cldr = "en_GB" if locale == "en" else "fr_FR"
            for offset in range(731):
                moment = start + timedelta(days=offset)
                assert formats.day(moment) == format_date(moment, "EEE d MMM y", locale=cldr)
    finally:
        language.install("fr", None)


def test_rates_and_quantities_carry_no_useless_zero() -> None:
    assert formats.rate(2000) == "20\u00a0%"
    assert formats.rate(550) == "5,5\u00a0%"
    assert formats.rate(0) == "0\u00a0%"
    assert formats.rate(210) == "2,1\u00a0%"
    assert formats.quantity(2) == "2"
    assert formats.quantity(100) == "100"
    assert formats.quantity(Decimal("1.50")) == "1,5"


@pytest.mark.parametrize(
    ("cents", "count", "words"),
    [(583, 7, "0,8329\u00a0€"), (13000, 2, "65,00\u00a0€"), (-500, 1, "-5,00\u00a0€"), (100, 3, "0,3333\u00a0€")],
)
def test_the_price_of_one_has_four_decimals_where_cents_do_not_do(cents: int, count: int, words: str) -> None:
    assert formats.unit_price(cents, count) == words


def test_hours_are_those_of_the_zone_given() -> None:
    moment = datetime(2026, 11, 21, 10, 42, tzinfo=PARIS)
    assert formats.time(moment) == "10:42"
    assert formats.day(moment) == "sam. 21 nov. 2026"
    assert formats.day_time(moment) == "sam. 21 nov. 2026 à 10:42"


def test_english_keeps_the_order_and_changes_the_words(english: None) -> None:
    moment = datetime(2026, 9, 5, 9, 5, tzinfo=PARIS)
    assert formats.money(-123450) == "-€1,234.50"
    assert formats.rate(550) == "5.5%"
    assert formats.quantity(Decimal("1.5")) == "1.5"
    assert formats.day_time(moment) == "Sat 5 Sept 2026 at 09:05"


def test_printers_get_ordinary_spaces_only() -> None:
    assert formats.plain(formats.money(123456)) == "1 234,56 €"
