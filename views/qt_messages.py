"""What Qt says goes to the technical log like all else, without what it quotes; a person reads none of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desk.logs import log_of

_log = log_of("qt")


@contextmanager
def qt_messages_kept() -> Iterator[None]:
    """Hear Qt for as long as the block lasts; whoever heard it before does again."""
    before = qInstallMessageHandler(_hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """From any thread; Qt's own details (debug) are for its developers."""
    category = str(context.category or "default")
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        _log.error("Qt failed", category=category, text=message)
    elif kind == QtMsgType.QtWarningMsg:
        _log.warning("Qt warned", category=category, text=message)
    elif kind == QtMsgType.QtInfoMsg:
        _log.info("Qt said", category=category, text=message)
