"""Bookings that come back: planned first, with each date that cannot be held and why; then made in one act."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from desk.bookings.acts import Memory
from desk.bookings.holding import objection, senseless, tidied
from desk.bookings.records import series_facts
from desk.bookings.values import BookingRequest, Occurrence, SeriesHeld, SeriesPlanned, minutes_after
from desk.errors import Refused, Remedy
from desk.formats import day as day_text
from desk.ids import new_id
from desk.language import translate
from desk.recurrence import Rule, dates, read_rule, span
from desk.recurrence_words import notes, words
from desk.work import Unit
from models.bookings import Booking, BookingKind, BookingSeries, Event
from models.journal import Stream
from models.spaces import Space


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """The wall clock of `zone` at an instant, to the second."""
    return moment.astimezone(zone).replace(tzinfo=None, microsecond=0, fold=0)


def plan_series(unit: Unit, request: BookingRequest, rule_text: str) -> SeriesPlanned | Refused:
    """Every date of a series, with what stands against it; nothing is written."""
    zone = unit.site.timezone
    rule = read_rule(rule_text, zone)
    if isinstance(rule, Refused):
        return rule
    refused = senseless(request)
    if refused is not None:
        return refused
    starts = local(request.starts_at, zone)
    found = dates(rule, starts)
    if isinstance(found, Refused):
        return found
    return planned(unit, request, rule, found)


def planned(unit: Unit, request: BookingRequest, rule: Rule, found: tuple[datetime, ...]) -> SeriesPlanned:
    """The dates that were found, each with what stands against it."""
    zone = unit.site.timezone
    starts = local(request.starts_at, zone)
    lasting = local(request.ends_at, zone) - starts
    occurrences, free_from = [], datetime.min.replace(tzinfo=UTC)
    kept = unit.session.get(Space, request.space_id)  # at hand for every date: the session itself holds it weakly
    for date in found:
        first, last = span(date, lasting, zone)
        one = replace(request, starts_at=first, ends_at=last)
        refused = objection(unit, one)
        reason = "" if refused is None else refused.sentence
        if not reason and minutes_after(first, -request.set_up_minutes) < free_from:
            reason = translate("Bookings", "Cette date commence avant que la précédente soit finie.")
        if not reason:
            free_from = minutes_after(last, request.clean_up_minutes)
        occurrences.append(Occurrence(first, last, reason))
    del kept
    return SeriesPlanned(rule.text, words(rule, starts, found[-1]), notes(rule, starts, found[0]), tuple(occurrences))


def hold_series(
    unit: Unit, request: BookingRequest, rule_text: str, *, expected: int | None, leave_out: bool
) -> SeriesHeld | Refused:
    """Hold every date of a series in one act. With `leave_out` the dates that cannot be held become exceptions."""
    request = tidied(request)
    plan = plan_series(unit, request, rule_text)
    if isinstance(plan, Refused):
        return plan
    if not plan.free or (plan.refused and not leave_out):
        return _some_refused(plan)
    series = written_series(unit, request, plan, expected)
    rows = [booking for booking in written_dates(unit, series, request, plan) if booking.cancelled_at is None]
    events = _events(unit, rows, expected) if request.kind is BookingKind.EVENT else []
    memory = Memory()
    memory.made(rows, [series])
    record_series(unit, series, plan)
    act = memory.keep(unit, "series")
    return SeriesHeld(
        series.id, tuple(row.id for row in rows), tuple(event.id for event in events), plan.refused, plan.words,
        plan.notes, act,
    )  # fmt: skip


def _some_refused(plan: SeriesPlanned) -> Refused:
    first = plan.refused[0]
    pattern = translate("Bookings", "Dates qui ne vont pas\u00a0: {count} sur {total}. La première, {day}\u00a0: {why}")
    sentence = pattern.format(
        count=len(plan.refused), total=len(plan.occurrences), day=day_text(first.starts_at.date()), why=first.reason
    )
    if not plan.free:
        return Refused("no_date_free", sentence)
    label = translate("Bookings", "Réserver les autres dates ({count})").format(count=len(plan.free))
    return Refused("some_taken", sentence, (Remedy("leave_out", label),))


def written_series(unit: Unit, request: BookingRequest, plan: SeriesPlanned, expected: int | None) -> BookingSeries:
    """The row of a series, added."""
    zone = unit.site.timezone
    starts = local(plan.occurrences[0].starts_at, zone)
    lasting = local(request.ends_at, zone) - local(request.starts_at, zone)
    # By the wall: the first date may itself fall in the hour that a spring night skips.
    starts = datetime.combine(starts.date(), local(request.starts_at, zone).time())
    series = BookingSeries(
        id=new_id(), space_id=request.space_id, rule=plan.rule, starts=starts.isoformat(),
        ends=(starts + lasting).isoformat(), last=_wall(plan.occurrences[-1], request, zone).isoformat(),
        kind=request.kind, title=request.title, people=request.people, expected=expected,
        member_id=request.member_id, organisation_id=request.organisation_id,
        set_up_minutes=request.set_up_minutes, clean_up_minutes=request.clean_up_minutes, made_at=unit.now, uid="",
    )  # fmt: skip
    unit.session.add(series)
    unit.session.flush()
    return series


def _wall(occurrence: Occurrence, request: BookingRequest, zone: ZoneInfo) -> datetime:
    """The local time that the rule gave to a date, even one that the clock skipped that night."""
    hour = local(request.starts_at, zone).time()
    return datetime.combine(local(occurrence.starts_at, zone).date(), hour)


def written_dates(unit: Unit, series: BookingSeries, request: BookingRequest, plan: SeriesPlanned) -> list[Booking]:
    """The bookings of a series, added: those that cannot be held are there as exceptions, cancelled from the start."""
    zone = unit.site.timezone
    rows = [
        Booking(
            id=new_id(), space_id=series.space_id, starts_at=one.starts_at, ends_at=one.ends_at, kind=series.kind,
            title=series.title, people=series.people, member_id=series.member_id,
            organisation_id=series.organisation_id, made_at=unit.now, set_up_minutes=series.set_up_minutes,
            clean_up_minutes=series.clean_up_minutes, series_id=series.id,
            occurrence=_wall(one, request, zone).isoformat(), cancelled_at=unit.now if one.reason else None,
            override_reason=request.override_reason, uid="",
        )
        for one in plan.occurrences
    ]  # fmt: skip
    unit.session.add_all(rows)
    unit.session.flush()
    return rows


def _events(unit: Unit, rows: list[Booking], expected: int | None) -> list[Event]:
    events = [Event(id=new_id(), booking_id=row.id, title=row.title, expected=expected or 0) for row in rows]
    unit.session.add_all(events)
    unit.session.flush()
    return events


def record_series(unit: Unit, series: BookingSeries, plan: SeriesPlanned) -> None:
    """The journal's record of a series: its rule and every date, held or left out."""
    body = series_facts(unit, series) | {
        "held": [[one.starts_at.isoformat(), one.ends_at.isoformat()] for one in plan.free],
        "left_out": [{"from": one.starts_at.isoformat(), "why": one.reason} for one in plan.refused],
    }
    unit.record(Stream.OPERATIONS, "series.made", body)


def wall_times(series: BookingSeries) -> tuple[datetime, timedelta]:
    """When a series first starts, and how long each date lasts, by the wall clock."""
    starts = datetime.fromisoformat(series.starts)
    return starts, datetime.fromisoformat(series.ends) - starts
