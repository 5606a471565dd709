"""The sounds of a scan, as samples: each verdict has its own, told apart by its shape and not by its height alone."""

from __future__ import annotations

import math
from array import array
from functools import cache

from desk.checkin import Verdict

RATE = 44_100
"""Samples a second, 16 bits, one channel."""
_LOUDNESS = 0.28
_FADE = RATE * 6 // 1000  # six milliseconds: a note that begins or ends at once would click

# Notes as (hertz, milliseconds); 0 hertz is silence. Rising in, falling out, one note for nothing new, two low ones.
_NOTES = {
    Verdict.IN: ((659.26, 90), (880.0, 150)),
    Verdict.OUT: ((880.0, 90), (659.26, 150)),
    Verdict.REPEAT: ((783.99, 110),),
    Verdict.REFUSED: ((220.0, 140), (0.0, 60), (220.0, 220)),
}


@cache
def samples(verdict: Verdict) -> bytes:
    """The sound of `verdict`: signed 16-bit samples in this machine's own order."""
    out = array("h")
    for hertz, milliseconds in _NOTES[verdict]:
        out.extend(_note(hertz, RATE * milliseconds // 1000))
    return out.tobytes()


def _note(hertz: float, count: int) -> array[int]:
    step = 2 * math.pi * hertz / RATE
    peak = _LOUDNESS * 32767
    return array(
        "h", (round(peak * min(1.0, at / _FADE, (count - 1 - at) / _FADE) * math.sin(step * at)) for at in range(count))
    )
