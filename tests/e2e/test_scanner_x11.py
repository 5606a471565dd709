"""The scanner on a real X server: keys by number, on the layouts of French and Belgian desks."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.codes import ALPHABET, make
from tests.support.scanner import ENTER_KEYCODE, LAYOUTS, TAB_KEYCODE, keys_for
from tests.support.xserver import CAPS_LOCK_KEYCODE, XServer, XWorldMissing, x_server

ROOT = Path(__file__).resolve().parent.parent.parent
ENTER = (ENTER_KEYCODE, False)
CODE = make(lambda symbols: 8 % symbols)
BODIES = ("0123456789BC", "DEFGHJKNPRST", "VXY86868011K")  # every symbol of the alphabet
_PATIENCE = 30.0


class Window:
    """The small desk in its own process (`tests/support/scanner_window.py`)."""

    def __init__(self, server: XServer) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.scanner_window"],
            cwd=ROOT,
            env=server.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def next(self) -> dict[str, object]:
        """The next thing it says."""
        line = self._lines.get(timeout=_PATIENCE)
        if not line:
            pytest.fail(f"the window ended: {self.close()}")
        said: dict[str, object] = json.loads(line)
        return said

    def ask(self, command: str) -> dict[str, object]:
        """What it says to a command."""
        self.tell(command)
        return self.next()

    def wait_for_field(self, text: str) -> None:
        """Ask until the field holds `text`; fail with what it held at the end of the patience."""
        end = time.monotonic() + _PATIENCE
        while (held := self.ask("state")["field"]) != text and time.monotonic() < end:
            continue
        assert held == text

    def tell(self, command: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()

    def close(self) -> str:
        """End it; what it complained about."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._process.stdin.close()
        complaints = self._process.stderr.read()
        self._process.wait(_PATIENCE)
        self._reader.join(_PATIENCE)
        self._process.stdout.close()
        self._process.stderr.close()
        return complaints


@pytest.fixture(scope="module")
def server() -> Iterator[XServer]:
    try:
        with x_server() as running:
            yield running
    except XWorldMissing as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture(params=LAYOUTS)
def layout(request: pytest.FixtureRequest, server: XServer) -> str:
    chosen: str = request.param
    server.set_layout(chosen)
    return chosen


@pytest.fixture
def window(server: XServer) -> Iterator[Window]:
    shown = Window(server)
    assert shown.next() == {"ready": True}
    yield shown
    assert shown.close() == ""


def code_of(body: str) -> str:
    """The code with that body."""
    symbols = iter(body)
    return make(lambda _: ALPHABET.index(next(symbols)))


def scan(payload: str) -> list[tuple[int, bool]]:
    """The keys of a scanner set to the US layout."""
    return [*keys_for(payload), ENTER]


def test_a_scan_is_heard_and_the_focused_field_stays_empty(layout: str, server: XServer, window: Window) -> None:
    server.strokes(scan(CODE))
    assert window.next() == {"scanned": CODE}
    assert window.ask("state") == {"field": "", "focus": True}


def test_every_symbol_passes_every_layout_with_caps_lock_too(layout: str, server: XServer, window: Window) -> None:
    codes = [code_of(body) for body in BODIES]
    server.strokes([key for code in codes for key in scan(code)])
    assert [window.next() for _ in codes] == [{"scanned": code} for code in codes]
    server.strokes([(CAPS_LOCK_KEYCODE, False)])
    try:
        server.strokes([key for code in codes for key in scan(code)])
    finally:
        server.strokes([(CAPS_LOCK_KEYCODE, False)])
    assert [window.next() for _ in codes] == [{"scanned": code} for code in codes]
    assert window.ask("state") == {"field": "", "focus": True}


def test_typing_around_a_scan_stays_in_the_field(layout: str, server: XServer, window: Window) -> None:
    server.strokes(keys_for("luc c", layout))
    window.wait_for_field("luc c")
    server.strokes([*keys_for(CODE), (TAB_KEYCODE, False)])
    assert window.next() == {"scanned": CODE}
    server.strokes(keys_for("c1", layout))
    window.wait_for_field("luc cc1")
    server.strokes([ENTER])
    assert window.next() == {"entered": "luc cc1"}


def test_a_misread_code_is_told_and_swallowed(layout: str, server: XServer, window: Window) -> None:
    wrong = CODE[:-1] + ("0" if CODE[-1] != "0" else "1")
    server.strokes(scan(wrong))
    assert window.next() == {"misread": wrong}
    assert window.ask("state") == {"field": "", "focus": True}


def test_an_address_typed_into_nowhere_is_told_and_presses_no_button(
    layout: str, server: XServer, window: Window
) -> None:
    assert window.ask("button") == {"focus_on": "button"}
    server.strokes(scan("HTTPS://exemple.fr/a?b=1&c=2"))
    assert window.next() == {"foreign": "HTTPS://exemple.fr/a?b=1&c=2"}
    assert window.ask("state") == {"field": "", "focus": False}


def test_a_desk_that_was_busy_during_the_scan_still_hears_it(server: XServer, window: Window) -> None:
    server.set_layout("fr")
    assert window.ask("busy") == {"will_stop": True}
    server.strokes(scan(CODE), delay=60)  # so it stands still for longer than a scan may pause
    assert window.next() == {"stopped": True}
    window.tell("go")
    assert window.next() == {"scanned": CODE}
    assert window.ask("state") == {"field": "", "focus": True}


def test_composed_letters_pass(server: XServer, window: Window) -> None:
    server.set_layout("fr")
    dead_circumflex, e = (34, False), (26, False)
    server.strokes(keys_for("c", "fr"))
    window.wait_for_field("c")
    server.strokes([dead_circumflex, e])
    window.wait_for_field("cê")
    server.strokes([*keys_for("pe", "fr"), ENTER])
    assert window.next() == {"entered": "cêpe"}
