"""The people behind the desk: who holds it, with a PIN kept only as an Argon2 hash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from desk import jet
from desk.bus import Topic
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.names import searchable, tidy
from desk.rights import Act, anyone, may, needs
from desk.work import Operator, Unit, Work
from models.journal import Stream
from models.staff import Facilitator, Role, Shift

PIN_LENGTH = 4
NAME_LIMIT = 80
NOTE_LIMIT = 500
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


@dataclass(frozen=True)
class ShiftListed:
    """One holding of the desk; `ended_at` is None for the one under way. Instants aware, in the site's zone."""

    name: str
    started_at: datetime
    ended_at: datetime | None
    note: str


class Staff:
    """Signing in and out, and the team."""

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

    @needs(Act.TEAM)
    def enrol(self, name: str, pin: str, role: Role) -> FacilitatorListed | Refused:
        """Add a person; a manager's right."""
        return self._enrol(name, pin, role)

    @anyone(Act.ENROL_FIRST)
    def enrol_first(self, name: str, pin: str) -> FacilitatorListed | Refused:
        """The first person of a new house, who is its manager; whoever is there may enrol them, and only them."""
        return self._enrol(name, pin, Role.MANAGER)

    def _enrol(self, name: str, pin: str, role: Role) -> FacilitatorListed | Refused:
        clean = tidy(name, NAME_LIMIT)
        with self._work.write() as unit:
            if not may(unit.operator, Act.TEAM) and unit.session.scalar(select(Facilitator.id).limit(1)) is not None:
                return Refused("right", translate("Staff", "Seul·e un·e gérant·e peut ajouter quelqu’un."))
            if not clean:
                return Refused("no_name", translate("Staff", "Donnez un nom."))
            return _pin_problem(pin) or enrol(unit, clean, pin, role)

    @anyone(Act.TAKE_THE_DESK)
    def sign_in(self, facilitator_id: str, pin: str) -> SignedIn | Refused:
        """Take the desk; the shift of whoever held it ends. A fifth wrong PIN and each after it cost a wait."""
        with self._work.write() as unit:
            person = unit.session.get(Facilitator, facilitator_id)
            if person is None or not person.active:
                return _gone()
            if not pin:
                return Refused("no_pin", translate("Staff", "Tapez votre code."))
            refused = check_pin(unit, person, pin)
            if refused is not None:
                return refused
            taken = _taken(unit, person)
        self._work.operator = taken.operator
        return taken

    @anyone(Act.TAKE_THE_DESK)
    def carry_over(self, facilitator_id: str) -> SignedIn | Refused:
        """Take the desk with no PIN: whoever holds the house next door (training) has given it there."""
        with self._work.write() as unit:
            person = unit.session.get(Facilitator, facilitator_id)
            if person is None or not person.active:
                return _gone()
            taken = _taken(unit, person)
        self._work.operator = taken.operator
        return taken

    @anyone(Act.TAKE_THE_DESK)
    def vouch(self, name: str, pin: str) -> Operator | Refused:
        """Answer for what is done outside the window, by name and PIN; nobody's shift begins or ends."""
        wanted = searchable(name)
        with self._work.write() as unit:
            team = unit.session.scalars(select(Facilitator).where(Facilitator.active.is_(True)))
            found = [person for person in team if searchable(person.name) == wanted]
            if len(found) != 1:
                sentence = translate("Staff", "Personne de l’équipe ne s’appelle ainsi : donnez le nom entier.")
                if found:
                    sentence = translate("Staff", "Plusieurs personnes de l’équipe portent ce nom.")
                return Refused("unknown", sentence)
            person = found[0]
            return check_pin(unit, person, pin) or _operator(person)

    @anyone(Act.TAKE_THE_DESK)
    def lock(self) -> None:
        """Leave the desk for a moment: the shift goes on when the same person comes back."""
        self._log_off("lock", None)

    @anyone(Act.TAKE_THE_DESK)
    def sign_out(self, note: str = "") -> None:
        """Hand the desk over, with a word that will greet the next one; the shift ends."""
        self._log_off("log-off", tidy(note, NOTE_LIMIT))

    def _log_off(self, event: str, note: str | None) -> None:
        if not self._work.operator.id:
            return
        with self._work.write() as unit:
            if note is not None:
                _end_shift(unit, note)
            jet.note(unit, jet.Code.LOG_OFF, event, who=unit.operator.name)
            unit.changed(Topic.STAFF)
        self._work.operator = Operator()

    def shifts(self, limit: int = 30) -> tuple[ShiftListed, ...]:
        """Who held the desk, the last shift first; instants in the site's zone."""
        with self._work.read() as session:
            zone = self._work.site(session).timezone
            rows = session.execute(
                select(Shift, Facilitator.name)
                .join(Facilitator, Facilitator.id == Shift.facilitator_id)
                .order_by(Shift.started_at.desc())
                .limit(limit)
            )
            return tuple(
                ShiftListed(
                    name,
                    shift.started_at.astimezone(zone),
                    shift.ended_at.astimezone(zone) if shift.ended_at is not None else None,
                    shift.note,
                )
                for shift, name in rows
            )

    @needs(Act.OWN_PIN)
    def change_pin(self, facilitator_id: str, pin: str) -> Refused | None:
        """Give someone another PIN: a manager to anyone, and each to themselves."""
        refused = _pin_problem(pin)
        if refused is not None:
            return refused
        return self._amend(facilitator_id, "staff.pin_changed", "", own=True, pin_hash=_hashed(pin))

    @needs(Act.TEAM)
    def enrol_facilitator(self, name: str, pin: str) -> FacilitatorListed | Refused:
        """Add someone to the team; a manager's right."""
        return self.enrol(name, pin, Role.FACILITATOR)

    @needs(Act.TEAM)
    def set_manager(self, facilitator_id: str, is_manager: bool) -> Refused | None:
        """Make someone a manager, or a facilitator again, from their very next act; the last manager stays one."""
        role = Role.MANAGER if is_manager else Role.FACILITATOR
        return self._amend(facilitator_id, "staff.role_changed", role.value, role=role)

    @needs(Act.TEAM)
    def retire(self, facilitator_id: str) -> Refused | None:
        """Someone no longer holds the desk; what they did keeps their name. The last manager stays.

        Whoever retires themselves has left the desk by that: their shift ends, and nobody holds it.
        """
        return self._amend(facilitator_id, "staff.retired", "", active=False)

    def _amend(
        self, facilitator_id: str, kind: str, to: str, *, own: bool = False, **changes: object
    ) -> Refused | None:
        with self._work.write() as unit:
            person = unit.session.get(Facilitator, facilitator_id)
            if person is None or not person.active:
                return _gone()
            if not may(unit.operator, Act.TEAM) and not (own and unit.operator.id == facilitator_id):
                return Refused("right", translate("Staff", "C’est à un·e gérant·e de le faire."))
            loses_manager = changes.get("role") is Role.FACILITATOR or changes.get("active") is False
            if loses_manager and person.role is Role.MANAGER and _managers(unit) == 1:
                sentence = translate(
                    "Staff", "{name} est la seule personne gérante\u00a0: nommez-en d’abord une autre."
                )
                return Refused("last_manager", sentence.format(name=person.name))
            for name, value in changes.items():
                setattr(person, name, value)
            unit.record(Stream.TECHNICAL, kind, {"schema": 1, "who": person.name, "to": to})
            unit.changed(Topic.STAFF)
            holds = unit.operator.id == facilitator_id
            if holds and not person.active:
                _end_shift(unit, "")
                jet.note(unit, jet.Code.LOG_OFF, "log-off", who=person.name)
        if holds:
            # What somebody does to themselves counts from their very next act: with the new role, or with none.
            self._work.operator = _operator(person) if person.active else Operator()
        return None


