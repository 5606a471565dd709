"""The float: what the drawer holds when somebody begins with it, against what should be there.

The record of the count says both, and why they differ. A float that is counted once cash has moved already speaks of
the drawer as it is: the opening is what was found less what had come in by then.
"""

from __future__ import annotations

from desk.bus import Topic
from desk.closings.hour import doubted_refusal
from desk.closings.sealing import seal_forgotten
from desk.closings.session import FLOAT_COUNTED, DrawerSession, difference_of, open_run
from desk.drawer import MOST_CENTS, REASON_LIMIT
from desk.errors import Refused
from desk.formats import money
from desk.ids import new_id
from desk.language import translate
from desk.names import tidy
from desk.work import Unit
from models.journal import Stream
from models.till import FloatCount


def note_float(unit: Unit, cents: int, reason: str) -> Refused | None:
    """Seal a count of the float; what differs from what should be there is told, and wants its `reason`."""
    refused = _impossible(cents)
    if refused is not None:
        return refused
    clean = tidy(reason, REASON_LIMIT)
    run = open_run(unit.session)
    is_overdue = run.is_overdue(unit.site, unit.now)
    if is_overdue and (refused := doubted_refusal(unit)) is not None:
        return refused
    # The closing of a forgotten day says what was found against what it expected, known or not.
    difference = cents - run.drawer.expected if is_overdue else difference_of(run.drawer, cents)
    if difference and not clean:
        return _unexplained(run.drawer, cents, difference, is_overdue=is_overdue)
    # The drawer as it is found is also what a forgotten day left in it.
    if seal_forgotten(unit, found_cents=cents, reason=clean) and is_overdue:
        run, difference, clean = open_run(unit.session), 0, ""
    unit.session.add(FloatCount(id=new_id(), counted_at=unit.now, counted_by=unit.operator.id, cents=cents))
    facts = {
        "schema": 2, "cents": cents, "opening": cents - run.drawer.moved, "difference": difference,
        "reason": clean if difference else "", "sale": run.last, "by": unit.operator.name,
    }  # fmt: skip
    unit.record(Stream.TECHNICAL, FLOAT_COUNTED, facts)
    unit.changed(Topic.TILL)
    return None


def _impossible(cents: int) -> Refused | None:
    if cents < 0:
        return Refused("negative", translate("Till", "Un fond de caisse ne peut pas être négatif."))
    if cents > MOST_CENTS:
        sentence = translate("Till", "Un fond de caisse ne dépasse pas {most}\u00a0: vérifiez le montant écrit.")
        return Refused("amount", sentence.format(most=money(MOST_CENTS)))
    return None


def _unexplained(drawer: DrawerSession, cents: int, difference: int, *, is_overdue: bool) -> Refused:
    sentence = translate(
        "Till",
        "La dernière clôture a laissé {expected}, vous avez compté {found}\u00a0: écart {difference}. Recomptez, ou"
        " dites pourquoi, même si c’est inconnu.",
    )
    if is_overdue or drawer.acts or drawer.cash:
        sentence = translate(
            "Till",
            "Le tiroir devrait contenir {expected}, vous avez compté {found}\u00a0: écart {difference}. Recomptez, ou"
            " dites pourquoi, même si c’est inconnu.",
        )
    expected, found = money(cents - difference), money(cents)
    return Refused("float_differs", sentence.format(expected=expected, found=found, difference=money(difference)))
