"""Any sequence of scans, sales, undos and clock jumps leaves a house that adds up."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desk.checkin import ScanOutcome, Verdict
from desk.errors import Refused
from desk.passes import PassOrder
from desk.till import PaymentOffer
from models.catalogue import PriceCategory
from models.passes import DayPart
from models.people import Member, MemberStatus
from models.sales import PaymentMode
from models.site import Site
from tests.support.house import SmallHouse, place_house

PLANS = (("regular", 0), ("book-10-days", 2), ("book-15-half-days", 3), ("", 0))
JUMPS = (
    *(timedelta(seconds=s) for s in (1, 4, 6)),
    *(timedelta(minutes=m) for m in (10, 16, 200)),
    *(timedelta(hours=h) for h in (7, 24)),
    *(timedelta(hours=-h) for h in (1, 25)),
)
# What each verdict does to the number of people inside.
STEPS = {Verdict.IN: 1, Verdict.OUT: -1, Verdict.REPEAT: 0, Verdict.REFUSED: 0}


class Door(RuleBasedStateMachine):
    """Four members, three places under the limit, guests who buy passes, and a clock that nobody trusts."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.house = SmallHouse(place_house(Path(self.folder.name) / "house"))
        self.members = [self.house.member(f"N{n} Essai", plan, units=u) for n, (plan, u) in enumerate(PLANS)]
        self.house.change(Site, 1, safety_limit=3)
        self.codes = [member.code for member in self.members] + ["nonsense", "CC1" + "0" * 14]
        self.visits: list[str] = []
        self.inside = 0
        self.sales = 0

    def _follow(self, outcome: ScanOutcome) -> None:
        self.inside += STEPS[outcome.verdict]
        if outcome.visit_id:
            self.visits.append(outcome.visit_id)
        assert (outcome.refused is not None) == (outcome.verdict is Verdict.REFUSED)

    @rule(pick=st.integers(0, 50))
    def scan(self, pick: int) -> None:
        self._follow(self.house.scan(self.codes[pick % len(self.codes)]))

    @rule(pick=st.integers(0, 3))
    def by_name(self, pick: int) -> None:
        self._follow(self.house.desk.checkin.arrive_or_leave(self.members[pick].id))

    @precondition(lambda self: self.visits)
    @rule(pick=st.integers(0, 50))
    def undo(self, pick: int) -> None:
        answer = self.house.desk.checkin.undo(self.visits[-1 - pick % len(self.visits)])
        if not isinstance(answer, Refused):
            self._follow(answer)

    @precondition(lambda self: self.visits)
    @rule(pick=st.integers(0, 50))
    def leave(self, pick: int) -> None:
        answer = self.house.desk.checkin.leave(self.visits[-1 - pick % len(self.visits)])
        if not isinstance(answer, Refused):
            self._follow(answer)

    @precondition(lambda self: self.visits)
    @rule(pick=st.integers(0, 50), seat=st.sampled_from(["seat-x", None]), space=st.sampled_from(["salon", "nowhere"]))
    def sit(self, pick: int, seat: str | None, space: str) -> None:
        self.house.desk.checkin.seat(self.visits[-1 - pick % len(self.visits)], space, seat)

    @rule(part=st.sampled_from(DayPart), paid=st.sampled_from([2400, 1440]))
    def buy(self, part: DayPart, paid: int) -> None:
        order = PassOrder(PriceCategory.STANDARD, part, wants_receipt=True)
        sold = self.house.desk.passes.sell(order, (PaymentOffer(PaymentMode.CASH, paid, 5000),))
        if not isinstance(sold, Refused):
            self.sales += 1
            self.codes.append(sold.code)
            self._follow(sold.arrival)

    @rule(jump=st.sampled_from(JUMPS))
    def time_passes(self, jump: timedelta) -> None:
        self.house.clock.advance(jump)

    @rule(pick=st.integers(0, 3), status=st.sampled_from(MemberStatus))
    def status(self, pick: int, status: MemberStatus) -> None:
        self.house.change(Member, self.members[pick].id, status=status)

    @rule()
    def restart(self) -> None:
        self.house.reopen()

    @invariant()
    def the_house_adds_up(self) -> None:
        presence = self.house.desk.presence.now()
        assert presence.count == len(presence.people) == self.inside
        assert len({person.seat_id for person in presence.people if person.seat_id}) == sum(
            bool(person.seat_id) for person in presence.people
        )
        still = "left_at IS NULL AND annulled_at IS NULL"
        twice = f"SELECT 1 FROM visit WHERE {still} GROUP BY coalesce(member_id, pass_id) HAVING count(*) > 1"
        assert self.house.rows(twice) == []
        assert self.house.rows("SELECT 1 FROM membership WHERE units_left < 0") == []
        assert self.house.rows("SELECT 1 FROM visit WHERE left_at < entered_at") == []
        assert self.house.value("SELECT count(*) FROM sale") == self.sales
        burnt = "SELECT sum(units_used) FROM visit v WHERE v.membership_id = m.id AND annulled_at IS NULL"
        for units, left, used in self.house.rows(
            f"SELECT p.units, m.units_left, ({burnt}) FROM membership m JOIN plan p ON p.code = m.plan_code"
        ):
            if units:
                start = dict(self._starts())[units]
                assert left == start - (used or 0), (units, left, used)

    @staticmethod
    def _starts() -> list[tuple[int, int]]:
        return [(10, 2), (15, 3)]

    def teardown(self) -> None:
        found = self.house.verify(deep=True)
        self.house.close()
        self.folder.cleanup()
        assert found.problems == ()


TestDoor = Door.TestCase
TestDoor.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
