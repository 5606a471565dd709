"""How long what is kept: visits lose their names, refused scans go, each at its term (RGPD, art. 5-1-e)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import ColumnElement, delete, func, or_, select, update

from desk.bookings.acts import forget_old
from desk.bus import Topic
from desk.clock import local_instant
from desk.language import translate
from desk.lending import personal as loans
from desk.organisations import contact_terms
from desk.redaction import redact
from desk.work import Unit
from models.base import instant_text
from models.groups import AnsweredGroupScan
from models.guests import Guest
from models.passes import DayPass
from models.site import Site
from models.visits import AnsweredScan, RefusedScan, Visit

LONGEST_MONTHS = 120
"""Ten years: nothing operational is of use to anyone after that."""
_PAST = (
    "SELECT sequence FROM journal WHERE stream = 'operations' AND length(body) > 0"
    " AND ((kind LIKE 'visit.%' OR kind LIKE 'loan.%') AND at < ? OR kind = 'scan.refused' AND at < ?)"
)


@dataclass(frozen=True)
class Retention:
    """How many months the names in visits are kept, the refused scans, and the contacts of an inactive organisation."""

    visits_months: int
    refused_scans_months: int
    contacts_months: int = 36


@dataclass(frozen=True)
class RetentionDone:
    """What reached its term: visits and passes that lost their names, refused scans and journal bodies that went.

    `acts` are those on bookings that nobody can take back any more.
    """

    visits: int
    passes: int
    refused_scans: int
    records: int
    terms: Retention
    swept: bool = True
    contacts: int = 0
    acts: int = 0

    @property
    def sentence(self) -> str:
        """What was done, told to a person."""
        told = translate(
            "Retention",
            "Passages gardés {visits_months} mois, scans refusés {scans_months} mois. Rendus anonymes\u00a0: {visits}"
            " passages, {passes} pass. Effacés\u00a0: {scans} scans refusés, {records} contenus du journal.",
        ).format(
            visits_months=self.terms.visits_months, scans_months=self.terms.refused_scans_months, visits=self.visits,
            passes=self.passes, scans=self.refused_scans, records=self.records,
        )  # fmt: skip
        sentences = [told]
        if self.contacts:
            gone = translate(
                "Retention", "Contacts d’organisations sans activité depuis {months} mois\u00a0: {contacts}."
            )
            sentences.append(gone.format(months=self.terms.contacts_months, contacts=self.contacts))
        if not self.swept:
            sentences.append(unswept())
        return " ".join(sentences)


def unswept() -> str:
    """What is said when the file could not be rewritten."""
    return translate(
        "Retention",
        "Le fichier n’a pas pu être réécrit\u00a0: faites de la place sur le disque, puis relancez la commande.",
    )


def terms(site: Site) -> Retention:
    """The terms in force."""
    return Retention(site.keep_visits_months, site.keep_refused_scans_months, site.keep_contacts_months)


def months_before(day: date, months: int) -> date:
    """The same day `months` earlier, or the last day of that month when it is shorter."""
    index = day.year * 12 + day.month - 1 - months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def apply_retention(unit: Unit) -> RetentionDone:
    """Blank what is past its term, in one unit of work. Open visits stay: the roll call needs their names."""
    zone = unit.site.timezone
    today = unit.now.astimezone(zone).date()
    kept = terms(unit.site)
    last_day = months_before(today, kept.visits_months)
    visits_before = local_instant(last_day, time(0), zone)
    scans_before = local_instant(months_before(today, kept.refused_scans_months), time(0), zone)
    visits = _count(unit, Visit, *_old_visits(visits_before))
    passes = _count(unit, DayPass, DayPass.day < last_day, DayPass.guest_name != "")
    scans = _count(unit, RefusedScan, RefusedScan.at < scans_before)
    nobody = {
        "name": "", "member_id": None, "membership_id": None, "guest_id": None, "host_member_id": None,
        "booking_id": None,
    }  # fmt: skip
    unit.session.execute(update(Visit).where(*_old_visits(visits_before)).values(nobody))
    loans.forget_old(unit.session, visits_before)
    loans.forget_guests(unit.session)
    # A guest is known as long as one of their visits is, and no longer.
    unit.session.execute(
        delete(Guest).where(Guest.id.not_in(select(Visit.guest_id).where(Visit.guest_id.is_not(None))))
    )
    unit.session.execute(delete(AnsweredScan).where(AnsweredScan.at < scans_before))
    unit.session.execute(delete(AnsweredGroupScan).where(AnsweredGroupScan.at < scans_before))
    unit.session.execute(update(DayPass).where(DayPass.day < last_day, DayPass.guest_name != "").values(guest_name=""))
    unit.session.execute(delete(RefusedScan).where(RefusedScan.at < scans_before))
    past = unit.session.connection().exec_driver_sql(_PAST, (instant_text(visits_before), instant_text(scans_before)))
    records = redact(unit, [row[0] for row in past], "retention")
    contacts_before = local_instant(months_before(today, kept.contacts_months), time(0), zone)
    contacts, named = contact_terms.forget_old(unit, contacts_before)
    acts = forget_old(unit)
    if visits or passes or scans or records:
        unit.changed(Topic.VISITS, Topic.PEOPLE)
    return RetentionDone(visits, passes, scans, records + named, kept, contacts=contacts, acts=acts)


def _old_visits(before: datetime) -> tuple[ColumnElement[bool], ...]:
    over = or_(Visit.left_at.is_not(None), Visit.annulled_at.is_not(None))
    named = or_(Visit.name != "", Visit.member_id.is_not(None), Visit.guest_id.is_not(None))
    return Visit.entered_at < before, over, named


def _count(unit: Unit, table: type[object], *conditions: ColumnElement[bool]) -> int:
    return unit.session.scalar(select(func.count()).select_from(table).where(*conditions)) or 0
