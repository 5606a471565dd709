"""The commands, without a process of their own: what they print, as words and as JSON, and their exit code."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk import cli
from desk.bookings import BookingRequest
from desk.errors import EnvironmentFault, Refused
from models.bookings import BookingKind
from tests.support.house import SmallHouse

DONE, BUG, USAGE, REFUSED, NOT_VERIFIED, FAULT = range(6)
KEYS = {
    "presence": {"visit", "name", "since", "place", "floor"},
    "members": {"number", "name", "plan", "card"},
    "spaces": {"floor", "name", "m2", "workstations", "seats", "state"},
    "cooperators": {"category", "share_capital"},
    "queue": {"id", "title", "state", "created", "attempts", "trouble", "printer", "reason"},
    "printers": {"id", "name", "kind", "target", "profile", "prints", "waiting"},
}


def _window(arguments: argparse.Namespace) -> int:
    raise EnvironmentFault(f"window {arguments.data}")


def _bug(arguments: argparse.Namespace) -> int:
    raise ZeroDivisionError(arguments.command)


def run(*arguments: str | Path) -> int:
    """Run a command as the doorway does, with windows that only tell they were asked for."""
    windows = cli.WindowCommands(_window, _bug, _window)
    return cli.execute(cli.parser(windows).parse_args([str(a) for a in arguments]))


@pytest.mark.parametrize("command", KEYS)
def test_every_list_speaks_json_and_words(house: SmallHouse, capsys: pytest.CaptureFixture[str], command: str) -> None:
    house.scan(house.member("Inès Alvar"))
    house.sell_pass(receipt=True)
    assert run(command, "--json", "--data", house.folder) == DONE
    answer = json.loads(capsys.readouterr().out)
    rows = answer["present"] if command == "presence" else answer
    assert rows or command == "cooperators"
    assert all(set(row) >= KEYS[command] for row in rows)
    assert run(command, "--data", house.folder) == DONE
    words = capsys.readouterr().out
    assert ("Inès Alvar" in words) is (command in ("presence", "members"))


def test_presence_counts_against_the_limit(house: SmallHouse, capsys: pytest.CaptureFixture[str]) -> None:
    house.scan(house.member())
    assert run("presence", "--json", "--data", house.folder) == DONE
    answer = json.loads(capsys.readouterr().out)
    assert (answer["count"], answer["limit"]) == (1, 110)


def test_presence_tells_the_crowds(house: SmallHouse, capsys: pytest.CaptureFixture[str]) -> None:
    now = datetime.now(UTC)  # the command reads the computer's clock
    house.clock.set(now)
    request = BookingRequest("agora", now, now + timedelta(hours=2), BookingKind.EVENT, "Mardi", 22)
    assert not isinstance(house.desk.bookings.hold_event(request, 22), Refused)
    (mardi,) = house.desk.crowds.of_today()
    house.desk.crowds.count(mardi.booking_id, 22)
    assert run("presence", "--json", "--data", house.folder) == DONE
    answer = json.loads(capsys.readouterr().out)
    told = [(c["booking"], c["title"], c["people"], c["place"], c["floor"]) for c in answer["crowds"]]
    assert (answer["count"], told) == (22, [(mardi.booking_id, "Mardi", 22, "Agora", "rdc")])
    assert run("presence", "--data", house.folder) == DONE
    assert "Mardi\u00a0: 22 personnes  Agora" in capsys.readouterr().out


def test_the_spaces_add_up_to_the_published_surface(house: SmallHouse, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("spaces", "--json", "--data", house.folder) == DONE
    spaces = json.loads(capsys.readouterr().out)
    assert sum(space["m2"] for space in spaces) == pytest.approx(504, abs=0.5)
    assert sum(space["workstations"] for space in spaces) == 45


@pytest.mark.parametrize("command", ["scan x", *KEYS, "verify", "printer files tickets"])
def test_a_folder_with_no_desk_in_it_is_told_and_stays_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    code = run(*command.split(), "--data", tmp_path / "nowhere")
    shown = capsys.readouterr()
    assert code in (FAULT, NOT_VERIFIED)
    assert (shown.err or shown.out).strip()
    assert not (tmp_path / "nowhere").exists()


def test_no_command_opens_the_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--data", tmp_path) == FAULT
    assert capsys.readouterr().err == f"casaco-desk : window {tmp_path}\n"


def test_a_bug_is_one_sentence_and_its_trace_is_logged(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert run("tour", "--out", "x") == BUG
    shown = capsys.readouterr().err
    assert shown.count("\n") == 1
    assert "casaco-desk.log" in shown
    assert "ZeroDivisionError" in caplog.text


def test_a_start_imports_only_the_tables_that_its_first_page_reads() -> None:
    program = "import sys, desk.__main__; print(*sorted(m for m in sys.modules if m.startswith('models.')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    tables = {"models.base", "models.database", "models.journal", "models.migrations", "models.site", "models.staff"}
    assert set(done.stdout.split()) == tables


def test_the_queue_goes_back_to_what_came_out_or_was_given_up(
    house: SmallHouse, capsys: pytest.CaptureFixture[str]
) -> None:
    house.sell_pass(receipt=True)
    assert house.desk.queue.deliver_next() is True
    (receipt,) = house.desk.queue.pending()
    assert house.desk.queue.cancel(receipt.id, "parti") is None
    assert run("queue", "--json", "--data", house.folder) == DONE
    assert json.loads(capsys.readouterr().out) == []
    assert run("queue", "--all", "--json", "--data", house.folder) == DONE
    told = [(job["state"], job["reason"], job["printer"]) for job in json.loads(capsys.readouterr().out)]
    assert told == [("printed", "", "Tickets"), ("cancelled", "parti", "Tickets")]


@pytest.mark.parametrize(
    ("kind", "target", "code"),
    [("serial", "COM3:19200", DONE), ("system", "Bureau", DONE), ("serial", "COM3:12", REFUSED)],
)
def test_a_printer_is_chosen_for_receipts(
    house: SmallHouse, capsys: pytest.CaptureFixture[str], kind: str, target: str, code: int
) -> None:
    assert run("printer", kind, target, "--data", house.folder) == code
    capsys.readouterr()
    assert run("printers", "--json", "--data", house.folder) == DONE
    (listed,) = json.loads(capsys.readouterr().out)
    assert ((listed["kind"], listed["target"]) == (kind, target)) is (code == DONE)
    assert "receipts" in listed["prints"]