def enrol(unit: Unit, name: str, pin: str, role: Role) -> FacilitatorListed:
    """Add a facilitator inside `unit`."""
    person = Facilitator(id=new_id(), name=name, role=role, pin_hash=_hashed(pin))
    unit.session.add(person)
    unit.record(Stream.TECHNICAL, "staff.enrolled", {"schema": 1, "who": name, "role": role.value})
    unit.changed(Topic.STAFF)
    return FacilitatorListed(person.id, person.name, role is Role.MANAGER)


def check_pin(unit: Unit, person: Facilitator, pin: str) -> Refused | None:
    """The refusal unless `pin` is the person's. A fifth wrong PIN and each after it cost a wait, wherever asked.

    No PIN at all is no try: an Enter too many must not lock anyone out.
    """
    if not pin:
        return Refused("no_pin", translate("Staff", "Tapez son code."))
    left = person.wait_until - unit.now if person.wait_until is not None else timedelta(0)
    # Never longer than the wait itself: a clock set back must not lock anyone out.
    if timedelta(0) < left <= WAIT:
        seconds = -(-left // timedelta(seconds=1))
        sentence = translate("Staff", "Trop d’essais\u00a0: attendez encore {seconds} secondes.")
        return Refused("wait", sentence.format(seconds=seconds))
    if not _matches(person.pin_hash, pin):
        return _wrong(unit, person)
    person.wrong_pins, person.wait_until = 0, None
    return None


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


def _taken(unit: Unit, person: Facilitator) -> SignedIn:
    """The desk is that person's, inside `unit`."""
    note = _take_shift(unit, person)
    jet.note(unit, jet.Code.LOG_IN, "log-in", who=person.name)
    unit.changed(Topic.STAFF)
    return SignedIn(_operator(person), note)


def _operator(person: Facilitator) -> Operator:
    """Whoever works in that person's name, with the role they have now."""
    return Operator(person.id, person.name, person.role is Role.MANAGER)


def _gone() -> Refused:
    return Refused("unknown", translate("Staff", "Cette personne ne tient plus l’accueil."))


def _take_shift(unit: Unit, person: Facilitator) -> str:
    """Open the person's shift, or go on with it after a lock; the answer is the last note they may not have read."""
    still_open = unit.session.scalar(select(Shift).where(Shift.ended_at.is_(None)))
    if still_open is not None and still_open.facilitator_id == person.id:
        return ""
    _end_shift(unit, "")
    unit.session.flush()
    mine = select(func.max(Shift.started_at)).where(Shift.facilitator_id == person.id)
    left = select(Shift.note).where(Shift.note != "").order_by(Shift.ended_at.desc()).limit(1)
    last_here = unit.session.scalar(mine)
    if last_here is not None:
        left = left.where(Shift.ended_at >= last_here)
    unit.session.add(Shift(id=new_id(), facilitator_id=person.id, started_at=unit.now))
    return unit.session.scalar(left) or ""


def _end_shift(unit: Unit, note: str) -> None:
    for shift in unit.session.scalars(select(Shift).where(Shift.ended_at.is_(None))):
        shift.ended_at, shift.note = unit.now, note


def _managers(unit: Unit) -> int:
    count = select(func.count()).select_from(Facilitator)
    return unit.session.scalar(count.where(Facilitator.active.is_(True), Facilitator.role == Role.MANAGER)) or 0


def _pin_problem(pin: str) -> Refused | None:
    if len(pin) < PIN_LENGTH or not pin.isdecimal():
        return Refused("pin", translate("Staff", "Un code a au moins {count} chiffres.").format(count=PIN_LENGTH))
    return None


def _hashed(pin: str) -> str:
    from argon2 import PasswordHasher

    return PasswordHasher().hash(pin)
