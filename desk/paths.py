"""Where things are on the disk: what the desk ships, what it remembers, and its second place for seals.

Nothing here creates a folder: whoever writes first makes it and turns a failure into an `EnvironmentFault`.
`platformdirs` is imported late, because a run with `--data` never needs it.
"""

from __future__ import annotations

import sys
from pathlib import Path

_APPLICATION = "casaco-desk"


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder below `resources/`, for example `resource("plan", "casaco.svg")`.

    Works from a checkout, an installed package (the wheel lays `resources/` beside `desk/`) and a frozen
    bundle. The path is not checked: opening a missing file raises where the sentence for it is known.
    """
    return _root().joinpath("resources", *parts)


def migrations() -> Path:
    """The folder of the Alembic scripts, in the same three situations as `resource`."""
    return _root().joinpath("models", "migrations")


def data_folder(override: Path | None = None) -> Path:
    """The folder of the desk's database: `override` (`--data DIR`) made absolute, or this user's own."""
    if override is not None:
        return override.expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path(_APPLICATION, appauthor=False)


def state_folder() -> Path:
    """This user's second place, outside the data folder: journal heads and logs.

    An older database put back over the data folder does not bring this one back with it.
    """
    from platformdirs import user_state_path

    return user_state_path(_APPLICATION, appauthor=False)


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen is not None else Path(__file__).resolve().parent.parent
