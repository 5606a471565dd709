"""All that happens at the door, together: scans, guests, a manager's word, another entitlement, and the rules."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from desk.checkin import Checkin
from desk.movements import Movements
from desk.seating import Seating
from desk.work import Work

if TYPE_CHECKING:
    from desk.choices import Choices
    from desk.groups import Groups
    from desk.guests import Guests
    from desk.override import Override
    from desk.renewals import Renewals
    from desk.rules import RuleBook


class Door:
    """The use cases of the door, which share one way of moving people; imported when first asked for."""

    def __init__(self, work: Work, seating: Seating, make_code: Callable[[], str] | None = None) -> None:
        self._work = work
        self._make_code = make_code
        self._moves = Movements(seating)
        self.checkin = Checkin(work, self._moves)

    @cached_property
    def override(self) -> Override:
        """Letting someone in all the same."""
        from desk.override import Override

        return Override(self._work, self._moves)

    @cached_property
    def choices(self) -> Choices:
        """What else a visit could use."""
        from desk.choices import Choices

        return Choices(self._work, self._moves)

    @cached_property
    def guests(self) -> Guests:
        """People let in by name."""
        from desk.guests import Guests

        return Guests(self._work, self._moves)

    @cached_property
    def groups(self) -> Groups:
        """Participants of a rental, let in by its code."""
        from desk import codes
        from desk.groups import Groups

        return Groups(self._work, self._moves, self._make_code or codes.make)

    @cached_property
    def rules(self) -> RuleBook:
        """The rules of the door."""
        from desk.rules import RuleBook

        return RuleBook(self._work)

    @cached_property
    def renewals(self) -> Renewals:
        """The remedy for a plan that has lapsed."""
        from desk.renewals import Renewals

        return Renewals(self._work)
