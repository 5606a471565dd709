"""A real X server for the tests of the scanner: Xvfb on a display of its own, a layout, and keys by number."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tests.support.scanner import SHIFT_KEYCODE

PACKAGES = {"Xvfb": "xvfb", "xdotool": "xdotool", "setxkbmap": "x11-xkb-utils"}
QT_PACKAGES = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-randr0 libxcb-xkb1 libxkbcommon-x11-0"
CAPS_LOCK_KEYCODE = 66
_PATIENCE = 30.0  # seconds before a program of the X world counts as stuck


class XWorldMissing(Exception):
    """The machine lacks what a test with a real X server needs; the message says which packages to install."""


@dataclass(frozen=True)
class XServer:
    """A running X server. `display` is its name, as DISPLAY wants it."""

    display: str

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program that shows its window there."""
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def set_layout(self, layout: str) -> None:
        """The keyboard layout of the desk: us, fr, be."""
        self._run("setxkbmap", "-layout", layout, "-variant", "", "-option", "")

    def strokes(self, keys: Sequence[tuple[int, bool]], *, delay: int = 5) -> None:
        """Press and release keys by number, with Shift where it is True, one after the other, `delay` ms apart."""
        words: list[str] = []
        for keycode, shift in keys:
            stroke = ["key", "--delay", str(delay), str(keycode)]
            down, up = ([verb, "--delay", "0", str(SHIFT_KEYCODE)] if shift else [] for verb in ("keydown", "keyup"))
            words += [*down, *stroke, *up]
        self._run("xdotool", *words)

    def _run(self, *command: str) -> None:
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
        if done.returncode != 0:
            raise RuntimeError(f"{command[0]} failed on {self.display}: {done.stderr.strip()}")


@contextmanager
def x_server() -> Iterator[XServer]:
    """A new X server, stopped at the end. Raises `XWorldMissing` if the machine lacks its packages."""
    missing = sorted(package for program, package in PACKAGES.items() if shutil.which(program) is None)
    if missing:
        raise XWorldMissing(
            f"the scanner is tested on a real X server; install: apt-get install {' '.join(missing)} {QT_PACKAGES}"
        )
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-noreset", "-nolisten", "tcp", "-screen", "0", "800x600x24"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()  # written when the server is ready; empty if it died
        if not number:
            raise RuntimeError(f"Xvfb ended with code {server.wait(_PATIENCE)} before it had a display")
        yield XServer(f":{number}")
    finally:
        server.terminate()
        server.wait(_PATIENCE)
