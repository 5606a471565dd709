"""What things cost: the cheapest mix, VAT rounded once per rate, prices and rates with their validity dates."""

from __future__ import annotations

import itertools
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.pricing import Basket, BasketLine, UnitPrice, cheapest_mix, line_for, rental_basket, unit_label, vat_on
from models.catalogue import Price, PriceCategory, PriceUnit, Product, VatRate
from models.sales import TaxedAmount, divide_half_up, vat_totals
from tests.support.house import PARIS, TUESDAY, SmallHouse

LENGTHS = {PriceUnit.DAY: 600, PriceUnit.HALF_DAY: 300, PriceUnit.HOUR: 60}


def _brute_force(minutes: int, prices: tuple[UnitPrice, ...]) -> tuple[int, int]:
    """The least cost and then the fewest units, found by trying every mix that could be of use."""
    most = [range(-(-minutes // price.minutes) + 1) for price in prices]
    return min(
        (sum(n * p.cents for n, p in zip(counts, prices, strict=True)), sum(counts))
        for counts in itertools.product(*most)
        if sum(n * p.minutes for n, p in zip(counts, prices, strict=True)) >= minutes
    )


@given(
    minutes=st.integers(1, 1500),
    cents=st.lists(st.integers(0, 30_000), min_size=3, max_size=3),
    kept=st.sets(st.sampled_from(list(LENGTHS)), min_size=1),
)
def test_the_mix_is_the_cheapest_there_is(minutes: int, cents: list[int], kept: set[PriceUnit]) -> None:
    prices = tuple(
        UnitPrice(unit, length, price)
        for (unit, length), price in zip(LENGTHS.items(), cents, strict=True)
        if unit in kept
    )
    mix = cheapest_mix(minutes, prices)
    assert sum(part.count * part.price.minutes for part in mix) >= minutes
    cost = sum(part.count * part.price.cents for part in mix)
    assert (cost, sum(part.count for part in mix)) == _brute_force(minutes, prices)
    assert all(part.count > 0 for part in mix)


def test_the_mix_is_the_cheapest_of_all_for_five_thousand_durations() -> None:
    """Every mix of a price list is tried; a duration is covered by the mixes that last at least as long."""
    rng = Random(5)
    for _ in range(50):
        longest = rng.randint(60, 2400)
        cents = sorted((rng.randint(0, 30_000) for _ in LENGTHS), reverse=rng.random() < 0.9)
        prices = tuple(UnitPrice(*item, price) for item, price in zip(LENGTHS.items(), cents, strict=True))
        most = [range(-(-longest // price.minutes) + 1) for price in prices]
        best = [(10**9, 0)] * (longest + 1)
        for days, halves, hours in itertools.product(*most):
            lasting = min(longest, days * 600 + halves * 300 + hours * 60)
            spent = days * cents[0] + halves * cents[1] + hours * cents[2]
            best[lasting] = min(best[lasting], (spent, days + halves + hours))
        best = list(itertools.accumulate(reversed(best), min))[::-1]
        for _ in range(100):
            minutes = rng.randint(1, longest)
            mix = cheapest_mix(minutes, prices)
            cost = sum(part.count * part.price.cents for part in mix)
            assert (cost, sum(part.count for part in mix)) == best[minutes]


def test_a_rental_lasts_and_has_a_price() -> None:
    for minutes, prices in ((0, (UnitPrice(PriceUnit.HOUR, 60, 1),)), (-5, ()), (60, ())):
        with pytest.raises(ValueError):
            cheapest_mix(minutes, prices)


@given(st.integers(-(10**9), 10**9), st.integers(1, 20_000))
def test_halves_are_rounded_away_from_zero(numerator: int, denominator: int) -> None:
    exact = Decimal(numerator) / Decimal(denominator) if denominator else Decimal(0)
    rounded = divide_half_up(numerator, denominator)
    assert abs(Fraction(numerator, denominator) - rounded) <= Fraction(1, 2)
    if Fraction(numerator, denominator).denominator == 2:
        assert rounded == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


AMOUNTS = st.builds(TaxedAmount, st.integers(-50_000, 50_000), st.booleans(), st.sampled_from([0, 550, 1000, 2000]))


@given(st.lists(AMOUNTS, max_size=12))
def test_vat_is_rounded_once_per_rate_and_always_adds_up(amounts: list[TaxedAmount]) -> None:
    totals = vat_totals(amounts)
    assert [total.basis_points for total in totals] == sorted({amount.basis_points for amount in amounts})
    for total in totals:
        mine = [amount for amount in amounts if amount.basis_points == total.basis_points]
        rate = Fraction(total.basis_points, 10_000)
        exact = sum(
            (Fraction(a.cents) if not a.tax_included else Fraction(a.cents) / (1 + rate) for a in mine), Fraction(0)
        )
        # One rounding for what is priced with VAT, one for what is priced without: never a cent per line.
        assert abs(total.base - exact) <= Fraction(1, 2)
        assert abs(total.total - exact * (1 + rate)) <= 1
        if all(amount.tax_included for amount in mine):
            assert total.total == sum(amount.cents for amount in mine)
        if not any(amount.tax_included for amount in mine):
            assert total.base == sum(amount.cents for amount in mine)


def test_small_amounts_do_not_drift_line_by_line() -> None:
    lines = tuple(BasketLine("print-bw", "Impression", 1, 10, True, 2000) for _ in range(7))
    basket = Basket(lines)
    assert basket.total_cents == 70
    (vat,) = basket.vat
    assert (vat.base, vat.vat) == (58, 12)  # line by line it would be 7 × 2 = 14


PUBLISHED = [
    ("calumet", "standard", 1, 25_00), ("calumet", "standard", 4, 80_00), ("calumet", "standard", 3, 75_00),
    ("calumet", "standard", 5, 80_00), ("calumet", "standard", 6, 105_00), ("calumet", "standard", 10, 140_00),
    ("pow-wow", "solidarity", 4, 91_00), ("agora", "member", 9, 145_00), ("studio-photo", "standard", 2, 44_00),
    ("atelier", "solidarity", 11, 90_00),
]  # fmt: skip


@pytest.mark.parametrize(("space", "category", "hours", "net"), PUBLISHED)
def test_the_published_prices(house: SmallHouse, space: str, category: str, hours: int, net: int) -> None:
    start = datetime(2026, 11, 24, 9, tzinfo=PARIS)
    quote = house.desk.rentals.quote(space, start, start + timedelta(hours=hours), PriceCategory(category))
    basket = quote.basket  # type: ignore[union-attr]
    assert sum(vat.base for vat in basket.vat) == net
    assert basket.total_cents == net * 120 // 100


def test_prices_and_rates_begin_on_their_day(house: SmallHouse) -> None:
    tomorrow = TUESDAY + timedelta(days=1)
    with house.desk.work.write() as unit:
        unit.session.add(VatRate(code="normal", valid_from=tomorrow, basis_points=1960))
        unit.session.add(
            Price(
                id="new", product_code="pass-day", category=PriceCategory.STANDARD, unit=PriceUnit.EACH, cents=2500,
                valid_from=tomorrow,
            )
        )  # fmt: skip
    with house.desk.work.read() as session:
        product = session.get_one(Product, "pass-day")
        for day, cents, rate in ((TUESDAY, 2400, 2000), (tomorrow, 2500, 1960)):
            line = line_for(session, product, PriceUnit.EACH, PriceCategory.STANDARD, day, 2, "Pass")
            assert line is not None
            assert (line.unit_cents, line.basis_points, line.cents) == (cents, rate, 2 * cents)
        assert line_for(session, product, PriceUnit.HOUR, PriceCategory.STANDARD, TUESDAY, 1, "Pass") is None
        assert line_for(session, product, PriceUnit.EACH, PriceCategory.MEMBER, TUESDAY, 1, "Pass") is None
        with pytest.raises(LookupError):
            vat_on(session, "normal", date(2000, 1, 1))


def test_a_rental_across_the_spring_night_is_priced_by_real_time(house: SmallHouse) -> None:
    start = datetime(2027, 3, 28, 1, tzinfo=PARIS)
    with house.desk.work.read() as session:
        site = house.desk.work.site(session)
        # From one to four by the clock, two hours in truth.
        end = datetime(2027, 3, 28, 4, tzinfo=PARIS)
        basket = rental_basket(session, site, "calumet", PriceCategory.STANDARD, start, end)
        assert basket is not None
        assert [(line.label, line.quantity) for line in basket.lines] == [("Calumet, heures", 2)]
        assert rental_basket(session, site, "salon", PriceCategory.STANDARD, start, end) is None


def test_units_have_words() -> None:
    assert [unit_label(unit, 1) for unit in PriceUnit] == ["unité", "heure", "demi-journée", "jour", "personne"]
    assert [unit_label(unit, 2) for unit in PriceUnit] == ["unités", "heures", "demi-journées", "jours", "personnes"]
