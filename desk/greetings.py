"""The facts shown after a scan: the plan and what is left of it, the booking of the day, parcels, the cooperative."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from desk import bookings_today
from desk.basis_words import booking_words, forced_words, guest_words, trial_words
from desk.entitlements import Entitlement
from desk.errors import Remedy
from desk.formats import time as time_text
from desk.language import translate
from models.bookings import Booking
from models.cooperators import Cooperator
from models.membership import Membership, Plan
from models.parcels import Parcel
from models.passes import DayPass
from models.people import Member
from models.prepared import Prepared
from models.site import Site
from models.spaces import Space
from models.visits import Basis, Visit

_COLLEGE = Prepared(select(Cooperator.college).where(Cooperator.member_id == bindparam("member")))
_PARCELS = Prepared(
    select(func.count()).select_from(Parcel).where(Parcel.member_id == bindparam("member"), Parcel.handed_at.is_(None))
)
_PLAN_USED = Prepared(
    select(Plan.name, Plan.kind, Membership.units_left)
    .join(Membership, Membership.plan_code == Plan.code)
    .where(Membership.id == bindparam("membership"))
)


@dataclass(frozen=True)
class Greeting:
    """What the panel says, ready to read. Empty texts are not shown; `member_id` is empty for a guest.

    `first_name` is all that a screen without a facilitator may show of the name.
    `notice` is what has lapsed behind the door that opened, and `remedies` what would put it right.
    """

    name: str
    headline: str
    place: str = ""
    cooperator: str = ""
    parcels: int = 0
    booking: str = ""
    message: str = ""
    member_id: str = ""
    first_name: str = ""
    notice: str = ""
    remedies: tuple[Remedy, ...] = ()


def greeting_for(
    session: Session,
    site: Site,
    now: datetime,
    name: str,
    member: Member | None,
    visit: Visit | None,
    used: Entitlement | None,
    place: str,
) -> Greeting:
    """Gather the facts about who has just been scanned; each is one indexed read."""
    headline = used_text(used) if used else _used(session, site, visit)
    notice = used.notice if used else None
    if member is None:
        return Greeting(
            name, headline or translate("Greeting", "Pass du jour"), place, first_name=_guest(session, visit)
        )
    college, *_ = _COLLEGE.first(session, member=member.id) or ("",)
    waiting, *_ = _PARCELS.first(session, member=member.id) or (0,)
    return Greeting(
        name,
        headline,
        place,
        cooperator=translate("Greeting", "Sociétaire · collège {college}").format(college=college) if college else "",
        parcels=waiting,
        booking=_booking_today(session, site, member, now),
        message=member.message,
        member_id=member.id,
        first_name=member.given_name,
        notice=notice.sentence if notice else "",
        remedies=notice.remedies if notice else (),
    )


def used_text(used: Entitlement) -> str:
    """The entitlement in words: "Carnet 10 jours — il reste 6"."""
    if used.units_left is None:
        return used.label
    if used.units_left == 0:
        return translate("Greeting", "{plan} — c’était la dernière unité").format(plan=used.label)
    return translate("Greeting", "{plan} — il reste {left}").format(plan=used.label, left=used.units_left)


def _used(session: Session, site: Site, visit: Visit | None) -> str:
    """What the visit used, in words; of a book, with what is left of it now."""
    if visit is None:
        return ""
    if visit.membership_id is not None:
        used = _PLAN_USED.first(session, membership=visit.membership_id)
        assert used is not None
        name, kind, units_left = used
        left = units_left if kind.is_book else None
        return used_text(Entitlement(visit.basis, name, visit.membership_id, 0, left))
    if visit.booking_id is not None:
        found = select(Booking, Space).join(Space, Space.id == Booking.space_id)
        booking, space = session.execute(found.where(Booking.id == visit.booking_id)).one()
        return booking_words(booking.title, space.name, booking.starts_at, booking.ends_at, site.timezone)
    if visit.host_member_id is not None:
        return guest_words(session.get_one(Member, visit.host_member_id).name)
    return {Basis.TRIAL: trial_words(), Basis.FORCED: forced_words()}.get(visit.basis, "")


def _guest(session: Session, visit: Visit | None) -> str:
    """The first word of a guest's name; empty for a pass that names nobody."""
    if visit is not None and visit.guest_id is not None:
        return visit.name.partition(" ")[0]
    day_pass = session.get(DayPass, visit.pass_id) if visit is not None and visit.pass_id is not None else None
    return day_pass.guest_name.partition(" ")[0] if day_pass is not None and day_pass.guest_name else ""


def _booking_today(session: Session, site: Site, member: Member, now: datetime) -> str:
    first = next(iter(bookings_today.own(session, site, member.id, now)), None)
    if first is None:
        return ""
    hour = time_text(first.starts_at.astimezone(site.timezone))
    return translate("Greeting", "{space} à {hour}").format(space=first.space, hour=hour)
