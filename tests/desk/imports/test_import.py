"""Importing members: what a line becomes, all or nothing, and the whole of it taken back."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import pytest

from desk import codes
from desk.errors import EnvironmentFault, Refused
from desk.imports import Field, ImportDone, ImportPreview, ImportUndone, LineState
from desk.progress import Stopped
from models.imports import MemberImport
from models.people import Member
from tests.support.house import SmallHouse
from tests.support.import_files import HEADER, crowd, csv_file

SIMPLE = ("Prénom", "Nom", "E-mail")


def _preview(house: SmallHouse, path: Path, **wanted: object) -> ImportPreview:
    found = house.desk.imports.preview(path, **wanted)
    assert isinstance(found, ImportPreview), found
    return found


def _lines(house: SmallHouse, folder: Path, *rows: tuple[object, ...], header: tuple[str, ...] = HEADER) -> list[str]:
    """Each line's state and reason, as one text."""
    found = _preview(house, csv_file(folder / "m.csv", header, *rows))
    return [f"{line.state}: {line.reason}" if line.reason else line.state.value for line in found.lines]


def _import(house: SmallHouse, path: Path, **wanted: bool) -> ImportDone:
    done = house.desk.imports.apply(_preview(house, path), **wanted)
    assert isinstance(done, ImportDone), done
    return done


def _row(**cells: object) -> tuple[object, ...]:
    names = ("number", "given", "family", "email", "phone", "plan", "starts", "ends", "card")
    filled = {"given": "Inès", "family": "Alvar"} | cells
    return tuple(filled.get(name, "") for name in names)


def test_a_line_becomes_a_member_a_membership_and_a_card(house: SmallHouse, tmp_path: Path) -> None:
    code = codes.make()
    row = ("41", "Inès", "Alvar", "ines@essai.example", "612345678", "carnet 10 jours", "01/11/2026", "", code)
    done = _import(house, csv_file(tmp_path / "m.csv", HEADER, row))
    assert (done.members, done.memberships, done.cards, done.faulty) == (1, 1, 1, 0)
    found = house.rows("SELECT number, given_name, family_name, email, phone, joined_on, status FROM member")
    assert found == [(41, "Inès", "Alvar", "ines@essai.example", "0612345678", "2026-11-01", "active")]
    held = house.rows("SELECT plan_code, valid_from, valid_until, units_left FROM membership")
    assert held == [("book-10-days", "2026-11-01", "2027-10-31", 10)]
    assert house.scan(code).verdict == "in"


def test_the_journal_says_how_many_and_nobodys_name(house: SmallHouse, tmp_path: Path) -> None:
    _import(house, csv_file(tmp_path / "m.csv", HEADER, _row(), _row(family="Test", email="sans arobase")))
    body = json.loads(bytes(house.value("SELECT body FROM journal WHERE kind = 'members.imported'")))
    assert (body["members"], body["faulty"], body["known"]) == (1, 1, 0)
    assert "Alvar" not in json.dumps(body)
    assert house.verify(deep=True).ok


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"given": "", "family": "12"}, "Il n’y a pas de nom."),
        ({"number": "douze"}, "« douze » n’est pas un numéro de membre."),
        ({"number": "0"}, "« 0 » n’est pas un numéro de membre."),
        ({"email": "ines@"}, "« ines@ » n’est pas une adresse e-mail."),
        ({"phone": "demain"}, "« demain » n’est pas un numéro de téléphone."),
        ({"plan": "Platine"}, "La formule « Platine » n’existe pas ici"),
        ({"plan": "{names} {0}"}, "La formule « {names} {0} » n’existe pas ici"),
        ({"plan": "Régulier", "starts": "31/02/2026"}, "« 31/02/2026 » n’est pas une date"),
        ({"plan": "Régulier", "starts": "0001-01-01"}, "n’est pas une date"),
        ({"plan": "Régulier", "starts": "2/11/2026", "ends": "1/11/2026"}, "La fin vient avant le début."),
        ({"starts": "2/11/2026"}, "Il y a des dates ou des unités, mais pas de formule."),
        ({"card": "CC1ABC"}, "« CC1ABC » n’est pas le code d’une carte de Casaco."),
        ({"given": "I" * 81}, "est trop long."),
    ],
)
def test_a_faulty_line_says_why(house: SmallHouse, tmp_path: Path, cells: dict[str, object], reason: str) -> None:
    (line,) = _lines(house, tmp_path, _row(**cells))
    assert line.startswith("faulty: ")
    assert reason in line.replace("\u00a0", " ")


