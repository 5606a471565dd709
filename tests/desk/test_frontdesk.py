"""One object that opens the desk's memory and holds its use cases: founding, opening again, closing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk import __version__
from desk.clock import SetClock
from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.heads import places_for
from desk.paths import state_folder
from tests.support.house import HOUSE, OPENING, SmallHouse


def test_a_new_house_has_its_spaces_its_prices_and_its_first_record(tmp_path: Path) -> None:
    desk = FrontDesk(tmp_path / "new" / "house", clock=SetClock(OPENING), house=HOUSE)
    assert len(desk.spaces.everything()) == 21
    facts = desk.site.facts()
    assert (facts.house_name, facts.is_demo, facts.safety_limit) == ("Casaco", True, 110)
    assert desk.staff.everyone() == ()
    assert desk.members.everyone() == ()
    assert desk.presence.now().count == 0
    desk.close()


def test_the_first_record_names_the_desk_and_the_house(house: SmallHouse) -> None:
    ((kind, at, version, body),) = house.rows("SELECT kind, at, software_version, CAST(body AS TEXT) FROM journal")
    assert (kind, at, version) == ("260", "2026-11-24T08:00:00.000000Z", __version__)
    identity = house.desk.work.identity
    assert json.loads(str(body)) == {
        "schema": 1, "event": "initialisation", "house": "Casaco", "siret": HOUSE.siret, "demo": True,
        "desk": {"id": identity.id, "letter": "A", "name": "Accueil"},
    }  # fmt: skip


def test_opening_again_changes_nothing_and_goes_on_where_it_was(house: SmallHouse) -> None:
    house.sell_pass()
    identity = house.desk.work.identity
    before = house.rows("SELECT * FROM journal ORDER BY stream, sequence")
    for _ in range(3):
        assert house.reopen().work.identity == identity
    assert house.rows("SELECT * FROM journal ORDER BY stream, sequence") == before
    assert house.sell_pass().sale.number == "A-000002"


def test_the_second_place_is_outside_the_data_folder(house: SmallHouse) -> None:
    beside, outside = places_for(house.folder, house.desk.work.identity.id)
    assert beside.parent == house.folder
    assert outside.is_relative_to(state_folder())
    assert not outside.is_relative_to(house.folder)
    assert outside.exists()
    assert places_for(house.folder, "other\x00\udcff/../desk")[1].parent == outside.parent


def test_closing_folds_the_log_into_the_file(house: SmallHouse) -> None:
    house.sell_pass()
    house.close()
    assert sorted(path.name for path in house.folder.iterdir()) == ["casaco.db", "desk.key", "heads.log"]


def test_a_damaged_plan_is_a_fault_before_anything_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "casaco.svg").write_text("<svg")
    monkeypatch.setattr("desk.paths.resource", lambda *parts: tmp_path.joinpath(*parts))
    with pytest.raises(EnvironmentFault):
        FrontDesk(tmp_path / "house")
    assert not (tmp_path / "house").exists()
