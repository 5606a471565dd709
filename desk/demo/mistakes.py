"""What is taken back in the demonstration: slips at the till put right within minutes, and, by a manager, rooms and
trainings that were not given as they were sold, with the credit note of what had been invoiced."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial
from random import Random

from desk.demo.agenda import clock_time
from desk.demo.care import Care
from desk.demo.counter import trifle
from desk.demo.house import Bought, Household, done
from desk.demo.payments import paid
from desk.demo.timeline import Timeline
from desk.errors import Refused
from desk.passes import PassOrder, PassSold
from desk.refunds import CorrectionOrder, LineLeft, Wanted
from desk.till import Sold
from models.catalogue import PriceCategory
from models.passes import DayPart
from models.sales import PaymentMode

_A_SLIP = 0.2
"""Of the days: about four a month, one sale in a hundred."""
_A_CLAIM = 0.35
"""Of the days on which a manager holds the desk, about every other one."""
_SHOWN = range(1, 5)
"""Days before today on which there is one for sure, for the demonstration to show."""
_FORGOTTEN_AFTER = timedelta(days=21)
_DESK = time(11, 40)
_SEEN_AFTER = (1, 2, 4, 6)
"""Minutes until whoever sold sees it, well within the house's delay."""
_AGAIN, _LEAVES = timedelta(minutes=8), time(18, 10)


class Mistakes:
    """Takes sales back, as the days go by."""

    def __init__(self, house: Household, care: Care, today: date) -> None:
        self._house = house
        self._care = care
        self._today = today

    def schedule(self, line: Timeline) -> None:
        """Put on the line the slip of the day at the till, if any, and what a manager is asked to take back."""
        rng = self._house.chance("mistakes", line.day)
        if rng.random() < _A_SLIP:
            slip = rng.choice((self._too_many, self._wrong_article, self._wrong_pass))
            line.at(clock_time(rng.randint(9 * 60 + 30, 17 * 60 + 30)), partial(slip, line, Random(rng.random())))  # noqa: S311
        if rng.random() < _A_CLAIM or (self._today - line.day).days in _SHOWN:
            line.at(_DESK, partial(self._claim, line.day, Random(rng.random())))  # noqa: S311

    # --- slips at the till -------------------------------------------------------------------------------------

    def _too_many(self, line: Timeline, rng: Random) -> None:
        """Fewer prints came out, or a coffee less was drunk: a part is taken back."""
        self._soon(line, rng, trifle(self._house, rng), "quantity", in_part=True)

    def _wrong_article(self, line: Timeline, rng: Random) -> None:
        """The wrong key: the whole sale is taken back."""
        self._soon(line, rng, trifle(self._house, rng), "article", in_part=False)

    def _wrong_pass(self, line: Timeline, rng: Random) -> None:
        """A pass at the wrong price is taken back, and sold again at the right one."""
        self._soon(line, rng, self._sell_pass(PriceCategory.STANDARD, rng).sale, "category", in_part=False)
        line.after(
            _AGAIN, lambda: line.at(_LEAVES, partial(self._leave, self._sell_pass(PriceCategory.SOLIDARITY, rng)))
        )

    def _leave(self, sold: PassSold) -> None:
        self._house.desk.checkin.scan(sold.code)

    def _sell_pass(self, category: PriceCategory, rng: Random) -> PassSold:
        passes = self._house.desk.passes
        offer = done(passes.offer(category, DayPart.DAY))
        order = PassOrder(category, DayPart.DAY, rng.choice(self._house.facts.guests), wants_receipt=False)
        sold = done(passes.sell(order, paid(offer.basket.total_cents, rng)))
        self._house.tally.sales += 1
        self._house.tally.visits += 1
        return sold

    def _soon(self, line: Timeline, rng: Random, sold: Sold, reason: str, *, in_part: bool) -> None:
        """Put the correction on the line."""
        order = CorrectionOrder(sold.sale_id, self._house.facts.reasons[reason])
        delay = timedelta(minutes=rng.choice(_SEEN_AFTER))
        line.after(delay, partial(self._put_right, order, rng, in_part=in_part))

    def _put_right(self, order: CorrectionOrder, rng: Random, *, in_part: bool) -> None:
        refunds = self._house.desk.refunds
        refused = refunds.may(order.sale_id)
        if refused is not None:
            assert refused.code == "right", refused  # the other shift has begun meanwhile
            return
        lines = _a_part(refunds.lines(order.sale_id), rng) if in_part else ()
        self._correct(CorrectionOrder(order.sale_id, order.reason, lines))

    # --- what a manager takes back -----------------------------------------------------------------------------

    def _claim(self, day: date, rng: Random) -> None:
        """One of the rooms and trainings of late: given up ahead, not given in whole, or less than was invoiced."""
        desk = self._house.desk
        if not desk.work.operator.is_manager:
            return
        lately = [bought for bought in self._house.lately if self._may_be_claimed(bought, day)]
        self._house.lately = [b for b in self._house.lately if day - b.on <= _FORGOTTEN_AFTER]
        if not lately:
            return
        invoiced = [bought for bought in lately if desk.invoices.of_sale(bought.sale_id)]
        bought = rng.choice(invoiced or lately)
        self._house.lately.remove(bought)
        if bought.booking_id and bought.on > day:
            self._take_back(CorrectionOrder(bought.sale_id, self._house.facts.reasons["given_up"]))
            self._care.give_up(bought.booking_id)
            return
        reason = self._house.facts.reasons["room" if bought.booking_id else "training"]
        in_part = rng.random() < 0.75
        lines = _a_part(desk.refunds.lines(bought.sale_id), rng) if in_part else ()
        self._take_back(CorrectionOrder(bought.sale_id, reason, lines))

    def _may_be_claimed(self, bought: Bought, day: date) -> bool:
        """Not of this very day, nor of the one on which the demonstration is opened."""
        return bought.on not in (day, self._today) and day - bought.on <= _FORGOTTEN_AFTER

    def _take_back(self, order: CorrectionOrder) -> None:
        """Correct it, and make the credit note when it was invoiced; what was paid for since is left alone."""
        desk = self._house.desk
        proposal = desk.refunds.propose(order)
        if isinstance(proposal, Refused):
            assert proposal.code == "cash_ceiling", proposal
            return
        invoice_id = desk.invoices.of_sale(order.sale_id)
        if self._was_promised(order.sale_id):
            invoice = desk.invoices.file(invoice_id)
            if invoice is None or any(back.mode is not PaymentMode.ON_ACCOUNT for back in proposal.payments):
                return
        corrected = self._correct(CorrectionOrder(order.sale_id, order.reason, order.lines, keeps=bool(proposal.used)))
        if invoice_id:
            done(desk.invoices.credit(corrected))
            self._house.tally.credit_notes += 1

    def _was_promised(self, sale_id: str) -> bool:
        sealed = self._house.desk.till.record_of(sale_id)
        return sealed is not None and any(p["mode"] == PaymentMode.ON_ACCOUNT for p in sealed[0]["payments"])

    def _correct(self, order: CorrectionOrder) -> str:
        corrected = done(self._house.desk.refunds.correct(order))
        self._house.tally.corrections += 1
        return corrected.sale.sale_id


def _a_part(lines: tuple[LineLeft, ...], rng: Random) -> tuple[Wanted, ...]:
    """Some of one line; the whole of it when it is one thing and not the only one; else everything (no line named)."""
    several = [line for line in lines if line.left > 1]
    if several:
        line = rng.choice(several)
        return (Wanted(line.position, rng.randint(1, line.left - 1)),)
    return (Wanted(rng.choice(lines).position, 1),) if len(lines) > 1 else ()
