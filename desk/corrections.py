"""What can be taken back or put right about a visit: an entry annulled, an exit reopened, another seat."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import exits, holders, turnstile
from desk.bus import Topic
from desk.errors import Refused
from desk.holders import Holder
from desk.language import translate
from desk.movements import Movements, facts
from desk.seating import is_inside
from desk.verdicts import ScanOutcome, Verdict
from desk.work import Unit
from models.journal import Stream
from models.site import Site
from models.visits import Visit


def undo(unit: Unit, movements: Movements, visit_id: str) -> ScanOutcome | Refused:
    """Take a movement back within the site's delay: an entry is annulled (a unit given back), an exit reopened."""
    visit = unit.session.get(Visit, visit_id)
    if visit is None or visit.annulled_at is not None:
        return Refused("annulled", translate("Checkin", "Ce passage a déjà été annulé."))
    refused = too_late(unit.site, visit, unit.now)
    if refused is not None:
        return refused
    return _annul(unit, movements, visit) if visit.left_at is None else _reopen(unit, movements, visit)


def too_late(site: Site, visit: Visit, now: datetime) -> Refused | None:
    """The refusal once the site's delay for changing one's mind has passed since the last movement."""
    if now - exits.noted_at(visit) <= timedelta(minutes=site.undo_minutes):
        return None
    sentence = translate("Checkin", "Ce passage ne peut plus être annulé\u00a0: plus de {minutes} minutes ont passé.")
    return Refused("too_late", sentence.format(minutes=site.undo_minutes))


def seat(unit: Unit, movements: Movements, visit_id: str, space_id: str, seat_id: str | None) -> Refused | None:
    """Seat someone who is in at a free workstation (or only in a room, with no seat)."""
    visit = open_visit(unit.session, visit_id)
    if visit is None:
        return not_inside()
    if space_id not in movements.seating.spaces:
        return Refused("no_space", translate("Checkin", "Cet espace n’est pas sur le plan."))
    if seat_id is not None and movements.seating.seat_space.get(seat_id) != space_id:
        return Refused("no_seat", translate("Checkin", "Cette place n’existe pas sur le plan."))
    occupant = _occupant(unit.session, seat_id)
    if occupant and visit.seat_id != seat_id:
        return Refused("taken", translate("Checkin", "Cette place est prise par {name}.").format(name=occupant))
    visit.space_id, visit.seat_id = space_id, seat_id
    unit.record(Stream.OPERATIONS, "visit.seated", facts(visit, holders.of_visit(unit.session, visit)))
    unit.changed(Topic.VISITS)
    return None


def open_visit(session: Session, visit_id: str) -> Visit | None:
    """The visit, while it is under way."""
    visit = session.get(Visit, visit_id)
    return None if visit is None or visit.left_at is not None or visit.annulled_at is not None else visit


def not_inside() -> Refused:
    """The refusal about someone who is not in any more."""
    return Refused("not_inside", translate("Checkin", "Cette personne n’est plus dans la maison."))


def seen_inside(unit: Unit, visit: Visit) -> None:
    """Note that the person is still there: the visit is no longer a forgotten one."""
    visit.seen_at = unit.now
    unit.record(Stream.OPERATIONS, "visit.seen", facts(visit, holders.of_visit(unit.session, visit)))
    unit.changed(Topic.VISITS)


def _reopen(unit: Unit, movements: Movements, visit: Visit) -> ScanOutcome | Refused:
    holder = holders.of_visit(unit.session, visit)
    last = _last_visit(unit.session, holder)
    if last is not None and last.id != visit.id:
        return Refused("came_back", translate("Checkin", "{name} est déjà revenu·e.").format(name=holder.name))
    if _occupant(unit.session, visit.seat_id):
        visit.seat_id = None
    visit.left_at = visit.supposed_at = None
    unit.record(Stream.OPERATIONS, "visit.reopened", facts(visit, holder))
    unit.changed(Topic.VISITS)
    return movements.outcome(unit, Verdict.IN, holder, visit, "")


def _annul(unit: Unit, movements: Movements, visit: Visit) -> ScanOutcome:
    holder = holders.of_visit(unit.session, visit)
    visit.annulled_at = unit.now
    movements.burn(unit, visit, -visit.units_used)
    unit.record(Stream.OPERATIONS, "visit.annulled", facts(visit, holder))
    unit.changed(Topic.VISITS)
    return movements.outcome(unit, Verdict.OUT, holder, visit, "")


def _last_visit(session: Session, holder: Holder) -> Visit | None:
    mine = getattr(Visit, holder.kind) == holder.id
    found = select(Visit).where(mine, Visit.annulled_at.is_(None)).order_by(Visit.entered_at.desc())
    return turnstile.open_visit(session, holder.kind, holder.id) or session.scalar(found.limit(1))


def _occupant(session: Session, seat_id: str | None) -> str | None:
    return session.scalar(select(Visit.name).where(*is_inside(), Visit.seat_id == seat_id)) if seat_id else None
