"""Spaces made of others (a whole floor), and spaces out of order: what they take with them, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk.bookings import refusals
from desk.bus import Topic
from desk.errors import Refused
from desk.language import translate
from desk.names import searchable, tidy
from desk.plan_editing.letting import LEAST_PARTS, give_up, put_to_let, shape_of
from desk.plan_editing.names import drawn_names, whole_names
from desk.rights import Act, needs
from desk.work import Unit, Work
from models.bookings import Booking, BookingSeries
from models.journal import Stream
from models.prepared import Prepared
from models.spaces import WHOLE, Space, SpacePart

_PARTS = Prepared(select(SpacePart.whole_id, SpacePart.part_id))
_MOST_LETTERS = 80


@dataclass(frozen=True)
class Whole:
    """A space made of others: booking it takes them all, and one of them booked blocks it."""

    id: str
    name: str
    floor: str
    seats: int
    rentable: bool
    parts: tuple[str, ...]


def in_each_others_way(session: Session) -> dict[str, set[str]]:
    """For each space that is whole or part: the other spaces whose bookings hold it too."""
    parts: dict[str, set[str]] = {}
    for whole, part in _PARTS.all(session):
        parts.setdefault(whole, set()).add(part)
    found: dict[str, set[str]] = {}
    for whole, own in parts.items():
        others = {other for other, theirs in parts.items() if other != whole and own & theirs}
        found[whole] = own | others
        for part in own:
            found.setdefault(part, set()).add(whole)
    return found


class Wholes:
    """Declaring wholes, which is a manager's right, and putting spaces out of order; each act is recorded."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def everything(self) -> tuple[Whole, ...]:
        """The wholes of the house, by name; not those that were given up."""
        with self._work.read() as session:
            parts: dict[str, list[str]] = {}
            for whole, part in _PARTS.all(session):
                parts.setdefault(whole, []).append(part)
            rows = session.scalars(select(Space).where(Space.kind == WHOLE).order_by(Space.name))
            return tuple(
                Whole(row.id, row.name, row.floor, row.seats, row.rentable, tuple(sorted(parts[row.id])))
                for row in rows
                if row.id in parts
            )

    @needs(Act.PLAN)
    def declare(self, name: str, parts: tuple[str, ...], *, rentable: bool = False) -> Whole | Refused:
        """Make a whole of some spaces. A whole among them stands for its own parts.

        One that is let takes its place in the price list. Refused when two bookings that are already made would then be
        in one place.
        """
        name = tidy(name, _MOST_LETTERS)
        with self._work.write() as unit:
            spaces = _leaves(unit.session, parts)
            drawn = drawn_names(unit.session, unit.now)
            if not name or len(spaces) < LEAST_PARTS or any(space.id not in drawn for space in spaces):
                sentence = translate("Wholes", "Un ensemble a un nom et au moins deux espaces du plan.")
                return Refused("parts", sentence)
            whole = _named(unit, name)
            if whole is None:
                return Refused("name_taken", translate("Wholes", "Un espace porte déjà ce nom."))
            whole.name, whole.rentable = name, rentable
            whole.floor, whole.seats = shape_of(spaces)
            refused = _write(unit, whole, spaces)
            if refused is not None:
                return refused
            if rentable:
                put_to_let(unit.session, [(whole.id, whole.name)])
            body = {
                "schema": 1, "space": whole.id, "name": whole.name, "rentable": rentable,
                "parts": [{"space": space.id, "name": space.name} for space in spaces],
            }  # fmt: skip
            unit.record(Stream.OPERATIONS, "whole.declared", body)
            unit.changed(Topic.SPACES, Topic.BOOKINGS, Topic.PRICES)
            ids = tuple(sorted(space.id for space in spaces))
            return Whole(whole.id, whole.name, whole.floor, whole.seats, rentable, ids)

    @needs(Act.PLAN)
    def remove(self, whole_id: str) -> Refused | None:
        """Take a whole away; refused once it has been booked, for its bookings must keep their space.

        Or while a quote promises it. Declared again, it has the prices that it had.
        """
        from desk.plan_editing.obstacles import promised

        with self._work.write() as unit:
            whole = unit.session.get(Space, whole_id)
            if whole is None or not _is_live(unit, whole):
                return Refused("no_space", translate("Wholes", "Cet ensemble est introuvable."))
            used = select(Booking.id).where(Booking.space_id == whole_id).limit(1)
            followed = select(BookingSeries.id).where(BookingSeries.space_id == whole_id).limit(1)
            if unit.session.scalar(used) or unit.session.scalar(followed):
                sentence = translate("Wholes", "{name} a été réservé\u00a0: il reste. Fermez-le plutôt.")
                return Refused("booked", sentence.format(name=whole.name))
            if (refused := promised(unit, (whole_id,), unit.now)) is not None:
                return refused
            give_up(unit, whole)
            return None

    @needs(Act.OUT_OF_ORDER)
    def put_out_of_order(self, space_id: str, note: str) -> Refused | None:
        """Close a space, with a note that everyone reads; what is booked then stays, and is the house's to move."""
        note = tidy(note, _MOST_LETTERS)
        if not note:
            return Refused("no_note", translate("Wholes", "Dites en un mot pourquoi l’espace est fermé."))
        return self._close(space_id, note)

    @needs(Act.OUT_OF_ORDER)
    def put_back_in_order(self, space_id: str) -> Refused | None:
        """Open a space again."""
        return self._close(space_id, "")

    def _close(self, space_id: str, note: str) -> Refused | None:
        with self._work.write() as unit:
            space = unit.session.get(Space, space_id)
            if space is None:
                return refusals.no_space()
            before, space.closed_note = space.closed_note, note
            unit.session.flush()
            body = {"schema": 1, "space": space.id, "name": space.name, "note": note, "before": before}
            unit.record(Stream.OPERATIONS, "space.out_of_order" if note else "space.in_order", body)
            unit.changed(Topic.SPACES, Topic.BOOKINGS)
            return None


