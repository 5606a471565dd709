"""Who may do what: one table, and the two ways in which a use case obeys it.

`@needs(Act.X)` over a use case refuses before anything is read or written. What depends on more than the act itself (a
discount in a basket, another person's sale) asks `refusal` inside. `@anyone(Act.X)` says of a use case that its row is
open to all. `tests/desk/rights/` goes through every cell, and fails for a use case that writes and says neither.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from enum import StrEnum
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from desk.errors import Refused
from desk.language import translate
from desk.work import Operator, Work


class Who(StrEnum):
    """The columns of the table. A person of the team at the terminal (`--as NAME`) is what they are at the desk."""

    NOBODY = "nobody"
    """The window, while nobody has typed a PIN: locked, signing in, self-service."""
    FACILITATOR = "facilitator"
    MANAGER = "manager"
    TERMINAL = "terminal"
    """The account of the computer, which owns the data folder already."""


class Act(StrEnum):
    """The rows of the table."""

    SCAN = "scan"
    ROLL_CALL = "roll_call"
    TAKE_THE_DESK = "take_the_desk"
    ENROL_FIRST = "enrol_first"
    HOUSEKEEPING = "housekeeping"
    LET_IN = "let_in"
    FORCE_ENTRY = "force_entry"
    SELL = "sell"
    DISCOUNT = "discount"
    GRANT_PLAN = "grant_plan"
    CORRECT_OWN_SALE = "correct_own_sale"
    CORRECT_ANY_SALE = "correct_any_sale"
    REFUND_WHAT_SERVED = "refund_what_served"
    COUNT_FLOAT = "count_float"
    HANDLE_CASH = "handle_cash"
    CLOSE_THE_DAY = "close_the_day"
    PRINT_CLOSINGS = "print_closings"
    SEE_EXPECTED_CASH = "see_expected_cash"
    CLOSE_LONGER = "close_longer"
    CONFIRM_CLOCK = "confirm_clock"
    INVOICE = "invoice"
    INVOICE_TERMS = "invoice_terms"
    EXPORT_ACCOUNTS = "export_accounts"
    BOOK = "book"
    BOOK_WHEN_CLOSED = "book_when_closed"
    CALENDARS = "calendars"
    LEND = "lend"
    THINGS = "things"
    DEPOSITS = "deposits"
    ASKED_DEPOSITS = "asked_deposits"
    MEMBERS = "members"
    SUSPEND = "suspend"
    CARDS = "cards"
    IMPORT_MEMBERS = "import_members"
    IMPORT_PLANS = "import_plans"
    EXPORT_MEMBERS = "export_members"
    ORGANISATIONS = "organisations"
    MERGE_ORGANISATIONS = "merge_organisations"
    GIVE_DATA = "give_data"
    ERASE_DATA = "erase_data"
    RETENTION = "retention"
    PRICES = "prices"
    HOUSE = "house"
    HOURS = "hours"
    PLAN = "plan"
    OUT_OF_ORDER = "out_of_order"
    PRINT = "print"
    PRINTERS = "printers"
    TRY_BACKUP = "try_backup"
    BACKUP_FOLDER = "backup_folder"
    DIAGNOSE = "diagnose"
    OWN_PIN = "own_pin"
    TEAM = "team"


# fmt: off
_TABLE = {
    # act                     nobody    facilitator  manager    terminal
    Act.SCAN:                ("may",     "may",      "may",     "may"),
    Act.ROLL_CALL:           ("may",     "may",      "may",     "may"),
    Act.TAKE_THE_DESK:       ("may",     "may",      "may",     "may"),
    Act.ENROL_FIRST:         ("may",     "may",      "may",     "may"),  # while nobody is enrolled
    Act.HOUSEKEEPING:        ("may",     "may",      "may",     "may"),  # what goes by itself: copies, what is over
    # the door, beyond a card
    Act.LET_IN:              ("-",       "may",      "may",     "may"),
    Act.FORCE_ENTRY:         ("-",       "-",        "may",     "-"),    # a manager's PIN on the spot is a manager
    # the counter
    Act.SELL:                ("-",       "may",      "may",     "may"),
    Act.DISCOUNT:            ("-",       "-",        "may",     "may"),
    Act.GRANT_PLAN:          ("-",       "-",        "may",     "may"),
    Act.CORRECT_OWN_SALE:    ("-",       "may",      "may",     "may"),  # within the delay of the house
    Act.CORRECT_ANY_SALE:    ("-",       "-",        "may",     "may"),
    Act.REFUND_WHAT_SERVED:  ("-",       "-",        "may",     "may"),
    # the money
    Act.COUNT_FLOAT:         ("-",       "may",      "may",     "may"),
    Act.HANDLE_CASH:         ("-",       "may",      "may",     "-"),    # cash is always in somebody's name
    Act.CLOSE_THE_DAY:       ("-",       "may",      "may",     "-"),
    Act.PRINT_CLOSINGS:      ("-",       "may",      "may",     "may"),
    Act.SEE_EXPECTED_CASH:   ("-",       "-",        "may",     "may"),  # whoever counts, counts blind
    Act.CLOSE_LONGER:        ("-",       "-",        "may",     "may"),
    Act.CONFIRM_CLOCK:       ("-",       "-",        "may",     "may"),
    Act.INVOICE:             ("-",       "may",      "may",     "may"),
    Act.INVOICE_TERMS:       ("-",       "-",        "may",     "may"),
    Act.EXPORT_ACCOUNTS:     ("-",       "-",        "may",     "may"),
    # spaces and things
    Act.BOOK:                ("-",       "may",      "may",     "may"),
    Act.BOOK_WHEN_CLOSED:    ("-",       "-",        "may",     "may"),
    Act.CALENDARS:           ("-",       "may",      "may",     "may"),
    Act.LEND:                ("-",       "may",      "may",     "may"),
    Act.THINGS:              ("-",       "-",        "may",     "may"),
    Act.DEPOSITS:            ("-",       "may",      "may",     "may"),
    Act.ASKED_DEPOSITS:      ("-",       "-",        "may",     "may"),
    # people
    Act.MEMBERS:             ("-",       "may",      "may",     "may"),
    Act.SUSPEND:             ("-",       "-",        "may",     "may"),
    Act.CARDS:               ("-",       "may",      "may",     "may"),
    Act.IMPORT_MEMBERS:      ("-",       "may",      "may",     "may"),
    Act.IMPORT_PLANS:        ("-",       "-",        "may",     "may"),  # plans and cards
    Act.EXPORT_MEMBERS:      ("-",       "-",        "may",     "may"),
    Act.ORGANISATIONS:       ("-",       "may",      "may",     "may"),
    Act.MERGE_ORGANISATIONS: ("-",       "-",        "may",     "may"),
    Act.GIVE_DATA:           ("-",       "may",      "may",     "may"),  # a person's data, to that person
    Act.ERASE_DATA:          ("-",       "-",        "may",     "may"),
    Act.RETENTION:           ("-",       "-",        "may",     "may"),
    # the house
    Act.PRICES:              ("-",       "-",        "may",     "may"),
    Act.HOUSE:               ("-",       "-",        "may",     "may"),  # its mentions, the rules of door and bookings
    Act.HOURS:               ("-",       "-",        "may",     "may"),
    Act.PLAN:                ("-",       "-",        "may",     "may"),
    Act.OUT_OF_ORDER:        ("-",       "may",      "may",     "may"),
    Act.PRINT:               ("-",       "may",      "may",     "may"),
    Act.PRINTERS:            ("-",       "-",        "may",     "may"),
    Act.TRY_BACKUP:          ("-",       "may",      "may",     "may"),
    Act.BACKUP_FOLDER:       ("-",       "-",        "may",     "may"),
    Act.DIAGNOSE:            ("-",       "may",      "may",     "may"),
    # the team
    Act.OWN_PIN:             ("-",       "may",      "may",     "may"),
    Act.TEAM:                ("-",       "-",        "may",     "may"),
}
# fmt: on

TABLE = {act: {who for who, cell in zip(Who, row, strict=True) if cell == "may"} for act, row in _TABLE.items()}
"""Who may do each act."""

AT_TERMINAL = Operator(at_terminal=True)
"""Who a command is by, unless `desk.terminal` gives it an author: nobody with a name (a turnstile, a script)."""


def who(operator: Operator) -> Who:
    """The column of whoever holds the desk."""
    if operator.at_terminal:
        return Who.TERMINAL
    if not operator.id:
        return Who.NOBODY
    return Who.MANAGER if operator.is_manager else Who.FACILITATOR


def may(operator: Operator, act: Act) -> bool:
    """Whether the table lets them."""
    return who(operator) in TABLE[act]


def refusal(operator: Operator, act: Act) -> Refused | None:
    """Why they may not, None when they may."""
    if may(operator, act):
        return None
    if TABLE[act].isdisjoint({Who.NOBODY, Who.FACILITATOR}) and who(operator) is not Who.NOBODY:
        return Refused("right", translate("Rights", "Seul·e un·e gérant·e peut le faire\u00a0: demandez-lui."))
    nobody = translate("Rights", "Personne ne tient l’accueil\u00a0: que quelqu’un prenne d’abord la permanence.")
    return Refused("right", nobody)


# --- how use cases say which row is theirs ---------------------------------------------------------------------


class _UseCases(Protocol):
    """An object of use cases: it knows in whose name it works."""

    _work: Work


_Self = TypeVar("_Self", bound=_UseCases)
_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")
_Any = TypeVar("_Any", bound=Callable[..., object])

_acts: dict[Callable[..., object], Act] = {}


def needs(
    act: Act,
) -> Callable[[Callable[Concatenate[_Self, _Given], _Answer]], Callable[Concatenate[_Self, _Given], _Answer | Refused]]:
    """Refuse the use case, before anything else, to whoever may not do `act`."""

    def guard(
        use_case: Callable[Concatenate[_Self, _Given], _Answer],
    ) -> Callable[Concatenate[_Self, _Given], _Answer | Refused]:
        def guarded(self: _Self, /, *args: _Given.args, **kwargs: _Given.kwargs) -> _Answer | Refused:
            refused = refusal(self._work.operator, act)
            return refused if refused is not None else use_case(self, *args, **kwargs)

        functools.update_wrapper(guarded, use_case)
        _acts[guarded] = act
        return guarded

    return guard


def anyone(act: Act) -> Callable[[_Any], _Any]:
    """Say that the use case does `act`, which is open to all: nothing is asked."""

    def note(use_case: _Any) -> _Any:
        _acts[use_case] = act
        return use_case

    return note


def act_of(use_case: Callable[..., object]) -> Act | None:
    """The row of a use case, None when it named none."""
    return _acts.get(use_case)


def use_cases() -> dict[Callable[..., object], Act]:
    """The use cases that are loaded, each with its row."""
    return dict(_acts)
