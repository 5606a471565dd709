"""The lines of a sealed sale as an invoice wants them: each without VAT, adding up to the sealed base of its rate.

A sale rounds VAT once per rate on its total (FISCAL.md §2). What was priced with VAT inside is shared out so that no
cent of the sealed base is lost: each line takes its part rounded down, and the cents left go to those that lost most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

WHOLE = 10_000
"""Basis points: all of it."""


def net_amounts(lines: Sequence[Mapping[str, Any]], vat: Sequence[Mapping[str, Any]]) -> list[int]:
    """The amount of each line without VAT, in cents, in their order; `lines` and `vat` are those of a sealed body.

    Raises ValueError when the lines and the bases of a body do not belong together.
    """
    nets = [0 if line["tax_included"] else int(line["amount"]) for line in lines]
    for total in vat:
        places = [place for place, line in enumerate(lines) if line["rate"] == total["rate"]]
        included = [place for place in places if lines[place]["tax_included"]]
        left = total["base"] - sum(nets[place] for place in places)
        if not included:
            if left:
                raise ValueError(f"the lines at {total['rate']} do not add up to their base")
            continue
        shares = _shared(left, [int(lines[place]["amount"]) for place in included], total["rate"])
        for place, share in zip(included, shares, strict=True):
            nets[place] = share
    return nets


def _shared(base: int, amounts: list[int], rate: int) -> list[int]:
    """`base` in parts as near as can be to each amount less its VAT."""
    exact = [divmod(amount * WHOLE, WHOLE + rate) for amount in amounts]
    parts = [whole for whole, _ in exact]
    missing = base - sum(parts)
    if not 0 <= missing <= len(parts):
        raise ValueError(f"the base at {rate} is not that of its lines")
    by_loss = sorted(range(len(parts)), key=lambda place: (-exact[place][1], place))
    for place in by_loss[:missing]:
        parts[place] += 1
    return parts
