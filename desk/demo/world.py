"""Making the demo world: days and years of it, through the same use cases as the counter (PRODUCT.md)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import delete

from desk import codes, storage
from desk.bus import Topic
from desk.clock import SetClock, SystemClock, local_day, local_instant
from desk.demo import agenda, calendar, cases, counter, drawer, settle, visits
from desk.demo.care import Care
from desk.demo.facts import EventRule, InventedCooperator, InventedMember, facts
from desk.demo.house import Household, done
from desk.demo.invoicing import Invoicing
from desk.demo.mistakes import Mistakes
from desk.demo.rooms import Rooms
from desk.demo.timeline import Timeline
from desk.demo.together import MakingDesk
from desk.errors import EnvironmentFault
from desk.formats import day as day_text
from desk.language import translate
from desk.rights import AT_TERMINAL
from models.printing import PrintJob

Progress = Callable[[float, str], None]
SHORT_HISTORY = 10
"""Opening days before today when no year is asked for; the instructive cases are set within them."""
_ZONE = ZoneInfo("Europe/Paris")
_SIGN_IN, _FLOAT, _HANDOVER, _CLOSING = time(8, 45), time(8, 50), time(13, 30), time(19, 2)


@dataclass(frozen=True)
class WorldMade:
    """What was made: people on the last day, and everything that happened until then. Cents for the capital."""

    members: int
    cooperators: int
    capital_cents: int
    opening_days: int
    visits: int
    sales: int
    corrections: int
    credit_notes: int
    bookings: int
    events: int
    participants: int
    inside: int


def make_world(
    folder: Path, *, now: datetime | None = None, years: int = 0, seed: int = 1, progress: Progress | None = None
) -> WorldMade:
    """Make a demo world in `folder` as it stands at `now`, with `years` of history, or ten opening days.

    The same seed and the same `now` give the same people, codes, visits and sales. Raises `EnvironmentFault`
    ("folder_not_empty") when the folder holds a database; on any failure what was made is taken away again.
    """
    if storage.exists(folder):
        raise EnvironmentFault(
            translate("Demo", "Le dossier {folder} contient déjà une base.").format(folder=folder),
            safe=translate("Demo", "Rien n’a été modifié."),
            todo=translate("Demo", "Choisissez un autre dossier avec --data, ou videz celui-ci."),
            code="folder_not_empty",
        )
    before = set(folder.iterdir()) if folder.exists() else set()
    try:
        return _World(folder, now or SystemClock().now(), years, seed).make(progress or _silent)
    except BaseException:
        for made in set(folder.iterdir()) - before if folder.exists() else ():
            if made.is_file():
                made.unlink()
        raise


def _silent(_share: float, _what: str) -> None:
    """Nobody watches."""


class _World:
    def __init__(self, folder: Path, now: datetime, years: int, seed: int) -> None:
        self._now = now
        self._today = local_day(now, _ZONE)
        self._years = years
        start = self._today - timedelta(days=round(365.25 * years))
        if start < settle.FOUNDED:
            raise EnvironmentFault(
                translate("Demo", "La maison de démonstration n’existe que depuis {day}.").format(
                    day=day_text(settle.FOUNDED)
                ),
                safe=translate("Demo", "Rien n’a été créé."),
                todo=translate("Demo", "Demandez moins d’années."),
                code="too_many_years",
            )
        self._days = (
            calendar.opening_days(start, self._today)
            if years
            else calendar.last_opening_days(self._today, SHORT_HISTORY)
        )
        self._is_open = calendar.is_opening_day(self._today)
        self._clock = SetClock(local_instant(self._days[0], time(7, 30), _ZONE))
        source = Random(f"{seed}/codes")  # noqa: S311 - the same seed must give the same cards
        make_code = lambda: codes.make(source.randrange)  # noqa: E731
        desk = MakingDesk(
            folder, clock=self._clock, house=facts().house, operator=AT_TERMINAL, durable=False, make_code=make_code
        )
        self._house = Household(desk, self._clock, facts(), _ZONE, seed, make_code)
        self._invoicing = Invoicing(self._house)
        self._care = Care(self._house, self._today)
        self._rooms = Rooms(self._house, self._invoicing, self._care)
        self._mistakes = Mistakes(self._house, self._care, self._today)
        self._agenda: dict[date, list[agenda.Planned]] = {}
        self._assemblies: dict[date, list[InventedCooperator]] = {}

    def make(self, progress: Progress) -> WorldMade:
        """Everything, in the order of time."""
        try:
            progress(0.0, day_text(self._days[0]))
            newcomers = self._settle()
            lived = [*self._days, *([self._today] if self._is_open else [])]
            self._assemblies = settle.assemblies(self._house, lived)
            coming = calendar.next_opening_days(self._today, agenda.LONGEST_LEAD)
            self._plan(coming)
            for place, day in enumerate(lived):
                progress((place + 1) / (len(lived) + 1), day_text(day))
                self._live(day, place, [*lived, *coming], newcomers.get(day, []))
            self._leave_the_desk()
            made = self._count(len(lived))
        finally:
            self._house.desk.close()
        progress(1.0, day_text(self._today))
        return made

    def _settle(self) -> dict[date, list[InventedMember]]:
        house = self._house
        newcomers = settle.newcomers(house, self._years, self._days)
        later = {member.name for members in newcomers.values() for member in members}
        with house.desk.work.together():
            settle.enrol_staff(house)
            settle.open_the_house(house, self._now.astimezone(_ZONE), is_open=self._is_open)
            settle.admit_all(house, self._days[0], later)
            self._invoicing.settle_terms()
            self._care.furnish()
        return newcomers

    def _plan(self, coming: list[date]) -> None:
        """The agenda of every day that will be lived or booked ahead."""
        house, today = self._house, self._today
        events = agenda.collective_moments(house.facts, self._days, self._years, house.chance("events"))
        for day in [*self._days, *coming]:
            rules: list[EventRule] = events.get(day) or [r for r in house.facts.events if r.falls_on(day)]
            self._agenda[day] = agenda.ordinary_day(house.facts, rules, house.chance("agenda", day))
        rules = [r for r in house.facts.events if self._is_open and r.falls_on(today)]
        self._agenda[today] = agenda.opened_day(house.facts, rules, house.chance("agenda", today))

    def _live(self, day: date, place: int, days: list[date], arriving: list[InventedMember]) -> None:
        """One opening day, from the first sign-in to the closing."""
        house = self._house
        line = Timeline(self._clock, day, _ZONE, self._now)
        self._hold_the_desk(line, place, is_last=self._now < local_instant(days[place + 1], _SIGN_IN, _ZONE))
        self._book_the_year(line, place, days)
        self._book_ahead(line, place, days)
        self._rooms.count_heads(line)
        self._care.begin(line)
        for who in arriving:
            line.at(time(10, 15), partial(settle.arrive, house, line, who))
        for cooperator in self._assemblies.get(day, ()):
            line.at(time(8, 50), partial(settle.subscribe, house, cooperator))
        self._set_cases(line, len(self._days) - place)
        counter.schedule(house, line)
        self._invoicing.schedule(line)
        self._mistakes.schedule(line)
        visits.schedule(house, line, is_opened_day=day == self._today)
        with house.desk.work.together():
            line.run()
            self._settle_papers()

    def _hold_the_desk(self, line: Timeline, place: int, *, is_last: bool) -> None:
        """Two shifts a day, each leaving a word; the last one before the demonstration leaves its own."""
        house = self._house
        rng = house.chance("notes", line.day)
        first, second = (house.staff[(2 * place + turn) % len(house.staff)] for turn in (0, 1))
        evening = house.facts.note_today if is_last else rng.choice(house.facts.notes)
        staff, till, pin = house.desk.staff, house.desk.till, house.facts.pin
        line.at(_SIGN_IN, lambda: _take(done(staff.sign_in(first.id, pin))))
        line.at(_FLOAT, lambda: _take(till.count_float(house.facts.float_cents)))
        line.at(_HANDOVER, lambda: staff.sign_out(rng.choice(house.facts.notes)))
        line.at(_HANDOVER, lambda: _take(done(staff.sign_in(second.id, pin))))
        line.at(_CLOSING, self._let_the_last_out)
        drawer.schedule(house, line)
        line.at(_CLOSING, lambda: drawer.close_day(house, line))
        line.at(_CLOSING, lambda: staff.sign_out(evening))

    def _book_the_year(self, line: Timeline, place: int, days: list[date]) -> None:
        """On the first day of each year, its weekly moments: one series each."""
        if place and days[place - 1].year == line.day.year:
            return
        series: dict[str, dict[date, agenda.Planned]] = {}
        for day in days[place:]:
            if day.year == line.day.year:
                for planned in self._agenda[day]:
                    if planned.is_weekly:
                        series.setdefault(planned.title, {})[day] = planned
        for coming in series.values():
            self._rooms.make_series(line, coming)

    def _book_ahead(self, line: Timeline, place: int, days: list[date]) -> None:
        """What is booked on this day, for it and the next ones; the agenda of a closed today is made on its eve."""
        for ahead, day in enumerate(days[place : place + agenda.LONGEST_LEAD + 1]):
            for planned in self._agenda[day]:
                # Nothing was booked before the first day; what comes back each week was booked with its series.
                if not planned.is_weekly and min(planned.lead, place + ahead) == ahead:
                    self._rooms.make(line, day, planned)
        if not self._is_open and line.day == self._days[-1]:
            for planned in self._agenda[self._today]:
                self._rooms.make(line, self._today, planned)

    def _set_cases(self, line: Timeline, days_left: int) -> None:
        """The instructive cases take shape in the last days before today."""
        house = self._house
        if days_left == SHORT_HISTORY:
            line.at(time(8, 55), lambda: cases.give_plans(house, self._today))
        if days_left == 4:
            line.at(time(11, 5), lambda: cases.block(house))
        if days_left == 3:
            line.at(time(16, 20), lambda: cases.replace_card(house))
        if days_left == 1:
            cases.expect(house, line, self._today, self._now)

    def _let_the_last_out(self) -> None:
        """Those who forgot to check out are let out from the list of who is in."""
        for person in self._house.desk.presence.now().people:
            done(self._house.desk.checkin.leave(person.visit_id))

    def _settle_papers(self) -> None:
        """The papers of the day were handed over: nobody wants thousands of old jobs waiting for a demo printer."""
        with self._house.desk.work.write() as unit:
            unit.session.execute(delete(PrintJob))
            unit.changed(Topic.PRINTING)

    def _leave_the_desk(self) -> None:
        """At `now` the desk is free for whoever opens the demonstration, with a word from the one before."""
        self._clock.set(max(self._now, self._clock.now()))
        self._house.desk.staff.sign_out(self._house.facts.note_today)
        self._house.desk.heads.compact()

    def _count(self, days: int) -> WorldMade:
        desk, tally = self._house.desk, self._house.tally
        cooperators = desk.cooperators.everyone()
        return WorldMade(
            members=len(desk.members.everyone()),
            cooperators=len(cooperators),
            capital_cents=sum(cooperator.capital_cents for cooperator in cooperators),
            opening_days=days,
            visits=tally.visits,
            sales=tally.sales,
            corrections=tally.corrections,
            credit_notes=tally.credit_notes,
            bookings=tally.bookings,
            events=tally.events,
            participants=tally.participants,
            inside=desk.presence.now().count,
        )


def _take(_answer: object) -> None:
    """An act answers nothing."""
