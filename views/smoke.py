"""What the bundle proves of itself: that it opens, migrates an empty database and draws the plan."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.app import Application
from views.launch import qt_application


def smoke_test() -> int:
    """Open, migrate an empty database, draw the plan, and say so: what the bundle proves of itself."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = qt_application()
    with tempfile.TemporaryDirectory() as scratch, contextlib.closing(FrontDesk(Path(scratch))) as desk:
        application = Application(qt, desk)
        application.window.resize(1366, 768)
        application.window.show()
        qt.processEvents()
        drawn = application.window.board.grab()
        colours = {drawn.toImage().pixel(x, drawn.height() // 2) for x in range(0, drawn.width(), 7)}
        application.stop()
        qt.processEvents()
    if len(colours) < 2:
        raise EnvironmentFault(translate("App", "Le plan n’a pas été dessiné."), code="nothing_drawn")
    print(translate("App", "Casaco Desk s’ouvre, crée sa base et dessine le plan."))
    return 0
