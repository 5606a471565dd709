"""When an exit was forgotten, and when it is supposed to have been: the rules, without reading or writing."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from desk.clock import local_day, local_instant
from models.site import Site
from models.visits import Visit


def last_sign(visit: Visit) -> datetime:
    """When the person was last known to be there."""
    return max(visit.entered_at, visit.seen_at or visit.entered_at)


def noted_at(visit: Visit) -> datetime:
    """When the last movement of a visit was noted: a supposed exit is noted after the hour that it states."""
    return visit.supposed_at or visit.left_at or visit.entered_at


def day_begun(site: Site, now: datetime) -> datetime:
    """The midnight that began the house's day: until the house opens, that is the midnight of the day before."""
    zone = site.timezone
    today = local_day(now, zone)
    if now < local_instant(today, site.opening, zone):
        today -= timedelta(days=1)
    return local_instant(today, time(0), zone)


def is_forgotten(site: Site, visit: Visit, now: datetime) -> bool:
    """Whether the house has opened again since the last sign: whoever went home forgot to check out."""
    return last_sign(visit) < day_begun(site, now)


def proposed(site: Site, visit: Visit, now: datetime) -> datetime:
    """The exit to suppose: closing hour on the day of the last sign, never before that sign, never to come."""
    return at_hour(site, visit, site.closing, now)


def at_hour(site: Site, visit: Visit, hour: time, now: datetime) -> datetime:
    """An exit at the local `hour` of the day of the last sign, never before that sign, never to come."""
    sign, zone = last_sign(visit), site.timezone
    stated = local_instant(local_day(sign, zone), hour, zone)
    # The clock may have been set back since: an exit never precedes what is known.
    return max(min(stated, now), sign)
