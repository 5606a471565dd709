"""What a manager decides for the house, and where it is changed: the house itself and its hours are here.

The rules of the door, of bookings and of personal data are with the activities that follow them.
"""

from __future__ import annotations

from desk.settings.hours import HoursChange, HoursChanged, HoursSettings, LeftOutside
from desk.settings.house import HouseFacts, HouseSettings
from desk.work import Work

__all__ = ["HoursChange", "HoursChanged", "HoursSettings", "HouseFacts", "HouseSettings", "LeftOutside", "Settings"]


class Settings:
    """The settings that are no other activity's."""

    def __init__(self, work: Work) -> None:
        self.house = HouseSettings(work)
        self.hours = HoursSettings(work)
