"""The steps from an older database to this version's, and the name of the last one.

`HEAD` lets a start compare one string instead of importing Alembic, which takes longer than opening the window.
"""

from __future__ import annotations

from pathlib import Path

HEAD = "0017"
FOLDER = Path(__file__).parent
