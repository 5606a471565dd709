"""The command line as scripts and turnstiles meet it: a process, its two outputs, its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desk import codes
from desk.documents.qr import modules
from desk.storage import DeskLock
from models.database import FILE_NAME
from tests.support.house import CardHolder, SmallHouse, place_house, plain
from tests.support.volumes import read_only

ROOT = Path(__file__).resolve().parents[2]
DONE, BUG, USAGE, REFUSED, NOT_VERIFIED, FAULT = range(6)


def casaco(*arguments: str | Path, stdin: str | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a locale that knows no accent; both outputs must be UTF-8 all the same."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONIOENCODING"))}
    return subprocess.run(
        [sys.executable, "-m", "desk", *map(str, arguments)], cwd=ROOT, env=environment | {"LANG": "C"} | more,
        input=stdin, capture_output=True, encoding="utf-8", errors="strict", timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A founded house."""
    return place_house(tmp_path / "house")


@pytest.fixture
def member(folder: Path) -> CardHolder:
    """A member of it, Inès, with a card in force."""
    house = SmallHouse(folder)
    made = house.member("Inès Alvar", "book-10-days", units=6)
    house.close()
    return made


def told(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence on standard error."""
    assert done.stderr.startswith("casaco-desk : "), done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.removeprefix("casaco-desk : ").strip()


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


# --- scan ------------------------------------------------------------------------------------------------------------


def test_a_scan_tells_one_json_line(folder: Path, member: CardHolder) -> None:
    done = casaco("scan", member.code, "--data", folder)
    assert done.returncode == DONE, done.stderr
    (line,) = lines(done)
    assert set(line) == {"code", "verdict", "reason", "member", "visit", "time"}
    assert (line["code"], line["verdict"], line["reason"], line["member"]) == (member.code, "in", "", member.number)


def test_two_codes_on_standard_input_are_two_lines(folder: Path, member: CardHolder) -> None:
    done = casaco("scan", "-", "--data", folder, stdin=f"{member.code}\n{member.code}\n")
    assert done.returncode == DONE
    assert [line["verdict"] for line in lines(done)] == ["in", "repeat"]


def test_a_line_sent_again_with_its_nonce_moves_nobody(folder: Path, member: CardHolder) -> None:
    """A turnstile that lost the answer asks again, however late: outside these seconds it would have been an exit."""
    rows = [f"{member.code}\tgate-1-0001", f"{member.code}\tgate-1-0001", f"{member.code}\tgate-1-0002"]
    with closing(plain(folder)) as setting:
        setting.execute("UPDATE site SET repeat_seconds = 0")
    done = casaco("scan", "-", "--data", folder, stdin="\n".join(rows) + "\n")
    assert [line["verdict"] for line in lines(done)] == ["in", "repeat", "out"]
    assert len({line["visit"] for line in lines(done)}) == 1


def test_a_refused_scan_says_why_in_a_sentence(folder: Path) -> None:
    done = casaco("scan", codes.make(), "--data", folder)
    assert done.returncode == REFUSED
    assert lines(done)[0]["reason"] == "unknown"
    assert told(done) == "Cette carte n’est pas connue de la maison."


def test_refusals_do_not_end_a_stream(folder: Path, member: CardHolder) -> None:
    done = casaco("scan", "-", "--data", folder, stdin=f"nonsense\n\n{'7' * 10_000}\n{member.code}")
    assert done.returncode == DONE
    assert [line["verdict"] for line in lines(done)] == ["refused", "refused", "in"]


def test_a_code_of_ten_thousand_characters_is_refused(folder: Path) -> None:
    done = casaco("scan", "C" * 10_000, "--data", folder)
    assert done.returncode == REFUSED
    assert told(done)


def test_the_picture_of_a_card_is_read(folder: Path, member: CardHolder, tmp_path: Path) -> None:
    picture = tmp_path / "carte.png"
    _draw(member.code, picture)
    done = casaco("scan", picture, "--data", folder)
    assert done.returncode == DONE, done.stderr
    assert lines(done)[0]["code"] == member.code


def _draw(code: str, path: Path) -> None:
    from PIL import Image

    matrix = modules(code)
    image = Image.new("1", (len(matrix) + 8, len(matrix) + 8), 1)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            image.putpixel((x + 4, y + 4), 0 if dark else 1)
    image.resize((image.width * 6, image.height * 6)).save(path)


@pytest.mark.parametrize("content", ["white", "text", "missing"])
def test_a_picture_without_a_code_is_refused(folder: Path, tmp_path: Path, content: str) -> None:
    from PIL import Image

    picture = tmp_path / "rien.png"
    if content == "white":
        Image.new("L", (200, 200), 255).save(picture)
    elif content == "text":
        picture.write_text("pas une image", encoding="utf-8")
    done = casaco("scan", picture, "--data", folder)
    assert done.returncode in (REFUSED, FAULT)
    assert done.stdout == ""
    assert "rien.png" in told(done) or "image" in told(done)


def test_no_line_that_was_printed_is_lost_by_a_kill(folder: Path, member: CardHolder) -> None:
    """The power goes out in the middle of `scan -`: what was told had been committed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desk", "scan", "-", "--data", str(folder)], cwd=ROOT, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    printed = []
    for number in range(7):
        process.stdin.write(f"nonsense {number}\n")
        process.stdin.flush()
        printed.append(json.loads(process.stdout.readline()))
    process.stdin.write("nonsense in flight\n" * 20)
    process.stdin.flush()
    process.kill()
    process.wait()
    printed += [json.loads(line) for line in process.stdout.read().splitlines() if line.endswith("}")]
    process.stdin.close()
    process.stdout.close()
    house = SmallHouse(folder)
    assert int(str(house.value("SELECT count(*) FROM refused_scan"))) >= len(printed)
    assert house.verify(deep=True).problems == ()
    house.close()


def test_a_reader_that_leaves_is_no_error(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "desk", "scan", "-", "--data", str(folder)], cwd=ROOT, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()
    _, errors = process.communicate("a\nb\nc\n", timeout=60)
    assert process.returncode == DONE
    assert "Traceback" not in errors
    assert "Exception" not in errors


def test_verify_finds_a_changed_record(folder: Path) -> None:
    house = SmallHouse(folder)
    house.sell_pass()
    house.close()
    good = json.loads(casaco("verify", "--json", "--data", folder).stdout)
    assert good["ok"] is True
    assert good["records"] > 0
    connection = plain(folder)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("DELETE FROM journal WHERE rowid = (SELECT max(rowid) FROM journal)")
    connection.close()
    done = casaco("verify", "--json", "--data", folder)
    assert done.returncode == NOT_VERIFIED
    assert json.loads(done.stdout)["ok"] is False


# --- what goes wrong -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"not a database at all, just words" * 50])
def test_a_damaged_database_is_told_and_left_alone(folder: Path, content: bytes) -> None:
    for extra in ("-wal", "-shm"):
        (folder / (FILE_NAME + extra)).unlink(missing_ok=True)
    (folder / FILE_NAME).write_bytes(content)
    done = casaco("members", "--data", folder)
    assert done.returncode == FAULT
    assert told(done)
    assert (folder / FILE_NAME).read_bytes() == content


def test_a_read_only_folder_is_told(folder: Path) -> None:
    with read_only(folder):
        done = casaco("scan", "nonsense", "--data", folder)
    assert done.returncode == FAULT
    assert told(done)


def test_a_scan_works_beside_an_open_window(folder: Path, member: CardHolder) -> None:
    lock = DeskLock(folder)
    beside = casaco("scan", member.code, "--data", folder)
    lock.release()
    assert beside.returncode == DONE
    assert lines(beside)[0]["verdict"] == "in"


def test_the_window_without_a_screen_says_what_to_do(folder: Path) -> None:
    environment = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = casaco("run", "--data", folder, **environment)
    assert done.returncode == FAULT
    assert "casaco-desk tour" in told(done)


@pytest.mark.parametrize(
    "arguments", [["dance"], ["scan"], ["demo", "--years", "99"], ["demo", "--years", "deux"], ["tour"]]
)
def test_a_command_written_wrongly_is_told(arguments: list[str]) -> None:
    done = casaco(*arguments)
    assert done.returncode == USAGE
    assert "Traceback" not in done.stderr


def test_the_help_lists_every_command_and_exit_code() -> None:
    done = casaco("--help")
    assert done.returncode == DONE
    for word in (
        "scan",
        "presence",
        "members",
        "spaces",
        "cooperators",
        "verify",
        "demo",
        "tour",
        "--smoke-test",
        "--data",
    ):
        assert word in done.stdout
    for code in range(6):
        assert f"\n  {code}  " in done.stdout


def test_the_smoke_test_opens_the_window_and_leaves() -> None:
    done = casaco("--smoke-test")
    assert done.returncode == DONE, done.stderr
    assert done.stdout.startswith("Casaco Desk s’ouvre")


def test_the_printer_is_chosen_and_a_wrong_one_refused(folder: Path) -> None:
    assert casaco("printer", "files", "tickets", "--data", folder).returncode == DONE
    done = casaco("printer", "files", "tickets", "--profile", "papyrus", "--data", folder)
    assert done.returncode == REFUSED
    assert told(done)


def test_demo_refuses_to_write_over_a_house(folder: Path) -> None:
    done = casaco("demo", "--data", folder)
    assert done.returncode in (REFUSED, FAULT)
    assert "Traceback" not in done.stderr


def test_english_is_spoken_on_demand(folder: Path) -> None:
    done = casaco("scan", codes.make(), "--data", folder, "--lang", "en")
    assert done.returncode == REFUSED
    assert "Cette carte" not in told(done)
