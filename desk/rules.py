"""The house's own rules for the door: guests, trial days, the margin around events, the safety limit."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

from desk.bus import Topic
from desk.errors import Refused
from desk.language import translate
from desk.rights import Act, needs
from desk.work import Work
from models.journal import Stream
from models.site import Site

BOUNDS = {"guests_per_month": (0, 1000), "trial_days": (0, 31), "event_margin": (0, 600), "safety_limit": (1, 100_000)}
"""The least and the most of each rule."""


@dataclass(frozen=True)
class Rules:
    """Guests of one host in a local month, trial days of one person, minutes before an event, people at once."""

    guests_per_month: int
    trial_days: int
    event_margin: int
    safety_limit: int

    @property
    def sentence(self) -> str:
        """The rules in force, told to a person."""
        return translate(
            "Rules",
            "Invité·es par membre et par mois\u00a0: {guests_per_month}. Journées d’essai par personne\u00a0:"
            " {trial_days}. Entrée ouverte {event_margin} minutes avant un moment collectif ou sa réservation. Limite"
            " de sécurité\u00a0: {safety_limit} personnes.",
        ).format(**asdict(self))


class RuleBook:
    """Reading and changing the rules."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def now(self) -> Rules:
        """The rules in force."""
        with self._work.read() as session:
            return rules_of(self._work.site(session))

    @needs(Act.HOUSE)
    def change(self, wanted: Rules) -> Rules | Refused:
        """Change the rules, from the next scan on; a manager's right."""
        for field in fields(wanted):
            least, most = BOUNDS[field.name]
            if not least <= getattr(wanted, field.name) <= most:
                sentence = translate("Rules", "Ce nombre va de {least} à {most}.")
                return Refused("bounds", sentence.format(least=least, most=most))
        with self._work.write() as unit:
            site = unit.session.get_one(Site, 1)
            before = asdict(rules_of(site))
            site.guests_per_month, site.trial_days = wanted.guests_per_month, wanted.trial_days
            site.event_margin_minutes, site.safety_limit = wanted.event_margin, wanted.safety_limit
            unit.record(Stream.OPERATIONS, "site.rules_set", {"schema": 2, **asdict(wanted), "before": before})
            # The limit is shown beside the head-count.
            unit.changed(Topic.VISITS)
        return wanted


def rules_of(site: Site) -> Rules:
    """The rules as the settings have them."""
    return Rules(site.guests_per_month, site.trial_days, site.event_margin_minutes, site.safety_limit)
