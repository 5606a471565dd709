"""A card before the camera, against the bare reader on the same two hundred damaged pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import zxingcpp

from desk.decoder import read_luminance
from tests.bench.report import Row
from tests.bench.timing import Probe, in_turn, timed
from tests.support.damaged_cards import CARDS, Frame, frames

TURNS = 5
TARGET = 1.3
_FORMATS = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def measure(_scratch: Path) -> Iterator[Row]:
    """Every picture is read both ways, one way after the other; the second and third tries of the desk count."""
    pictures = tuple(frames())
    desk, bare = in_turn(TURNS * CARDS, _each(pictures, _desk), _each(pictures, _bare), warm=CARDS)
    yield Row("code in a damaged picture", desk, bare, TARGET)


def _each(pictures: tuple[Frame, ...], read: Callable[[Frame], object]) -> Probe:
    """Takes the pictures in turn, one a round."""
    turn = cycle(pictures)

    def probe() -> float:
        frame = next(turn)
        return timed(lambda: read(frame))

    return probe


def _desk(frame: Frame) -> object:
    return read_luminance(frame.width, frame.height, frame.width, frame.grey, patient=True)


def _bare(frame: Frame) -> object:
    """What the reader does by itself, given the pixels where they stand."""
    view = zxingcpp.ImageView(frame.grey, frame.width, frame.height, zxingcpp.ImageFormat.Lum, frame.width, 1)
    return zxingcpp.read_barcodes(view, formats=_FORMATS)
