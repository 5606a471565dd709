"""The cash drawer: what goes in and out beside the sales, and the blind count that closes a day.

Each act is a record of the technical stream, sealed before its consequence is shown: the drawer is counted first, and
what was expected in it is told afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.closings.session import CASH_IN, CASH_OUT, COUNTED, open_run
from desk.documents.page import Document
from desk.errors import Refused
from desk.formats import money
from desk.language import translate
from desk.names import tidy
from desk.printing.queue import enqueue
from desk.printing.states import DRAWER
from desk.rights import Act, needs
from desk.work import Unit, Work
from models.database import driver_of
from models.journal import Stream
from models.printing import PrinterKind
from models.sales import PaymentMode

PIECES = (50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
"""The notes and coins of the euro, in cents."""
MOST_PIECES = 999
MOST_CENTS = 1_000_000
"""More than this never goes in or out of a counter's drawer at once."""
REASON_LIMIT = 200
_CASH = PaymentMode.CASH.value
_ON_A_WIRE = "SELECT 1 FROM printer WHERE kind <> ? LIMIT 1"


@dataclass(frozen=True)
class Move:
    """Cash put in (`cents` above zero) or taken out (below), in the site's zone."""

    at: datetime
    cents: int
    reason: str
    by: str


@dataclass(frozen=True)
class DrawerState:
    """The drawer since the last closing, in cents; `expected` is for managers' eyes, whoever counts counts blind."""

    opening_cents: int
    is_counted: bool
    moves: tuple[Move, ...]
    expected_cents: int
    has_served: bool = False
    """Whether cash has moved since the last closing."""
    opening_difference: int = 0
    """What the counts of the float found beyond what should have been there, cents."""


@dataclass(frozen=True)
class Counted:
    """A count that was sealed, and what it says. Cents; `sequence` is its place in the technical stream."""

    sequence: int
    cents: int
    expected: int
    pieces: tuple[tuple[int, int], ...]

    @property
    def difference(self) -> int:
        """What is there beyond what was expected; below zero, what is missing."""
        return self.cents - self.expected


class Drawer:
    """The drawer of this desk."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def state(self) -> DrawerState:
        """What happened to it since the last closing."""
        with self._work.read() as session:
            run, zone = open_run(session), self._work.site(session).timezone
            drawer = run.drawer
            moves = tuple(
                Move(act.at.astimezone(zone), act.cents if act.kind == CASH_IN else -act.cents, act.reason, act.by)
                for act in drawer.moves
            )
            return DrawerState(
                drawer.opening, drawer.is_counted, moves, drawer.expected, bool(moves or run.totals.paid_times[_CASH]),
                sum(act.difference for act in drawer.floats),
            )  # fmt: skip

    @needs(Act.HANDLE_CASH)
    def put_in(self, cents: int, reason: str) -> Refused | None:
        """Note cash put in beside the sales (change from the bank); the drawer opens."""
        return self._move(CASH_IN, cents, reason)

    @needs(Act.HANDLE_CASH)
    def take_out(self, cents: int, reason: str) -> Refused | None:
        """Note cash taken out (a purchase, the bank), never more than the drawer holds; the drawer opens."""
        return self._move(CASH_OUT, cents, reason)

    @needs(Act.HANDLE_CASH)
    def count(self, pieces: Mapping[int, int]) -> Counted | Refused:
        """Seal a count, `pieces` being how many of each value (cents); only then is the difference told."""
        refused = _miscounted(pieces)
        if refused is not None:
            return refused
        counted = tuple((value, pieces[value]) for value in PIECES if pieces.get(value))
        cents = sum(value * number for value, number in counted)
        with self._work.write() as unit:
            expected = open_run(unit.session).drawer.expected
            sealed = unit.record(
                Stream.TECHNICAL,
                COUNTED,
                {"schema": 1, "cents": cents, "by": unit.operator.name, "pieces": [list(piece) for piece in counted]},
            )
            return Counted(sealed.sequence, cents, expected, counted)

    def _move(self, kind: str, cents: int, reason: str) -> Refused | None:
        clean = tidy(reason, REASON_LIMIT)
        if not 0 < cents <= MOST_CENTS:
            sentence = translate("Drawer", "Donnez un montant entre 0,01 et {most}.")
            return Refused("amount", sentence.format(most=money(MOST_CENTS)))
        if not clean:
            return Refused("no_reason", translate("Drawer", "Dites pourquoi\u00a0: le motif reste avec la clôture."))
        with self._work.write() as unit:
            return move(unit, kind, cents, clean)


def move(unit: Unit, kind: str, cents: int, reason: str) -> Refused | None:
    """Put cash in the drawer or take it out, inside `unit`: `kind` is CASH_IN or CASH_OUT; the drawer opens."""
    if kind == CASH_OUT and cents > open_run(unit.session).drawer.expected:
        return Refused(
            "too_much",
            translate(
                "Drawer",
                "Il n’y a pas autant d’espèces dans le tiroir. Mettez-y d’abord ce qui manque, par exemple du coffre"
                "\u00a0: Maj F4, «\u00a0Mettre au tiroir\u00a0»\u00a0; puis recommencez.",
            ),
        )
    facts = {"schema": 1, "cents": cents, "reason": reason, "by": unit.operator.name}
    unit.record(Stream.TECHNICAL, kind, facts)
    kick(unit)
    unit.changed(Topic.TILL)
    return None


def short_of(session: Session, cents: int) -> Refused | None:
    """Why `cents` cannot be paid back in cash: the drawer, if anyone ever said what it holds, has not got them."""
    if cents <= 0:
        return None
    drawer = open_run(session).drawer
    if not drawer.is_known or cents <= drawer.expected:
        return None
    return Refused(
        "drawer_short",
        translate(
            "Drawer",
            "Il n’y a pas autant d’espèces dans le tiroir. Rendez par un autre moyen de paiement, ou mettez d’abord au"
            " tiroir ce qui manque, par exemple du coffre\u00a0: Maj F4, «\u00a0Mettre au tiroir\u00a0».",
        ),
    )


def kick(unit: Unit) -> None:
    """Open the drawer after the commit, through the ticket printer; a printer that is a folder has no drawer.

    In practice it stays shut: the money in it is real.
    """
    if unit.site.is_training:
        return
    if driver_of(unit.session).execute(_ON_A_WIRE, (PrinterKind.FILES.value,)).fetchone() is not None:
        enqueue(unit, Document(DRAWER, translate("Drawer", "Ouverture du tiroir"), ()))


def _miscounted(pieces: Mapping[int, int]) -> Refused | None:
    known = set(pieces) <= set(PIECES)
    if known and all(0 <= number <= MOST_PIECES for number in pieces.values()):
        return None
    sentence = translate("Drawer", "Un nombre de pièces ou de billets va de 0 à {most}.")
    return Refused("pieces", sentence.format(most=MOST_PIECES))
