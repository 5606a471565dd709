"""Somebody at the counter who does anything, in any order, and says what was acknowledged once it was."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from desk.checkin import ScanOutcome
from desk.errors import Refused
from desk.invoices import BuyerEdit, InvoiceOrder, Issued
from desk.refunds import Corrected, CorrectionOrder
from models.passes import DayPart
from models.sales import PaymentMode
from tests.desk.closings.scenes import closed, staffed
from tests.support.house import PARIS, SmallHouse
from tests.support.ledger import Ack

_BUYER = BuyerEdit(
    "Zoé Tilleul", street="9 rue du Roitelet", postcode="92240", city="Malakoff", email="zoe@example.org"
)
CROWD = 8
"""As many as may be in before somebody leaves: the house is never full."""
LAST_HOUR = 18
WEIGHTS = {
    "sales": {"sell": 6, "scan": 4, "refuse": 1, "deliver": 1, "close": 0},
    "closings": {"sell": 3, "scan": 1, "refuse": 0, "deliver": 0, "close": 4},
    "prints": {"sell": 3, "scan": 0, "refuse": 0, "deliver": 5, "close": 0},
    "door": {"sell": 3, "scan": 4, "refuse": 1, "deliver": 0, "close": 0},
    "everything": {"sell": 4, "correct": 3, "invoice": 3, "deliver": 3, "close": 2, "scan": 1},
    "anything": {"sell": 4, "scan": 4, "refuse": 1, "deliver": 2, "close": 1},
}


def taken_up(folder: Path, *, durable: bool = True) -> SmallHouse:
    """The house as the next person finds it, a minute after its last record."""
    from contextlib import closing

    from tests.support.house import plain

    with closing(plain(folder)) as connection:
        (at,) = connection.execute("SELECT max(at) FROM journal").fetchone()
    return SmallHouse(folder, at=datetime.fromisoformat(at) + timedelta(minutes=1), durable=durable)


class CounterWork:
    """One act at a time on an open house; `codes` are members' cards."""

    def __init__(self, house: SmallHouse, codes: Sequence[str], seed: int, mostly: str = "anything") -> None:
        self._house = staffed(house, manager=True)
        self._codes = codes
        self._chance = random.Random(seed)
        self._seed = seed
        self._done = 0
        acts: dict[str, Callable[[], list[Ack]]] = {
            "sell": self._sell, "scan": self._scan, "refuse": self._refuse, "deliver": self._deliver,
            "close": self._close, "correct": self._correct, "invoice": self._invoice,
        }  # fmt: skip
        self._acts = [acts[name] for name, weight in WEIGHTS[mostly].items() for _ in range(weight)]

    def act(self) -> list[Ack]:
        """Do something, wholly; the answer is what a person may rely on from now on."""
        self._done += 1
        now = self._house.later(minutes=1).clock.now().astimezone(PARIS)
        if now.hour >= LAST_HOUR:
            # Work goes on next week: one and the same weekday, whatever the calendar.
            self._house.clock.set((now + timedelta(days=7)).replace(hour=9, minute=0))
        return self._make_room() or self._chance.choice(self._acts)()

    def _make_room(self) -> list[Ack]:
        people = self._house.desk.presence.now().people
        if len(people) <= CROWD:
            return []
        self._house.desk.checkin.leave(people[0].visit_id)
        return [("out", people[0].visit_id)]

    def _sell(self) -> list[Ack]:
        mode = self._chance.choice((PaymentMode.CARD, PaymentMode.CASH))
        sold = self._house.sell_pass(DayPart.DAY, guest="Camille Delorge", receipt=True, mode=mode)
        return [("sale", sold.sale.number), *_of(sold.arrival)]

    def _scan(self) -> list[Ack]:
        return _of(self._house.scan(self._chance.choice(self._codes)))

    def _refuse(self) -> list[Ack]:
        code = f"nonsense {self._seed} {self._done}"
        assert self._house.scan(code).refused
        return [("refused", code)]

    def _deliver(self) -> list[Ack]:
        queue = self._house.desk.queue
        waiting = {job.id for job in queue.pending()}
        queue.deliver_all()
        return [("printed", job.id) for job in queue.printed(len(waiting)) if job.id in waiting]

    def _close(self) -> list[Ack]:
        return [("closing", closed(self._house).number)]

    def _correct(self) -> list[Ack]:
        """Take the last sale back that nobody has taken back and that served nobody; credit it when it was invoiced."""
        desk = self._house.desk
        for sale_id in self._last_sales():
            order = CorrectionOrder(sale_id, "erreur de saisie", wants_receipt=True)
            proposal = desk.refunds.propose(order)
            if isinstance(proposal, Refused) or proposal.used:
                continue
            corrected = desk.refunds.correct(order)
            assert isinstance(corrected, Corrected), corrected
            acks = [("correction", corrected.sale.number)]
            if desk.invoices.of_sale(sale_id):
                issued = desk.invoices.credit(corrected.sale.sale_id)
                assert isinstance(issued, Issued), issued
                acks.append(("invoice", issued.number))
            return acks
        return self._sell()

    def _invoice(self) -> list[Ack]:
        """The invoice of the last sale that has none, and its paper."""
        desk = self._house.desk
        for sale_id in self._last_sales():
            issued = desk.invoices.make(InvoiceOrder((sale_id,), _BUYER))
            if isinstance(issued, Issued):
                printed = desk.invoices.print_it(issued.id)
                assert not isinstance(printed, Refused), printed
                return [("invoice", issued.number)]
        return self._sell()

    def _last_sales(self) -> list[str]:
        found = self._house.rows("SELECT id FROM sale WHERE corrects_id IS NULL ORDER BY sequence DESC LIMIT 4")
        return [str(sale_id) for (sale_id,) in found]


def _of(outcome: ScanOutcome) -> list[Ack]:
    return [(outcome.verdict.value, outcome.visit_id)] if outcome.verdict.value in ("in", "out") else []
