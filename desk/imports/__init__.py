"""Members who come from a file and go to one: previewed, imported, taken back, exported."""

from __future__ import annotations

from pathlib import Path

from desk.clock import local_day
from desk.errors import Refused
from desk.imports import applying, export
from desk.imports.applying import ImportDone, ImportListed, ImportUndone
from desk.imports.columns import Field, Mapping
from desk.imports.export import MembersExported
from desk.imports.preview import ImportColumn, ImportLine, ImportPreview, LineState, preview_of
from desk.imports.reading import Sheet, read
from desk.language import translate
from desk.progress import Tell, nobody
from desk.rights import Act, needs
from desk.simulation import named, titled
from desk.work import Work
from models.journal import Stream

__all__ = [
    "Field",
    "ImportColumn",
    "ImportDone",
    "ImportLine",
    "ImportListed",
    "ImportPreview",
    "ImportUndone",
    "Imports",
    "LineState",
    "Mapping",
    "MembersExported",
]


class Imports:
    """Importing and exporting members. Reading a large file takes seconds: call `preview` from a worker."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._sheet: tuple[Path, tuple[int, int], Sheet] | None = None

    def preview(self, path: Path, mapping: Mapping | None = None, *, tell: Tell = nobody) -> ImportPreview | Refused:
        """What importing the file would do; nothing is written. With no `mapping` one is proposed.

        `tell` hears the share done and may raise `Stopped`. Raises `EnvironmentFault` for an unreadable file.
        """
        sheet = self._read(path, tell)
        if isinstance(sheet, Refused):
            return sheet
        with self._work.read() as session:
            today = local_day(self._work.clock.now(), self._work.site(session).timezone)
            return preview_of(session, sheet, mapping, today, tell)

    def _read(self, path: Path, tell: Tell) -> Sheet | Refused:
        """The file's table, read again only when the file has changed: another mapping is then a matter of moments."""
        kept = self._sheet
        try:
            stat = path.stat()
            stamp = (stat.st_mtime_ns, stat.st_size)
        except OSError:
            # `read` tells what is wrong with it.
            return read(path, tell)
        if kept is not None and kept[:2] == (path, stamp):
            return kept[2]
        sheet = read(path, tell)
        self._sheet = (path, stamp, sheet) if isinstance(sheet, Sheet) else None
        return sheet

    def objection(self, preview: ImportPreview) -> Refused | None:
        """Why whoever holds the desk may not import this: plans and cards are for a manager to give."""
        return applying.objection(self._work.operator, preview)

    @needs(Act.IMPORT_MEMBERS)
    def apply(self, preview: ImportPreview, *, rest: bool = True, alike: bool = False) -> ImportDone | Refused:
        """Import the good lines in one transaction; with `rest` false, only when no line is faulty.

        `alike` imports those too whose names are very like a member's. A preview is imported once.
        Plans and cards are a manager's right to give.
        """
        with self._work.write() as unit:
            return applying.apply(unit, preview, rest=rest, alike=alike)

    def recent(self, limit: int = 3) -> tuple[ImportListed, ...]:
        """The last imports that could be taken back, the newest first."""
        with self._work.read() as session:
            return applying.listed(session, limit)

    @needs(Act.IMPORT_MEMBERS)
    def undo(self, import_id: str, *, keep_active: bool = False) -> ImportUndone | Refused:
        """Take a whole import back in one act; refused, by name, for members who have come or bought since.

        With `keep_active` those stay and all the others go. A manager's right when it gave plans or cards.
        """
        with self._work.write() as unit:
            return applying.undo(unit, import_id, keep_active=keep_active)

    @needs(Act.EXPORT_MEMBERS)
    def export(self, path: Path) -> MembersExported | Refused:
        """Write every member into a workbook that can be imported back; a manager's right, and recorded.

        Raises `EnvironmentFault` when the file cannot be written.
        """
        with self._work.read() as session:
            site = self._work.site(session)
            rows = export.rows(session, local_day(self._work.clock.now(), site.timezone))
        path = named(site, path)
        export.write(path, titled(site, translate("Imports", "Membres")), rows)
        with self._work.write() as unit:
            unit.record(Stream.OPERATIONS, "members.exported", {"schema": 1, "members": len(rows)})
        return MembersExported(path, len(rows))
