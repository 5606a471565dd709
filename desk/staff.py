"""The people behind the desk: who holds it, and who may."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk import jet, pins, shifts
from desk.bus import Topic
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.names import searchable, tidy
from desk.rights import Act, anyone, may, needs
from desk.shifts import ShiftListed
from desk.work import Operator, Unit, Work
from models.journal import Stream
from models.staff import Facilitator, Role

NAME_LIMIT = 80
NOTE_LIMIT = 500


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
            return tuple(_listed(person) for person in rows)

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
            return _known(unit.session, clean) or pins.problem(pin) or enrol(unit, clean, pin, role)

    @anyone(Act.TAKE_THE_DESK)
    def sign_in(self, facilitator_id: str, pin: str) -> SignedIn | Refused:
        """Take the desk; the shift of whoever held it ends. A fifth wrong PIN and each after it cost a wait."""
        with self._work.write() as unit:
            person = unit.session.get(Facilitator, facilitator_id)
            if person is None or not person.active:
                return _gone()
            if not pin:
                return Refused("no_pin", translate("Staff", "Tapez votre code."))
            refused = pins.check(unit, person, pin)
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
        with self._work.write() as unit:
            person = _only(unit.session, name)
            if isinstance(person, Refused):
                return person
            return pins.check(unit, person, pin) or _operator(person)

    def named(self, name: str) -> FacilitatorListed | Refused:
        """The one of the team whose name it is, whole, in capitals or not, with its accents or without."""
        with self._work.read() as session:
            person = _only(session, name)
            return person if isinstance(person, Refused) else _listed(person)

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
                shifts.end(unit, note)
            jet.note(unit, jet.Code.LOG_OFF, event, who=unit.operator.name)
            unit.changed(Topic.STAFF)
        self._work.operator = Operator()

    def shifts(self, limit: int = 30) -> tuple[ShiftListed, ...]:
        """Who held the desk, the last shift first; instants in the site's zone."""
        with self._work.read() as session:
            zone = self._work.site(session).timezone
            return shifts.last(session, zone, limit)

    @needs(Act.OWN_PIN)
    def change_pin(self, facilitator_id: str, pin: str, present: str = "") -> Refused | None:
        """Give someone another PIN: a manager to anyone, and each to themselves with their `present` one.

        Whoever finds a desk unlocked must not take its holder's PIN for their own. A new PIN ends the wait.
        """
        with self._work.write() as unit:
            person = unit.session.get(Facilitator, facilitator_id)
            if person is None or not person.active:
                return _gone()
            own = unit.operator.id == facilitator_id
            if not own and not may(unit.operator, Act.TEAM):
                return _not_yours()
            refused = pins.problem(pin)
            if own and refused is None and not present:
                return Refused("no_present", translate("Staff", "Tapez d’abord votre code actuel."))
            if own and refused is None:
                refused = pins.check(unit, person, present)
            if refused is not None:
                return refused
            pins.give(person, pin)
            unit.record(Stream.TECHNICAL, "staff.pin_changed", {"schema": 1, "who": person.name, "to": ""})
            unit.changed(Topic.STAFF)
            return None

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

    @needs(Act.TEAM)
    def take_back(self, facilitator_id: str) -> Refused | None:
        """Someone holds the desk again, with the PIN and the role they had: retiring them was a slip."""
        with self._work.write() as unit:
            person = unit.session.get(Facilitator, facilitator_id)
            if person is None:
                return _gone()
            if person.active:
                return None
            refused = _known(unit.session, person.name)
            if refused is not None:
                return refused
            person.active = True
            unit.record(Stream.TECHNICAL, "staff.taken_back", {"schema": 1, "who": person.name, "to": ""})
            unit.changed(Topic.STAFF)
            return None

    def _amend(self, facilitator_id: str, kind: str, to: str, **changes: object) -> Refused | None:
        with self._work.write() as unit:
            person = unit.session.get(Facilitator, facilitator_id)
            if person is None or not person.active:
                return _gone()
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
                shifts.end(unit, "")
                jet.note(unit, jet.Code.LOG_OFF, "log-off", who=person.name)
        if holds:
            # What somebody does to themselves counts from their very next act: with the new role, or with none.
            self._work.operator = _operator(person) if person.active else Operator()
        return None


def enrol(unit: Unit, name: str, pin: str, role: Role) -> FacilitatorListed:
    """Add a facilitator inside `unit`."""
    person = Facilitator(id=new_id(), name=name, role=role, pin_hash=pins.hashed(pin))
    unit.session.add(person)
    unit.record(Stream.TECHNICAL, "staff.enrolled", {"schema": 1, "who": name, "role": role.value})
    unit.changed(Topic.STAFF)
    return _listed(person)


def _taken(unit: Unit, person: Facilitator) -> SignedIn:
    """The desk is that person's, inside `unit`."""
    note = shifts.take(unit, person)
    jet.note(unit, jet.Code.LOG_IN, "log-in", who=person.name)
    unit.changed(Topic.STAFF)
    return SignedIn(_operator(person), note)


def _operator(person: Facilitator) -> Operator:
    """Whoever works in that person's name, with the role they have now."""
    return Operator(person.id, person.name, person.role is Role.MANAGER)


def _listed(person: Facilitator) -> FacilitatorListed:
    return FacilitatorListed(person.id, person.name, person.role is Role.MANAGER)


def _called(session: Session, name: str) -> list[Facilitator]:
    """Those of the team whose name it is, as whoever types it would have it."""
    wanted = searchable(name)
    team = session.scalars(select(Facilitator).where(Facilitator.active.is_(True)))
    return [person for person in team if searchable(person.name) == wanted]


def _only(session: Session, name: str) -> Facilitator | Refused:
    found = _called(session, name)
    if len(found) == 1:
        return found[0]
    sentence = translate("Staff", "Personne de l’équipe ne s’appelle ainsi\u00a0: donnez le nom entier.")
    if found:
        sentence = translate("Staff", "Plusieurs personnes de l’équipe portent ce nom.")
    return Refused("unknown", sentence)


def _known(session: Session, name: str) -> Refused | None:
    """Why nobody else may be called so: two alike could not be told apart on the page that asks for a PIN."""
    known = _called(session, name)
    if not known:
        return None
    sentence = translate(
        "Staff",
        "{name} est déjà dans l’équipe\u00a0: ajoutez de quoi distinguer ces deux personnes, par exemple une initiale.",
    )
    return Refused("known_name", sentence.format(name=known[0].name))


def _not_yours() -> Refused:
    return Refused("right", translate("Staff", "C’est à un·e gérant·e de le faire."))


def _gone() -> Refused:
    return Refused("unknown", translate("Staff", "Cette personne ne tient plus l’accueil."))


def _managers(unit: Unit) -> int:
    count = select(func.count()).select_from(Facilitator)
    return unit.session.scalar(count.where(Facilitator.active.is_(True), Facilitator.role == Role.MANAGER)) or 0
