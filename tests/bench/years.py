"""Ten years against ten days: what the desk does must not slow with what it remembers.

Both are demo worlds, of the same people, spaces and agenda: only the past differs. The start is against an empty
database, the search among ten thousand members that are added to the ten years.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, time, timedelta
from functools import partial
from itertools import cycle, product
from pathlib import Path

from desk import codes
from desk.ids import new_id
from models.cards import Card
from models.membership import Membership
from models.people import Member, MemberStatus
from tests.bench import start, world
from tests.bench.report import Kind, Row
from tests.bench.timing import Probe, Times, in_turn, timed
from tests.support.house import PARIS, SmallHouse, place_house
from views.bridge import Bridge
from views.checkpoints import Checkpoints

SCANS = 600
REFUSALS = 300
MOMENTS = 400
SEARCHES = 400
MEMBERS = 10_000
SLOWER = 1.3
SLOWER_START = 1.2
SEARCH_MS = 5.0
_CARDS = 80
_WEEK_S = 7 * 86_400
_P99 = lambda times: times.p99  # noqa: E731
_GIVEN = [a + b for a, b in product(("Ma", "Jo", "Li", "Sa", "Ru", "Ké", "Al", "Ino", "Ber", "Zo"), (
    "ri", "lie", "na", "mir", "stan", "dine", "bert", "ès", "tille", "phie", "ël", "vane", "rès", "do", "line",
))]  # fmt: skip
_FAMILY = ["".join(parts) for parts in product(
    ("Mar", "Du", "Ber", "La", "Cha", "Gué", "Ro", "Vi", "Fon", "Pel", "Sau", "Tré", "Bou", "Ker"),
    ("chan", "pon", "mar", "ga", "lle", "ri", "ve", "tor", "ber", "si"), ("d", "t", "re", "neau", "val", "don", "zac"),
)]  # fmt: skip


def measure(scratch: Path) -> Iterator[Row]:
    """The start, the plan, the scan, then the search."""
    old, young = world.copy(scratch), scratch / "ten-days"
    world.make(young, 0)
    # Before the starts: what is started notes it, at the hour that it really is.
    mornings = {folder: world.next_morning(folder) for folder in (old, young)}
    yield from _starts(old, scratch)
    with closing(_opened(old, mornings[old])) as long_lived, closing(_opened(young, mornings[young])) as new:
        yield from _plans(long_lived, new)
        yield from _scans(long_lived, new)
        yield from _searches(long_lived)


def _opened(folder: Path, at: datetime) -> SmallHouse:
    house = SmallHouse(folder, at=at, durable=True)
    staff = house.desk.staff
    staff.sign_in(next(person.id for person in staff.everyone() if person.is_manager), world.PIN)
    return house


def _starts(old: Path, scratch: Path) -> Iterator[Row]:
    empty = place_house(scratch / "empty")
    long_lived, new = start.starts((old, empty), start.environment(scratch))
    yield Row("start, ten years on an empty one", long_lived.painted, new.painted, SLOWER_START)
    yield Row("the plan ready, ten years on an empty one", long_lived.ready, new.ready)


def _plans(old: SmallHouse, new: SmallHouse) -> Iterator[Row]:
    """Any hour of any day of ten years, against any hour of the last week."""
    ten_years, week = in_turn(MOMENTS, _plan(old, 365 * world.YEARS), _plan(new, 7), warm=20)
    yield Row("plan at any hour, ten years on a week, p50", ten_years, week, SLOWER)
    yield Row("plan at any hour, ten years on a week, p99", ten_years, week, SLOWER, of=_P99)


def _plan(house: SmallHouse, days: int) -> Probe:
    chance = random.Random(days)
    today = house.clock.now().astimezone(PARIS).date()

    def probe() -> float:
        day = today - timedelta(days=chance.randrange(1, days))
        moment = datetime.combine(day, time(chance.randrange(8, 20), chance.randrange(60)), tzinfo=PARIS)
        return timed(partial(house.desk.plan.at, moment))

    return probe


def _scans(old: SmallHouse, new: SmallHouse) -> Iterator[Row]:
    ten_years, days = in_turn(SCANS, _scan(old), _scan(new), warm=2 * _CARDS)
    yield Row("scan to commit, ten years on ten days, p50", ten_years, days, SLOWER)
    yield Row("scan to commit, ten years on ten days, p99", ten_years, days, SLOWER, of=_P99)
    for house in (old, new):
        house.later(seconds=_WEEK_S)
    ten_years, days = in_turn(REFUSALS, _refusal(old), _refusal(new), warm=_CARDS)
    yield Row("card refused, ten years on ten days, p50", ten_years, days, SLOWER)


def _scan(house: SmallHouse) -> Probe:
    """The cards of members who may come in whenever they like, one after the other, twenty seconds apart.

    The worker of checkpoints goes along as it does in the window, and has ended when the next one comes.
    """
    checkpoints = Checkpoints(house.desk, Bridge(house.desk))
    chance = random.Random(1)
    held = [m for m in house.desk.members.everyone() if m.card_code and m.status == "active" and m.held is not None]
    cards = [m.card_code for m in held if m.held is not None and m.held.is_current and m.held.units_left is None]

    def probe() -> float:
        house.later(seconds=20)
        checkpoints.wait()
        return timed(partial(house.scan, chance.choice(cards[:_CARDS])))

    return probe


def _refusal(house: SmallHouse) -> Probe:
    """The cards of members whose plan has ended."""
    held = [m for m in house.desk.members.everyone() if m.card_code and m.status == "active" and m.held is not None]
    cards = cycle([m.card_code for m in held if m.held is not None and not m.held.is_current])

    def probe() -> float:
        house.later(seconds=20)
        return timed(partial(house.scan, next(cards)))

    return probe


def _searches(house: SmallHouse) -> Iterator[Row]:
    _crowd(house)
    first = timed(partial(house.desk.finder.find, "marchand"))
    with closing(sqlite3.connect(house.folder / "casaco.db")) as bare:
        rows = bare.execute("SELECT given_name || ' ' || family_name FROM member").fetchall()
        typed = [_typed(name, random.Random(name)) for (name,) in rows]
        chance = random.Random(3)

        def search() -> float:
            return timed(partial(house.desk.finder.find, chance.choice(typed)))

        def like() -> float:
            wanted = f"%{chance.choice(typed)}%"
            sql = "SELECT id FROM member WHERE given_name || ' ' || family_name LIKE ?"
            return timed(lambda: bare.execute(sql, (wanted,)).fetchall())

        found, floor = in_turn(SEARCHES, search, like, warm=20)
    count = f"{len(rows):,}".replace(",", " ")
    yield Row(f"search among {count} members", found, floor, SEARCH_MS, Kind.ITSELF)
    yield Row("search, p99", found, floor, kind=Kind.ITSELF, of=_P99)
    yield Row("search, the first after members changed", Times((first,)), floor, kind=Kind.ITSELF)


def _crowd(house: SmallHouse) -> None:
    """Ten thousand more members, each with a plan and a card."""
    chance = random.Random(2)
    today = house.clock.now().astimezone(PARIS).date()
    with house.desk.work.write() as unit:
        for number in range(10_000, 10_000 + MEMBERS):
            member = new_id()
            unit.session.add(
                Member(
                    id=member, number=number, given_name=chance.choice(_GIVEN), family_name=chance.choice(_FAMILY),
                    joined_on=today, status=MemberStatus.ACTIVE, blocked_reason="",
                )
            )  # fmt: skip
            unit.session.add(Card(code=codes.make(), member_id=member, issued_at=unit.now))
            unit.session.add(
                Membership(
                    id=new_id(), member_id=member, plan_code="regular", valid_from=today,
                    valid_until=today + timedelta(days=30), units_left=0,
                )
            )  # fmt: skip


def _typed(name: str, chance: random.Random) -> str:
    """What someone types for a name: its beginning, all of it, the family name alone, two beginnings, or a slip."""
    given, _, family = name.partition(" ")
    slip = chance.randrange(1, max(2, len(family)))
    return chance.choice((
        name[:2], name[:3], given[:4], family[:3], family[:5], family, name, f"{given[:3]} {family[:3]}",
        f"{given[:1]} {family}", family[:slip] + family[slip + 1 :],
    ))  # fmt: skip
