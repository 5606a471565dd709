"""What lets a visit happen: found by itself at the scan, with the reason when there is none.

One home for the rules of validity, so that a greeting, a refusal and the command line always agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desk.clock import day_bounds
from desk.errors import Refused, Remedy
from desk.formats import day as day_text
from desk.language import translate
from models.membership import Membership, Plan, PlanKind
from models.passes import DayPart, DayPass
from models.people import Member, MemberStatus
from models.prepared import Prepared
from models.site import Site
from models.visits import Basis, Visit


@dataclass(frozen=True)
class _Held:
    """A membership with its plan, as far as the door cares."""

    id: str
    valid_from: date
    valid_until: date
    units_left: int
    plan: str
    kind: PlanKind

    def covers(self, day: date) -> bool:
        return self.valid_from <= day <= self.valid_until


_HELD = Prepared(
    select(
        *(Membership.id, Membership.valid_from, Membership.valid_until, Membership.units_left),
        *(Plan.name, Plan.kind),
    )
    .join(Plan, Plan.code == Membership.plan_code)
    .where(Membership.member_id == bindparam("member"))
)
_BURNT = Prepared(
    select(Visit.entered_at).where(
        Visit.member_id == bindparam("member"),
        Visit.membership_id == bindparam("membership"),
        Visit.units_used > 0,
        Visit.annulled_at.is_(None),
        Visit.entered_at >= bindparam("start"),
        Visit.entered_at < bindparam("end"),
    )
)


@dataclass(frozen=True)
class Entitlement:
    """What is used: `units` is what this visit burns of a book, `units_left` what stays after it."""

    basis: Basis
    label: str
    membership_id: str | None = None
    units: int = 0
    units_left: int | None = None


def remedy_sell_pass() -> Remedy:
    """The way in that is always open: a pass for the day."""
    return Remedy("sell_pass", translate("Entitlements", "Vendre un pass journée"))


def for_member(session: Session, site: Site, member: Member, now: datetime) -> Entitlement | Refused:
    """What `member` may come in with at `now`, the plan that burns nothing first, or why not."""
    if member.status is MemberStatus.BLOCKED:
        return Refused(
            "blocked",
            translate("Entitlements", "L’accès de {name} est suspendu\u00a0: {reason}.").format(
                name=member.name, reason=member.blocked_reason or translate("Entitlements", "voir un·e gérant·e")
            ),
        )
    if member.status is MemberStatus.GONE:
        return Refused(
            "gone",
            translate("Entitlements", "{name} a quitté la maison.").format(name=member.name),
            (remedy_sell_pass(),),
        )
    today = now.astimezone(site.timezone).date()
    held = [_Held(*row) for row in _HELD.all(session, member=member.id)]
    current = sorted((h for h in held if h.covers(today)), key=lambda h: h.kind.is_book)
    usable = [_use(session, site, member, h, now) for h in current]
    for entitlement in usable:
        if entitlement is not None:
            return entitlement
    return _why_not(member, held, bool(current), today)


def _use(session: Session, site: Site, member: Member, held: _Held, now: datetime) -> Entitlement | None:
    """The use of one membership in force; None when its book is empty. A unit is burnt once per day or half-day."""
    if not held.kind.is_book:
        return Entitlement(Basis.PLAN, held.plan, held.id)
    units = 0 if _already_burnt(session, site, member, held, now) else 1
    if held.units_left < units:
        return None
    return Entitlement(Basis.BOOK, held.plan, held.id, units, held.units_left - units)


def _already_burnt(session: Session, site: Site, member: Member, held: _Held, now: datetime) -> bool:
    zone = site.timezone
    local = now.astimezone(zone)
    start, end = day_bounds(local.date(), zone)
    rows = _BURNT.all(session, member=member.id, membership=held.id, start=start, end=end)
    burnt = [entered for (entered,) in rows]
    if held.kind is PlanKind.BOOK_OF_DAYS:
        return bool(burnt)
    morning = local.time() < site.split
    return any((entered.astimezone(zone).time() < site.split) == morning for entered in burnt)


def _why_not(member: Member, held: list[_Held], is_current: bool, today: date) -> Refused:
    if is_current:
        sentence = translate("Entitlements", "Le carnet de {name} est épuisé.").format(name=member.name)
        return Refused("book_empty", sentence, (remedy_sell_pass(),))
    later = [m.valid_from for m in held if m.valid_from > today]
    if later:
        sentence = translate("Entitlements", "La formule de {name} ne commence que le {day}.")
        sentence = sentence.format(name=member.name, day=day_text(min(later)))
        return Refused("not_yet_valid", sentence, (remedy_sell_pass(),))
    if held:
        sentence = translate("Entitlements", "La formule de {name} a expiré le {day}.")
        sentence = sentence.format(name=member.name, day=day_text(max(m.valid_until for m in held)))
        return Refused("expired", sentence, (remedy_sell_pass(),))
    sentence = translate("Entitlements", "{name} n’a pas de formule.").format(name=member.name)
    return Refused("no_plan", sentence, (remedy_sell_pass(),))


def part_label(part: DayPart) -> str:
    """The name of a pass on screen and paper."""
    match part:
        case DayPart.DAY:
            return translate("Entitlements", "Pass journée")
        case DayPart.MORNING:
            return translate("Entitlements", "Pass demi-journée, matin")
        case DayPart.AFTERNOON:
            return translate("Entitlements", "Pass demi-journée, après-midi")


def for_pass(site: Site, day_pass: DayPass, now: datetime) -> Entitlement | Refused:
    """What a day pass opens at `now`, or why not. Leaving is never asked of it."""
    local = now.astimezone(site.timezone)
    again = (remedy_sell_pass(),)
    if day_pass.cancelled_at is not None:
        return Refused("cancelled", translate("Entitlements", "Ce pass a été annulé."), again)
    if day_pass.day != local.date():
        sentence = translate("Entitlements", "Ce pass valait pour le {day}.")
        if day_pass.day > local.date():
            sentence = translate("Entitlements", "Ce pass ne vaudra que le {day}.")
        return Refused("wrong_day", sentence.format(day=day_text(day_pass.day)), again)
    morning = local.time() < site.split
    if day_pass.part is DayPart.MORNING and not morning:
        sentence = translate("Entitlements", "Ce pass valait pour la matinée, jusqu’à {hour}.")
        return Refused("wrong_half", sentence.format(hour=site.half_day_split), again)
    if day_pass.part is DayPart.AFTERNOON and morning:
        sentence = translate("Entitlements", "Ce pass vaut pour l’après-midi, à partir de {hour}.")
        return Refused("wrong_half", sentence.format(hour=site.half_day_split), again)
    return Entitlement(Basis.DAY_PASS, part_label(day_pass.part))
