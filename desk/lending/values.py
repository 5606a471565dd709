"""What lending says to the screens, and what screens ask of it: frozen values, instants aware, in the site's zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.formats import day_time
from desk.formats import time as time_text
from desk.language import translate
from models.lending import ThingKind

__all__ = ["Borrower", "BorrowerKind", "LoanListed", "ThingKind", "ThingListed", "kind_words"]


class BorrowerKind(StrEnum):
    """Who may hold a thing."""

    BOOKING = "booking"
    MEMBER = "member"
    GUEST = "guest"
    ORGANISATION = "organisation"


@dataclass(frozen=True)
class Borrower:
    """Somebody a thing may be lent to; `words` is their name, `detail` what tells them apart."""

    kind: BorrowerKind
    id: str
    words: str
    detail: str = ""


@dataclass(frozen=True)
class LoanListed:
    """A thing that is out, or was: with whom, since when, until when. `who` is empty once a guest is forgotten."""

    id: str
    thing_id: str
    thing: str
    kind: ThingKind
    borrower: BorrowerKind | None
    borrower_id: str
    who: str
    lent_at: datetime
    due_at: datetime
    returned_at: datetime | None
    is_late: bool

    @property
    def due_words(self) -> str:
        """When it should come back: the hour, with its day when that is another."""
        return time_text(self.due_at) if self.due_at.date() == self.lent_at.date() else day_time(self.due_at)

    @property
    def late_sentence(self) -> str:
        """That it should be back."""
        sentence = translate("Lending", "{thing} devait revenir à {when} ({who}).")
        if self.due_at.date() != self.lent_at.date():
            sentence = translate("Lending", "{thing} devait revenir le {when} ({who}).")
        return sentence.format(thing=self.thing, when=self.due_words, who=self.who or "–")


@dataclass(frozen=True)
class ThingListed:
    """A thing of the registry, with the loan that holds it out; retired ones come last and are lent no more."""

    id: str
    name: str
    kind: ThingKind
    loan: LoanListed | None = None
    is_retired: bool = False


def kind_words(kind: ThingKind) -> str:
    """The kind of a thing, in words."""
    return {
        ThingKind.KEY: translate("Lending", "Clé"),
        ThingKind.BADGE: translate("Lending", "Badge"),
        ThingKind.EQUIPMENT: translate("Lending", "Matériel"),
    }[kind]
