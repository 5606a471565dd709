"""What a guest comes in with: the rules of hosts, of trial days, of events and bookings; and who is known again."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import entitlements
from desk.basis_words import guest_words, trial_words
from desk.bookings_today import BookingToday
from desk.clock import local_day, month_bounds
from desk.entitlements import Entitlement, remedy_sell_pass
from desk.errors import Refused, Remedy
from desk.formats import day as day_text
from desk.language import translate
from desk.names import is_email, searchable
from desk.work import Unit
from models.guests import Guest
from models.people import Member, MemberStatus
from models.visits import Basis, Visit

_LEAST_DIGITS = 6


@dataclass(frozen=True)
class Known:
    """A guest as told at the desk, with the keys by which they may be known again."""

    name: str
    contact: str
    name_key: str
    contact_key: str


def known_as(name: str, contact: str) -> Known | Refused:
    """The keys of a name and a contact; a contact that is neither an address nor a number is refused."""
    if not searchable(name):
        return Refused("no_name", translate("Guests", "Donnez le nom de la personne."))
    key = contact_key(contact)
    if contact and not key:
        sentence = translate("Guests", "«\u00a0{contact}\u00a0» n’est ni une adresse ni un téléphone.")
        return Refused("contact", sentence.format(contact=contact))
    return Known(name, contact, searchable(name), key)


def contact_key(contact: str) -> str:
    """An e-mail address without case, or the digits of a telephone (+33 6 and 06 alike); empty for neither."""
    if "@" in contact:
        address = contact.strip().casefold()
        return address if is_email(address) else ""
    digits = "".join(c for c in contact if c.isdecimal())
    if contact.strip().startswith("+33"):
        digits = "0" + digits[2:].removeprefix("0")
    return digits if len(digits) >= _LEAST_DIGITS else ""


def recognised(session: Session, known: Known) -> Guest | None:
    """Who came before under the same name and the same contact; without a contact, nobody."""
    if not known.contact_key:
        return None
    same = select(Guest).where(Guest.name_key == known.name_key, Guest.contact_key == known.contact_key)
    return session.scalar(same.order_by(Guest.first_came_at).limit(1))


# --- the guest of a member -----------------------------------------------------------------------------------


def no_host() -> Refused:
    """The refusal when no host was chosen."""
    return Refused("no_host", translate("Guests", "Dites de qui cette personne est l’invitée."))


def cannot_host(unit: Unit, host: Member | None) -> Refused | None:
    """Why this member cannot answer for a guest: only those who are active, with a plan in force, may."""
    if host is None:
        return no_host()
    today = local_day(unit.now, unit.site.timezone)
    held = entitlements.held_by(unit.session, host.id, today)
    if host.status is MemberStatus.ACTIVE and any(h.covers(today) for h in held):
        return None
    sentence = translate("Guests", "{host} n’a pas de formule en cours et ne peut pas inviter.")
    return Refused("cannot_host", sentence.format(host=host.name))


def for_host(unit: Unit, host: Member, known: Known) -> Entitlement | Refused:
    """A member's guest, within the host's number for this local month. Coming back the same day is not another one."""
    zone, most = unit.site.timezone, unit.site.guests_per_month
    today = local_day(unit.now, zone)
    month_start, month_end = month_bounds(today, zone)
    came = {
        (name_key, contact, local_day(entered, zone))
        for name_key, contact, entered in unit.session.execute(
            select(Guest.name_key, Guest.contact_key, Visit.entered_at)
            .join(Guest, Guest.id == Visit.guest_id)
            .where(
                Visit.host_member_id == host.id,
                Visit.annulled_at.is_(None),
                Visit.entered_at >= month_start,
                Visit.entered_at < month_end,
            )
        )
    }
    this_one = (known.name_key, known.contact_key, today)
    if this_one not in came and len(came) >= most:
        sentence = translate("Guests", "{host} a déjà reçu {count} invité·es ce mois-ci\u00a0: c’est la limite.")
        if len(came) == 1:
            sentence = translate("Guests", "{host} a déjà reçu quelqu’un ce mois-ci\u00a0: c’est la limite.")
        if not came:
            sentence = translate("Guests", "La maison ne prévoit pas que ses membres reçoivent des invité·es.")
        sell = remedy_sell_pass(known.name)
        return Refused("guest_limit", sentence.format(host=host.name, count=len(came)), (sell,))
    return hosted(host, most - len(came | {this_one}))


def hosted(host: Member, left: int | None = None) -> Entitlement:
    """The right of a member's guest, with how many more the host may receive this month."""
    if left is None:
        return Entitlement(Basis.GUEST, guest_words(host.name))
    label = translate("Guests", "Invité·e · hôte\u00a0: {host} — encore {left} ce mois-ci")
    if left <= 0:
        label = translate("Guests", "Invité·e · hôte\u00a0: {host} — plus d’autre ce mois-ci")
    return Entitlement(Basis.GUEST, label.format(host=host.name, left=left))


# --- a trial day ---------------------------------------------------------------------------------------------


def no_trial(unit: Unit, known: Known) -> Refused | None:
    """Why a trial day cannot be asked for at all: none is offered, nobody would be known again, or a member asks."""
    if unit.site.trial_days < 1:
        return Refused("no_trial", translate("Guests", "La maison ne propose pas de journée d’essai."))
    if not known.contact_key:
        sentence = translate(
            "Guests",
            "Une journée d’essai demande une adresse ou un téléphone, pour reconnaître la personne.",
        )
        return Refused("no_contact", sentence)
    for member in unit.session.scalars(select(Member).order_by(Member.number)):
        contacts = {contact_key(member.email), contact_key(member.phone)}
        if searchable(member.name) == known.name_key and known.contact_key in contacts:
            sentence = translate("Guests", "{name} est déjà membre, sous le n° {number}.")
            file = Remedy("member_file", translate("Guests", "Ouvrir sa fiche"), member.id)
            return Refused("is_member", sentence.format(name=member.name, number=member.number), (file,))
    return None


def for_trial(unit: Unit, known: Known) -> Entitlement | Refused:
    """A trial day, as many as the site gives to each person it can recognise; coming back the same day is the same."""
    zone = unit.site.timezone
    today = local_day(unit.now, zone)
    tried = select(Visit.entered_at).join(Guest, Guest.id == Visit.guest_id)
    rows = unit.session.scalars(
        tried.where(
            Guest.name_key == known.name_key, Guest.contact_key == known.contact_key,
            Visit.basis == Basis.TRIAL, Visit.annulled_at.is_(None),
        )
    )  # fmt: skip
    days = {local_day(entered, zone) for entered in rows} - {today}
    if len(days) < unit.site.trial_days:
        return trial()
    sentence = translate("Guests", "{name} a déjà essayé la maison, la dernière fois le {day}.")
    sentence = sentence.format(name=known.name, day=day_text(max(days)))
    return Refused("trial_used", sentence, (remedy_sell_pass(known.name),))


def trial() -> Entitlement:
    """The right of someone who tries the house."""
    return Entitlement(Basis.TRIAL, trial_words())


def for_booking(unit: Unit, booking: BookingToday) -> Entitlement:
    """The right of someone who comes for an event or a booking."""
    return entitlements.for_booking(unit.site, booking)
