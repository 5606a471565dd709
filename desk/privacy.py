"""Personal data: shown to the person, corrected, taken away in a file, erased; and what is kept how long.

An erasure leaves the number and the figures (they are nobody's any more) and blanks what names the person: their row,
their visits, their waiting papers, the operational records of the journal. Fiscal streams and the register of
cooperators are kept to their terms, and the page says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from desk import guest_data, personal_data, retention, workbooks
from desk.bus import Topic
from desk.errors import Refused
from desk.language import translate
from desk.lending import personal as loans
from desk.organisations import contacts
from desk.personal_data import PersonalData, gather, traits
from desk.redaction import Traits, redact, sweep, traces
from desk.retention import LONGEST_MONTHS, Retention, RetentionDone
from desk.rights import Act, needs
from desk.seating import is_inside
from desk.simulation import named
from desk.work import Unit, Work
from models.bookings import Booking, BookingAct, BookingSeries
from models.cards import Card
from models.journal import Stream
from models.parcels import Parcel
from models.people import Member, MemberStatus
from models.printing import JobState, PrintJob
from models.site import Site
from models.visits import RefusedScan, Visit

# A receipt is the seller's to keep; its paper says no more than the sealed sale.
_FISCAL_PAPERS = ("receipt", "invoice", "credit_note")
_OUT = (JobState.PRINTED, JobState.CANCELLED)


@dataclass(frozen=True)
class Erased:
    """What an erasure did: the name left in place of the person's, and how many visits and records lost theirs.

    `kept` says what the law keeps; `swept` is false when the file could not be rewritten on the disk yet.
    """

    member_id: str
    number: int
    name: str
    visits: int
    records: int
    kept: tuple[str, ...]
    swept: bool = True


class Privacy:
    """What a person may ask about their data. Reading a long journal takes a moment: erase from a worker."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def everything_about(self, member_id: str) -> PersonalData | Refused:
        """All that the house holds about a member."""
        with self._work.read() as session:
            member = session.get(Member, member_id)
            return _unknown() if member is None else gather(session, self._work.site(session), member)

    @needs(Act.GIVE_DATA)
    def export(self, member_id: str, path: Path) -> Path | Refused:
        """Write all of it into a file: JSON when its name ends so, else a workbook. Recorded, with the number alone.

        Raises `EnvironmentFault` when the file cannot be written.
        """
        data = self.everything_about(member_id)
        if isinstance(data, Refused):
            return data
        with self._work.read() as session:
            path = named(self._work.site(session), path)
        if path.suffix.lower() == ".json":
            workbooks.write_text(path, personal_data.as_json(data))
        else:
            path = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
            workbooks.write(path, [_sheet(section) for section in data.sections])
        with self._work.write() as unit:
            unit.record(Stream.OPERATIONS, "privacy.exported", {"schema": 1, "member": data.number})
        return path

    @needs(Act.ERASE_DATA)
    def erase(self, member_id: str) -> Erased | Refused:
        """Erase the person for good, keeping the number; a manager's right. See the module for what stays."""
        with self._work.write() as unit:
            member = unit.session.get(Member, member_id)
            if member is None:
                return _unknown()
            refused = _not_now(unit.session, member)
            if refused is not None:
                return refused
            erased = _erase(unit, member)
        return replace(erased, swept=sweep(self._work.engine))

    # --- what is kept how long -------------------------------------------------------------------------------

    def retention(self) -> Retention:
        """The terms in force."""
        with self._work.read() as session:
            return retention.terms(self._work.site(session))

    @needs(Act.RETENTION)
    def set_retention(self, wanted: Retention) -> Retention | Refused:
        """Change the terms, from 1 to 120 months; a manager's right. Nothing goes before `apply_retention`."""
        terms = (wanted.visits_months, wanted.refused_scans_months, wanted.contacts_months)
        if not all(1 <= months <= LONGEST_MONTHS for months in terms):
            sentence = translate("Privacy", "Une durée va de 1 à {most} mois.").format(most=LONGEST_MONTHS)
            return Refused("months", sentence)
        with self._work.write() as unit:
            site = unit.session.get_one(Site, 1)
            before = _term_facts(retention.terms(site))
            site.keep_visits_months = wanted.visits_months
            site.keep_refused_scans_months = wanted.refused_scans_months
            site.keep_contacts_months = wanted.contacts_months
            body = {"schema": 3, **_term_facts(wanted), "before": before}
            unit.record(Stream.OPERATIONS, "privacy.retention_set", body)
        return wanted

    @needs(Act.RETENTION)
    def apply_retention(self) -> RetentionDone | Refused:
        """Blank what is past its term, now; a manager's right. Does nothing when nothing is."""
        with self._work.write() as unit:
            done = retention.apply_retention(unit)
        if done.visits or done.passes or done.refused_scans or done.records or done.contacts or done.acts:
            return replace(done, swept=sweep(self._work.engine))
        return done


