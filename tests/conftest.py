"""What holds for every test: offscreen, a home of its own, French, nothing left behind, a picture on failure."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / "shots"

# Before any Qt import; a real platform may be asked for from outside.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test reaches a person's key ring: the desk meets a machine that has none.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

settings.register_profile("house", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("house")

_REPORTS = pytest.StashKey[dict[str, pytest.TestReport]]()
_HOME = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Move the person's folders aside for the whole session, before any test module is imported."""
    home = Path(tempfile.mkdtemp(prefix="casaco-home-"))
    config.stash[_HOME] = home
    os.environ.setdefault("XAUTHORITY", str(Path.home() / ".Xauthority"))
    os.environ["HOME"] = os.environ["USERPROFILE"] = str(home)
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    if "XDG_RUNTIME_DIR" not in os.environ:  # Qt warns when it has to make one up
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the session's home."""
    shutil.rmtree(config.stash[_HOME], ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long ones: what is left to the end keeps one core while the other rests."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application, refused when Qt has no font: it would draw every letter alike, and say nothing."""
    from PySide6.QtGui import QFontDatabase, QFontMetrics

    metrics = QFontMetrics(qapp.font())
    if not QFontDatabase.families() or metrics.horizontalAdvance("i") == metrics.horizontalAdvance("W"):
        pytest.exit("Qt finds no font on this machine: `make setup` names the packages to install.", returncode=1)
    return qapp


@pytest.fixture(scope="session", autouse=True)
def compiles_once() -> Iterator[None]:
    """What SQLAlchemy makes of a statement is kept from one test's database to the next one's."""
    from tests.support.engines import statements_compiled_once

    with statements_compiled_once():
        yield


@pytest.fixture(autouse=True)
def speaks_french() -> Iterator[None]:
    """Each test starts in French, whatever the one before it installed."""
    yield
    from desk import language

    language.install("fr", None)


@pytest.fixture(autouse=True)
def leaves_nothing_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that passed but left a window, an active timer or a running thread.

    A test that failed is only cleaned up after: its traceback keeps its widgets alive.
    """
    from tests.support.leaks import LeakWatch

    watch = LeakWatch()
    yield
    reports = request.node.stash.get(_REPORTS, {})
    passed = "call" in reports and reports["call"].passed
    leaks = watch.leaks() if passed else []
    watch.close()
    if leaks:
        pytest.fail("left behind: " + "; ".join(leaks), pytrace=False)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep each phase's verdict for the leak watch, and picture the visible windows of a failure."""
    report = yield
    item.stash.setdefault(_REPORTS, {})[report.when or ""] = report
    if report.when == "call" and report.failed:
        for shot in _picture_windows(item.nodeid):
            report.sections.append(("window", str(shot.relative_to(ROOT))))
    return report


def _picture_windows(nodeid: str) -> list[Path]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return []
    stem = re.sub(r"[^\w.-]+", "-", nodeid).strip("-")[-150:]
    shots = []
    for number, window in enumerate(w for w in QApplication.topLevelWidgets() if w.isVisible()):
        SHOTS.mkdir(exist_ok=True)
        shot = SHOTS / f"{stem}-{number + 1}.png"
        if window.grab().save(str(shot)):
            shots.append(shot)
    return shots
