"""Bookings that go to other programs and come from them, as iCalendar files (RFC 5545)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desk.calendars import applying, writing
from desk.calendars.applying import CalendarImported, CalendarListed
from desk.calendars.preview import CalendarLine, CalendarPreview, EntryState, preview_of
from desk.calendars.reading import read
from desk.calendars.writing import CalendarExported
from desk.errors import Refused
from desk.progress import Tell, nobody
from desk.rights import Act, needs
from desk.work import Work

__all__ = [
    "CalendarExported",
    "CalendarImported",
    "CalendarLine",
    "CalendarListed",
    "CalendarPreview",
    "Calendars",
    "EntryState",
]


class Calendars:
    """Exporting and importing calendars. Reading a large file takes seconds: call `preview` from a worker."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def export(self, space_id: str | None = None) -> CalendarExported:
        """The bookings in force of a space, or of all, as the content of an .ics file."""
        with self._work.read() as session:
            return writing.export(session, self._work.site(session), space_id)

    def preview(
        self, path: Path, places: Mapping[str, str] | None = None, *, tell: Tell = nobody
    ) -> CalendarPreview | Refused:
        """What importing the file would do; nothing is written. `places` gives spaces to names that are on no plan.

        `tell` hears the share done and may raise `Stopped`. Raises `EnvironmentFault` for an unreadable file.
        """
        with self._work.read() as session:
            site = self._work.site(session)
            file = read(path, site.timezone)
            if isinstance(file, Refused):
                return file
            return preview_of(session, site, file, dict(places or {}), self._work.clock.now(), tell)

    @needs(Act.CALENDARS)
    def apply(self, preview: CalendarPreview, *, rest: bool = True) -> CalendarImported | Refused:
        """Import the good entries in one transaction; with `rest` false, only when nothing is left out."""
        with self._work.write() as unit:
            return applying.apply(unit, preview, rest=rest)

    def recent(self, limit: int = 3) -> tuple[CalendarListed, ...]:
        """The last imports that could be taken back, the newest first."""
        with self._work.read() as session:
            return applying.listed(session, limit)

    @needs(Act.CALENDARS)
    def undo(self, import_id: str) -> int | Refused:
        """Take a whole import back in one act; the answer is how many bookings went."""
        with self._work.write() as unit:
            return applying.undo(unit, import_id)
