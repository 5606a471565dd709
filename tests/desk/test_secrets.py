"""No shell, no listener, and no secret where it can be read: neither in the log, nor in a message, nor in a picture."""

from __future__ import annotations

import ast
import base64
import logging
import re
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import cli
from desk.commands import BUG
from desk.errors import EnvironmentFault, Refused
from desk.frontdesk import FrontDesk
from desk.override import Insistence
from tests.fuzz.world import silent, typed
from tests.support.house import SmallHouse

ROOT = Path(__file__).resolve().parents[2]
PIN, WRONG = "48213957", "95172846"
# What makes this process answer to another machine, or lets a text become a command.
LISTENS = {
    "listen", "bind", "create_server", "start_server", "serve_forever", "QTcpServer", "QLocalServer", "QUdpSocket",
    "QHttpServer", "QWebSocketServer",
}  # fmt: skip
SERVERS = {"http.server", "socketserver", "xmlrpc", "asyncio", "multiprocessing.managers", "QtHttpServer"}
SHELLS = {"system", "popen", "getoutput", "getstatusoutput", "execl", "execlp", "execvp", "spawnl", "spawnlp"}
RUNS = {"eval", "exec", "compile", "__import__"}
UNPACKS = {"extractall", "extract", "unpack_archive", "_extract_member"}
SUSPECT = re.compile(
    r"socket|Network|erver|shell|subprocess|popen|os\.system|os\.exec|os\.spawn|eval\(|exec\(|compile\(|__import__|extract\w*\("
    r"|unpack_archive|pickle|marshal|shelve|yaml|telnetlib|ftplib|smtplib|webbrowser|xmlrpc|asyncio"
)
NETWORK = re.compile(r"\bsocket\b|QtNetwork|Socket\b|Server\b")
UNSAFE = {"pickle", "marshal", "shelve", "yaml", "telnetlib", "ftplib", "smtplib", "webbrowser"}


def _sources() -> Iterator[tuple[str, str]]:
    for room in ("desk", "models", "views"):
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _owner(node: ast.Call) -> str:
    """What an attribute is called on, when it is a plain name."""
    value = node.func.value if isinstance(node.func, ast.Attribute) else None
    return value.id if isinstance(value, ast.Name) else ""


def found(source: str, name: str = "x.py") -> list[str]:
    """What a source does that none may."""
    wrong: list[str] = []
    if not SUSPECT.search(source):
        return wrong
    talks = NETWORK.search(source) is not None
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called, owner = _called(node), _owner(node)
            bare = isinstance(node.func, ast.Name)
            # RapidFuzz names so the search among words.
            if owner == "process" and called == "extract":
                continue
            if (
                called in (LISTENS if talks else UNPACKS) | UNPACKS
                or (called in SHELLS and owner == "os")
                or (bare and called in RUNS)
            ):
                wrong.append(f"{name}:{node.lineno} calls {called}")
            if any(word.arg == "shell" for word in node.keywords):
                wrong.append(f"{name}:{node.lineno} asks for a shell")
        if isinstance(node, ast.Import | ast.ImportFrom):
            modules = {alias.name for alias in node.names} | {getattr(node, "module", "") or ""}
            roots = {module.split(".")[0] for module in modules}
            if modules & SERVERS or roots & (UNSAFE | {"subprocess"}):
                wrong.append(f"{name}:{node.lineno} imports {', '.join(sorted(modules))}")
    return wrong


def test_nothing_opens_a_shell_listens_or_unpacks_by_itself() -> None:
    assert [line for name, source in _sources() for line in found(source, name)] == []


@pytest.mark.parametrize(
    "source",
    [
        "import os\nos.system('x')", "import subprocess", "run(x, shell=True)", "socket.bind(x)",
        "import socket\ns.listen()", "QLocalServer(self)", "import http.server", "archive.extractall('.')",
        "eval(x)", "import pickle",
        "from os import popen\nimport socketserver",
    ],
)  # fmt: skip
def test_what_is_looked_for_is_found(source: str) -> None:
    assert found(source)


def _secrets(house: SmallHouse) -> list[str]:
    """The PINs, and the key of the journal however it could be written."""
    key = (house.folder / "desk.key").read_bytes()
    body = b"".join(line for line in key.splitlines() if not line.startswith(b"-"))
    raw = [key, body, base64.b64decode(body, validate=False)] if b"-----" in key else [key, key.strip()]
    forms = {form for one in raw for form in (one.hex(), base64.b64encode(one).decode(), repr(one)[2:-1])}
    return [PIN, WRONG, *sorted(form for form in forms if len(form) > 8)]


def _lived(house: SmallHouse) -> Iterator[object]:
    """A day in which each secret is used, well and badly; what was answered."""
    staff = house.desk.staff
    yield staff.enrol_first("Gaël Essai", PIN)
    person = staff.everyone()[0].id
    yield from (staff.sign_in(person, pin) for pin in ("", WRONG, WRONG, PIN))
    yield staff.change_pin(person, PIN, PIN)
    yield staff.vouch("Gaël Essai", WRONG)
    yield house.desk.door.override.let_in("nobody", Insistence("réunion", person, PIN))
    yield Insistence("réunion", person, PIN)
    member = house.member()
    yield house.desk.cards.issue(member.id)
    yield house.desk.staff.sign_out()


def test_no_secret_reaches_the_log_an_answer_or_the_journal(
    house: SmallHouse, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answers = [repr(answer) for answer in _lived(house)]
    bodies = [str(body) for (body,) in house.rows("SELECT body FROM journal")]
    said = "\n".join((caplog.text, *answers, *bodies))
    assert [secret for secret in _secrets(house) if secret in said] == []
    assert len(bodies) > 5


def _never(_arguments: Namespace) -> int:
    raise AssertionError("no window")


def test_no_secret_reaches_the_log_of_a_command_nor_what_it_prints(
    house: SmallHouse, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    assert not isinstance(house.desk.staff.enrol_first("Gaël Essai", PIN), Refused)
    said = ""
    for pin in (WRONG, PIN):
        for broken in (False, True):
            with monkeypatch.context() as patch:
                if broken:
                    patch.setattr(FrontDesk, "accounts", property(lambda self: self.work.no_such_thing))
                with silent() as (out, err), typed(f"{pin}\n".encode()):
                    words = ["accounts", "--data", str(house.folder), "--as", "Gaël Essai", "payment.cash", "530100"]
                    given = cli.parser(cli.WindowCommands(_never, _never, _never)).parse_args(words)
                    code = cli.execute(given)
                said += out.getvalue() + err.getvalue()
                assert broken is (code == BUG) or pin == WRONG
    assert said
    assert [secret for secret in _secrets(house) if secret in said + caplog.text] == []


def test_a_damaged_key_is_not_told(house: SmallHouse, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secrets = _secrets(house)
    house.desk.close()
    path = house.folder / "desk.key"
    path.write_bytes(path.read_bytes()[:-3] + b"???")
    with pytest.raises(EnvironmentFault) as caught:
        FrontDesk(house.folder)
    told = caplog.text + caught.value.sentence + repr(caught.value) + repr(caught.value.__cause__)
    assert [secret for secret in secrets if secret in told] == []
