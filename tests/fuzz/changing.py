"""Good inputs spoilt at random: what is tried where nothing guides the search, and in `make test`."""

from __future__ import annotations

import random

_SPICE = (
    b"\0", b"\xff", b"\r\n", b"'", b'"', b"&a;", b"<", b"-1", b"9" * 20, b"=", b"\xe2\x80\xae", b"%s", b"../",
)  # fmt: skip


def changed(chance: random.Random, seeds: tuple[bytes, ...]) -> bytes:
    """One of the seeds, with up to eight changes: bytes flipped, cut, repeated, moved, or something nasty put in."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(0, 8)):
        at, length = chance.randint(0, len(data)), chance.randint(1, 16)
        match chance.randrange(6):
            case 0 if data:
                data[at % len(data)] = chance.randrange(256)
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length] * chance.choice((1, 2, 40))
            case 3:
                data[at:at] = chance.choice(_SPICE)
            case 4:
                other = chance.choice(seeds)
                start = chance.randint(0, len(other))
                data[at : at + length] = other[start : start + length * 4]
            case _:
                data[at:at] = chance.randbytes(length)
    return bytes(data)