def test_a_line_with_two_faults_tells_both(house: SmallHouse, tmp_path: Path) -> None:
    (line,) = _lines(house, tmp_path, _row(email="x", phone="y"))
    assert "e-mail" in line
    assert "téléphone" in line


def test_people_already_there_are_recognised(house: SmallHouse, tmp_path: Path) -> None:
    ines = house.member("Inès Alvar")
    house.change(Member, ines.id, email="ines@essai.example")
    found = _lines(
        house, tmp_path,
        _row(number="1"), _row(given="ALVAR", family="ines", number="1"),
        _row(given="I.", family="A.", email="INES@essai.example"),
        _row(given="Ines", family="Alvare"), _row(given="Zoé", family="Test", number="1"),
        _row(given="Zoé", family="Test"),
    )  # fmt: skip
    assert found == [
        "known: Inès Alvar est déjà membre, sous le n° 1.",
        "known: Inès Alvar est déjà membre, sous le n° 1.",
        "known: Inès Alvar, n° 1, a déjà cette adresse e-mail.",
        "alike: Ressemble à Inès Alvar, n° 1.",
        "faulty: Le n° 1 est déjà celui de Inès Alvar.",
        "good",
    ]


def test_a_line_that_repeats_another_is_not_imported_twice(house: SmallHouse, tmp_path: Path) -> None:
    code = codes.make()
    found = _lines(
        house, tmp_path,
        _row(number="7", email="a@essai.example", card=code), _row(given="Zoé", family="Test", number="7"),
        _row(given="Luc", family="Bois", email="A@essai.example"), _row(given="Ali", family="Ben", card=code.lower()),
        _row(),
    )  # fmt: skip
    assert found == [
        "good",
        "faulty: Le même numéro est déjà à la ligne 2.",
        "faulty: La même adresse e-mail est déjà à la ligne 2.",
        "faulty: La même carte est déjà à la ligne 2.",
        "alike: Même nom qu’à la ligne 2.",
    ]


def test_a_card_of_the_house_is_not_given_again(house: SmallHouse, tmp_path: Path) -> None:
    (line,) = _lines(house, tmp_path, _row(given="Zoé", family="Test", card=house.member().code))
    assert line == "faulty: Cette carte est déjà connue de la maison."


def test_those_who_are_only_alike_come_when_asked(house: SmallHouse, tmp_path: Path) -> None:
    house.member("Inès Alvar")
    path = csv_file(tmp_path / "m.csv", SIMPLE, ("Inès", "Alvar", ""), ("Zoé", "Test", ""))
    first = _preview(house, path)
    assert [line.state for line in first.lines] == [LineState.ALIKE, LineState.GOOD]
    done = house.desk.imports.apply(first, alike=True)
    assert isinstance(done, ImportDone)
    assert (done.members, done.known) == (2, 0)


def test_numbers_follow_those_of_the_house_and_of_the_file(house: SmallHouse, tmp_path: Path) -> None:
    house.member()
    rows = (_row(given="A", family="Un"), _row(number="70", given="B", family="Deux"), _row(given="C", family="Trois"))
    _import(house, csv_file(tmp_path / "m.csv", HEADER, *rows))
    assert house.rows("SELECT number FROM member ORDER BY number") == [(1,), (70,), (71,), (72,)]


def test_the_columns_can_be_chosen_anew(house: SmallHouse, tmp_path: Path) -> None:
    path = csv_file(tmp_path / "m.csv", ("A", "B"), ("Inès", "Alvar"))
    assert _preview(house, path).lines[0].state is LineState.FAULTY
    found = _preview(house, path, mapping=(Field.GIVEN, Field.FAMILY))
    assert found.good[0].name == "Inès Alvar"
    assert found.columns[0].samples == ("Inès",)
    twice = house.desk.imports.preview(path, (Field.GIVEN, Field.GIVEN))
    short = house.desk.imports.preview(path, (Field.GIVEN,))
    assert isinstance(twice, Refused)
    assert isinstance(short, Refused)
    assert (twice.code, short.code) == ("twice", "columns")


