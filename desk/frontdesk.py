"""The composition root: one object that opens the desk's memory and holds all its use cases."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import __version__, custody, paths, storage
from desk.accountants import AccountantsDesk
from desk.backups.trail import trail_of
from desk.bus import Bus
from desk.clock import Clock, SystemClock
from desk.errors import EnvironmentFault
from desk.heads import Heads, places_for
from desk.hirers import HirersDesk
from desk.ids import new_id
from desk.keys import KeyStore, Signer, key_store, load_signer, new_signer
from desk.language import translate
from desk.outside import OutsideChanges
from desk.site import SiteReader
from desk.staff import Staff
from desk.trade import Trade
from desk.work import DeskIdentity, Operator, Second, Work, translated_faults
from models.database import checkpoint
from models.journal import JournalRecord
from models.site import Desk

if TYPE_CHECKING:
    from desk.alarm import Alarm
    from desk.backups.backups import Backups
    from desk.bookings import Bookings
    from desk.calendars import Calendars
    from desk.cards import Cards
    from desk.category_readings import CategoryReadings
    from desk.checkin import Checkin
    from desk.cooperators import Cooperators
    from desk.crowds import Crowds
    from desk.departures import Departures
    from desk.diagnostics.saving import Diagnostics
    from desk.door import Door
    from desk.finder import Finder
    from desk.floorplan import FloorPlan
    from desk.founding import House
    from desk.imports import Imports
    from desk.live_plan import LivePlan
    from desk.members import Members
    from desk.opening import Opening
    from desk.organisations import Organisations
    from desk.people import People
    from desk.plan_editing.use_cases import PlanEditing
    from desk.plan_editing.versions import Plans
    from desk.presence import PresenceList
    from desk.privacy import Privacy
    from desk.seating import Seating
    from desk.settings import Settings
    from desk.spaces import Spaces
    from desk.training import Training
    from desk.wholes import Wholes

PLAN_FILE = "casaco.svg"
CATALOGUE_FILE = "catalogue.toml"


class FrontDesk(AccountantsDesk, HirersDesk, Trade):
    """The desk at work on one data folder. Close it when done; `casaco-desk` holds a lock beside it for a window.

    The use cases, and the drawing they look at, are imported when they are first asked for: the page on which someone
    takes the desk needs two of them, and a turnstile one. Together they cost as long as the window's first painting.
    """

    def __init__(
        self,
        folder: Path,
        *,
        clock: Clock | None = None,
        house: House | None = None,
        operator: Operator | None = None,
        durable: bool = True,
        make_code: Callable[[], str] | None = None,
    ) -> None:
        """Open the folder's database, founded first when it is new (`house` says for whom).

        Until someone signs in it works for `operator`: nobody, unless a command says that it is at the terminal.

        Raises `EnvironmentFault` for a damaged file, a read-only folder, a missing key; for a damaged plan when the
        house is new, else when the plan is first looked at.
        """
        self.folder = folder
        self.clock = clock or SystemClock()
        self.bus = Bus()
        self._make_code = make_code
        if not storage.exists(folder):
            _ = self._shipped  # a new house is made of it: a damaged one is told before anything is there
        self.engine = storage.open_database(folder, durable=durable)
        try:
            identity, signer = self._identity(house)
            self.heads = Heads(places_for(folder, identity.id))
            self.work = Work(self.engine, self.clock, identity, signer, self.heads, self.bus)
            self.work.operator = operator or Operator()
            self.work.trail = self._second(identity.id)
            self.integrity_failures = custody.take_over(self.work)
        except BaseException:
            self.engine.dispose()
            raise
        self._furnish()

    def _furnish(self) -> None:
        self.site = SiteReader(self.work)
        self.staff = Staff(self.work)

    def _second(self, desk_id: str) -> Second:
        """Where each record is written a second time."""
        return trail_of(self.folder, desk_id)

    def _identity(self, house: House | None) -> tuple[DeskIdentity, Signer]:
        """The register of this database and its key, both made at the very first start."""
        store = key_store(self.folder)
        with translated_faults(), Session(self.engine) as session:
            row = session.scalar(select(Desk))
            if row is None:
                row, signer = self._found(session, house, store)
            else:
                signer = load_signer(row.id, row.key_id, store)
            identity = DeskIdentity(row.id, row.letter, row.name, __version__)
            session.commit()
        return identity, signer

    def _found(self, session: Session, house: House | None, store: KeyStore) -> tuple[Desk, Signer]:
        from desk import founding
        from models import schema  # noqa: F401 - as in `Work.write`

        refuse_orphan_journal(session)
        desk_id = new_id()
        founding.found(session, house or founding.House(), self._shipped, paths.resource(CATALOGUE_FILE))
        signer = new_signer(desk_id, store)
        row = founding.new_desk_row(desk_id, signer.key_id, signer.public_key, self.clock.now())
        session.add(row)
        return row, signer

    # --- use cases, in the order of a day ----------------------------------------------------------------------

    @cached_property
    def _shipped(self) -> FloorPlan:
        """The drawing of a new house; raises `EnvironmentFault` when its file is damaged."""
        from desk.floorplan import load

        return load(paths.resource("plan", PLAN_FILE))

    @cached_property
    def plans(self) -> Plans:
        """The plan of each day; the one whose day came while no desk was open takes effect with the first look."""
        from desk.plan_editing.versions import Plans

        plans = Plans(self.work, partial(getattr, self, "_shipped"))
        plans.take_effect()
        return plans

    @property
    def drawing(self) -> FloorPlan:
        """The building as it is today; raises `EnvironmentFault` when its drawing is damaged."""
        return self.plans.today()

    @cached_property
    def readings(self) -> CategoryReadings:
        """Which amount each price category reads first."""
        from desk.category_readings import CategoryReadings

        return CategoryReadings(self.work)

    @cached_property
    def plan_editing(self) -> PlanEditing:
        """The plan of the days to come, for managers."""
        from desk.plan_editing.use_cases import PlanEditing

        return PlanEditing(self.work, self.plans)

    @cached_property
    def _seating(self) -> Seating:
        from desk.seating import Seating

        return Seating(self.plans)

    @cached_property
    def door(self) -> Door:
        """The door: scans, guests, a manager's word, another entitlement, the rules."""
        from desk.door import Door

        return Door(self.work, self._seating, self._make_code)

    @property
    def checkin(self) -> Checkin:
        """The scans of the door."""
        return self.door.checkin

    @cached_property
    def crowds(self) -> Crowds:
        """Participants of events, counted."""
        from desk.crowds import Crowds

        return Crowds(self.work, self._seating)

    @cached_property
    def departures(self) -> Departures:
        """Who forgot to check out."""
        from desk.departures import Departures

        return Departures(self.work, self.checkin, self._seating)

    @cached_property
    def alarm(self) -> Alarm:
        """Who was found since the alarm rang."""
        from desk.alarm import Alarm

        return Alarm(self.clock)

    @cached_property
    def presence(self) -> PresenceList:
        """Who is in."""
        from desk.presence import PresenceList

        return PresenceList(self.work, self._seating, self.plans)

    @cached_property
    def plan(self) -> LivePlan:
        """What each space is now, or at another hour."""
        from desk.live_plan import LivePlan

        return LivePlan(self.work, self.plans)

    @cached_property
    def spaces(self) -> Spaces:
        """The spaces as a list."""
        from desk.spaces import Spaces

        return Spaces(self.work, self.plan)

    @cached_property
    def wholes(self) -> Wholes:
        """Spaces made of others, and spaces out of order."""
        from desk.wholes import Wholes

        return Wholes(self.work)

    @cached_property
    def members(self) -> Members:
        """The members."""
        from desk.members import Members

        return Members(self.work, self.bus)

    @cached_property
    def people(self) -> People:
        """A member's file, their parcels, their access; a new member."""
        from desk import codes
        from desk.people import People

        return People(self.work, self._make_code or codes.make)

    @cached_property
    def cards(self) -> Cards:
        """The cards of members."""
        from desk import codes
        from desk.cards import Cards

        return Cards(self.work, self._make_code or codes.make)

    @cached_property
    def imports(self) -> Imports:
        """Members who come from a file and go to one."""
        from desk.imports import Imports

        return Imports(self.work)

    @cached_property
    def privacy(self) -> Privacy:
        """What a person may ask about their data, and what is kept how long."""
        from desk.privacy import Privacy

        return Privacy(self.work)

    @cached_property
    def finder(self) -> Finder:
        """The box that finds anything."""
        from desk.finder import Finder

        return Finder(self.work, self.members, self.organisations, self.plans)

    @cached_property
    def cooperators(self) -> Cooperators:
        """The cooperative's own facts."""
        from desk.cooperators import Cooperators

        return Cooperators(self.work)

    @cached_property
    def bookings(self) -> Bookings:
        """Spaces held for a time."""
        from desk.bookings import Bookings

        return Bookings(self.work)

    @cached_property
    def calendars(self) -> Calendars:
        """Bookings that go to other programs and come from them."""
        from desk.calendars import Calendars

        return Calendars(self.work)

    @cached_property
    def opening(self) -> Opening:
        """When the house is open."""
        from desk.opening import Opening

        return Opening(self.work)

    @cached_property
    def settings(self) -> Settings:
        """The house itself, and its hours as they are changed."""
        from desk.settings import Settings

        return Settings(self.work)

    @cached_property
    def organisations(self) -> Organisations:
        """Those who rent."""
        from desk.organisations import Organisations

        return Organisations(self.work)

    @cached_property
    def backups(self) -> Backups:
        """Copies of all this, kept elsewhere."""
        from desk.backups.backups import Backups

        return Backups(self.work, self.folder)

    @cached_property
    def training(self) -> Training:
        """The way to the house to practise in, and back."""
        from desk.training import Training

        return Training(self.work, self.folder)

    @cached_property
    def diagnostics(self) -> Diagnostics:
        """What helps whoever mends the desk."""
        from desk.diagnostics.saving import Diagnostics

        return Diagnostics(self.work, self.folder)

    # --- its life ----------------------------------------------------------------------------------------------

    def outside(self) -> OutsideChanges:
        """A watch on what other processes write to this database."""
        return OutsideChanges(self.engine)

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file, beside whoever writes; raises `EnvironmentFault` when it cannot."""
        with translated_faults():
            checkpoint(self.folder)

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
