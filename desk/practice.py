"""A house to practise in: the settings, prices, rooms and team of the real one, and people who are invented.

It has its own folder, database, desk, key and numbers, so nothing that happens in it can enter a total of the real
house. No member, organisation or booking of the real one is copied: practice needs nobody's personal data.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from desk import codes, registry
from desk.bus import Topic
from desk.clock import Clock, local_day
from desk.demo.facts import InventedMember, facts
from desk.frontdesk import FrontDesk, refuse_orphan_journal
from desk.ids import new_id
from desk.keys import KeyStore, Signer, new_signer
from desk.organisations.finding import find_or_create
from desk.printing.states import PrinterKind
from desk.simulation import LETTER
from desk.work import Nowhere, Second, Unit, Work
from models.base import Base
from models.catalogue import Price, Product, VatRate
from models.invoices import InvoicingTerms
from models.lending import Thing
from models.membership import Plan
from models.opening import OpeningException, OpeningHours
from models.plans import PlanPlace, PlanVersion
from models.printing import Printer, PrinterUse
from models.site import Desk, Site
from models.spaces import Space, SpacePart
from models.staff import Facilitator

DESK_NAME = "Formation"
TICKETS = "tickets"
PEOPLE, BODIES = 12, 6
"""How many members and organisations are invented: enough to search among, few enough to be made in a moment."""

_COPIED: tuple[type[Base], ...] = (
    Site, OpeningHours, OpeningException, Space, SpacePart, PlanVersion, PlanPlace, VatRate, Product, Price, Plan,
    Printer, PrinterUse, Thing, InvoicingTerms,
)  # fmt: skip
"""What a house is made of, in an order that its references allow; nothing that names a member or a customer."""


class PracticeDesk(FrontDesk):
    """The desk at work on the house to practise in; founded from `real` when its folder is new."""

    def __init__(
        self,
        folder: Path,
        real: Work,
        *,
        clock: Clock | None = None,
        durable: bool = True,
        make_code: Callable[[], str] | None = None,
    ) -> None:
        self._real = real
        self._is_new = False
        super().__init__(folder, clock=clock or real.clock, durable=durable, make_code=make_code)
        try:
            if self._is_new:
                _invent(self, make_code or codes.make)
            _follow_team(self.work, real)
        except BaseException:
            self.close()
            raise

    def _second(self, desk_id: str) -> Second:
        """Nowhere: what was only practised is not put back after an accident."""
        del desk_id
        return Nowhere()

    def _found(self, session: Session, house: object, store: KeyStore) -> tuple[Desk, Signer]:
        del house
        refuse_orphan_journal(session)
        with self._real.read() as source:
            _copy(source, session)
        desk_id = new_id()
        signer = new_signer(desk_id, store)
        row = Desk(
            id=desk_id, letter=LETTER, name=DESK_NAME, key_id=signer.key_id,
            public_key=signer.public_key, created_at=self.clock.now(),
        )  # fmt: skip
        session.add(row)
        self._is_new = True
        return row, signer


def _copy(source: Session, target: Session) -> None:
    """The settings of the house; folders of tickets become the practice house's own."""
    for kind in _COPIED:
        table = kind.__table__
        rows = [dict(row._mapping) for row in source.execute(select(*table.columns).order_by(*table.primary_key))]
        if rows:
            target.execute(insert(kind), rows)
    target.execute(update(Site).values(is_training=True))
    target.execute(update(Printer).where(Printer.kind == PrinterKind.FILES).values(target=TICKETS))
    target.flush()


def _follow_team(work: Work, real: Work) -> None:
    """The team as it is in the real house now, with its PINs and its waits; whoever left it holds nothing here."""
    with real.read() as source:
        team = [dict(row._mapping) for row in source.execute(select(*Facilitator.__table__.columns))]
    with work.write() as unit:
        known = {person.id: person for person in unit.session.scalars(select(Facilitator))}
        for row in team:
            person = known.pop(row["id"], None)
            if person is None:
                unit.session.add(Facilitator(**row))
                continue
            tried = (max(person.wrong_pins, row["wrong_pins"]), person.wait_until or row["wait_until"])
            for name, value in row.items():
                setattr(person, name, value)
            person.wrong_pins, person.wait_until = tried
        for gone in known.values():
            gone.active = False
        unit.changed(Topic.STAFF)


def _invent(desk: PracticeDesk, make_code: Callable[[], str]) -> None:
    """Members with a plan and a card, and organisations: all those of the demonstration, so nobody's data."""
    with desk.work.write() as unit:
        plans = set(unit.session.scalars(select(Plan.code)))
        spaces = set(unit.session.scalars(select(Space.id)))
        for who in facts().members[:PEOPLE]:
            space = who.space if who.space in spaces else ""
            _admit(unit, who, who.plan if who.plan in plans else "", space, make_code())
        for body in facts().organisations[:BODIES]:
            find_or_create(unit, body)


def _admit(unit: Unit, who: InventedMember, plan: str, space: str, code: str) -> None:
    today = local_day(unit.now, unit.site.timezone)
    new = registry.NewMember(who.given, who.family, today, who.email, space, who.named)
    made = registry.admit_member(unit, new)
    assert isinstance(made, registry.MemberAdmitted), made
    refused = registry.issue_card(unit, made.id, code)
    assert refused is None, refused
    if plan:
        registry.grant_membership(unit, made.id, plan, today)