def test_a_file_that_changed_is_read_again(house: SmallHouse, tmp_path: Path) -> None:
    path = csv_file(tmp_path / "m.csv", SIMPLE, ("Inès", "Alvar", ""))
    assert len(_preview(house, path).lines) == 1
    csv_file(path, SIMPLE, ("Inès", "Alvar", ""), ("Zoé", "Test", ""))
    assert len(_preview(house, path).lines) == 2
    path.unlink()
    with pytest.raises(EnvironmentFault):
        house.desk.imports.preview(path)


def test_a_faulty_line_may_hold_back_all_the_others(house: SmallHouse, tmp_path: Path) -> None:
    path = csv_file(tmp_path / "m.csv", SIMPLE, ("Inès", "Alvar", "x"), ("Zoé", "Test", ""))
    refused = house.desk.imports.apply(_preview(house, path), rest=False)
    assert isinstance(refused, Refused)
    assert refused.code == "faulty"
    assert house.value("SELECT count(*) FROM member") == 0


def test_a_preview_is_imported_once(house: SmallHouse, tmp_path: Path) -> None:
    found = _preview(house, csv_file(tmp_path / "m.csv", SIMPLE, ("Inès", "Alvar", "")))
    assert isinstance(house.desk.imports.apply(found), ImportDone)
    again = house.desk.imports.apply(found)
    assert isinstance(again, Refused)
    assert house.value("SELECT count(*) FROM member") == 1


def test_a_file_with_nobody_new_imports_nothing(house: SmallHouse, tmp_path: Path) -> None:
    house.member("Inès Alvar")
    refused = house.desk.imports.apply(_preview(house, csv_file(tmp_path / "m.csv", HEADER, _row(number="1"))))
    assert isinstance(refused, Refused)
    assert refused.code == "nothing"


@pytest.mark.parametrize("column", ["number", "email", "card"])
def test_what_was_taken_since_the_preview_stops_the_whole(house: SmallHouse, tmp_path: Path, column: str) -> None:
    code = codes.make()
    rows = (_row(number="1", email="a@essai.example", card=code), _row(given="Zoé", family="Test"))
    found = _preview(house, csv_file(tmp_path / "m.csv", HEADER, *rows))
    taken = {"number": "1", "email": "a@essai.example", "card": code}
    other = _row(given="Autre", family="Personne", **{column: taken[column]})
    _import(house, csv_file(tmp_path / "other.csv", HEADER, other))
    refused = house.desk.imports.apply(found)
    assert isinstance(refused, Refused)
    assert refused.code == "changed"
    assert house.value("SELECT count(*) FROM member") == 1


def test_five_thousand_lines_with_two_hundred_faults(house: SmallHouse, tmp_path: Path) -> None:
    """All 200 named with line and reason, the rest in, under 10 s, undone in one act."""
    rows, wrong = crowd(5_000, faulty_every=25)
    path = csv_file(tmp_path / "m.csv", HEADER, *rows, encoding="cp1252")
    began = time.perf_counter()
    found = _preview(house, path)
    done = house.desk.imports.apply(found)
    took = time.perf_counter() - began
    assert {line.line for line in found.faulty} == set(wrong)
    assert len(wrong) == 200
    assert all(wrong[line.line] in line.reason for line in found.faulty)
    assert isinstance(done, ImportDone)
    assert (done.members, done.memberships, done.cards, done.faulty) == (4_800, 4_800, 4_800, 200)
    assert house.value("SELECT count(*) FROM member") == 4_800
    assert took < 10
    records = house.value("SELECT count(*) FROM journal WHERE stream = 'operations'")
    assert house.desk.imports.undo(done.id) == ImportUndone(4_800, 0)
    assert house.value("SELECT count(*) FROM journal WHERE stream = 'operations'") == records + 1
    for table in ("member", "membership", "card", "imported_member"):
        assert house.value(f"SELECT count(*) FROM {table}") == 0
    assert house.verify().ok


# --- taking back ---------------------------------------------------------------------------------------------


def _three(house: SmallHouse, folder: Path) -> tuple[ImportDone, list[str]]:
    cards = [codes.make() for _ in range(3)]
    names = (("Inès", "Alvar"), ("Zoé", "Test"), ("Luc", "Bois"))
    rows = [_row(given=g, family=f, plan="Régulier", card=c) for (g, f), c in zip(names, cards, strict=True)]
    return _import(house, csv_file(folder / "m.csv", HEADER, *rows)), cards


