"""The refusals that several acts on bookings share, each sentence written once."""

from __future__ import annotations

from desk.errors import Refused
from desk.language import translate


def no_space() -> Refused:
    """The refusal about a space that the house does not have."""
    return Refused("no_space", translate("Bookings", "Cet espace n’est pas sur le plan."))


def no_booking() -> Refused:
    """The refusal about a booking that nobody has made, or that was given back."""
    return Refused("no_booking", translate("Bookings", "Cette réservation est introuvable, ou déjà annulée."))


def ends_too_early() -> Refused:
    """The refusal of a time that ends before it begins."""
    return Refused("empty", translate("Bookings", "La fin doit venir après le début."))
