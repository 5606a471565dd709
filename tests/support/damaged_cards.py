"""Two hundred cards photographed as badly as a counter does it: what the decoder is judged by, and measured on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from desk.codes import make
from tests.support.card_images import card_picture, realistic_mix

CARDS = 200


@dataclass(frozen=True)
class Frame:
    """A card before the camera, one grey byte a pixel, and the code that is on it."""

    code: str
    width: int
    height: int
    grey: bytes


def frames(count: int = CARDS) -> Iterator[Frame]:
    """The same cards at each call."""
    dice = random.Random(2026)
    for seed in range(count):
        code = make(dice.randrange)
        picture = card_picture(code, realistic_mix(seed), seed)
        yield Frame(code, picture.width, picture.height, picture.tobytes())
