"""The settings as the views need them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from desk.work import Work


@dataclass(frozen=True)
class SiteFacts:
    """The house as the window shows it; the undo delay in minutes."""

    house_name: str
    is_demo: bool
    safety_limit: int
    undo_minutes: int
    half_day_split: str
    zone: ZoneInfo
    is_training: bool = False


class SiteReader:
    """Reading the settings."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def facts(self) -> SiteFacts:
        """The settings in force."""
        with self._work.read() as session:
            site = self._work.site(session)
            return SiteFacts(
                site.house_name, site.is_demo, site.safety_limit, site.undo_minutes, site.half_day_split, site.timezone,
                site.is_training,
            )  # fmt: skip

    def local(self, moment: datetime) -> datetime:
        """`moment` (aware) in the site's zone."""
        return moment.astimezone(self.facts().zone)

    def local_now(self) -> datetime:
        """The present instant in the site's zone."""
        return self._work.clock.now().astimezone(self.facts().zone)
