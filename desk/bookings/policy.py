"""What a manager decides about bookings: delays, the price of a late cancellation, holidays."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from desk.bus import Topic
from desk.errors import Refused
from desk.language import translate
from desk.opening import known_regions
from desk.work import Unit
from models.journal import Stream
from models.site import Site

_DAY = 24 * 60


@dataclass(frozen=True)
class BookingPolicy:
    """The rules of the house. Minutes, hours, and a share in basis points (5000 is half of the price).

    A space is "soon" taken `soon_minutes` before; a booking can be given back when nobody came for `no_show_minutes`,
    and goes by itself when `no_show_automatic` says so. Cancelling is free until `cancel_free_hours` before, then
    `cancel_share_points` of the price stay due. `holiday_region` is empty, or one with holidays of its own. A quote
    holds for `quote_days`.
    """

    soon_minutes: int
    no_show_minutes: int
    no_show_automatic: bool
    cancel_free_hours: int
    cancel_share_points: int
    closed_on_holidays: bool
    holiday_region: str
    quote_days: int


def policy_of(site: Site) -> BookingPolicy:
    """The rules in force."""
    return BookingPolicy(
        site.soon_minutes, site.no_show_minutes, site.no_show_automatic, site.cancel_free_hours,
        site.cancel_share_points, site.closed_on_holidays, site.holiday_region, site.quote_days,
    )  # fmt: skip


def set_policy(unit: Unit, wanted: BookingPolicy) -> BookingPolicy | Refused:
    """Change the rules; a manager's right, recorded. Bookings keep the rule in force on the day they are cancelled."""
    refused = _senseless(wanted)
    if refused is not None:
        return refused
    site = unit.session.get_one(Site, 1)
    before = asdict(policy_of(site))
    for name, value in asdict(wanted).items():
        setattr(site, name, value)
    unit.session.flush()
    unit.record(Stream.OPERATIONS, "bookings.policy_set", {"schema": 2, **asdict(wanted), "before": before})
    unit.changed(Topic.BOOKINGS)
    return wanted


def _senseless(wanted: BookingPolicy) -> Refused | None:
    if not (0 <= wanted.soon_minutes <= _DAY and 1 <= wanted.no_show_minutes <= _DAY):
        return Refused("minutes", translate("Bookings", "Un délai va d’une minute à un jour."))
    if not 0 <= wanted.cancel_free_hours <= 24 * 365:
        return Refused("hours", translate("Bookings", "L’annulation gratuite s’arrête au plus un an avant."))
    if not 0 <= wanted.cancel_share_points <= 10_000:
        return Refused("share", translate("Bookings", "La part due va de 0 à 100\u00a0% du prix."))
    if not 1 <= wanted.quote_days <= 365:
        return Refused("quote_days", translate("Bookings", "Un devis vaut d’un jour à un an."))
    if wanted.holiday_region and wanted.holiday_region not in known_regions():
        return Refused("region", translate("Bookings", "Cette région n’a pas de jours fériés à elle."))
    return None
