"""What Qt says is kept in the technical log without what it quotes."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import QtMsgType, qDebug, qInstallMessageHandler, qWarning

from views.qt_messages import qt_messages_kept


def test_a_warning_of_qt_is_a_line_without_what_it_quotes(caplog: pytest.LogCaptureFixture) -> None:
    with qt_messages_kept(), caplog.at_level(logging.INFO):
        qWarning('QIODevice::read ("Inès Alvar"): device not open')
        qDebug("a detail")
    (record,) = caplog.records
    assert (record.name, record.levelname) == ("qt", "WARNING")
    assert "QIODevice::read" in str(record.msg)
    assert "Alvar" not in str(record.msg)


def test_whoever_heard_qt_before_hears_it_again() -> None:
    heard: list[str] = []

    def mine(_kind: QtMsgType, _context: object, message: str) -> None:
        heard.append(message)

    before = qInstallMessageHandler(mine)
    with qt_messages_kept():
        qWarning("inside")
    qWarning("after")
    qInstallMessageHandler(before)
    assert heard == ["after"]
