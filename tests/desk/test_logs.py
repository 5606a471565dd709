"""The technical log: lines of JSON, bounded, without anybody's data; and a start that does not pay for it."""

from __future__ import annotations

import ast
import json
import logging
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import log_lines, log_masks, logs
from desk.errors import EnvironmentFault
from desk.log_masks import MASK, masked
from tests.conftest import ROOT

NAMES = ("Inès Alvar", "ines@exemple.fr", "CC12GSCXB70BR3YH0", "2580", "un mot sur elle")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A log of its own, heard by a handler on the root as in the running application."""
    place = tmp_path / "state" / "casaco-desk.log"
    handler, root = log_lines.handler(place), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield place
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()


def _lines(place: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in place.read_text(encoding="ascii").splitlines()]


def _deep(error: BaseException) -> None:
    name = "Inès Alvar"  # a local value, which no trace may show
    try:
        {}[name]
    except KeyError as missing:
        raise error from missing


def test_a_line_is_json_with_its_instant_its_module_and_its_facts(place: Path) -> None:
    logs.log_of("desk.example").warning("the heads could not be written", place="heads.log", count=3)
    (line,) = _lines(place)
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "the heads could not be written", "logger": "desk.example", "level": "warning",
        "place": "heads.log", "count": 3,
    }  # fmt: skip
    assert os.name != "posix" or stat.S_IMODE(place.stat().st_mode) == 0o600


def test_what_is_no_id_and_no_kind_does_not_get_in(place: Path) -> None:
    log = logs.log_of("desk.example")
    for said in NAMES:
        log.info("a scan was refused", kind=said, job=said, place=said, name=said, email=said, body={"x": said})
        log.info("a scan was refused", topics={said}, code=said, text=f'Qt says "{said}"')
    written = place.read_text(encoding="ascii")
    for said in NAMES:
        assert json.dumps(said)[1:-1] not in written
    assert {key for line in _lines(place) for key in line} <= log_masks.FACTS
    assert all(line["job"] == MASK for line in _lines(place) if "job" in line)


def test_an_exception_is_its_kind_and_its_way_and_none_of_its_words(place: Path) -> None:
    try:
        _deep(ValueError("Inès Alvar, ines@exemple.fr"))
    except ValueError:
        logs.log_of("desk.example").exception("a command met an error of the program")
    (line,) = _lines(place)
    assert line["failure"]["type"] == "builtins.ValueError"
    assert line["failure"]["frames"][-1].startswith("tests/desk/test_logs.py:")
    assert line["failure"]["frames"][-1].endswith(" _deep")
    assert [cause["type"] for cause in line["failure"]["causes"]] == ["builtins.KeyError"]
    assert "Alvar" not in place.read_text(encoding="ascii")
    assert str(ROOT) not in place.read_text(encoding="ascii")


def test_a_fault_keeps_its_code_and_an_error_of_the_system_its_number(place: Path) -> None:
    log = logs.log_of("desk.example")
    log.info("away", error=EnvironmentFault("Le disque d’Inès est plein.", code="sqlite_13"))
    log.info("away", error=PermissionError(13, "Permission denied", str(place)))
    fault, denied = _lines(place)
    assert fault["error"] == {"type": "desk.errors.EnvironmentFault", "code": "sqlite_13"}
    assert denied["error"] == {"type": "builtins.PermissionError", "errno": 13}


def test_a_library_is_heard_without_its_words(place: Path) -> None:
    logging.getLogger("somebody.else").warning("no row for %s", "Inès Alvar")
    try:
        _deep(ValueError("Inès Alvar"))
    except ValueError:
        logging.getLogger("somebody.else").exception("Inès Alvar")
    warned, failed = _lines(place)
    assert (warned["event"], warned["logger"], warned["place"]) == ("a library spoke", "somebody.else", "test_logs.py")
    assert failed["failure"]["type"] == "builtins.ValueError"
    assert "Alvar" not in place.read_text(encoding="ascii")


@given(
    st.dictionaries(
        st.one_of(st.sampled_from(sorted(log_masks.FACTS)), st.text(max_size=12)),
        st.one_of(st.integers(), st.booleans(), st.none(), st.text(), st.binary(), st.lists(st.text())),
    )
)
def test_whatever_is_said_the_line_is_of_known_shapes_and_holds_when_it_is_read_again(said: dict[str, object]) -> None:
    kept = masked(said)
    assert set(kept) <= log_masks.FACTS
    assert "@" not in json.dumps({**kept, "event": "", "text": ""}).replace(MASK, "")
    assert masked(json.loads(json.dumps(kept))) == kept


def test_the_whole_of_the_log_is_bounded(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (handler,) = [h for h in logging.getLogger().handlers if type(h) is log_lines._File]
    handler.maxBytes = 4000
    log = logs.log_of("desk.example")
    for number in range(300):
        log.info("a line that is said again and again", count=number)
    parts = sorted(place.parent.iterdir())
    assert len(parts) == 1 + log_lines.PARTS
    assert sum(part.stat().st_size for part in parts) <= 4 * 4000
    last = [json.loads(line)["count"] for line in log_lines.last_lines(place, 40)]
    assert last == list(range(260, 300))


def test_a_file_that_another_process_turned_over_is_followed(place: Path) -> None:
    log = logs.log_of("desk.example")
    log.info("before")
    place.rename(place.with_name(f"{place.name}.1"))
    log.info("after")
    assert [line["event"] for line in _lines(place)] == ["after"]


def test_lines_that_are_not_ours_do_not_come_back_from_the_file(place: Path) -> None:
    logs.log_of("desk.example").info("ours")
    with place.open("ab") as file:
        file.write('2026-11-22 INFO Inès Alvar est là\n{"event": "Qt said", "name": "Inès"}\n[1]\n'.encode() + b"\xff")
    assert [json.loads(line) for line in log_lines.last_lines(place, 9)][1:] == [{"event": "Qt said"}]


def test_a_folder_that_cannot_be_written_leaves_standard_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    handler = log_lines.handler(tmp_path / "file" / "below" / "casaco-desk.log")
    assert type(handler) is logging.StreamHandler


# --- nobody caught it ----------------------------------------------------------------------------------------------

_RAISES = """
import sys, threading
from desk import logs
logs.keep()
def boom():
    name = "Ines Alvar"
    raise ValueError(name)
