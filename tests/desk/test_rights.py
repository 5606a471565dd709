"""Who may do what: every cell of the table, every use case that writes, and the handbook's table."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from desk import pins, rights
from desk.errors import Refused
from desk.rights import AT_TERMINAL, TABLE, Act, Who
from desk.work import Operator
from tests.support.house import SmallHouse
from tests.support.rights_cases import CASES, Case
from tests.support.rights_scene import PIN, Scene, furnish, scene
from tests.support.writing import declared, undeclared

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module", autouse=True)
def quick_pins() -> Iterator[None]:
    """PINs hashed in a moment: here nobody tries to guess one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pins, "hashed", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash)
        yield


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Who, Scene]]:
    """A furnished house for each column; a cell that refuses leaves its house as it was."""
    base = tmp_path_factory.mktemp("rights")
    (base / "furniture").mkdir()
    first = SmallHouse(base / "house")
    ids = furnish(first, base / "furniture")
    first.close()
    with ExitStack() as opened:
        made = {}
        for who in Who:
            shutil.copytree(base / "house", base / f"house-{who}")
            (base / who).mkdir()
            house = SmallHouse(base / f"house-{who}")
            opened.callback(house.close)
            made[who] = scene(house, who, base / who, ids)
            opened.enter_context(closing(made[who].witness))
        yield made


def act_of(case: Case) -> Act:
    """The row a case is about."""
    return case.act or declared()[case.use_case]


def _wrong(held: Scene, case: Case, is_allowed: bool) -> str:
    """What a cell does that the table does not say; nothing when it holds."""
    held.hold()
    answer = case.call(held)
    has_no_right = isinstance(answer, Refused) and answer.code == "right"
    if not is_allowed:
        return "" if has_no_right and not held.wrote else f"{answer}, wrote {held.wrote}"
    is_done = held.wrote and not isinstance(answer, Refused)
    return f"{answer}, wrote {held.wrote}" if has_no_right or (case.whole and not is_done) else ""


@pytest.mark.parametrize("act", Act)
def test_every_cell_of_the_table(scenes: dict[Who, Scene], act: Act) -> None:
    wrong = {
        (case.use_case, who.value): told
        for case in CASES
        if act_of(case) is act
        for who, held in scenes.items()
        if (told := _wrong(held, case, who in TABLE[act]))
    }
    assert wrong == {}


def test_only_the_first_is_enrolled_by_anyone(house: SmallHouse, scenes: dict[Who, Scene]) -> None:
    house.desk.work.operator = Operator()
    assert not isinstance(house.desk.staff.enrol_first("Gaël Essai", PIN), Refused)
    for who, held in scenes.items():
        house.desk.work.operator = held.operator
        answer = house.desk.staff.enrol_first(f"{who} Essai", PIN)
        assert isinstance(answer, Refused) is (who not in TABLE[Act.TEAM]), who


def test_what_the_drawer_should_hold_is_for_those_who_may_see_it(scenes: dict[Who, Scene]) -> None:
    for who, held in scenes.items():
        held.hold()
        told = str(held.desk.closings.reading())
        assert ("Attendu" in told) is (who in TABLE[Act.SEE_EXPECTED_CASH]), who


def test_every_use_case_has_its_cells_and_every_act_one_that_is_done() -> None:
    called = {case.use_case for case in CASES} - {""}
    assert called == set(declared()) - {"Staff.enrol_first"}
    open_to_all = {act for act, allowed in TABLE.items() if allowed == set(Who)}
    done = {act_of(case) for case in CASES if case.whole}
    assert set(Act) - done - open_to_all == {Act.SEE_EXPECTED_CASH}


def test_what_is_declared_open_is_open() -> None:
    for use_case, act in rights.use_cases().items():
        if not hasattr(use_case, "__wrapped__"):
            assert TABLE[act] == set(Who), use_case


def test_no_use_case_writes_without_naming_its_row() -> None:
    assert undeclared() == []


def test_whoever_signs_out_of_the_window_may_do_nothing_more(house: SmallHouse) -> None:
    person = house.desk.staff.enrol_first("Gaël Essai", PIN)
    assert not isinstance(person, Refused)
    house.desk.staff.sign_in(person.id, PIN)
    assert rights.who(house.desk.work.operator) is Who.MANAGER
    house.desk.staff.sign_out()
    assert rights.who(house.desk.work.operator) is Who.NOBODY
    refused = house.desk.settings.house.change(house.desk.settings.house.now())
    assert isinstance(refused, Refused)
    assert (refused.code, "prenne d’abord la permanence" in refused.sentence) == ("right", True)


def test_a_desk_is_nobodys_until_a_command_says_that_it_is_at_the_terminal(house: SmallHouse) -> None:
    from desk.frontdesk import FrontDesk

    with closing(FrontDesk(house.folder)) as window:
        assert window.work.operator == Operator()
    assert house.desk.work.operator == AT_TERMINAL


@pytest.mark.parametrize(("language", "yes"), [("fr", "oui"), ("en", "yes")])
def test_the_handbook_has_the_same_table(language: str, yes: str) -> None:
    text = (ROOT / "resources" / "handbook" / f"{language}.md").read_text("utf-8")
    rows = [line.strip("|").split("|") for line in text.splitlines() if re.match(r"\|.*\|.*\|.*\|.*\|.*\|$", line)]
    cells = [[cell.strip() == yes for cell in row[1:]] for row in rows[2:] if len(row) == len(Who) + 1]
    assert cells == [[who in TABLE[act] for who in Who] for act in Act]
