"""Records that nothing could bring back: what takes their place, so that no number is used twice, and how it is told.

When an older copy is put back, the numbers that the second place knows are not used again. Where their content is
known, it is replayed; where only the signed head of the last is left, one row of kind `lost` stands at that number with
the digest and signature of the head: the chain goes on from it. The technical stream announces it (`backup.restored`);
a row of that kind that nothing announces is a removal, and `desk.verify` says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from desk.language import translate

LOST = "lost"
RESTORED = "backup.restored"


class Holes:
    """The holes that a walk through the journal met, and those that were announced."""

    def __init__(self) -> None:
        self._met: list[tuple[str, int, int]] = []
        self._announced: dict[tuple[str, int, int], str] = {}
        self._bare: set[tuple[str, int]] = set()

    def add(self, stream: str, first: int, last: int) -> None:
        """The records from `first` to `last` are lost."""
        self._met.append((stream, first, last))

    def announce(self, body: bytes) -> None:
        """Hear the record of a restoration."""
        try:
            facts = json.loads(body)
            for stream, first, last in facts["lost"]:
                self._announced[str(stream), int(first), int(last)] = str(facts["taken_at"])[:16].replace("T", " ")
            for stream, places in facts.get("bare", {}).items():
                self._bare |= {(str(stream), int(place)) for place in places}
        except (ValueError, TypeError, KeyError, AttributeError):
            return  # a body that was changed has failed its digest already; what it announced stays unannounced

    def is_bare(self, stream: str, sequence: int) -> bool:
        """Whether a restoration announced that this record came back without the rows that it had."""
        return (stream, sequence) in self._bare

    def hold(self, stream: str, sequence: int) -> bool:
        """Whether this number is in a hole that was met: it is told once, by `findings`."""
        return any(name == stream and first <= sequence <= last for name, first, last in self._met)

    def findings(self) -> Iterator[tuple[str, int, str]]:
        """A stream, a sequence and a sentence for each hole: what is lost is always told, announced or not."""
        for stream, first, last in self._met:
            taken = self._announced.get((stream, first, last))
            if taken is None:
                sentence = translate("Holes", "Les n° {first} à {last} ont été retirés sans que rien ne l’annonce.")
            else:
                sentence = translate(
                    "Holes",
                    "Les n° {first} à {last} sont perdus depuis que la sauvegarde du {taken} (UTC) a été remise\u00a0;"
                    " aucun de ces numéros n’a resservi.",
                )
            yield stream, first, sentence.format(first=first, last=last, taken=taken)
