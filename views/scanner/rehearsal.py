"""Every card of the house, as this scanner would type it, judged by the very rules of the scanner's ear.

The calibration card holds every symbol of the codes, so its keys show how this scanner types each: the keys of any card
can be put together from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.calibration import PAYLOAD
from desk.codes import ALPHABET, BODY_LENGTH, make
from views.scan_keys import Heard, Key, Kind, heard_at_end, heard_in_silence, may_be_code
from views.scanner.trace import CardSeen, Ending


@dataclass(frozen=True)
class Rehearsed:
    """Whether every card would be heard right, and whether some of its keys would be written where someone types."""

    all_heard: bool
    some_leak: bool


def rehearse(seen: CardSeen) -> Rehearsed:
    """What the ear would make of cards that hold every symbol between them."""
    proofs = _proofs()
    heard = [_hear([*seen.before, *_typed(code, seen), *seen.after], seen.trace.ending) for code in proofs]
    return Rehearsed(
        all(said == Heard(Kind.SCANNED, code) for (said, _), code in zip(heard, proofs, strict=True)),
        any(leaked for _, leaked in heard),
    )


def _proofs() -> tuple[str, ...]:
    """Codes that hold every symbol between them."""
    bodies = [ALPHABET[:BODY_LENGTH], ALPHABET[BODY_LENGTH : 2 * BODY_LENGTH]]
    bodies.append((ALPHABET[2 * BODY_LENGTH :] * BODY_LENGTH)[:BODY_LENGTH])
    return tuple(_code(body) for body in bodies)


def _code(body: str) -> str:
    symbols = iter(ALPHABET.index(symbol) for symbol in body)
    return make(lambda _count: next(symbols))


def _typed(code: str, seen: CardSeen) -> list[Key]:
    """The keys with which this scanner would type `code`."""
    by_symbol = {symbol: key.meant for symbol, key in zip(PAYLOAD, seen.card, strict=True)}
    return [by_symbol[symbol] for symbol in code]


def _hear(keys: Sequence[Key], ending: Ending) -> tuple[Heard | None, int]:
    """What the ear makes of the keys in a text field, and how many of them the field keeps."""
    held: list[Key] = []
    leaked = 0
    for key in keys:
        presses = [*held, key]
        freed = next((n for n in range(len(presses)) if may_be_code(presses[n:])), len(presses))
        leaked += freed
        held = presses[freed:]
    if ending is Ending.NONE:
        return heard_in_silence(held), leaked
    return heard_at_end(held, keys, in_text=True), leaked
