"""How money goes back: the way it came. What came by card never leaves the drawer; what came in cash may, by a
manager's choice, go back another way; never more by a mode than came by it, unless it was so chosen."""

from __future__ import annotations

from collections.abc import Mapping

from desk.errors import Refused
from desk.formats import money
from desk.language import translate
from desk.paid import FIXED, left_by_mode
from desk.till import CASH_CEILING, PaymentOffer
from models.sales import PaymentMode


def open_to(paid: Mapping[PaymentMode, int], *, is_manager: bool) -> tuple[PaymentMode, ...]:
    """The modes among which whoever pays back may choose, for what is left of the payments."""
    left = left_by_mode(paid)
    mine = [mode for mode in PaymentMode if left.get(mode)]
    if not is_manager or not any(mode not in FIXED for mode in mine):
        return tuple(mine)
    return tuple(mode for mode in PaymentMode if mode in mine or mode not in FIXED)


def shared(
    cents: int, paid: Mapping[PaymentMode, int], mode: PaymentMode | None, *, is_manager: bool
) -> tuple[PaymentOffer, ...] | Refused:
    """Payments below zero that give `cents` back; `paid` is by mode what came in less what went back already.

    `mode` is served first, as far as it may be; then a debt is made smaller, and the rest goes back the way it came.
    """
    left = left_by_mode(paid)
    if mode is not None and mode not in open_to(paid, is_manager=is_manager):
        sentence = translate("Refunds", "On rend comme on a reçu\u00a0: un autre mode est pour un·e gérant·e.")
        if mode in FIXED or not any(m not in FIXED for m in left):
            sentence = translate("Refunds", "Ce qui a été payé par carte est rendu sur la carte.")
        return Refused("mode", sentence)
    back: dict[PaymentMode, int] = {}
    rest = cents
    if mode is not None and mode not in left:
        # Another way than it came: out of what did not come by card.
        back[mode] = min(rest, sum(amount for m, amount in left.items() if m not in FIXED))
        rest -= back[mode]
        left = {m: amount for m, amount in left.items() if m in FIXED}
    for each in sorted(left, key=lambda m: (m is not mode, m is not PaymentMode.ON_ACCOUNT, m not in FIXED)):
        given = min(rest, left[each])
        back[each] = back.get(each, 0) + given
        rest -= given
    if rest:
        return Refused("too_much", translate("Refunds", "On ne rend pas plus que ce qui a été payé."))
    if back.get(PaymentMode.CASH, 0) > CASH_CEILING:
        sentence = translate("Refunds", "La loi interdit plus de {limit} en espèces\u00a0: rendez par virement.")
        return Refused("cash_ceiling", sentence.format(limit=money(CASH_CEILING)))
    made = tuple(PaymentOffer(m, -amount) for m, amount in back.items() if amount)
    return made or tuple(PaymentOffer(m, 0) for m in list(paid)[:1])
