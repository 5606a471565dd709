"""Corrections: linked reverse records, never twice, the money the way it came, and what was sold goes back with it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.checkin import Verdict
from desk.discounts import Discount, discounted
from desk.errors import Refused
from desk.organisations import NewOrganisation
from desk.pricing import Basket, BasketLine
from desk.refunds import Corrected, CorrectionOrder, Wanted
from desk.refunds.left import left_of, reverse
from desk.refunds.paying_back import shared
from desk.rentals import RentalOrder
from desk.shop import ShopLine
from desk.till import Corrects, Customer, PaymentOffer, seal, sell
from models.catalogue import PriceCategory
from models.sales import PaymentMode
from tests.desk.test_shop import buy, hold_event, sign_in
from tests.support.house import PARIS, TUESDAY, SmallHouse

CASH, CARD, CHEQUE, TRANSFER = PaymentMode.CASH, PaymentMode.CARD, PaymentMode.CHEQUE, PaymentMode.TRANSFER
MEMBER = PriceCategory.MEMBER
COFFEE, DAY = "goods:coffee", "pass:day"


def correct(house: SmallHouse, sale_id: str, *lines: tuple[int, int], **order: object) -> Corrected:
    """Take something back; a refusal fails the test."""
    answer = try_to(house, sale_id, *lines, **order)
    assert isinstance(answer, Corrected), answer
    return answer


def try_to(house: SmallHouse, sale_id: str, *lines: tuple[int, int], **order: object) -> Corrected | Refused:
    """Try to take something back; after a refusal nothing may have been written."""
    before = house.value("SELECT count(*) FROM journal")
    asked: dict[str, object] = {"reason": "erreur de saisie", "lines": tuple(Wanted(*line) for line in lines), **order}
    answer = house.desk.refunds.correct(CorrectionOrder(sale_id, **asked))  # type: ignore[arg-type]
    if isinstance(answer, Refused):
        assert house.value("SELECT count(*) FROM journal") == before
    return answer


def another_facilitator(house: SmallHouse) -> None:
    """Léa, who is no manager, takes the desk from the manager."""
    if not house.desk.staff.everyone():
        sign_in(house)
    if all(person.name != "Léa Essai" for person in house.desk.staff.everyone()):
        assert not isinstance(house.desk.staff.enrol_facilitator("Léa Essai", "1357"), Refused)
    house.desk.staff.sign_in(next(p.id for p in house.desk.staff.everyone() if p.name == "Léa Essai"), "1357")


def test_a_whole_sale_is_reversed_and_linked(house: SmallHouse) -> None:
    sold = buy(house, ShopLine(COFFEE, 2), ShopLine("extra:person:extra-coffee", 3), mode=CASH)
    back = correct(house, sold.sale.sale_id, wants_receipt=True)
    assert (back.sale.number, back.sale.total_cents, back.corrects) == ("A-000002", -sold.sale.total_cents, "A-000001")
    assert back.payments == (PaymentOffer(CASH, -sold.sale.total_cents),)
    kind, text = house.rows("SELECT kind, CAST(body AS TEXT) FROM journal WHERE stream = 'sales' AND sequence = 2")[0]
    body = json.loads(str(text))
    assert kind == "correction"
    assert body["corrects"] == {"number": "A-000001", "sequence": 1, "reason": "erreur de saisie", "whole": True}
    assert [(line["quantity"], line["corrects"]) for line in body["lines"]] == [(-2, 1), (-3, 2)]
    sealed = "SELECT CAST(body AS TEXT) FROM journal WHERE stream = 'sales' AND sequence = 1"
    first = json.loads(str(house.value(sealed)))
    assert [(v["rate"], -v["base"], -v["vat"]) for v in body["vat"]] == [
        (v["rate"], v["base"], v["vat"]) for v in first["vat"]
    ]
    paper = str(house.value("SELECT document FROM print_job ORDER BY id DESC LIMIT 1"))
    assert "Annule le reçu n° A‑000001" in paper.replace("-", "‑")
    assert "Rendu\\u00a0: Espèces" in paper or "Rendu\u00a0: Espèces" in paper
    assert "Espèces reçues" not in paper
    assert try_to(house, sold.sale.sale_id) == Refused("already", "La vente A-000001 a déjà été reprise en entier.")
    assert house.verify(deep=True).ok


def test_a_drawer_that_has_not_got_the_cash_says_the_ways_on(house: SmallHouse) -> None:
    sign_in(house)
    sold = buy(house, ShopLine(COFFEE, 200), mode=CHEQUE)
    assert house.desk.till.count_float(15_000) is None
    refused = try_to(house, sold.sale.sale_id, mode=CASH)
    assert isinstance(refused, Refused)
    assert refused.code == "drawer_short"
    assert "autre moyen de paiement" in refused.sentence
    assert "Mettre au tiroir" in refused.sentence
    assert house.desk.closings.drawer.put_in(5_000, "coffre") is None
    assert correct(house, sold.sale.sale_id, mode=CASH).payments == (PaymentOffer(CASH, -20_000),)
    assert house.desk.closings.drawer.state().expected_cents == 0


def test_a_drawer_of_which_nobody_said_anything_stops_no_refund(house: SmallHouse) -> None:
    sold = buy(house, ShopLine(COFFEE, 3), mode=CHEQUE)
    assert correct(house, sold.sale.sale_id, mode=CASH).payments == (PaymentOffer(CASH, -300),)


def test_nothing_is_taken_back_twice(house: SmallHouse) -> None:
    sold = buy(house, ShopLine(COFFEE, 3), ShopLine("goods:print-bw", 10))
    back = correct(house, sold.sale.sale_id, (1, 2))
    assert back.sale.total_cents == -200
    assert [(line.position, line.left) for line in house.desk.refunds.lines(sold.sale.sale_id)] == [(1, 1), (2, 10)]
    for lines, code in [
        (((1, 2),), "too_many"), (((1, -1),), "too_many"), (((1, 0),), "nothing"), (((9, 1),), "no_line"),
        (((1, 1), (1, 1)), "twice"),
    ]:  # fmt: skip
        answer = try_to(house, sold.sale.sale_id, *lines)
        assert isinstance(answer, Refused)
        assert answer.code == code
    assert try_to(house, back.sale.sale_id) == Refused(
        "correction", "A-000002 est déjà une correction\u00a0: refaites la vente plutôt."
    )
    assert try_to(house, "nothing") == Refused("no_sale", "Cette vente est introuvable.")
    rest = correct(house, sold.sale.sale_id)
    assert rest.sale.total_cents == -(sold.sale.total_cents - 200)
    assert house.value("SELECT sum(total_cents) FROM sale") == 0
    assert house.verify(deep=True).ok


def test_a_reason_is_compulsory(house: SmallHouse) -> None:
    sold = buy(house, ShopLine(COFFEE))
    for reason in ("", "  ", "ab", "\x00\x07"):
        answer = try_to(house, sold.sale.sale_id, reason=reason)
        assert isinstance(answer, Refused)
        assert answer.code == "no_reason"


def test_a_facilitator_corrects_their_own_sale_for_a_while_and_a_manager_always(house: SmallHouse) -> None:
    sign_in(house)
    managers = buy(house, ShopLine(COFFEE)).sale.sale_id
    another_facilitator(house)
    own, later = buy(house, ShopLine(COFFEE)).sale.sale_id, buy(house, ShopLine(COFFEE)).sale.sale_id
    answer = try_to(house, managers)
    assert isinstance(answer, Refused)
    assert answer.sentence == "Cette vente est d’une autre personne\u00a0: un·e gérant·e peut la corriger."
    assert correct(house, own).sale.total_cents == -100
    house.later(minutes=15, seconds=1)
    answer = try_to(house, later)
    assert isinstance(answer, Refused)
    assert answer.sentence == "Plus de 15 minutes ont passé\u00a0: un·e gérant·e peut la corriger."
    house.desk.staff.sign_in(next(p.id for p in house.desk.staff.everyone() if p.name == "Gaël Essai"), "4821")
    house.later(days=3)
    assert correct(house, later).sale.total_cents == -100
    assert correct(house, managers).sale.total_cents == -100


# --- the money -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cents", "paid", "mode", "is_manager", "back"),
    [
        (500, {CASH: 1000}, None, False, {CASH: -500}),
        (500, {CARD: 1000}, None, False, {CARD: -500}),
        (1200, {CASH: 1000, CARD: 1400}, None, False, {CARD: -1200}),
        (1200, {CASH: 1000, CARD: 1400}, CASH, False, {CASH: -1000, CARD: -200}),
        (500, {CASH: 1000}, TRANSFER, True, {TRANSFER: -500}),
        (500, {CASH: 1000}, TRANSFER, False, "mode"),
        (500, {CARD: 1000}, CASH, True, "mode"),
        (500, {CASH: 1000}, CARD, True, "mode"),
        (1200, {CASH: 1000, CARD: 1400}, TRANSFER, True, {TRANSFER: -1000, CARD: -200}),
        (400, {CASH: 1000, TRANSFER: -600}, None, False, {CASH: -400}),
        (500, {CASH: 1000, TRANSFER: -600}, None, False, "too_much"),
        (0, {CASH: 0}, None, False, {CASH: 0}),
        (150_000, {TRANSFER: 150_000}, CASH, True, "cash_ceiling"),
    ],
)
def test_money_goes_back_the_way_it_came(
    cents: int, paid: dict[PaymentMode, int], mode: PaymentMode | None, is_manager: bool, back: object
) -> None:
    answer = shared(cents, paid, mode, is_manager=is_manager)
    if isinstance(answer, Refused):
        assert answer.code == back
    else:
        assert {p.mode: p.cents for p in answer} == back


# --- what was sold goes back with it -------------------------------------------------------------------------


def test_a_pass_sold_by_mistake_opens_nothing_any_more(house: SmallHouse) -> None:
    sold = buy(house, ShopLine(DAY, 2), name="Zoé Visite")
    back = correct(house, sold.sale.sale_id, (1, 1))
    # Both have just come in by the sale itself: the last one sold goes.
    assert back.consequences == ("Le pass n° 2 (Pass journée) est annulé\u00a0: il n’ouvre plus la porte.",)
    assert house.value("SELECT count(*) FROM visit WHERE annulled_at IS NULL") == 1
    answer = house.later(minutes=1).scan(sold.passes[1].code)
    assert (answer.verdict, answer.refused and answer.refused.code) == (Verdict.REFUSED, "cancelled")
    assert correct(house, sold.sale.sale_id).consequences[0].startswith("Le pass n° 1 (Zoé Visite)")
    answer = house.scan(sold.passes[0].code)
    assert answer.refused is not None
    assert answer.refused.sentence == "Le pass de Zoé Visite a été annulé avec sa vente."
    assert house.verify().ok


def test_a_pass_that_was_used_is_paid_back_by_a_managers_word_alone(house: SmallHouse) -> None:
    sign_in(house)
    sold = buy(house, ShopLine(DAY), name="Zoé Visite")
    house.later(hours=2)
    answer = try_to(house, sold.sale.sale_id)
    assert isinstance(answer, Refused)
    assert answer.code == "used"
    assert answer.sentence.startswith("Le pass n° 1 (Zoé Visite) a servi\u00a0: la personne est venue.")
    another_facilitator(house)
    answer = try_to(house, sold.sale.sale_id, keeps=True)
    assert isinstance(answer, Refused)
    house.desk.staff.sign_in(next(p.id for p in house.desk.staff.everyone() if p.name == "Gaël Essai"), "4821")
    back = correct(house, sold.sale.sale_id, keeps=True, reason="geste commercial")
    assert (back.sale.total_cents, back.consequences) == (-2400, ())
    assert house.rows("SELECT cancelled_at FROM day_pass") == [(None,)]


def test_keeping_what_was_used_is_not_for_a_facilitator(house: SmallHouse) -> None:
    sign_in(house)
    another_facilitator(house)
    sold = buy(house, ShopLine(COFFEE))
    answer = try_to(house, sold.sale.sale_id, keeps=True)
    assert isinstance(answer, Refused)
    assert answer.code == "right"


def test_a_book_goes_back_while_nothing_of_it_was_used(house: SmallHouse) -> None:
    member = house.member("Ana Livre", plan="")
    lines = (ShopLine("plan:book-10-days", 1, MEMBER), ShopLine(COFFEE))
    first = buy(house, *lines, member_id=member.id, name="Ana Livre")
    back = correct(house, first.sale.sale_id, (1, 1))
    assert back.consequences == ("Carnet 10 jours de Ana Livre\u00a0: les 10 unités sont reprises.",)
    assert house.value("SELECT count(*) FROM membership") == 0
    assert house.scan(member).verdict is Verdict.REFUSED
    second = buy(house, *lines, member_id=member.id)
    assert house.later(minutes=1).scan(member).verdict is Verdict.IN
    answer = try_to(house, second.sale.sale_id)
    assert isinstance(answer, Refused)
    assert answer.sentence.startswith("Carnet 10 jours de Ana Livre a déjà servi.")
    # The entry was the mistake: once annulled, the book is whole again and goes back.
    visit = str(house.value("SELECT id FROM visit WHERE annulled_at IS NULL"))
    assert not isinstance(house.desk.checkin.undo(visit), Refused)
    correct(house, second.sale.sale_id)
    assert house.value("SELECT count(*) FROM membership") == 0
    third = buy(house, *lines, member_id=member.id)
    house.later(minutes=20).scan(member)
    correct(house, third.sale.sale_id, keeps=True)
    assert house.rows("SELECT units_left FROM membership") == [(0,)]
    assert house.verify().ok


def test_a_renewal_sold_elsewhere_is_linked_too(house: SmallHouse) -> None:
    member = house.member("Ana Livre", plan="")
    renewed = house.desk.door.renewals.renew(member.id, "nomad", (PaymentOffer(CARD, 30_000),))
    assert not isinstance(renewed, Refused)
    assert renewed.sale is not None
    assert correct(house, renewed.sale.sale_id).consequences == ("Nomade est retiré à Ana Livre.",)
    assert house.value("SELECT count(*) FROM membership") == 0


def test_a_ticket_is_for_sale_again_until_its_moment_begins(house: SmallHouse) -> None:
    event = hold_event(house)
    sold = buy(house, ShopLine(f"ticket:{event}", 3))
    correct(house, sold.sale.sale_id, (1, 2))
    assert house.value("SELECT count(*) FROM event_ticket WHERE cancelled_at IS NULL") == 1
    (offer,) = [a for a in house.desk.shop.articles(PriceCategory.STANDARD) if a.key == f"ticket:{event}"]
    assert offer.left == 21
    answer = try_to(house.at(12, 30), sold.sale.sale_id)
    assert isinstance(answer, Refused)
    assert "a commencé" in answer.sentence


def _rent(house: SmallHouse, hour: int, until: int) -> str:
    start, end = (datetime(TUESDAY.year, TUESDAY.month, TUESDAY.day, h, tzinfo=PARIS) for h in (hour, until))
    order = RentalOrder("calumet", start, end, NewOrganisation("Les Amis", PriceCategory.STANDARD))
    quote = house.desk.rentals.quote("calumet", start, end, PriceCategory.STANDARD)
    assert not isinstance(quote, Refused)
    rented = house.desk.rentals.rent(order, (PaymentOffer(CARD, quote.basket.total_cents),))
    assert not isinstance(rented, Refused)
    return rented.sale.sale_id


def test_a_room_goes_back_with_its_whole_price(house: SmallHouse) -> None:
    sale = _rent(house, 14, 16)
    correct(house, sale, (1, 1))
    assert house.value("SELECT count(*) FROM booking WHERE cancelled_at IS NULL") == 1
    back = correct(house, sale)
    assert back.consequences == ("La réservation «\u00a0Les Amis\u00a0» du mar. 24 nov. 2026 à 14:00 est annulée.",)
    assert house.value("SELECT count(*) FROM booking WHERE cancelled_at IS NULL") == 0
    # The room is anybody's again.
    begun = _rent(house, 14, 16)
    answer = try_to(house.at(14, 30), begun)
    assert isinstance(answer, Refused)
    assert answer.code == "used"
    walked_in = _rent(house, 17, 18)
    mistake = try_to(house.at(17, 5), walked_in)
    assert isinstance(mistake, Refused)
    assert house.verify().ok


def test_a_room_taken_by_mistake_a_minute_ago_goes_back(house: SmallHouse) -> None:
    sale = _rent(house, 9, 11)
    correct(house.later(minutes=2), sale)
    assert house.value("SELECT count(*) FROM booking WHERE cancelled_at IS NULL") == 0


def test_a_sale_with_a_discount_of_an_older_version_goes_back_whole(house: SmallHouse) -> None:
    lines = (BasketLine("coffee", "Café", 2, 100, True, 2000), BasketLine("discount", "Remise", 1, -100, True, 2000))
    with house.desk.work.write() as unit:
        sold = sell(unit, Basket(lines), (PaymentOffer(CARD, 100),), Customer(PriceCategory.STANDARD))
    assert not isinstance(sold, Refused)
    answer = try_to(house, sold.sale_id, (1, 1))
    assert isinstance(answer, Refused)
    assert answer.code == "whole_only"
    assert correct(house, sold.sale_id).sale.total_cents == -100
    assert house.verify().ok


# --- to the cent ---------------------------------------------------------------------------------------------

SOLD = st.lists(
    st.builds(
        BasketLine, st.just("coffee"), st.just("Café"), st.integers(1, 7), st.integers(0, 999), st.booleans(),
        st.sampled_from([550, 1000, 2000]),
    ),
    min_size=1, max_size=5,
)  # fmt: skip


@given(SOLD, st.lists(st.tuples(st.integers(0, 4), st.integers(1, 9_999)), max_size=3), st.data())
def test_corrections_by_parts_add_up_to_the_sale(
    lines: list[BasketLine], off: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Whatever is discounted and in whatever parts it is taken back: VAT, amounts and quantities end at nothing."""
    chosen = {place: points for place, points in off if place < len(lines)}
    discounts = [Discount(points, "x", place) for place, points in chosen.items()]
    basket = discounted(Basket(tuple(lines)), (*discounts, Discount(data.draw(st.integers(1, 9_999)), "y")))
    assert isinstance(basket, Basket)
    sold = dict(enumerate(basket.lines, 1))
    reverses: list[BasketLine] = []
    total, vat, base = basket.total_cents, sum(v.vat for v in basket.vat), sum(v.base for v in basket.vat)
    while not (left := left_of(sold, reverses)).is_empty:
        wanted = {place: data.draw(st.integers(0, most)) for place, most in left.all_of_it.items()}
        answer = reverse(left, wanted if any(wanted.values()) else left.all_of_it)
        if isinstance(answer, Refused):
            # Only the discount of lines at nothing is left, with nothing to take back.
            assert not left.all_of_it
            break
        taken, after = answer
        reverses += taken.lines
        again = left_of(sold, reverses)
        assert [p.left_cents for p in again.parts] == [p.left_cents for p in after.parts]
        assert again.all_of_it == after.all_of_it
        total, vat, base = (
            total + taken.total_cents, vat + sum(v.vat for v in taken.vat), base + sum(v.base for v in taken.vat),
        )  # fmt: skip
        assert abs(taken.total_cents) <= basket.total_cents
    assert (total, vat, base) == (0, 0, 0)


