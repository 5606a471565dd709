"""The words, the colour and the icon of a scan's answer."""

from __future__ import annotations

from dataclasses import dataclass

from desk.choices import Choice
from desk.errors import Refused
from desk.language import translate
from desk.verdicts import ScanOutcome, Verdict
from views import tokens


@dataclass(frozen=True)
class More:
    """What is read after the answer: other entitlements that would do, and the guests whom a host leaves behind."""

    choices: tuple[Choice, ...] = ()
    guests: tuple[str, ...] = ()


ICONS = {
    Verdict.IN: "check-circle",
    Verdict.OUT: "sign-out",
    Verdict.REPEAT: "repeat",
    Verdict.REFUSED: "warning-octagon",
}


def ink(verdict: Verdict) -> str:
    """The colour of the icon."""
    theme = tokens.current()
    if verdict is Verdict.REFUSED:
        return theme.taken.ink
    return theme.success.ink if verdict is Verdict.IN else theme.event.ink


def word(outcome: ScanOutcome) -> str:
    """The one word that is read from afar."""
    return {
        Verdict.IN: translate("Greeting", "Bienvenue"),
        Verdict.OUT: translate("Greeting", "À bientôt"),
        Verdict.REPEAT: translate("Greeting", "Déjà fait"),
        Verdict.REFUSED: translate("Greeting", "À voir"),
    }[outcome.verdict]


def name(outcome: ScanOutcome) -> str:
    """Whom it is about."""
    return outcome.greeting.name if outcome.greeting else translate("Greeting", "Carte non reconnue")


def where(outcome: ScanOutcome) -> str:
    """Where the person sits, or that nothing changed; empty when there is nothing to say."""
    assert outcome.greeting is not None
    place = outcome.greeting.place
    if outcome.verdict is Verdict.REPEAT:
        return translate("Greeting", "Ce passage vient d’être noté, rien n’a changé.")
    if outcome.group is not None:
        return place
    if place and outcome.verdict is Verdict.IN:
        return translate("Greeting", "{place} · cliquez une place libre pour changer").format(place=place)
    return place


def guests_in(names: tuple[str, ...]) -> str:
    """That a host leaves while their guests are still in."""
    one = translate("Greeting", "Son invité·e est encore là\u00a0: {names}.")
    many = translate("Greeting", "Ses invité·es sont encore là\u00a0: {names}.")
    return (one if len(names) == 1 else many).format(names=", ".join(names))


def spoken(outcome: ScanOutcome, guests: tuple[str, ...] = ()) -> str:
    """The whole answer in one sentence, for a screen reader."""
    refused: Refused | None = outcome.refused
    parts = [word(outcome), name(outcome)]
    if refused is not None:
        parts.append(refused.sentence)
    elif outcome.greeting is not None:
        parts += [outcome.greeting.headline, outcome.greeting.notice]
    if guests:
        parts.append(guests_in(guests))
    return ". ".join(part for part in parts if part)
