"""The composition root: one object that opens the desk's memory and holds all its use cases."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from desk import __version__, codes, custody, founding, paths, storage
from desk.bookings import Bookings
from desk.bus import Bus
from desk.checkin import Checkin
from desk.clock import Clock, SystemClock
from desk.cooperators import Cooperators
from desk.errors import EnvironmentFault
from desk.finder import Finder
from desk.floorplan import FloorPlan
from desk.floorplan import load as load_plan
from desk.heads import Heads, places_for
from desk.ids import new_id
from desk.keys import Signer, key_store, load_signer, new_signer
from desk.language import translate
from desk.live_plan import LivePlan
from desk.members import Members
from desk.organisations import Organisations
from desk.outside import OutsideChanges
from desk.passes import Passes
from desk.presence import PresenceList
from desk.printing.queue import PrintQueue
from desk.receipts import Receipts
from desk.rentals import Rentals
from desk.seating import Seating
from desk.site import SiteReader
from desk.spaces import Spaces
from desk.staff import Staff
from desk.till import Till
from desk.work import DeskIdentity, Work, translated_faults
from models.journal import JournalRecord
from models.site import Desk

_log = logging.getLogger(__name__)
PLAN_FILE = "casaco.svg"
CATALOGUE_FILE = "catalogue.toml"


class FrontDesk:
    """The desk at work on one data folder. Close it when done; `casaco-desk` holds a lock beside it for a window."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Clock | None = None,
        house: founding.House | None = None,
        durable: bool = True,
        make_code: Callable[[], str] = codes.make,
    ) -> None:
        """Open the folder's database, founded first when it is new (`house` says for whom).

        Raises `EnvironmentFault` for a damaged file, a read-only folder, a missing key, a damaged plan.
        """
        self.folder = folder
        self.clock = clock or SystemClock()
        self.bus = Bus()
        self.drawing = load_plan(paths.resource("plan", PLAN_FILE))
        self.engine = storage.open_database(folder, durable=durable)
        try:
            identity, signer = _identity(self.engine, folder, self.clock, house or founding.House(), self.drawing)
            self.heads = Heads(places_for(folder, identity.id))
            self.work = Work(self.engine, self.clock, identity, signer, self.heads, self.bus)
            self.integrity_failures = custody.take_over(self.work)
        except BaseException:
            self.engine.dispose()
            raise
        self._furnish(make_code)

    def _furnish(self, make_code: Callable[[], str]) -> None:
        seating = Seating(self.drawing)
        self.site = SiteReader(self.work)
        self.staff = Staff(self.work)
        self.members = Members(self.work, self.bus)
        self.finder = Finder(self.work, self.members, self.drawing)
        self.cooperators = Cooperators(self.work)
        self.checkin = Checkin(self.work, seating)
        self.presence = PresenceList(self.work, seating, self.drawing)
        self.plan = LivePlan(self.work, self.drawing)
        self.spaces = Spaces(self.work, self.plan)
        self.bookings = Bookings(self.work)
        self.organisations = Organisations(self.work)
        self.passes = Passes(self.work, self.checkin, make_code)
        self.rentals = Rentals(self.work)
        self.till = Till(self.work)
        self.receipts = Receipts(self.work)
        self.queue = PrintQueue(self.work, self.folder)

    def outside(self) -> OutsideChanges:
        """A watch on what other processes write to this database; the caller closes it."""
        return OutsideChanges(self.folder)

    def close(self) -> None:
        """Let go of the database; the last connection folds the write-ahead log into the file."""
        self.engine.dispose()


def refuse_orphan_journal(session: Session) -> None:
    """A journal without the desk that signed it is no new house: its key must not be replaced."""
    if session.scalar(select(JournalRecord.sequence).limit(1)) is not None:
        raise EnvironmentFault(
            translate("Storage", "La base ne dit plus quel poste l’a signée."),
            safe=translate("Storage", "Elle n’a pas été modifiée."),
            todo=translate("Storage", "Gardez-en une copie et remettez la dernière sauvegarde."),
            code="no_desk",
        )


def _identity(
    engine: Engine, folder: Path, clock: Clock, house: founding.House, drawing: FloorPlan
) -> tuple[DeskIdentity, Signer]:
    """The register of this database and its key, both made at the very first start."""
    store = key_store(folder)
    with translated_faults(), Session(engine) as session:
        row = session.scalar(select(Desk))
        if row is None:
            refuse_orphan_journal(session)
            desk_id = new_id()
            founding.found(session, house, drawing, paths.resource(CATALOGUE_FILE))
            signer = new_signer(desk_id, store)
            row = founding.new_desk_row(desk_id, signer.key_id, signer.public_key, clock.now())
            session.add(row)
        else:
            signer = load_signer(row.id, row.key_id, store)
        identity = DeskIdentity(row.id, row.letter, row.name, __version__)
        session.commit()
    return identity, signer
