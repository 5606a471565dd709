"""One basket for everything: prices per line, discounts by right, what each line gives, refusals with a sentence."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from desk.basket import Basket
from desk.bookings import BookingRequest, book
from desk.checkin import Verdict
from desk.errors import Refused
from desk.shop import MOST, ShopLine, ShopOrder, ShopSold, found
from desk.till import PaymentOffer
from models.bookings import BookingKind
from models.catalogue import PriceCategory
from models.sales import PaymentMode
from models.site import Site
from tests.support.house import PARIS, TUESDAY, SmallHouse

CASH, CARD = PaymentMode.CASH, PaymentMode.CARD
MEMBER, SOLIDARITY, STANDARD = PriceCategory.MEMBER, PriceCategory.SOLIDARITY, PriceCategory.STANDARD
COFFEE, DAY, PRINT = "goods:coffee", "pass:day", "goods:print-bw"


def buy(house: SmallHouse, *lines: ShopLine, mode: PaymentMode = CARD, **order: object) -> ShopSold:
    """Sell a basket, paid exactly; a refusal fails the test."""
    wanted = ShopOrder(lines, **order)  # type: ignore[arg-type]
    quote = house.desk.shop.quote(wanted)
    assert not isinstance(quote, Refused), quote
    sold = house.desk.shop.sell(wanted, (PaymentOffer(mode, quote.basket.total_cents),))
    assert isinstance(sold, ShopSold), sold
    return sold


def refused(house: SmallHouse, *lines: ShopLine, **order: object) -> Refused:
    """Why a basket is not sold; nothing may have been written."""
    before = house.value("SELECT count(*) FROM journal WHERE stream <> 'technical'")
    answer = house.desk.shop.sell(ShopOrder(lines, **order), (PaymentOffer(CARD, 2400),))  # type: ignore[arg-type]
    assert isinstance(answer, Refused), answer
    assert house.value("SELECT count(*) FROM journal WHERE stream <> 'technical'") == before
    return answer


def hold_event(house: SmallHouse, title: str = "Mardi de Casaco", hour: int = 12) -> str:
    """A collective moment of this Tuesday in the Agora."""
    start = datetime(TUESDAY.year, TUESDAY.month, TUESDAY.day, hour, tzinfo=PARIS)
    with house.desk.work.write() as unit:
        held = book(unit, BookingRequest("agora", start, start + timedelta(hours=2), BookingKind.EVENT, title))
    assert isinstance(held, str), held
    return held


def sign_in(house: SmallHouse, name: str = "Gaël Essai") -> None:
    """The manager holds the desk."""
    house.desk.staff.enrol_first(name, "4821")
    house.desk.staff.sign_in(house.desk.staff.everyone()[0].id, "4821")


def test_two_coffees_and_a_day_pass_are_one_sale(house: SmallHouse) -> None:
    order = ShopOrder((ShopLine(COFFEE, 2), ShopLine(DAY)), name="  Zoé Visite ", wants_receipt=True)
    sold = house.desk.shop.sell(order, (PaymentOffer(CASH, 1600, 2000), PaymentOffer(CARD, 1000)))
    assert isinstance(sold, ShopSold)
    assert (sold.sale.total_cents, sold.sale.change_cents) == (2600, 400)
    assert [(p.number, p.arrival.verdict) for p in sold.passes] == [(1, Verdict.IN)]
    assert house.rows("SELECT guest_name, sale_position FROM day_pass") == [("Zoé Visite", 2)]
    body = json.loads(str(house.value("SELECT CAST(body AS TEXT) FROM journal WHERE stream = 'sales'")))
    assert [(line["label"], line["quantity"], line["amount"]) for line in body["lines"]] == [
        ("Café", 2, 200), ("Pass journée", 1, 2400),
    ]  # fmt: skip
    assert house.value("SELECT count(*) FROM print_job") == 2
    assert house.verify(deep=True).ok


def test_each_line_has_its_own_category_and_rate(house: SmallHouse) -> None:
    order = ShopOrder(
        (ShopLine(DAY, 1, SOLIDARITY), ShopLine(DAY, 2), ShopLine("extra:person:extra-coffee", 3, MEMBER))
    )
    quote = house.desk.shop.quote(order)
    assert not isinstance(quote, Refused)
    assert [(line.unit_cents, line.category, line.basis_points) for line in quote.basket.lines] == [
        (1800, SOLIDARITY, 2000), (2400, STANDARD, 2000), (200, MEMBER, 1000),
    ]  # fmt: skip
    assert quote.basket.total_cents == 1800 + 4800 + 660
    sold = buy(house, *order.lines)
    assert len(sold.passes) == 3
    assert house.value("SELECT count(*) FROM visit WHERE left_at IS NULL") == 3
    assert house.verify().ok


def test_a_member_does_not_buy_a_pass_at_a_price_that_is_not_listed(house: SmallHouse) -> None:
    (offer,) = [a for a in house.desk.shop.articles(MEMBER) if a.key == DAY]
    assert (offer.category, offer.cents) == (STANDARD, 2400)


def test_what_sells_most_comes_first_and_letters_find_the_rest(house: SmallHouse) -> None:
    assert [a.key for a in house.desk.shop.articles(STANDARD)][:3] == [COFFEE, DAY, "pass:morning"]
    for _ in range(2):
        buy(house, ShopLine("goods:print-colour"))
    offered = house.desk.shop.articles(STANDARD)
    assert offered[0].key == "goods:print-colour"
    assert found(offered, "caf")[0].key == COFFEE
    assert found(offered, "cafe")[0].key == COFFEE
    assert {a.key for a in found(offered, "impr")} == {PRINT, "goods:print-colour"}
    assert found(offered, "pas jour")[0].key == DAY
    assert found(offered, "carnet")[0].key.startswith("plan:book")
    assert found(offered, "zzz") == ()
    assert found(offered, " ") == offered


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((), "empty"),
        ((ShopLine(COFFEE, 0),), "quantity"),
        ((ShopLine(COFFEE, -3),), "quantity"),
        ((ShopLine(COFFEE, MOST + 1),), "quantity"),
        ((ShopLine("goods:nothing"),), "not_sold"),
        ((ShopLine("ticket:nothing"),), "not_sold"),
        ((ShopLine("goods:room-agora"),), "not_sold"),
        ((ShopLine("plan:nomad", 1, MEMBER),), "no_member"),
        ((ShopLine(COFFEE),) * 61, "too_many"),
        ((ShopLine(COFFEE, 1, STANDARD, 500, " "),), "no_reason"),
        ((ShopLine(COFFEE, 1, STANDARD, 10_001, "trop"),), "discount"),
        ((ShopLine(COFFEE, 5),), "unbalanced"),
    ],
)
def test_what_is_not_sold(house: SmallHouse, lines: tuple[ShopLine, ...], code: str) -> None:
    assert refused(house, *lines).code == code


def test_a_customer_nobody_knows_is_refused(house: SmallHouse) -> None:
    assert refused(house, ShopLine(DAY), member_id="nobody").code == "no_member"
    assert refused(house, ShopLine(DAY), organisation_id="nobody").code == "no_organisation"


def test_a_discount_is_a_managers_and_a_gift_says_why(house: SmallHouse) -> None:
    sign_in(house)
    given = ShopLine(COFFEE, 2, STANDARD, 10_000, "anniversaire")
    sold = buy(
        house, given, ShopLine(DAY, discount=5000, reason="panne de chauffage"), discount=1000, reason="fidélité"
    )
    assert sold.sale.total_cents == 1080
    body = json.loads(str(house.value("SELECT CAST(body AS TEXT) FROM journal WHERE stream = 'sales'")))
    assert [(line["off"], line["amount"]) for line in body["lines"]] == [
        (None, 200), (1, -200), (None, 2400), (3, -1200), (0, -120),
    ]  # fmt: skip
    assert "anniversaire" in body["lines"][1]["label"]
    free = buy(house, given)
    assert free.sale.total_cents == 0
    assert not isinstance(house.desk.staff.enrol_facilitator("Léa Essai", "1357"), Refused)
    house.desk.staff.sign_in(next(p.id for p in house.desk.staff.everyone() if p.name == "Léa Essai"), "1357")
    answer = refused(house, given)
    assert (answer.code, answer.sentence) == (
        "right",
        "Une remise ou un cadeau est pour un·e gérant·e\u00a0: demandez-lui.",
    )
    assert house.verify(deep=True).ok


def test_a_plan_is_granted_to_the_member_from_its_day(house: SmallHouse) -> None:
    member = house.member("Ana Livre", plan="")
    sold = buy(house, ShopLine("plan:book-10-days", 1, MEMBER), ShopLine(COFFEE), member_id=member.id, name="Ana Livre")
    (held,) = sold.memberships
    assert (held.member_id, held.units_left, held.valid_from) == (member.id, 10, TUESDAY)
    assert house.rows("SELECT sale_id, sale_position FROM membership") == [(sold.sale.sale_id, 1)]
    assert house.scan(member).verdict is Verdict.IN
    months = buy(house, ShopLine("plan:nomad", 2, MEMBER), member_id=member.id)
    first, second = months.memberships
    assert second.valid_from == first.valid_until + timedelta(days=1)
    assert house.verify().ok


def test_tickets_count_against_the_seats(house: SmallHouse) -> None:
    event = hold_event(house)
    key = f"ticket:{event}"
    (offer,) = [a for a in house.desk.shop.articles(STANDARD) if a.key == key]
    assert offer.label == "Billet Mardi de Casaco, mar. 24 nov. 2026 à 12:00"
    assert (offer.cents, offer.left) == (500, 22)
    assert buy(house, ShopLine(key, 20)).tickets == 20
    answer = refused(house, ShopLine(key, 2), ShopLine(key, 1, MEMBER))
    assert answer.sentence.endswith("il reste 2 places.")
    assert buy(house, ShopLine(key, 2, MEMBER)).sale.total_cents == 600
    assert refused(house, ShopLine(key)).sentence.endswith("c’est complet.")
    assert house.at(14, 1).desk.shop.quote(ShopOrder((ShopLine(key),))) == Refused(
        "not_sold", "Cet article n’est pas à vendre à ce tarif en ce moment."
    )
    assert house.verify().ok


def test_nobody_pays_for_a_place_that_is_not_there(house: SmallHouse) -> None:
    house.change(Site, 1, safety_limit=2)
    buy(house, ShopLine(DAY))
    assert refused(house, ShopLine(DAY, 2)).code == "full"
    assert buy(house, ShopLine(COFFEE)).sale.total_cents == 100


def test_an_organisation_is_named_with_its_numbers(house: SmallHouse) -> None:
    from desk.organisations import OrganisationEdit

    made = house.desk.organisations.create(OrganisationEdit(name="Les Amis", siren="732829320"))
    assert isinstance(made, str), made
    sold = buy(house, ShopLine(DAY), organisation_id=made, name="ignorée")
    paper = house.desk.receipts.preview(sold.sale.sale_id)
    assert "Les Amis" in str(paper)
    assert house.rows("SELECT customer, organisation_id FROM sale") == [("Les Amis", made)]
    assert house.verify().ok


def test_the_total_is_rounded_once_per_rate(house: SmallHouse) -> None:
    lines = [ShopLine("extra:each:extra-projector", 1, MEMBER)] * 3
    quote = house.desk.shop.quote(ShopOrder(tuple(lines)))
    assert not isinstance(quote, Refused)
    assert quote.basket == Basket(quote.basket.lines)
    assert quote.basket.total_cents == 1800
