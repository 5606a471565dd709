"""Where the copies go. Kept in a file beside the database and not in it: it is needed when the database is damaged."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk.backups.copies import settle
from desk.logs import log_of
from desk.paths import state_folder

SETTINGS_FILE = "backups.json"
_log = log_of(__name__)


@dataclass(frozen=True)
class BackupSettings:
    """`chosen` is the folder or drive that a person chose, None for the desk's own; `last` the last good copy's time.

    `last_name` is the file's name.
    """

    chosen: Path | None = None
    last: datetime | None = None
    last_name: str = ""

    @property
    def root(self) -> Path:
        """The folder in which each desk has its own."""
        return self.chosen if self.chosen is not None else state_folder() / "backups"


def read_settings(folder: Path) -> BackupSettings:
    """What the folder of a desk says; the defaults when it says nothing that can be read."""
    try:
        said = json.loads((folder / SETTINGS_FILE).read_text(encoding="utf-8"))
        last = datetime.fromisoformat(said["last"]) if said.get("last") else None
        chosen = Path(said["folder"]) if said.get("folder") else None
        return BackupSettings(chosen, last, str(said.get("last_name", "")))
    except FileNotFoundError:
        return BackupSettings()
    except (OSError, ValueError, TypeError, AttributeError, KeyError) as error:
        _log.warning("where copies go could not be read", place=SETTINGS_FILE, error=error)
        return BackupSettings()


def write_settings(folder: Path, settings: BackupSettings) -> None:
    """Keep the settings, whole or not at all. May raise OSError."""
    said = {
        "folder": "" if settings.chosen is None else str(settings.chosen),
        "last": "" if settings.last is None else settings.last.isoformat(),
        "last_name": settings.last_name,
    }
    fresh = folder / f"{SETTINGS_FILE}.new"
    fresh.write_text(json.dumps(said, ensure_ascii=False, indent=2), encoding="utf-8")
    settle(fresh)
    fresh.replace(folder / SETTINGS_FILE)


def desk_folder(root: Path, desk_id: str) -> Path:
    """The folder of one desk below `root`: two desks may share a drive."""
    return root / f"casaco-desk-{''.join(c for c in desk_id if c.isalnum())[-12:]}"
