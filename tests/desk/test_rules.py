"""The rules of the door are settings: shown, changed by a manager, recorded, in force from the next scan."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace

import pytest

from desk.cli import WindowCommands, execute, parser
from desk.commands import OK, REFUSED
from desk.errors import Refused
from desk.rules import Rules
from tests.support.door import held_by_facilitator, held_by_manager
from tests.support.house import SmallHouse

FIRST = Rules(guests_per_month=4, trial_days=1, event_margin=60, safety_limit=110)


def test_the_rules_of_a_new_house(house: SmallHouse) -> None:
    assert house.desk.door.rules.now() == FIRST
    assert "4" in FIRST.sentence
    assert "110 personnes" in FIRST.sentence


def test_a_change_is_recorded_and_holds_from_the_next_scan(house: SmallHouse) -> None:
    held_by_manager(house)
    wanted = Rules(0, 2, 15, 1)
    assert house.desk.door.rules.change(wanted) == wanted
    assert house.desk.door.rules.now() == wanted
    body = json.loads(bytes(house.value("SELECT body FROM journal WHERE kind = 'site.rules_set'")))  # type: ignore[arg-type]
    assert body["before"] == {"guests_per_month": 4, "trial_days": 1, "event_margin": 60, "safety_limit": 110}
    del body["before"]
    assert body == {"schema": 2, "guests_per_month": 0, "trial_days": 2, "event_margin": 15, "safety_limit": 1}
    house.scan(house.member("Ana A"))
    assert house.scan(house.member("Bob B")).reason == "full"
    assert house.verify().ok


@pytest.mark.parametrize(
    "wrong", [{"guests_per_month": -1}, {"trial_days": 32}, {"event_margin": 601}, {"safety_limit": 0}]
)
def test_numbers_out_of_bounds_are_refused(house: SmallHouse, wrong: dict[str, int]) -> None:
    refused = house.desk.door.rules.change(replace(FIRST, **wrong))
    assert isinstance(refused, Refused)
    assert refused.code == "bounds"
    assert house.desk.door.rules.now() == FIRST


def test_the_rules_are_a_managers(house: SmallHouse) -> None:
    held_by_facilitator(house)
    refused = house.desk.door.rules.change(replace(FIRST, trial_days=3))
    assert isinstance(refused, Refused)
    assert refused.code == "right"
    assert house.desk.door.rules.now() == FIRST


def _run(house: SmallHouse, *arguments: str) -> int:
    def never(_: Namespace) -> int:
        raise AssertionError("no window was asked for")

    windows = WindowCommands(never, never, never)
    return execute(parser(windows).parse_args(["rules", "--data", str(house.folder), *arguments]))


def test_the_command_shows_and_changes_them(house: SmallHouse, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(house) == OK
    assert capsys.readouterr().out.strip() == FIRST.sentence
    assert _run(house, "--guests-per-month", "2", "--event-margin", "30", "--json") == OK
    told = json.loads(capsys.readouterr().out)
    assert told == {"guests_per_month": 2, "trial_days": 1, "event_margin": 30, "safety_limit": 110}
    assert _run(house, "--safety-limit", "0") == REFUSED
    assert capsys.readouterr().err.strip() == "casaco-desk : Ce nombre va de 1 à 100000."
    assert house.desk.door.rules.now().guests_per_month == 2


@pytest.mark.parametrize("wrong", [["--trial-days", "un"], ["--event-margin"], ["--unknown", "1"]])
def test_a_command_badly_written_says_so(house: SmallHouse, wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as told:
        _run(house, *wrong)
    assert told.value.code == 2
