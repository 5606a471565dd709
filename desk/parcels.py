"""Parcels and post behind the counter: noted when they come, handed over in one act, and who did which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.errors import Refused
from desk.formats import day as day_text
from desk.ids import new_id
from desk.language import translate
from desk.names import tidy
from desk.work import Unit
from models.journal import Stream
from models.parcels import Parcel
from models.people import Member
from models.site import Site

NOTE_LIMIT = 80


@dataclass(frozen=True)
class ParcelWaiting:
    """A parcel not handed over yet; `received_at` is in the site's zone, `received_by` empty when nobody held the desk.

    `words` says it on one line: "mar. 24 nov. 2026 · enveloppe A4".
    """

    id: str
    received_at: datetime
    received_by: str
    note: str

    @property
    def words(self) -> str:
        """The parcel on one line."""
        if not self.note:
            return day_text(self.received_at)
        return translate("Parcels", "{day} · {note}").format(day=day_text(self.received_at), note=self.note)


@dataclass(frozen=True)
class ParcelsHanded:
    """What has just been handed over, or taken back: to whom, and how many things."""

    member_id: str
    name: str
    count: int


def waiting(session: Session, site: Site, member_id: str) -> tuple[ParcelWaiting, ...]:
    """What waits for a member, the oldest first."""
    rows = session.scalars(
        select(Parcel)
        .where(Parcel.member_id == member_id, Parcel.handed_at.is_(None))
        .order_by(Parcel.received_at, Parcel.id)
    )
    zone = site.timezone
    return tuple(ParcelWaiting(p.id, p.received_at.astimezone(zone), p.received_by, p.note) for p in rows)


def receive(unit: Unit, member_id: str, note: str = "") -> ParcelWaiting | Refused:
    """Something came for a member; `note` helps to find it ("grand carton, sous l’escalier")."""
    member = unit.session.get(Member, member_id)
    if member is None:
        return _no_member()
    parcel = Parcel(
        id=new_id(), member_id=member.id, received_at=unit.now, received_by=unit.operator.name,
        note=tidy(note, NOTE_LIMIT), handed_by="",
    )  # fmt: skip
    unit.session.add(parcel)
    unit.session.flush()
    body = {
        "schema": 1, "parcel": parcel.id, "member": member.number, "name": member.name, "note": parcel.note,
        "by": unit.operator.name,
    }  # fmt: skip
    unit.record(Stream.OPERATIONS, "parcel.received", body)
    unit.changed(Topic.PEOPLE)
    received = parcel.received_at.astimezone(unit.site.timezone)
    return ParcelWaiting(parcel.id, received, parcel.received_by, parcel.note)


def hand_over(unit: Unit, member_id: str) -> ParcelsHanded | Refused:
    """Give a member all that waits for them."""
    member = unit.session.get(Member, member_id)
    if member is None:
        return _no_member()
    parcels = unit.session.scalars(
        select(Parcel).where(Parcel.member_id == member.id, Parcel.handed_at.is_(None))
    ).all()
    if not parcels:
        sentence = translate("Parcels", "Rien n’attend plus {name}.")
        return Refused("no_parcel", sentence.format(name=member.name))
    for parcel in parcels:
        parcel.handed_at, parcel.handed_by = unit.now, unit.operator.name
    return _recorded(unit, "parcels.handed", member, parcels)


def take_back(unit: Unit, member_id: str) -> ParcelsHanded | Refused:
    """A wrong key: what was last handed to a member waits again. Refused after the site's delay for undoing."""
    member = unit.session.get(Member, member_id)
    if member is None:
        return _no_member()
    last = select(Parcel.handed_at).where(Parcel.member_id == member.id, Parcel.handed_at.is_not(None))
    handed_at = unit.session.scalar(last.order_by(Parcel.handed_at.desc()).limit(1))
    if handed_at is None or unit.now - handed_at > timedelta(minutes=unit.site.undo_minutes):
        sentence = translate(
            "Parcels", "Cette remise ne peut plus être annulée\u00a0: plus de {minutes} minutes ont passé."
        )
        return Refused("too_late", sentence.format(minutes=unit.site.undo_minutes))
    parcels = unit.session.scalars(
        select(Parcel).where(Parcel.member_id == member.id, Parcel.handed_at == handed_at)
    ).all()
    for parcel in parcels:
        parcel.handed_at, parcel.handed_by = None, ""
    return _recorded(unit, "parcels.taken_back", member, parcels)


def _recorded(unit: Unit, kind: str, member: Member, parcels: Iterable[Parcel]) -> ParcelsHanded:
    found = list(parcels)
    body = {
        "schema": 1, "member": member.number, "name": member.name, "by": unit.operator.name,
        "parcels": [{"parcel": parcel.id, "note": parcel.note} for parcel in found],
    }  # fmt: skip
    unit.record(Stream.OPERATIONS, kind, body)
    unit.changed(Topic.PEOPLE)
    return ParcelsHanded(member.id, member.name, len(found))


def _no_member() -> Refused:
    return Refused("no_member", translate("Parcels", "Ce membre est introuvable."))
