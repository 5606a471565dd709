"""The settings that are forms: the house, its bookings, its door, its personal data."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtGui import QHideEvent

from desk.bookings import BookingPolicy
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.progress import Tell
from desk.retention import LONGEST_MONTHS, Retention, RetentionDone
from desk.rules import BOUNDS, Rules
from desk.settings import HouseFacts
from desk.settings.house import TEXT_LIMIT
from views.parts import button, label, row
from views.plan.guard import guarded
from views.settings.fields import FlagField, NumberField, TextField
from views.settings.section import Form, FormSection
from views.task import Task

_DAY = 24 * 60
_YEAR = 365


def house_section(desk: FrontDesk) -> FormSection:
    """Who the house is on its papers, and how many people it holds."""
    fields = (
        TextField("house_name", translate("HouseSection", "Nom de la maison"), TEXT_LIMIT),
        TextField("legal_name", translate("HouseSection", "Société qui vend"), TEXT_LIMIT),
        TextField("legal_form", translate("HouseSection", "Forme juridique et capital"), TEXT_LIMIT),
        TextField("siret", translate("HouseSection", "SIRET"), 20),
        TextField("vat_number", translate("HouseSection", "Numéro de TVA"), 20),
        TextField("street", translate("HouseSection", "Rue"), TEXT_LIMIT),
        TextField("postcode", translate("HouseSection", "Code postal"), 5),
        TextField("city", translate("HouseSection", "Ville"), TEXT_LIMIT),
        NumberField(
            "safety_limit", translate("HouseSection", "Limite de sécurité, en personnes"), BOUNDS["safety_limit"]
        ),
    )  # fmt: skip
    why = translate(
        "HouseSection",
        "Ce que portent les reçus et les devis. Ce qui est déjà vendu garde les mentions de son jour.",
    )
    return FormSection(
        desk, Form(translate("HouseSection", "La maison"), why, fields, _house, _change_house)
    )  # fmt: skip


def _house(desk: FrontDesk) -> HouseFacts:
    return desk.settings.house.now()


def _change_house(desk: FrontDesk, wanted: HouseFacts) -> HouseFacts | Refused:
    return desk.settings.house.change(wanted)


def policy_section(desk: FrontDesk) -> FormSection:
    """The rules of bookings."""
    minutes = translate("PolicySection", "{count} min")
    hours = translate("PolicySection", "{count} h avant")
    share = translate("PolicySection", "{count}\u00a0% du prix")
    fields = (
        NumberField("soon_minutes", translate("PolicySection", "«\u00a0Bientôt prise\u00a0»"), (0, _DAY), minutes),
        NumberField("no_show_minutes", translate("PolicySection", "Personne n’est venu après"), (1, _DAY), minutes),
        FlagField("no_show_automatic", translate("PolicySection", "L’espace se rend alors de lui-même")),
        NumberField(
            "cancel_free_hours", translate("PolicySection", "Annuler est gratuit jusqu’à"), (0, 24 * _YEAR), hours
        ),
        NumberField("cancel_share_points", translate("PolicySection", "Ensuite, reste dû"), (0, 100), share, 100),
        NumberField("quote_days", translate("PolicySection", "Validité d’un devis, en jours"), (1, _YEAR)),
    )  # fmt: skip
    why = translate(
        "PolicySection",
        "Une réservation suit la règle du jour où elle est annulée. Préparation et rangement se disent à chaque"
        " réservation.",
    )
    return FormSection(
        desk, Form(translate("PolicySection", "Les réservations"), why, fields, _policy, _change_policy)
    )  # fmt: skip


def _policy(desk: FrontDesk) -> BookingPolicy:
    return desk.bookings.policy()


def _change_policy(desk: FrontDesk, wanted: BookingPolicy) -> BookingPolicy | Refused:
    return desk.bookings.set_policy(wanted)


def rules_section(desk: FrontDesk) -> FormSection:
    """The rules of the door."""
    guests = translate("RulesSection", "{count} par mois")
    minutes = translate("RulesSection", "{count} min avant")
    fields = (
        NumberField(
            "guests_per_month", translate("RulesSection", "Invité·es d’un membre"), BOUNDS["guests_per_month"], guests
        ),
        NumberField("trial_days", translate("RulesSection", "Essai d’une personne, en jours"), BOUNDS["trial_days"]),
        NumberField(
            "event_margin",
            translate("RulesSection", "La porte s’ouvre à un moment collectif ou une réservation"),
            BOUNDS["event_margin"], minutes,
        ),
    )  # fmt: skip
    why = translate("RulesSection", "Elles valent dès le prochain passage.")
    return FormSection(
        desk, Form(translate("RulesSection", "La porte"), why, fields, _rules, _change_rules)
    )  # fmt: skip


def _rules(desk: FrontDesk) -> Rules:
    return desk.door.rules.now()


def _change_rules(desk: FrontDesk, wanted: Rules) -> Rules | Refused:
    return desk.door.rules.change(wanted)


class TermsSection(FormSection):
    """What is kept how long, and the button that lets what is past its term go."""

    def __init__(self, desk: FrontDesk) -> None:
        months = translate("TermsSection", "{count} mois")
        bounds = (1, LONGEST_MONTHS)
        fields = (
            NumberField(
                "visits_months", translate("TermsSection", "Noms dans les passages et les pass"), bounds, months
            ),
            NumberField("refused_scans_months", translate("TermsSection", "Scans refusés"), bounds, months),
            NumberField(
                "contacts_months", translate("TermsSection", "Contacts d’une organisation sans activité"),
                bounds, months,
            ),
        )  # fmt: skip
        why = translate(
            "TermsSection",
            "Combien de temps la maison garde des noms (RGPD, art. 5-1-e). Rien ne s’efface tant que le bouton du bas"
            " n’est pas pressé\u00a0; les ventes, elles, se gardent le temps que demande la loi.",
        )
        form = Form(translate("TermsSection", "Les données personnelles"), why, fields, _terms, _change_terms)
        super().__init__(desk, form)
        self._task = Task(self)
        self._task.done.connect(self._applied)
        self._task.failed.connect(self._failed)

    def build_more(self) -> None:
        """The button that applies the terms."""
        why = translate(
            "TermsSection", "Ce qui a passé son terme perd ses noms pour toujours\u00a0: cela ne s’annule pas."
        )
        self.apply_button = button(
            translate("TermsSection", "Effacer ce qui a passé son terme"), self._apply, kind="danger"
        )
        self.body.addSpacing(12)
        self.body.addWidget(label(why, "", wrap=True))
        self.body.addLayout(row(self.apply_button, 1))

    def reload(self) -> None:
        """Read the terms again."""
        super().reload()
        self.apply_button.setEnabled(self.may_change)

    def _apply(self) -> None:
        self.hush()
        self.apply_button.setEnabled(False)
        self._task.start(partial(_apply, self.desk))

    def _applied(self, answer: object) -> None:
        self.apply_button.setEnabled(self.may_change)
        if isinstance(answer, Refused):
            self.refuse(answer)
        elif isinstance(answer, RetentionDone):
            self.tell(answer.sentence)

    def _failed(self, _error: object) -> None:
        """The fault has been shown; nothing was blanked."""
        self.apply_button.setEnabled(self.may_change)

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        """The page goes away: the worker must not outlive it. A minimised window goes on."""
        if not event.spontaneous():
            self._task.stop()
            self.apply_button.setEnabled(self.may_change)
        super().hideEvent(event)


def _terms(desk: FrontDesk) -> Retention:
    return desk.privacy.retention()


def _change_terms(desk: FrontDesk, wanted: Retention) -> Retention | Refused:
    return desk.privacy.set_retention(wanted)


def _apply(desk: FrontDesk, _tell: Tell) -> Any:
    return desk.privacy.apply_retention()
