"""Checking closings against what they close, for `desk.verify`: needs a plain connection, no key, no desk.

Each closing must be the row and the record of one act, go on from the one before it, and say of its sales exactly what
they come to when they are added up again. A drawer must be what its records say, and so must the rows of each print
and of each float that was counted.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Any

from desk.closings.hour import CONFIRMED
from desk.closings.session import (
    FLOAT_COUNTED,
    DrawerAct,
    DrawerSession,
    difference_of,
    drawer_between,
    drawer_of,
    run_totals,
)
from desk.language import translate
from models.closings import ClosingPeriod
from models.journal import Stream

Finding = tuple[str, int, str]
"""A stream, a sequence (0 for no single record), a sentence."""

_RECORDS = (
    "SELECT sequence, kind, at, operator_id, body FROM journal WHERE stream = 'closings' AND kind <> 'lost'"
    " ORDER BY sequence"
)
_COLUMNS = (
    "number", "period", "first_day", "last_day", "first_sale", "last_sale", "last_technical", "closed_at",
    "operator_id", "total_cents", "absolute_cents", "perpetual_cents", "perpetual_absolute_cents", "kept_cents",
    "counted_cents", "difference_cents",
)  # fmt: skip
_ROW = f"SELECT {', '.join(_COLUMNS)} FROM closing WHERE sequence = ?"  # noqa: S608 - our own names
_ORPHANS = "SELECT sequence FROM closing WHERE sequence NOT IN (SELECT sequence FROM journal WHERE stream = 'closings')"
_HOUR = (
    "SELECT 1 FROM journal WHERE stream = 'technical' AND kind = ? AND sequence > ? AND sequence <= ? AND at = ?"
    " AND json_extract(CAST(body AS TEXT), '$.after') = ?"
)
_EARLY = "SELECT 1 FROM journal WHERE stream = 'sales' AND sequence BETWEEN ? AND ? AND at < ? LIMIT 1"
_COPIES = """
SELECT kind, json_extract(CAST(body AS TEXT), '$.number'), json_extract(CAST(body AS TEXT), '$.copy'), at
FROM journal WHERE stream = 'duplicates' AND kind <> 'lost' ORDER BY 2, 3
"""
_PRINTS = {
    "receipt": """
SELECT d.number, p.copy_number, p.printed_at FROM receipt_print p JOIN sale d ON d.id = p.sale_id ORDER BY 1, 2
""",
    "closing": """
SELECT d.number, p.copy_number, p.printed_at FROM closing_print p JOIN closing d ON d.id = p.closing_id ORDER BY 1, 2
""",
    "invoice": """
SELECT d.number, p.copy_number, p.printed_at FROM invoice_print p JOIN invoice d ON d.id = p.invoice_id ORDER BY 1, 2
""",
}
"""What is printed, and the rows that number its copies: a copy from before invoices has none of those."""
_FLOATS = "SELECT counted_at, counted_by, cents FROM float_count"
_FLOAT_RECORDS = """
SELECT sequence, at, operator_id, json_extract(CAST(body AS TEXT), '$.cents') FROM journal
WHERE stream = 'technical' AND kind = ? ORDER BY sequence
"""


def knows_closings(connection: sqlite3.Connection) -> bool:
    """Whether this copy was made by a version that closes days."""
    return _has(connection, "closing")


def _has(connection: sqlite3.Connection, table: str) -> bool:
    there = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
    return there.fetchone() is not None


def findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What does not hold. A body that is no JSON any more raises ValueError: its digest has told already."""
    before: dict[str, dict[str, Any]] = {}
    technical, closed, day_at = 0, ("", ""), ""
    for sequence, kind, at, operator_id, body in connection.execute(_RECORDS).fetchall():
        facts = json.loads(body)
        row = connection.execute(_ROW, (sequence,)).fetchone()
        if kind != f"closing.{facts['period']}" or row is None or not _mirrors(row, facts, at, operator_id, technical):
            yield _at(sequence, translate("Verify", "La clôture et son enregistrement ne disent pas la même chose."))
        yield from _continues(sequence, facts, before)
        yield from _in_time(connection, sequence, facts, at, technical, closed)
        yield from _adds_up(connection, sequence, facts, day_at)
        if facts["drawer"] is not None:
            yield from _drawer_holds(connection, sequence, facts, technical, before.get(ClosingPeriod.DAY.value))
            technical, day_at = facts["drawer"]["last"], at
        before[facts["period"]], closed = facts, (facts["number"], at)
    for (sequence,) in connection.execute(_ORPHANS):
        yield _at(sequence, translate("Verify", "La clôture et son enregistrement ne disent pas la même chose."))
    yield from _copies(connection)
    yield from _floats(connection)


