"""The people behind the desk: who holds it, with a PIN kept only as an Argon2 hash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.names import tidy
from desk.work import Operator, Unit, Work
from models.journal import Stream
from models.staff import Facilitator, Role, Shift

PIN_LENGTH = 4
NAME_LIMIT = 80
FREE_TRIES = 5
# After five wrong PINs each further one costs a wait, long enough to make guessing 10 000 PINs hopeless.
WAIT = timedelta(seconds=30)


@dataclass(frozen=True)
class FacilitatorListed:
    """A person who can hold the desk."""

    id: str
    name: str
    is_manager: bool


@dataclass(frozen=True)
class SignedIn:
    """Who now holds the desk, and the note left by the one before."""

    operator: Operator
    note: str


class Staff:
    """Signing in and out."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @property
    def holder(self) -> Operator:
        """Who holds the desk; an empty id for no one."""
        return self._work.operator

    def everyone(self) -> tuple[FacilitatorListed, ...]:
        """Those who may sign in, by name."""
        with self._work.read() as session:
            rows = session.scalars(select(Facilitator).where(Facilitator.active.is_(True)).order_by(Facilitator.name))
            return tuple(FacilitatorListed(f.id, f.name, f.role is Role.MANAGER) for f in rows)

    def enrol(self, name: str, pin: str, role: Role) -> FacilitatorListed | Refused:
        """Add a person. The first of a new house may be enrolled by anyone; the others only by a manager."""
        clean = tidy(name, NAME_LIMIT)
        if not clean:
            return Refused("no_name", translate("Staff", "Donnez un nom."))
        if len(pin) < PIN_LENGTH or not pin.isdecimal():
            return Refused("pin", translate("Staff", "Un code a au moins {count} chiffres.").format(count=PIN_LENGTH))
        with self._work.write() as unit:
            if not unit.operator.is_manager and unit.session.scalar(select(Facilitator.id).limit(1)) is not None:
                return Refused("right", translate("Staff", "Seul·e un·e gérant·e peut ajouter quelqu’un."))
            return enrol(unit, clean, pin, role)

    def enrol_first(self, name: str, pin: str) -> FacilitatorListed | Refused:
        """The first person of a new house, who is its manager."""
        return self.enrol(name, pin, Role.MANAGER)

    def sign_in(self, facilitator_id: str, pin: str) -> SignedIn | Refused:
        """Take the desk; the shift of whoever held it ends. A fifth wrong PIN and each after it cost a wait."""
        with self._work.write() as unit:
            person = unit.session.get(Facilitator, facilitator_id)
            if person is None or not person.active:
                return Refused("unknown", translate("Staff", "Cette personne ne tient plus l’accueil."))
            left = person.wait_until - unit.now if person.wait_until is not None else timedelta(0)
            # Never longer than the wait itself: a clock set back must not lock anyone out.
            if timedelta(0) < left <= WAIT:
                seconds = -(-left // timedelta(seconds=1))
                sentence = translate("Staff", "Trop d’essais\u00a0: attendez encore {seconds} secondes.")
                return Refused("wait", sentence.format(seconds=seconds))
            if not _matches(person.pin_hash, pin):
                return _wrong(unit, person)
            person.wrong_pins, person.wait_until = 0, None
            note = _end_shift(unit.session, unit)
            unit.session.add(Shift(id=new_id(), facilitator_id=person.id, started_at=unit.now))
            operator = Operator(person.id, person.name, person.role is Role.MANAGER)
            unit.record(Stream.TECHNICAL, "80", {"schema": 1, "event": "log-in", "who": person.name})
            unit.changed(Topic.STAFF)
        self._work.operator = operator
        return SignedIn(operator, note)

    def sign_out(self, note: str = "") -> None:
        """Leave the desk, with a word for the next one."""
        if not self._work.operator.id:
            return
        with self._work.write() as unit:
            _end_shift(unit.session, unit, note)
            unit.record(Stream.TECHNICAL, "40", {"schema": 1, "event": "log-off", "who": unit.operator.name})
            unit.changed(Topic.STAFF)
        self._work.operator = Operator()


def enrol(unit: Unit, name: str, pin: str, role: Role) -> FacilitatorListed:
    """Add a facilitator inside `unit`."""
    from argon2 import PasswordHasher

    person = Facilitator(id=new_id(), name=name, role=role, pin_hash=PasswordHasher().hash(pin))
    unit.session.add(person)
    unit.record(Stream.TECHNICAL, "staff.enrolled", {"schema": 1, "who": name, "role": role.value})
    unit.changed(Topic.STAFF)
    return FacilitatorListed(person.id, person.name, role is Role.MANAGER)


def _matches(pin_hash: str, pin: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import VerificationError

    try:
        return PasswordHasher().verify(pin_hash, pin)
    except VerificationError:
        return False


def _wrong(unit: Unit, person: Facilitator) -> Refused:
    person.wrong_pins += 1
    unit.record(Stream.TECHNICAL, "staff.wrong_pin", {"schema": 1, "who": person.name, "times": person.wrong_pins})
    if person.wrong_pins >= FREE_TRIES:
        person.wait_until = unit.now + WAIT
        sentence = translate("Staff", "Ce n’est pas le bon code. Attendez {seconds} secondes avant le prochain essai.")
        return Refused("wrong_pin", sentence.format(seconds=int(WAIT.total_seconds())))
    return Refused("wrong_pin", translate("Staff", "Ce n’est pas le bon code."))


def _end_shift(session: Session, unit: Unit, note: str = "") -> str:
    """End the open shift; the answer is the last note that anyone left."""
    for shift in session.scalars(select(Shift).where(Shift.ended_at.is_(None))):
        shift.ended_at, shift.note = unit.now, note
    session.flush()
    last = (
        select(Shift.note).where(Shift.ended_at.is_not(None), Shift.note != "").order_by(Shift.ended_at.desc()).limit(1)
    )
    return session.scalar(last) or ""
