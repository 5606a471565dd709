"""Guests' names: shown and exported with the host's data, gone at their term, erased with the member they became."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from pathlib import Path

from desk.errors import Refused
from desk.guests import Why
from desk.override import Insistence
from desk.people import MemberEdit
from desk.personal_data import PersonalData
from desk.privacy import Erased
from desk.retention import Retention
from models.database import FILE_NAME
from models.site import Site
from tests.support.door import book, came, held_by_manager
from tests.support.house import TUESDAY, CardHolder, SmallHouse, plain

GUEST = "Philippine Garrigue-Testut"
MAIL = "philippine@essai.example"
NEVER = date(2040, 1, 1)


def _received(house: SmallHouse) -> CardHolder:
    """A host whose guest has come and gone, let in by a manager's word beyond the host's number."""
    held_by_manager(house)
    host = house.member("Inès Alvar", ends=NEVER)
    house.change(Site, 1, guests_per_month=0)
    visit = came(house, GUEST, Why.HOST, host.id, MAIL, Insistence(f"{GUEST} vient de loin"))
    house.later(hours=1).desk.checkin.leave(visit.visit_id)
    return host


def _sections(house: SmallHouse, member: CardHolder) -> dict[str, tuple[tuple[object, ...], ...]]:
    found = house.desk.privacy.everything_about(member.id)
    assert isinstance(found, PersonalData)
    return {section.code: section.rows for section in found.sections}


def _bytes(house: SmallHouse) -> bytes:
    with closing(plain(house.folder)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return (house.folder / FILE_NAME).read_bytes()


def test_a_hosts_data_name_whom_they_received(house: SmallHouse, tmp_path: Path) -> None:
    host = _received(house)
    ((at, name),) = _sections(house, host)["guests"]
    assert (str(at)[:10], name) == (TUESDAY.isoformat(), GUEST)
    written = house.desk.privacy.export(host.id, tmp_path / "data.json")
    assert isinstance(written, Path)
    told = json.loads(written.read_text("utf-8"))
    assert told["data"]["guests"]["rows"][0]["Invité·e"] == GUEST
    assert MAIL not in written.read_text("utf-8")


def test_a_guest_past_the_term_leaves_nothing_of_their_name(house: SmallHouse) -> None:
    host = _received(house)
    house.desk.privacy.set_retention(Retention(1, 1))
    house.later(days=45)
    event = book(house, 9, 23, day=house.clock.now().date())
    house.at(10, day=house.clock.now().date())
    came(house, "Zoé Visite", Why.EVENT, event)
    done = house.desk.privacy.apply_retention()
    assert not hasattr(done, "code")
    blanked = "SELECT name, guest_id IS NULL, host_member_id IS NULL FROM visit ORDER BY entered_at"
    assert house.rows(blanked) == [("", 1, 1), ("Zoé Visite", 0, 1)]
    assert house.rows("SELECT name FROM guest") == [("Zoé Visite",)]
    assert "guests" not in _sections(house, host)
    kept = _bytes(house)
    assert GUEST.encode() not in kept
    assert MAIL.encode() not in kept
    found = house.verify(deep=True)
    assert found.problems == ()
    # Whoever is forgotten is somebody new: the house says so, and cannot do otherwise.
    assert isinstance(came(house, GUEST, Why.TRIAL, "", MAIL).visit_id, str)


def test_a_guest_who_became_a_member_is_erased_with_them(house: SmallHouse) -> None:
    host = _received(house)
    member = house.member(GUEST, ends=NEVER)
    given, family = GUEST.split()
    assert house.desk.people.edit(member.id, MemberEdit(given, family, MAIL.upper())) is None
    ((_, _, by),) = _sections(house, member)["as_guest"]
    assert by == "Inès Alvar"
    erased = house.desk.privacy.erase(member.id)
    assert isinstance(erased, Erased)
    assert house.value("SELECT count(*) FROM guest") == 0
    assert _sections(house, host)["guests"] == ((_sections(house, host)["guests"][0][0], ""),)
    kept = _bytes(house)
    assert GUEST.encode() not in kept
    assert MAIL.encode() not in kept
    assert house.verify(deep=True).problems == ()
    assert house.rows("PRAGMA foreign_key_check") == []


def test_a_member_who_is_still_in_as_a_guest_is_not_erased(house: SmallHouse) -> None:
    held_by_manager(house)
    host = house.member("Inès Alvar", ends=NEVER)
    visit = came(house, GUEST, Why.HOST, host.id, MAIL)
    member = house.member(GUEST, ends=NEVER)
    given, family = GUEST.split()
    assert house.desk.people.edit(member.id, MemberEdit(given, family, MAIL)) is None
    refused = house.desk.privacy.erase(member.id)
    assert isinstance(refused, Refused)
    assert refused.code == "inside"
    assert GUEST in [person.name for person in house.desk.presence.now().people]
    left = house.later(hours=1).desk.checkin.leave(visit.visit_id)
    assert not isinstance(left, Refused)
    assert isinstance(house.desk.privacy.erase(member.id), Erased)


def test_the_host_is_erased_and_the_guest_keeps_their_own_term(house: SmallHouse) -> None:
    host = _received(house)
    assert isinstance(house.desk.privacy.erase(host.id), Erased)
    assert house.rows("SELECT name FROM guest") == [(GUEST,)]
    assert house.verify(deep=True).problems == ()