def _at(sequence: int, sentence: str) -> Finding:
    return Stream.CLOSINGS.value, sequence, sentence


def _mirrors(row: tuple[Any, ...], facts: dict[str, Any], at: str, operator_id: str, technical: int) -> bool:
    said = dict(zip(_COLUMNS, row, strict=True))
    drawer = facts["drawer"] or {}
    told = {
        "number": facts["number"], "period": facts["period"], "first_day": facts["days"][0],
        "last_day": facts["days"][1], "first_sale": facts["sales"]["first"], "last_sale": facts["sales"]["last"],
        "closed_at": at, "operator_id": operator_id, "total_cents": facts["total"],
        "absolute_cents": facts["absolute"], "perpetual_cents": facts["perpetual"],
        "perpetual_absolute_cents": facts["perpetual_absolute"], "kept_cents": drawer.get("kept", 0),
        "counted_cents": drawer.get("counted"), "difference_cents": drawer.get("difference"),
        # Only a day says it in its record; a longer closing repeats the one of its last day.
        "last_technical": drawer.get("last", technical),
    }  # fmt: skip
    return said == told


def _continues(sequence: int, facts: dict[str, Any], before: dict[str, dict[str, Any]]) -> Iterator[Finding]:
    """Against the closing before it of its period, and for a longer one against its last part."""
    last = before.get(facts["period"])
    first_sale = last["sales"]["last"] + 1 if last else 1
    if facts["sales"]["first"] != first_sale or facts["sales"]["last"] < first_sale - 1:
        yield _at(sequence, translate("Verify", "La clôture ne commence pas où la précédente s’arrête."))
    for total, sums in (("perpetual", "total"), ("perpetual_absolute", "absolute")):
        if facts[total] != (last[total] if last else 0) + facts[sums]:
            yield _at(sequence, translate("Verify", "Le total perpétuel ne continue pas le précédent."))
    parts = {ClosingPeriod.MONTH.value: ClosingPeriod.DAY.value, ClosingPeriod.YEAR.value: ClosingPeriod.MONTH.value}
    if facts["period"] in parts:
        part = before.get(parts[facts["period"]])
        same = ("perpetual", "perpetual_absolute")
        if (
            part is None
            or part["sales"]["last"] != facts["sales"]["last"]
            or any(part[name] != facts[name] for name in same)
        ):
            yield _at(sequence, translate("Verify", "La clôture ne dit pas ce que disent celles qu’elle réunit."))


def _in_time(
    connection: sqlite3.Connection, sequence: int, facts: dict[str, Any], at: str, technical: int,
    closed: tuple[str, str],
) -> Iterator[Finding]:  # fmt: skip
    """No closing is earlier than the one before it, unless a manager confirmed that very hour after that very one."""
    number, closed_at = closed
    after = facts.get("clock_after", "")
    if at >= closed_at and not after:
        return
    is_day = facts["period"] == ClosingPeriod.DAY.value
    said = connection.execute(_HOUR, (CONFIRMED, technical, facts["drawer"]["last"], at, number)) if is_day else ()
    if not (is_day and after == number and at < closed_at and len(list(said)) == 1):
        yield _at(
            sequence, translate("Verify", "La clôture est d’avant la précédente, et personne n’a confirmé son heure.")
        )