def _term_facts(terms: Retention) -> dict[str, int]:
    return {
        "visits": terms.visits_months, "refused_scans": terms.refused_scans_months, "contacts": terms.contacts_months,
    }  # fmt: skip


def _erase(unit: Unit, member: Member) -> Erased:
    session = unit.session
    # What names the person is looked for before the name is gone.
    known = traits(session, member)
    kept = gather(session, unit.site, member).kept
    records = redact(unit, [trace.sequence for trace in traces(session, known)], "erasure")
    _forget_papers(session, known)
    guest_data.forget(session, member)
    visits = session.scalar(select(func.count()).select_from(Visit).where(Visit.member_id == member.id)) or 0
    records += contacts.forget_person(unit, known.name, member.email, "erasure")
    member.given_name = translate("Privacy", "Membre")
    member.family_name = str(member.number)
    member.email = member.phone = member.message = member.blocked_reason = ""
    member.usual_space_id, member.named_on_plan = None, False
    member.status, member.erased_at = MemberStatus.GONE, unit.now
    theirs = (
        update(Visit).where(Visit.member_id == member.id).values(name=""),
        update(RefusedScan).where(RefusedScan.member_id == member.id).values(raw="", member_id=None),
        update(Booking).where(Booking.member_id == member.id).values(title=member.name, override_reason=""),
        update(BookingSeries).where(BookingSeries.member_id == member.id).values(title=member.name),
        # What would undo the last acts on bookings holds titles: it is worth less than an erasure.
        delete(BookingAct),
        update(Parcel).where(Parcel.member_id == member.id).values(note=""),
        update(Card)
        .where(Card.member_id == member.id, Card.revoked_at.is_(None))
        .values(revoked_at=unit.now, revoked_reason=translate("Privacy", "données effacées")),
    )
    for statement in theirs:
        session.execute(statement)
    session.flush()
    body = {"schema": 1, "member": member.number, "visits": visits, "records": records}
    unit.record(Stream.OPERATIONS, "privacy.erased", body)
    unit.changed(Topic.PEOPLE, Topic.VISITS, Topic.BOOKINGS)
    return Erased(member.id, member.number, member.name, visits, records, kept)


def _forget_papers(session: Session, person: Traits) -> None:
    """Blank the papers that went out and name the person; those of the till are fiscal, and stay."""
    names = (person.name, *person.own)
    jobs = select(PrintJob).where(PrintJob.state.in_(_OUT), PrintJob.kind.not_in(_FISCAL_PAPERS))
    for job in session.scalars(jobs):
        if any(name and name in job.document for name in names):
            job.document = ""


def _not_now(session: Session, member: Member) -> Refused | None:
    """Why the person cannot be erased at this moment."""
    if member.erased_at is not None:
        return Refused("erased", translate("Privacy", "Ces données sont déjà effacées."))
    inside = session.scalar(select(Visit.id).where(*is_inside(), Visit.member_id == member.id))
    if inside or guest_data.is_inside_as_guest(session, member):
        sentence = translate("Privacy", "{name} est dans la maison\u00a0: notez d’abord son départ.")
        return Refused("inside", sentence.format(name=member.name))
    if session.scalar(select(Parcel.id).where(Parcel.member_id == member.id, Parcel.handed_at.is_(None))):
        sentence = translate("Privacy", "Du courrier attend {name}\u00a0: remettez-le d’abord.")
        return Refused("parcels", sentence.format(name=member.name))
    return loans.keeps(session, member)


def _sheet(section: personal_data.Section) -> workbooks.Table:
    rows = [tuple(v if isinstance(v, int) else personal_data.shown(v) for v in row) for row in section.rows]
    return section.title, section.header, rows


def _unknown() -> Refused:
    return Refused("no_member", translate("Privacy", "Ce membre est introuvable."))
