"""Reading an amount as people type it: "20", "20,5", "1 234,50 €"."""

from __future__ import annotations

import re

_AMOUNT = re.compile(r"(\d{1,7})(?:[.,](\d{0,2}))?")


def parse_cents(text: str) -> int | None:
    """The amount in cents, None for what is not one; never a negative, never a fraction of a cent."""
    bare = "".join(c for c in text if not c.isspace() and c not in "€'\u202f\u00a0")
    found = _AMOUNT.fullmatch(bare)
    if found is None:
        return None
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
