"""How people pay in the demonstration: every mode, some change to give back, now and then two modes."""

from __future__ import annotations

from random import Random

from desk.till import PaymentOffer
from models.sales import PaymentMode

_SMALL = ((PaymentMode.CARD, 58), (PaymentMode.CASH, 36), (PaymentMode.CHEQUE, 6))
_LARGE = ((PaymentMode.TRANSFER, 46), (PaymentMode.CARD, 36), (PaymentMode.CHEQUE, 18))
_LARGE_FROM = 10_000
_NOTES = (500, 1_000, 2_000, 5_000)


def paid(total_cents: int, rng: Random) -> tuple[PaymentOffer, ...]:
    """The payments that settle `total_cents`, exactly."""
    if 2_000 <= total_cents < _LARGE_FROM and rng.random() < 0.04:
        cash = rng.choice((500, 1_000))
        return PaymentOffer(PaymentMode.CASH, cash), PaymentOffer(PaymentMode.CARD, total_cents - cash)
    modes = _LARGE if total_cents >= _LARGE_FROM else _SMALL
    mode = rng.choices([mode for mode, _ in modes], [weight for _, weight in modes])[0]
    if mode is not PaymentMode.CASH:
        return (PaymentOffer(mode, total_cents),)
    note = rng.choice(_NOTES)
    return (PaymentOffer(mode, total_cents, -(-total_cents // note) * note),)
