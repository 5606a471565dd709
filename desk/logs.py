"""The technical log: one place that sets it up, for the window as for the commands; lines of JSON in the state folder.

A module asks for its own with `log_of(__name__)` and says literal sentences with a few facts beside them: ids, kinds
and numbers, never a name, an address, a code, a PIN or a key. `desk.log_lines` holds every line to that, whoever wrote
it, and is only loaded (with `structlog`, which takes longer to import than a scan takes) when there is a line to write.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from desk import paths
from desk.errors import EnvironmentFault
from desk.language import translate

LOG_FILE = "casaco-desk.log"


class Log:
    """What one module says. `event` is a literal sentence in English, for who mends the desk; `facts` are what
    `desk.log_lines` lets through. `error` may be an exception: its kind and number are kept, never its words."""

    def __init__(self, name: str) -> None:
        self._name = name

    def info(self, event: str, **facts: object) -> None:
        """Something worth knowing later."""
        self._say(logging.INFO, event, facts)

    def warning(self, event: str, **facts: object) -> None:
        """The world failed; the desk goes on."""
        self._say(logging.WARNING, event, facts)

    def error(self, event: str, **facts: object) -> None:
        """The desk failed."""
        self._say(logging.ERROR, event, facts)

    def exception(self, event: str, **facts: object) -> None:
        """The desk failed with the exception that is being handled, whose trace is kept."""
        self._say(logging.ERROR, event, {**facts, "failure": sys.exc_info()[1]})

    def _say(self, level: int, event: str, facts: dict[str, object]) -> None:
        if not logging.getLogger(self._name).isEnabledFor(level):
            return
        from desk import log_lines

        log_lines.say(self._name, level, event, facts)


def log_of(name: str) -> Log:
    """The log of the module `name`."""
    return Log(name)


def log_file() -> Path:
    """Where the technical log is kept; older parts have `.1`, `.2`… behind that name."""
    return paths.state_folder() / LOG_FILE


def keep() -> None:
    """Keep what is said from now on, and what nobody catches; called once, by the doorway."""
    root = logging.getLogger()
    root.addHandler(_LateHandler())
    root.setLevel(logging.INFO)
    # Alembic tells each step at this level, which is for its own developers.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    # A line that cannot be written (a full disk) is lost: nobody at the counter reads a trace on its account.
    logging.raiseExceptions = False
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    sys.unraisablehook = _unraisable


class _LateHandler(logging.Handler):
    """Opens the file with the first line: most runs of a command have nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        if self._file is None:
            from desk import log_lines

            self._file = log_lines.handler(log_file())
        self._file.handle(record)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
        super().close()


# --- what nobody caught --------------------------------------------------------------------------------------------

_log = Log(__name__)
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """In the place of `sys.excepthook`: the trace goes to the log, a sentence to the person."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _log.error("nobody caught this", failure=error)
    _tell(error)


def _uncaught_in_thread(what: threading.ExceptHookArgs) -> None:
    if what.exc_value is not None:
        _log.error("nobody caught this on a worker", failure=what.exc_value)
        _tell(what.exc_value)


def _unraisable(what: sys.UnraisableHookArgs) -> None:
    """Raised where nobody can hear it, such as while an object goes away: only the log is told."""
    if what.exc_value is not None:
        _log.error("this could not be raised", failure=what.exc_value)


def _tell(error: BaseException) -> None:
    sentence = error.sentence if isinstance(error, EnvironmentFault) else unexpected()
    if sys.stderr is not None:  # a window without a terminal has none
        print(f"casaco-desk : {sentence}", file=sys.stderr)


def unexpected() -> str:
    """The sentence about an error of the program, for a person."""
    sentence = translate(
        "Cli", "Une erreur inattendue s’est produite\u00a0; rien d’enregistré n’est perdu. Détails\u00a0: {log}"
    )
    return sentence.format(log=log_file())
