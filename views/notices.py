"""What the status line says and what the banner asks, in words made from small facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.bookings import NoShow
from desk.errors import Refused
from desk.language import translate
from desk.presence import Presence
from desk.printing.queue import JobListed
from desk.printing.states import JobState
from views.status import Notice

if TYPE_CHECKING:
    from desk.aftercare import Reminder


def status_facts(till: str, jobs: tuple[JobListed, ...]) -> list[str]:
    """The facts of the bottom line: `till` is the float counted today, as text, empty when it is not."""
    drawer = (
        translate("Notices", "Caisse ouverte, fond {amount}").format(amount=till)
        if till
        else translate("Notices", "Fond de caisse pas encore compté")
    )
    return [drawer, _printing(jobs)]


def _printing(jobs: tuple[JobListed, ...]) -> str:
    if not jobs:
        return translate("Notices", "Impressions à jour")
    if len(jobs) == 1:
        return translate("Notices", "1 document attend l’imprimante")
    return translate("Notices", "{count} documents attendent l’imprimante").format(count=len(jobs))


def notice_for(
    jobs: tuple[JobListed, ...],
    heads_trouble: str,
    integrity_failures: int,
    presence: Presence | None = None,
    missed: tuple[NoShow, ...] = (),
    forgotten_day: str = "",
    copies: Notice | None = None,
    care: Reminder | None = None,
    seller: Notice | None = None,
) -> Notice | None:
    """The one thing that needs a person now, the most serious first; None when nothing does.

    `missed` are the bookings under way to which nobody came; `forgotten_day` is a day that was not closed, in words;
    `copies` what the backups need; `care` what a rental or a loan has left to settle; `seller` what the house lacks to
    print a receipt.
    """
    urgent = _journal(heads_trouble, integrity_failures) or _papers(jobs)
    if urgent is not None:
        return urgent
    see = translate("Notices", "Voir")
    if seller is not None and not (presence is not None and presence.is_near_limit):
        return seller
    if copies is not None:
        return copies
    if forgotten_day:
        sentence = translate("Notices", "La journée du {day} n’est pas clôturée\u00a0: le tiroir attend son compte.")
        return Notice("close_day", sentence.format(day=forgotten_day), translate("Notices", "Clôturer"))
    if missed and not (presence is not None and presence.is_near_limit):
        return Notice("missed", missed[0].sentence, see)
    if care is not None and not (presence is not None and presence.is_near_limit):
        return Notice("care", care.sentence, see)
    if presence is None:
        return None
    forgotten = presence.forgotten
    if forgotten:
        sentence = translate("Notices", "{count} personnes d’un jour passé n’ont pas noté leur départ.")
        if forgotten == 1:
            sentence = translate("Notices", "Une personne d’un jour passé n’a pas noté son départ.")
        return Notice("departures", sentence.format(count=forgotten), see)
    return _near_limit(presence)


def _journal(heads_trouble: str, integrity_failures: int) -> Notice | None:
    if integrity_failures:
        return Notice(
            "integrity",
            translate(
                "Notices",
                "Le journal ne correspond plus à son second relevé\u00a0: l’un des deux a peut-être été"
                " modifié. Vous pouvez continuer\u00a0; prévenez une personne gérante (casaco-desk verify).",
            ),
        )
    if heads_trouble:
        sentence = translate(
            "Notices", "Le second relevé du journal n’a pas pu être écrit\u00a0: {reason}. Les ventes sont sauves."
        )
        return Notice("heads", sentence.format(reason=heads_trouble))
    return None


def _papers(jobs: tuple[JobListed, ...]) -> Notice | None:
    doubtful = [job for job in jobs if job.state is JobState.DOUBTFUL]
    see = translate("Notices", "Voir")
    if doubtful:
        sentence = translate("Notices", "{title} est-il sorti de l’imprimante\u00a0?")
        return Notice("queue", sentence.format(title=doubtful[0].title), see)
    stuck = [job for job in jobs if job.trouble]
    if stuck:
        sentence = translate("Notices", "{trouble} Rien n’est perdu\u00a0: {title} sortira dès que possible.")
        if len(jobs) > 1:
            sentence = translate(
                "Notices", "{trouble} Rien n’est perdu\u00a0: {count} documents sortiront dès que possible."
            )
        return Notice("queue", sentence.format(trouble=stuck[0].trouble, title=stuck[0].title, count=len(jobs)), see)
    return None


def _near_limit(presence: Presence) -> Notice | None:
    """The safety limit, from nine tenths of it on."""
    if not presence.is_near_limit:
        return None
    sentence = translate(
        "Notices", "{count} personnes sur {limit}\u00a0: la limite de sécurité approche, encore {left} entrées."
    )
    left = presence.limit - presence.count
    if left == 1:
        sentence = translate("Notices", "{count} personnes sur {limit}\u00a0: encore une entrée, puis c’est complet.")
    if left <= 0:
        sentence = translate(
            "Notices", "{count} personnes sur {limit}\u00a0: la limite de sécurité est atteinte, la maison est pleine."
        )
    see = translate("Notices", "Voir qui est là")
    return Notice("roll_call", sentence.format(count=presence.count, limit=presence.limit, left=left), see)


def seller_notice(refused: Refused | None, *, is_manager: bool) -> Notice | None:
    """Why no receipt can be printed, with the way on for whoever may take it."""
    if refused is None:
        return None
    return Notice("house_identity", refused.sentence, translate("Notices", "Compléter") if is_manager else "")
