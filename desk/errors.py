"""Refusals are values, faults are exceptions (DESIGN.md): both speak to the person at the counter."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Remedy:
    """An act that would resolve a refusal.

    `code` names the act for the view (for example "sell_pass"); `label` is the word on its button;
    `subject` is the identifier the act needs, empty when it needs none.
    """

    code: str
    label: str
    subject: str = ""


@dataclass(frozen=True)
class Refused:
    """The desk understood and says no: why, in one sentence, and what would resolve it."""

    code: str
    sentence: str
    remedies: tuple[Remedy, ...] = field(default=())


class EnvironmentFault(Exception):
    """The world around the desk failed: a full disk, a missing key, a damaged file, a printer away.

    `what` says what happened, `safe` what is safe, `todo` what to do; each is one plain sentence.
    """

    def __init__(self, what: str, *, safe: str = "", todo: str = "", code: str = "fault") -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.todo = todo
        self.code = code

    @property
    def sentence(self) -> str:
        """The three parts on one line, for standard error and the log."""
        return " ".join(part for part in (self.what, self.safe, self.todo) if part)
