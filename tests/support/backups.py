"""Copies for the tests: a folder of their own for each house, as a drive beside the computer."""

from __future__ import annotations

from pathlib import Path

from desk.errors import Refused
from tests.support.house import SmallHouse


def drive_of(house: SmallHouse) -> Path:
    """The drive of the house's copies, plugged in and chosen."""
    drive = house.folder.parent / "drive"
    drive.mkdir(exist_ok=True)
    if house.desk.backups.status().root != drive:
        assert house.desk.backups.choose_folder(drive) is None
    return drive


def backed_up(house: SmallHouse) -> Path:
    """A copy of the house as it is now."""
    drive_of(house)
    made = house.desk.backups.make()
    assert not isinstance(made, Refused), made
    return made.path
