"""An empty window that has also imported SQLAlchemy: what any desk with a database pays before its first line."""

from __future__ import annotations

import sys

import sqlalchemy.orm  # noqa: F401 - before Qt, which reads the source of every module imported after it

from tests.bench.opening import watch

watch.install()

from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: E402

application = QApplication(sys.argv[:1])
window = QMainWindow()
window.showMaximized()
sys.exit(application.exec())
