"""A change made from a terminal names its author: someone of the team by their PIN, else the computer's account."""

from __future__ import annotations

import io
from argparse import Namespace

import pytest

from desk import terminal
from desk.cli import WindowCommands, execute, parser
from desk.commands import OK, REFUSED
from desk.staff import SignedIn
from models.staff import Facilitator
from tests.support.door import PIN, held_by_facilitator, held_by_manager
from tests.support.house import SmallHouse

NAME = "Odile Essai"


@pytest.fixture(autouse=True)
def account(monkeypatch: pytest.MonkeyPatch) -> None:
    """The computer's account has a name of its own."""
    monkeypatch.setattr(terminal.getpass, "getuser", lambda: "accueil")


def _run(house: SmallHouse, *arguments: str) -> int:
    def never(_: Namespace) -> int:
        raise AssertionError("no window was asked for")

    return execute(parser(WindowCommands(never, never, never)).parse_args([*arguments, "--data", str(house.folder)]))


def _authors(house: SmallHouse, kind: str) -> list[object]:
    return [row[0] for row in house.rows("SELECT operator_id FROM journal WHERE kind = ? ORDER BY sequence", kind)]


def _types(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_without_a_name_the_record_is_the_accounts(house: SmallHouse) -> None:
    held_by_facilitator(house)
    assert _run(house, "rules", "--trial-days", "3") == OK
    assert _run(house, "retention", "--visits", "12") == OK
    assert _authors(house, "site.rules_set") == ["account:accueil"]
    assert _authors(house, "privacy.retention_set") == ["account:accueil"]
    assert house.verify().ok


def test_an_account_without_a_name_is_a_number(house: SmallHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(terminal.getpass, "getuser", nameless)
    assert _run(house, "rules", "--trial-days", "3") == OK
    (author,) = _authors(house, "site.rules_set")
    assert str(author).startswith("account:")
    assert author != "account:"


def test_with_a_name_and_its_pin_the_record_is_theirs(house: SmallHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    manager = held_by_manager(house)
    _types(monkeypatch, f"{PIN}\n")
    assert _run(house, "rules", "--trial-days", "3", "--as", "odile ESSAI") == OK
    assert _authors(house, "site.rules_set") == [manager]


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        (NAME, "0000\n", "Ce n’est pas le bon code."),
        (NAME, "", "Tapez son code."),
        (NAME, "9" * 10_000, "Ce n’est pas le bon code."),
        ("Odile", PIN, "Personne de l’équipe ne s’appelle ainsi\u00a0: donnez le nom entier."),
        ("", PIN, "Personne de l’équipe ne s’appelle ainsi\u00a0: donnez le nom entier."),
        ("Luc Essai", PIN, "Seul·e un·e gérant·e peut le faire\u00a0: demandez-lui."),
    ],
)
def test_a_name_that_is_not_proved_changes_nothing(
    house: SmallHouse,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    typed: str,
    sentence: str,
) -> None:
    held_by_facilitator(house)
    before = house.desk.door.rules.now()
    _types(monkeypatch, typed)
    assert _run(house, "rules", "--trial-days", "9", "--as", name) == REFUSED
    assert capsys.readouterr().err.strip() == f"casaco-desk : {sentence}"
    assert house.desk.door.rules.now() == before
    assert _authors(house, "site.rules_set") == []


def test_two_of_one_name_are_not_told_apart(
    house: SmallHouse, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    held_by_manager(house)
    # The team of a version that let two people be called the same.
    house.change(Facilitator, held_by_manager(house, "Odile Second"), name=NAME)
    _types(monkeypatch, PIN)
    assert _run(house, "retention", "--as", NAME) == REFUSED
    assert "Plusieurs personnes" in capsys.readouterr().err


def test_reading_the_rules_asks_for_nobody(house: SmallHouse) -> None:
    held_by_manager(house)
    assert _run(house, "rules", "--as", "personne") == OK


def test_where_a_person_types_the_pin_is_asked_for_unseen(house: SmallHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    manager, asked = held_by_manager(house), []

    def unseen(prompt: str) -> str:
        asked.append(prompt)
        return PIN

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(terminal.getpass, "getpass", unseen)
    assert _run(house, "retention", "--visits", "24", "--as", NAME) == OK
    assert asked == [f"{NAME} · code : "]
    assert _authors(house, "privacy.retention_set") == [manager]


def test_a_lost_pin_is_given_anew_by_the_account(
    house: SmallHouse, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    manager = held_by_manager(house)
    for _ in range(6):
        house.desk.staff.sign_in(manager, "0000")
    _types(monkeypatch, "9753\n9753\n")
    assert _run(house, "pin", "odile ESSAI") == OK
    assert "Le code de Odile Essai est changé." in capsys.readouterr().out
    assert _authors(house, "staff.pin_changed") == ["account:accueil"]
    assert isinstance(house.desk.staff.sign_in(manager, "9753"), SignedIn), "and nobody waits any more"
    assert house.verify().ok


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("Personne", "9753\n9753\n", "ne s’appelle ainsi"),
        (NAME, "9753\n9735\n", "ne sont pas les mêmes"),
        (NAME, "9753\n", "ne sont pas les mêmes"),
        (NAME, "12\n12\n", "au moins 4 chiffres"),
        (NAME, "", "au moins 4 chiffres"),
    ],
)
def test_a_pin_that_will_not_do_changes_nothing(
    house: SmallHouse,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    typed: str,
    told: str,
) -> None:
    manager = held_by_manager(house)
    _types(monkeypatch, typed)
    assert _run(house, "pin", name) == REFUSED
    assert told in capsys.readouterr().err
    assert _authors(house, "staff.pin_changed") == []
    assert isinstance(house.desk.staff.sign_in(manager, PIN), SignedIn)