def _leaves(session: Session, ids: tuple[str, ...]) -> list[Space]:
    """The spaces themselves, or those that a whole is made of, once each; none when one is unknown."""
    own: dict[str, set[str]] = {}
    for whole, part in _PARTS.all(session):
        own.setdefault(whole, set()).add(part)
    wanted = sorted({leaf for space_id in ids for leaf in own.get(space_id, {space_id})})
    found = [session.get(Space, leaf) for leaf in wanted]
    return [space for space in found if space is not None] if None not in found else []


def _named(unit: Unit, name: str) -> Space | None:
    """The row of a whole of that name: that of one that was given up, else a new one; None when it is taken."""
    from desk.plan_editing.parts import new_id

    session, wanted = unit.session, searchable(name)
    drawn = set().union(*drawn_names(session, unit.now).values())
    if wanted in drawn | {searchable(known) for known in whole_names(session)}:
        return None
    for row in session.scalars(select(Space).where(Space.kind == WHOLE)):
        if searchable(row.name) == wanted:
            return row
    made_id = "-".join(re.findall(r"\w+", wanted))
    if not made_id:
        return None
    if session.get(Space, made_id) is not None:  # the room that was called so has another name, or is gone
        made_id = new_id(name, set(session.scalars(select(Space.id))))
    return Space(id=made_id, kind=WHOLE, workstations=0)


def _is_live(unit: Unit, space: Space) -> bool:
    """Whether it is a whole that has its spaces."""
    own = select(SpacePart.part_id).where(SpacePart.whole_id == space.id).limit(1)
    return space.kind == WHOLE and unit.session.scalar(own) is not None


def _write(unit: Unit, whole: Space, spaces: list[Space]) -> Refused | None:
    unit.session.add(whole)
    unit.session.flush()
    try:
        unit.session.add_all(SpacePart(whole_id=whole.id, part_id=space.id) for space in spaces)
        unit.session.flush()
    except IntegrityError:
        unit.abandon()
        return Refused("overlap", translate("Wholes", "Deux réservations se recouvriraient\u00a0: déplacez-en une."))
    return None