if sys.argv[1] == "thread":
    thread = threading.Thread(target=boom); thread.start(); thread.join()
else:
    boom()
"""


@pytest.mark.parametrize("where", ["main", "thread"])
def test_what_nobody_catches_is_a_calm_sentence_and_a_line(tmp_path: Path, where: str) -> None:
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", _RAISES, where], capture_output=True, text=True, env=environment)
    assert done.stderr.startswith("casaco-desk : Une erreur inattendue s’est produite")
    assert done.stderr.count("\n") == 1
    (line,) = _lines(tmp_path / "casaco-desk" / logs.LOG_FILE)
    assert line["failure"]["type"] == "builtins.ValueError"
    assert "Alvar" not in json.dumps(line)


def test_an_interruption_is_not_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    logs._uncaught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert capsys.readouterr().err == ""


# --- what it costs, and who may use it -----------------------------------------------------------------------------


def test_a_run_with_nothing_to_say_imports_no_structlog() -> None:
    program = "import sys, desk.__main__ as d; from desk import logs; logs.keep(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {"structlog", "logging.handlers", "desk.log_lines", "desk.log_masks"} & set(done.stdout.split()) == set()


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "_log":
            yield node


def test_every_module_says_literal_sentences_and_known_facts_through_the_one_place() -> None:
    said = 0
    for path in (*(ROOT / "desk").rglob("*.py"), *(ROOT / "views").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if not any(word in text for word in ("_log", "logging", "structlog")):
            continue  # to parse a file costs a hundred times what it costs to read it
        tree = ast.parse(text)
        imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
        if path.name not in ("logs.py", "log_lines.py"):
            assert not {"logging", "structlog"} & imported, path
        for call in _calls(tree):
            said += 1
            (event,) = call.args
            assert isinstance(event, ast.Constant), path
            assert {keyword.arg for keyword in call.keywords} <= log_masks.FACTS, (path, call.lineno)
            assert log_masks.words(str(event.value)) == event.value, (path, event.value)
    assert said > 20
