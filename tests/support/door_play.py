"""Everything that may happen at a door, one act at a time, and what must hold after each: for random sequences."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta

from desk.bookings import BookingRequest
from desk.errors import Refused
from desk.guests import GuestComing, Why
from desk.override import Insistence
from desk.passes import PassOrder
from desk.till import PaymentOffer
from desk.verdicts import ScanOutcome, Verdict
from desk.work import Operator
from models.bookings import BookingKind
from models.catalogue import PriceCategory
from models.membership import Membership
from models.passes import DayPart
from models.people import Member, MemberStatus
from models.sales import PaymentMode
from models.site import Site
from tests.support.house import PARIS, TUESDAY, SmallHouse, plain

PLANS = (("regular", 0), ("book-10-days", 2), ("book-15-half-days", 3), ("", 0))
JUMPS = (
    *(timedelta(seconds=s) for s in (1, 4, 6)),
    *(timedelta(minutes=m) for m in (10, 16, 200)),
    *(timedelta(hours=h) for h in (7, 24)),
    *(timedelta(hours=-h) for h in (1, 25)),
)
GUESTS = (("Zoé Visite", ""), ("Zoé Visite", "zoe@example.test"), ("ZOE VISITE", "0612345678"), ("Abel Ailleurs", ""))
LIMIT = 3
# What each verdict does to the number of people inside; a forgotten visit that is closed meanwhile takes one away.
STEPS = {Verdict.IN: 1, Verdict.OUT: -1, Verdict.REPEAT: 0, Verdict.REFUSED: 0}
_STILL = "left_at IS NULL AND annulled_at IS NULL"
_TWICE = f"SELECT 1 FROM visit WHERE {_STILL} GROUP BY coalesce(member_id, pass_id, guest_id) HAVING count(*) > 1"
_BOOKS = """
SELECT m.id, m.units_left, coalesce(sum(v.units_used), 0) FROM membership m
LEFT JOIN visit v ON v.membership_id = m.id AND v.annulled_at IS NULL GROUP BY m.id
"""


class DoorPlay:
    """Four members, few places under the limit, guests, events, a manager, and a clock that nobody trusts.

    Each act takes a number, from which it picks whom and what.
    """

    def __init__(self, house: SmallHouse) -> None:
        self.house = house
        self.members = [house.member(f"N{n} Essai", plan, units=u) for n, (plan, u) in enumerate(PLANS)]
        second = "second-book"
        with house.desk.work.write() as unit:
            unit.session.add(
                Membership(
                    id=second, member_id=self.members[1].id, plan_code="book-15-half-days", valid_from=TUESDAY,
                    valid_until=TUESDAY + timedelta(days=9_000), units_left=2,
                )
            )  # fmt: skip
        house.change(Site, 1, safety_limit=LIMIT, guests_per_month=2)
        self.books = {self.members[1].membership_id: 2, self.members[2].membership_id: 3, second: 2}
        self.codes = [member.code for member in self.members] + ["nonsense", "CC1" + "0" * 14]
        self.visits: list[str] = []
        self.inside = 0
        self.sales = 0
        self.hold()

    def hold(self) -> None:
        """A manager holds the desk."""
        self.house.desk.work.operator = Operator("manager", "Odile Essai", is_manager=True)

    def _follow(self, answer: ScanOutcome | Refused) -> None:
        if isinstance(answer, Refused):
            return
        self.inside += STEPS[answer.verdict] - (answer.supposed_exit is not None)
        if answer.visit_id:
            self.visits.append(answer.visit_id)
        assert (answer.refused is not None) == (answer.verdict is Verdict.REFUSED)

    def _visit(self, pick: int) -> str:
        return self.visits[-1 - pick % min(len(self.visits), 6)] if self.visits else "none"

    # --- acts ------------------------------------------------------------------------------------------------

    def scan(self, pick: int) -> None:
        """A card, a pass, or something that is neither."""
        self._follow(self.house.scan(self.codes[pick % len(self.codes)]))

    def by_name(self, pick: int) -> None:
        """A member without a card."""
        self._follow(self.house.desk.checkin.arrive_or_leave(self.members[pick % 4].id))

    def undo(self, pick: int) -> None:
        """A wrong key."""
        self._follow(self.house.desk.checkin.undo(self._visit(pick)))

    def leave(self, pick: int) -> None:
        """Someone goes, from the list."""
        self._follow(self.house.desk.checkin.leave(self._visit(pick)))

    def sit(self, pick: int) -> None:
        """Someone changes place."""
        space, seat = (("salon", None), ("nowhere", None), ("salon", "seat-x"))[pick % 3]
        self.house.desk.checkin.seat(self._visit(pick), space, seat)

    def buy(self, pick: int) -> None:
        """A pass, paid rightly or not."""
        order = PassOrder(PriceCategory.STANDARD, list(DayPart)[pick % 3], wants_receipt=True)
        paid = (2400, 1440)[pick % 2]
        sold = self.house.desk.passes.sell(order, (PaymentOffer(PaymentMode.CASH, paid, 5000),))
        if not isinstance(sold, Refused):
            self.sales += 1
            self.codes.append(sold.code)
            self._follow(sold.arrival)

    def guest(self, pick: int) -> None:
        """Someone comes by name, with or without a manager's word."""
        name, contact = GUESTS[pick % 4]
        why = list(Why)[pick // 4 % 4]
        guests = self.house.desk.door.guests
        subject = self.members[pick // 16 % 4].id
        if why in (Why.EVENT, Why.BOOKING):
            offered = guests.events() if why is Why.EVENT else guests.bookings()
            subject = offered[0].id if offered else ""
        word = Insistence("quoi qu’il arrive") if pick % 3 == 0 else None
        answer = guests.let_in(GuestComing(name, why, subject, contact), word)
        # A forgotten visit of the same guest may have been closed on the way.
        self._follow(answer)
        self.inside = self._counted()

    def force(self, pick: int) -> None:
        """A manager says so."""
        self._follow(
            self.house.desk.door.override.let_in(f"member_id:{self.members[pick % 4].id}", Insistence("réunion"))
        )

    def choose(self, pick: int) -> None:
        """Another entitlement, for someone who has just come in; or one that was never offered."""
        visit = self._visit(pick)
        offered = self.house.desk.door.choices.offered(visit)
        key = offered[pick % len(offered)].key if offered else f"membership:{self.members[1].membership_id}"
        answer = self.house.desk.door.choices.choose(visit, key)
        assert isinstance(answer, ScanOutcome) == bool(offered), (answer, offered)

    def hold_space(self, pick: int) -> None:
        """An event, or a member's booking, about now."""
        kind = (BookingKind.EVENT, BookingKind.MEMBER)[pick % 2]
        start = self.house.clock.now() + timedelta(minutes=pick % 90)
        owner = self.members[pick % 4].id if kind is BookingKind.MEMBER else None
        space = ("agora", "calumet", "pow-wow")[pick % 3]
        self.house.desk.bookings.hold(
            BookingRequest(space, start, start + timedelta(minutes=45), kind, "Moment", 4, member_id=owner)
        )

    def expire(self, pick: int) -> None:
        """A plan ends yesterday, or holds again."""
        member = self.members[pick % 3]
        today = self.house.clock.now().astimezone(PARIS).date()
        until = today - timedelta(days=1) if pick % 2 else today + timedelta(days=400)
        self.house.change(Membership, member.membership_id, valid_until=until)

    def status(self, pick: int) -> None:
        """Someone is blocked, leaves the house, or comes back to it."""
        # Active more often than not, else nothing else could happen.
        status = (MemberStatus.ACTIVE, MemberStatus.ACTIVE, MemberStatus.BLOCKED, MemberStatus.GONE)[pick // 4 % 4]
        self.house.change(Member, self.members[pick % 4].id, status=status)

    def time_passes(self, pick: int) -> None:
        """The clock goes on, or back."""
        self.house.clock.advance(JUMPS[pick % len(JUMPS)])

    def refill(self) -> None:
        """A new sequence begins: books are full again, everyone is active, everyone has gone home. Not by the desk."""
        self.inside, self.visits, self.codes = 0, [], self.codes[:6]
        with closing(plain(self.house.folder)) as beside:
            beside.execute("BEGIN")
            for key, left in beside.execute("SELECT id, units_left FROM membership").fetchall():
                if key in self.books:
                    self.books[key] += 2 - left
                    beside.execute("UPDATE membership SET units_left = 2 WHERE id = ?", (key,))
            beside.execute("UPDATE membership SET valid_until = '2050-01-01'")
            beside.execute("UPDATE member SET status = 'active'")
            beside.execute(f"UPDATE visit SET left_at = entered_at WHERE {_STILL}")
            beside.execute("COMMIT")

    # --- what must hold --------------------------------------------------------------------------------------

    def _counted(self) -> int:
        return self.house.desk.presence.now().count

    def check_list(self) -> None:
        """After each act: the head-count is the list, no seat is taken twice."""
        presence = self.house.desk.presence.now()
        assert presence.count == len(presence.people) == self.inside
        seats = [person.seat_id for person in presence.people if person.seat_id]
        assert len(set(seats)) == len(seats)
        folded = [person.name.casefold() for person in presence.people if person.name.startswith("N")]
        assert len(set(folded)) == len(folded)

    def check_books(self) -> None:
        """Nobody is in twice, no book is negative, every unit is accounted for, no half-day is paid twice."""
        assert self.house.rows(_TWICE) == []
        assert self.house.rows("SELECT 1 FROM membership WHERE units_left < 0") == []
        assert self.house.rows("SELECT 1 FROM visit WHERE left_at < entered_at") == []
        assert self.house.value("SELECT count(*) FROM sale") == self.sales
        for key, left, used in self.house.rows(_BOOKS):
            if key in self.books:
                assert left == self.books[str(key)] - int(str(used)), (key, left, used)
        self._check_halves()

    def _check_halves(self) -> None:
        with self.house.desk.work.read() as session:
            from models.visits import Visit

            burnt = session.query(Visit.member_id, Visit.entered_at).where(
                Visit.units_used > 0, Visit.annulled_at.is_(None)
            )
            split = self.house.desk.work.site(session).split
            halves = [
                (member, local.date(), local.time() < split)
                for member, entered in burnt
                for local in (entered.astimezone(PARIS),)
            ]
        assert len(set(halves)) == len(halves)


ACTS = (
    *(DoorPlay.scan,) * 5, DoorPlay.by_name, DoorPlay.undo, DoorPlay.leave, DoorPlay.sit, DoorPlay.buy, DoorPlay.guest,
    DoorPlay.guest, DoorPlay.force, DoorPlay.choose, DoorPlay.choose, DoorPlay.hold_space, DoorPlay.expire,
    DoorPlay.status, DoorPlay.time_passes, DoorPlay.time_passes,
)  # fmt: skip
