"""Letting someone in all the same: a manager's right, with a reason, and recorded as such.

The refusal is asked again at that very moment: if nothing stands in the way any more the visit is an ordinary one, and
is not marked. Nobody is let in whom the house cannot name: a code that is unknown or misread has no holder to force.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desk import holders, movements, pins, turnstile
from desk.checkin import entitlement_of
from desk.entitlements import Entitlement
from desk.errors import Refused
from desk.headcount import count_inside
from desk.holders import Holder
from desk.language import translate
from desk.movements import FORCIBLE, Movements
from desk.names import tidy
from desk.rights import Act, may, needs
from desk.verdicts import ScanOutcome
from desk.work import Operator, Unit, Work
from models.journal import Stream
from models.staff import Facilitator, Role

REASON_LIMIT = 160
_LEAST_REASON = 3


@dataclass(frozen=True)
class Insistence:
    """A manager's word: why, and their PIN when whoever holds the desk is not a manager."""

    reason: str
    manager_id: str = ""
    pin: str = field(default="", repr=False)


class Override:
    """The door, when a manager says so."""

    def __init__(self, work: Work, moves: Movements) -> None:
        self._work = work
        self._moves = moves

    @needs(Act.LET_IN)
    def let_in(self, reference: str, insistence: Insistence) -> ScanOutcome | Refused:
        """Let in the member or the pass that a refusal's remedy named (`Remedy.subject`)."""
        with self._work.write() as unit:
            holder = holders.by_reference(unit.session, reference)
            if holder is None:
                sentence = translate("Override", "On ne fait entrer que quelqu’un que la maison connaît.")
                return Refused("unknown", sentence)
            if turnstile.open_visit(unit.session, holder.kind, holder.id) is not None:
                return already_in(holder.name)
            used = entitlement_of(unit, holder)
            return enter(unit, self._moves, holder, used, movements.forced_entitlement(), insistence)


def enter(
    unit: Unit,
    moves: Movements,
    holder: Holder,
    used: Entitlement | Refused,
    otherwise: Entitlement,
    insistence: Insistence | None,
) -> ScanOutcome | Refused:
    """Let `holder` in with what was found, or with `otherwise` by a manager's word where something stands in the way.

    Both what `used` refuses and the safety limit are set aside by one word, and recorded each in its own right.
    """
    refused = used if isinstance(used, Refused) else None
    over_limit = movements.full(unit)
    if refused is None and over_limit is None:
        assert isinstance(used, Entitlement)
        return moves.enter(unit, holder, used)
    standing = refused or over_limit
    assert standing is not None
    if insistence is None or standing.code not in FORCIBLE:
        return standing
    reason = tidy(insistence.reason, REASON_LIMIT)
    manager = _manager(unit, insistence, reason)
    if isinstance(manager, Refused):
        return manager
    inside = count_inside(unit.session, unit.now)
    outcome = moves.enter(unit, holder, otherwise if isinstance(used, Refused) else used, forced=standing.code)
    body = {
        "schema": 1, "visit": outcome.visit_id, "name": holder.name,
        "member": holder.member.number if holder.member else None, "reason": reason, "by": manager.name,
    }  # fmt: skip
    if refused is not None:
        unit.record(Stream.OPERATIONS, "visit.forced", {**body, "refusal": refused.code})
    if over_limit is not None:
        limits = {"inside": inside + 1, "limit": unit.site.safety_limit}
        unit.record(Stream.OPERATIONS, "visit.over_limit", {**body, **limits})
    return outcome


def already_in(name: str) -> Refused:
    """The refusal about someone who is in: nobody comes in twice, whoever says so."""
    sentence = translate("Override", "{name} est déjà dans la maison.")
    return Refused("already_in", sentence.format(name=name))


def _manager(unit: Unit, insistence: Insistence, reason: str) -> Operator | Refused:
    """Whose word it is: the manager who holds the desk, else the one who gives their PIN here and now."""
    if len(reason) < _LEAST_REASON:
        return Refused(
            "no_reason", translate("Override", "Dites pourquoi\u00a0: la raison est gardée avec le passage.")
        )
    if may(unit.operator, Act.FORCE_ENTRY):
        return unit.operator
    person = unit.session.get(Facilitator, insistence.manager_id)
    if person is None or not person.active or person.role is not Role.MANAGER:
        sentence = translate("Override", "C’est à un·e gérant·e de le décider\u00a0: demandez-lui son code, ici.")
        return Refused("right", sentence)
    return pins.check(unit, person, insistence.pin) or Operator(person.id, person.name, is_manager=True)