def test_an_import_is_taken_back_and_its_numbers_stay_used(house: SmallHouse, tmp_path: Path) -> None:
    before = house.member("Ali Ben")
    done, cards = _three(house, tmp_path)
    assert [row.members for row in house.desk.imports.recent()] == [3]
    assert house.desk.imports.undo(done.id) == ImportUndone(3, 0)
    assert house.desk.imports.recent() == ()
    assert house.rows("SELECT id FROM member") == [(before.id,)]
    assert house.scan(cards[0]).reason == "unknown"
    again = _import(house, tmp_path / "m.csv")
    assert again.members == 3
    assert house.value("SELECT min(number) FROM member WHERE number > 1") == 5
    twice = house.desk.imports.undo(done.id)
    assert isinstance(twice, Refused)
    assert twice.code == "no_import"


def test_who_has_visited_is_named_and_may_stay(house: SmallHouse, tmp_path: Path) -> None:
    done, cards = _three(house, tmp_path)
    house.scan(cards[1])
    refused = house.desk.imports.undo(done.id)
    assert isinstance(refused, Refused)
    assert refused.sentence.startswith("Zoé Test est venu·e ou a acheté depuis")
    assert [(remedy.code, remedy.label) for remedy in refused.remedies] == [
        ("undo_others", "Annuler pour les 2 autres")
    ]
    assert house.value("SELECT count(*) FROM member") == 3
    assert house.desk.imports.undo(done.id, keep_active=True) == ImportUndone(2, 1)
    assert house.rows("SELECT family_name FROM member") == [("Test",)]
    assert house.later(minutes=5).scan(cards[1]).verdict == "out"
    assert house.rows("PRAGMA foreign_key_check") == []


def test_who_bought_a_plan_or_booked_stays(house: SmallHouse, tmp_path: Path) -> None:
    from desk import registry

    done, _ = _three(house, tmp_path)
    ids = {str(name): str(member) for name, member in house.rows("SELECT family_name, id FROM member")}
    with house.desk.work.write() as unit:
        assert not isinstance(registry.grant_membership(unit, ids["Bois"], "nomad", date(2027, 1, 1)), Refused)
    house.desk.people.receive_parcel(ids["Alvar"])
    refused = house.desk.imports.undo(done.id)
    assert isinstance(refused, Refused)
    assert refused.sentence.startswith("Inès Alvar, Luc Bois sont venu·e·s ou ont acheté depuis")
    house.scan(str(house.value("SELECT code FROM card WHERE member_id = ?", ids["Test"])))
    everyone = house.desk.imports.undo(done.id)
    assert isinstance(everyone, Refused)
    assert everyone.remedies == ()


def test_a_refused_scan_is_no_visit(house: SmallHouse, tmp_path: Path) -> None:
    code = codes.make()
    row = _row(plan="Régulier", starts="1/10/2026", ends="31/10/2026", card=code)
    done = _import(house, csv_file(tmp_path / "m.csv", HEADER, row))
    assert house.scan(code).verdict == "refused"
    assert house.desk.imports.undo(done.id) == ImportUndone(1, 0)
    assert house.rows("SELECT member_id FROM refused_scan") == [(None,)]


def test_whoever_waits_may_stop_and_nothing_is_written(house: SmallHouse, tmp_path: Path) -> None:
    heard: list[float] = []

    def tell(share: float) -> None:
        heard.append(share)
        if share > 0.5:
            raise Stopped

    rows, _ = crowd(900, 0)
    with pytest.raises(Stopped):
        house.desk.imports.preview(csv_file(tmp_path / "m.csv", HEADER, *rows), tell=tell)
    assert heard == sorted(heard)
    assert house.value("SELECT count(*) FROM member") == 0


def test_a_fault_half_way_leaves_nothing(house: SmallHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = _preview(house, csv_file(tmp_path / "m.csv", HEADER, _row(card=codes.make(), plan="Régulier")))
    with house.desk.work.write() as unit:
        kind = type(unit)

    def fail(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(kind, "record", fail)
    with pytest.raises(RuntimeError):
        house.desk.imports.apply(found)
    for table in ("member", "membership", "card", MemberImport.__tablename__):
        assert house.value(f"SELECT count(*) FROM {table}") == 0