def test_verify_sees_a_correction_that_takes_back_more_than_was_sold(house: SmallHouse) -> None:
    """Written by a program that the rules did not hold back: sealed well, and found all the same."""
    sold = buy(house, ShopLine(COFFEE, 2))
    linked = Corrects(sold.sale.sale_id, sold.sale.number, sold.sale.sequence, "fraude", is_whole=True)
    line = BasketLine("coffee", "Café", -1, 100, True, 2000, PriceCategory.STANDARD, corrects=1)

    def forge(forged: BasketLine, corrects: Corrects | None = linked, kind: str = "correction") -> bool:
        """Whether verifying names the very record that is written."""
        with house.desk.work.write() as unit:
            basket = Basket((forged,))
            paid = (PaymentOffer(CARD, basket.total_cents),)
            made = seal(unit, kind, basket, paid, Customer(PriceCategory.STANDARD), TUESDAY, corrects)
        return made.sequence in {p.sequence for p in house.verify().problems}

    assert not forge(line)
    assert not forge(line)
    assert forge(line), "three of two"
    assert forge(replace(line, quantity=1)), "a correction that sells"
    assert forge(replace(line, unit_cents=50)), "at another price"
    assert forge(replace(line, basis_points=1000)), "at another rate"
    assert forge(replace(line, corrects=7)), "a line that was not sold"
    assert forge(replace(line, corrects=None)), "a line of nothing"
    assert forge(line, None), "linked to nothing"
    assert forge(line, linked, "sale"), "called a sale"
    assert forge(line, replace(linked, number="A-000099")), "another number in its record"