def _adds_up(connection: sqlite3.Connection, sequence: int, facts: dict[str, Any], closed_at: str) -> Iterator[Finding]:
    """Against its sales, none of which is from before `closed_at`, when the day before it was closed."""
    place = facts["sales"]["first"], facts["sales"]["last"]
    totals, head = run_totals(connection, *place)
    told = {key: facts.get(key) for key in totals.facts()}
    sales = facts["sales"]["last"] - facts["sales"]["first"] + 1
    if facts["period"] == ClosingPeriod.DAY.value and connection.execute(_EARLY, (*place, closed_at)).fetchone():
        yield _at(sequence, translate("Verify", "Une de ses ventes est d’avant la clôture précédente."))
    if told != totals.facts() or totals.count != sales or head != facts["sales"]["head"]:
        yield _at(sequence, translate("Verify", "La clôture ne dit pas ce que ses ventes additionnent."))


def _drawer_holds(
    connection: sqlite3.Connection, sequence: int, facts: dict[str, Any], technical: int, last: dict[str, Any] | None
) -> Iterator[Finding]:
    told = facts["drawer"]
    cash = sum(row["cents"] for row in facts["payments"] if row["mode"] == "cash")
    kept = last["drawer"]["kept"] if last else None
    session = drawer_between(connection, technical + 1, told["last"], kept, cash)
    counted = told["counted"]
    holds = (
        told["first"] == technical + 1
        and told["opening"] == session.opening
        and sum(move["cents"] for move in told["in"]) == session.cash_in
        and sum(move["cents"] for move in told["out"]) == session.cash_out
        and told["cash"] == cash
        and told["expected"] == session.expected
        and told["difference"] == (None if counted is None else counted - session.expected)
        and [(found["cents"], found["difference"]) for found in told.get("floats", ())]
        == [(act.cents, act.difference) for act in session.floats]
    )
    if not holds:
        yield _at(sequence, translate("Verify", "Le tiroir de la clôture ne dit pas ce que disent ses mouvements."))
    for act in session.acts:
        if act.last_sale is not None and not _float_holds(connection, facts["sales"]["first"], session, act, kept):
            sentence = translate("Verify", "Le fond de caisse compté ne dit pas ce qu’il y avait dans le tiroir.")
            yield _at(sequence, sentence)


def _float_holds(
    connection: sqlite3.Connection, first_sale: int, session: DrawerSession, act: DrawerAct, kept: int | None
) -> bool:
    """Whether a float says of the opening, and of what was missing, what all that came before it comes to."""
    earlier = tuple(one for one in session.acts if one.sequence < act.sequence)
    assert act.last_sale is not None
    cash = run_totals(connection, first_sale, act.last_sale)[0].cash
    before = drawer_of(earlier, kept, cash)
    return act.opening == act.cents - before.moved and act.difference == difference_of(before, act.cents)


def _copies(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Every copy was recorded once, with a number of its own, and the rows say the same of each."""
    recorded: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for kind, number, copy, at in connection.execute(_COPIES):
        recorded.setdefault((kind, number), []).append((copy, at))
    odd = {key[1] for key, copies in recorded.items() if [copy for copy, _ in copies] != [*range(len(copies))]}
    for what in _PRINTS:
        printed = _printed(connection, what)
        known = {number: copies for (kind, number), copies in recorded.items() if kind == f"{what}.printed"}
        odd |= {number for number in known.keys() | printed if known.get(number) != printed.get(number)}
    for number in sorted(odd):
        sentence = translate("Verify", "Les impressions de {number} ne se suivent pas.")
        yield Stream.DUPLICATES.value, 0, sentence.format(number=number)


def _printed(connection: sqlite3.Connection, what: str) -> dict[str, list[tuple[int, str]]]:
    """The copies that the rows know, by the number of what was printed: which, and when."""
    printed: dict[str, list[tuple[int, str]]] = {}
    if _has(connection, f"{what}_print"):
        for number, copy, at in connection.execute(_PRINTS[what]):
            printed.setdefault(number, []).append((copy, at))
    return printed


def _floats(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Each float that was counted is a row and a record, and says the same in both."""
    sentence = translate("Verify", "Le fond de caisse compté et son enregistrement ne disent pas la même chose.")
    rows = Counter(connection.execute(_FLOATS).fetchall())
    for sequence, *said in connection.execute(_FLOAT_RECORDS, (FLOAT_COUNTED,)):
        if not rows[tuple(said)]:
            yield Stream.TECHNICAL.value, sequence, sentence
        rows[tuple(said)] -= 1
    for _ in (+rows).elements():
        yield Stream.TECHNICAL.value, 0, sentence
