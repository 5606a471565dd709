"""The demo world as it stands on a Tuesday at 10:42, seen through the desk's own use cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desk.checkin import Verdict
from desk.demo import Case, WorldMade, all_cases, demo_pin, find_case, make_world
from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.invoices import InvoiceKind
from desk.staff import SignedIn
from desk.verify import verify_folder
from models.base import instant_text
from models.bookings import BookingKind
from models.cooperators import CooperatorCategory
from models.journal import JournalRecord
from models.printing import ReceiptPrint
from models.sales import Payment, PaymentMode, Sale
from models.visits import Visit
from tests.support.demo_world import NOW, ZONE, demo_source, demo_world, open_demo

__all__ = ["demo_world"]


@pytest.fixture
def made(tmp_path_factory: pytest.TempPathFactory) -> WorldMade:
    return demo_source(tmp_path_factory)[1]


@pytest.fixture
def desk(demo_world: Path) -> Iterator[FrontDesk]:
    opened = open_demo(demo_world)
    yield opened
    opened.close()


def test_the_published_totals_come_out_of_the_desk(desk: FrontDesk, made: WorldMade) -> None:
    members, cooperators = desk.members.everyone(), desk.cooperators.everyone()
    assert len(members) == made.members == 130
    assert all(member.card_code and member.plan for member in members)
    counted = [sum(c.category is category for c in cooperators) for category in CooperatorCategory]
    assert counted == [31, 23, 10]
    assert sum(c.capital_cents for c in cooperators) == made.capital_cents == 29_940_00
    assert sum(c.capital_cents for c in cooperators if c.is_public_body) == 12_000_00


def test_37_people_are_in_and_none_from_an_earlier_day(desk: FrontDesk) -> None:
    presence = desk.presence.now()
    assert 35 <= presence.count <= 39
    assert {person.since.date() for person in presence.people} == {NOW.date()}
    assert all(person.since <= NOW for person in presence.people)
    assert len({person.seat_id for person in presence.people if person.seat_id}) >= 30


def test_ten_days_of_visits_and_sales_at_the_published_pace(desk: FrontDesk, made: WorldMade) -> None:
    assert made.opening_days == 11
    assert 10.5 * 38 <= made.visits <= 10.5 * 50
    assert 10.5 * 11 <= made.sales <= 10.5 * 19
    assert 10.5 * 4.5 <= made.bookings <= 10.5 * 8.5
    with desk.work.read() as session:
        assert session.scalar(select(func.count()).select_from(Visit)) == made.visits
        assert session.scalar(select(func.count()).select_from(Sale)) == made.sales + made.corrections
        assert set(session.scalars(select(Payment.mode))) == set(PaymentMode)
        receipts = session.scalar(select(func.count()).select_from(ReceiptPrint)) or 0
    assert 0 < receipts < made.sales


def test_mistakes_are_taken_back_as_at_the_desk(desk: FrontDesk, made: WorldMade) -> None:
    assert made.corrections >= made.credit_notes >= 1
    notes = [invoice for invoice in desk.invoices.everyone() if invoice.kind is InvoiceKind.CREDIT_NOTE]
    assert len(notes) == made.credit_notes
    assert all((file := desk.invoices.file(note.id)) and file.credits and file.reason for note in notes)
    with desk.work.read() as session:
        corrections = session.scalars(select(Sale).where(Sale.corrects_id.is_not(None))).all()
    assert len(corrections) == made.corrections
    assert all(correction.total_cents < 0 for correction in corrections)


def test_nothing_but_bookings_is_dated_after_now(desk: FrontDesk) -> None:
    with desk.work.read() as session:
        assert session.scalar(select(func.max(Visit.entered_at))) <= NOW
        assert session.scalar(select(func.max(Visit.left_at))) <= NOW
        assert session.scalar(select(func.max(JournalRecord.at))) <= instant_text(NOW)


def test_the_agenda_of_a_tuesday(desk: FrontDesk) -> None:
    agenda = desk.bookings.of_day()
    (tuesday,) = [b for b in agenda if b.kind is BookingKind.EVENT and b.starts_at.hour == 12]
    assert (tuesday.title, tuesday.space_id, tuesday.people) == ("Mardi de Casaco", "agora", 22)
    assert {booking.kind for booking in agenda} == set(BookingKind)
    assert any(booking.starts_at <= NOW < booking.ends_at for booking in agenda)
    assert desk.bookings.of_day(date(2026, 11, 25)) != ()


def test_no_paper_waits_and_the_journal_holds(desk: FrontDesk, demo_world: Path) -> None:
    assert desk.queue.pending() == ()
    verification = verify_folder(demo_world, deep=True)
    assert verification.problems == ()
    assert verification.ok


def test_the_desk_is_free_with_a_word_left_for_the_next(desk: FrontDesk) -> None:
    signed = desk.staff.sign_in(desk.staff.everyone()[0].id, demo_pin())
    assert isinstance(signed, SignedIn)
    assert "Un colis attend" in signed.note
    assert desk.till.float_today() == 150_00
    assert sum(person.is_manager for person in desk.staff.everyone()) == 1


@pytest.mark.parametrize(
    ("case", "reason"), [(Case.EXPIRED, "expired"), (Case.BLOCKED, "blocked"), (Case.EMPTY_BOOK, "book_empty")]
)
def test_cases_that_the_door_refuses(desk: FrontDesk, case: Case, reason: str) -> None:
    outcome = desk.checkin.scan(find_case(desk, case).code)
    assert (outcome.verdict, outcome.reason) == (Verdict.REFUSED, reason)


def test_a_lost_card_is_refused_and_its_successor_opens(desk: FrontDesk) -> None:
    case = find_case(desk, Case.REPLACED)
    refused = desk.checkin.scan(case.old_code)
    assert refused.reason == "revoked"
    assert refused.refused is not None
    assert "perdue dans le métro" in refused.refused.sentence
    assert desk.checkin.scan(case.code).verdict is Verdict.IN


def test_a_book_with_six_days_left_counts_down(desk: FrontDesk) -> None:
    greeting = desk.checkin.scan(find_case(desk, Case.SIX_LEFT).code).greeting
    assert greeting is not None
    assert greeting.headline == "Carnet 10 jours — il reste 5"


def test_the_expected_member_has_a_parcel_a_room_and_shares(desk: FrontDesk) -> None:
    greeting = desk.checkin.scan(find_case(desk, Case.EXPECTED).code).greeting
    assert greeting is not None
    assert greeting.headline == "Carnet 10 jours — il reste 6"
    assert greeting.parcels == 1
    assert "14:30" in greeting.booking
    assert greeting.cooperator.startswith("Sociétaire")


def test_all_cases_are_different_people_outside_the_house(desk: FrontDesk) -> None:
    cases = all_cases(desk)
    assert len({case.member_id for case in cases}) == len(Case)
    assert not {case.name for case in cases} & {person.name for person in desk.presence.now().people}


def test_a_folder_that_holds_a_database_is_refused_and_left_alone(demo_world: Path) -> None:
    before = {path.name: path.read_bytes() for path in demo_world.iterdir()}
    with pytest.raises(EnvironmentFault) as fault:
        make_world(demo_world, now=NOW)
    assert fault.value.code == "folder_not_empty"
    assert {path.name: path.read_bytes() for path in demo_world.iterdir()} == before
    assert NOW.tzinfo is ZONE
