"""Two hundred cards photographed badly: read, and never read wrong. What reading costs is measured in `tests/bench`."""

from __future__ import annotations

from desk.codes import Code
from desk.decoder import Decoded, read_luminance
from tests.support.damaged_cards import CARDS, Frame, frames

LEAST_READ = 0.97


def _read(frame: Frame, *, patient: bool) -> str | None:
    answer = read_luminance(frame.width, frame.height, frame.width, frame.grey, patient=patient)
    if not isinstance(answer, Decoded):
        return None
    assert answer.code == Code(answer.text)
    return answer.text


def test_damaged_cards_are_read_and_never_read_wrong() -> None:
    """With the patience of the camera; a single hasty look reads nine in ten, and nothing wrong either."""
    read = hasty = 0
    for frame in frames():
        answers = _read(frame, patient=True), _read(frame, patient=False)
        assert set(answers) <= {frame.code, None}
        read, hasty = read + (answers[0] is not None), hasty + (answers[1] is not None)
    assert read >= LEAST_READ * CARDS
    assert 0.9 * CARDS <= hasty <= read
