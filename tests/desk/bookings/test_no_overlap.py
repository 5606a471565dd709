"""Thousands of random gestures from two processes at once: never two bookings in one place at one time."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

from models.database import FILE_NAME
from tests.support.faults import tally, times
from tests.support.house import SmallHouse
from tests.support.random_bookings import FIRST, TOGETHER, Gestures

ROOT = Path(__file__).resolve().parents[3]
ROUNDS, OWN = times(60, 250), 5
"""In full they make ten thousand gestures."""
# Asked in another way than the guards do: every pair of bookings in force, by the leaves that each of them takes.
OVERLAPS = """
WITH leaf AS (
  SELECT space.id AS space_id, COALESCE(space_part.part_id, space.id) AS leaf_id
  FROM space LEFT JOIN space_part ON space_part.whole_id = space.id),
taken AS (
  SELECT b.id, leaf.leaf_id, julianday(b.starts_at) * 1440 - b.set_up_minutes AS since,
         julianday(b.ends_at) * 1440 + b.clean_up_minutes AS until
  FROM booking b JOIN leaf ON leaf.space_id = b.space_id WHERE b.cancelled_at IS NULL)
SELECT one.id, other.id FROM taken one JOIN taken other
  ON one.leaf_id = other.leaf_id AND one.id < other.id
WHERE one.since < other.until - 0.001 AND other.since < one.until - 0.001
"""


def with_wholes(house: SmallHouse) -> None:
    """Two wholes that share a part, and parts of each that the other has not."""
    wholes = house.desk.wholes
    for name, parts in (("Les deux", ("calumet", "pow-wow")), ("Tout en bas", ("agora", "salon", "calumet"))):
        assert hasattr(wholes.declare(name, parts), "parts")


def test_two_processes_never_put_two_bookings_in_one_place(house: SmallHouse) -> None:
    house.clock.set(FIRST)
    with_wholes(house)
    command = [sys.executable, "-m", "tests.support.random_bookings", str(house.folder), "2"]
    mine, told = Gestures(house.desk, 1), "{}"
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        for _ in range(ROUNDS):
            # Both at work at once; the line at the end of each round keeps one from running away with the lock.
            other.stdin.write("go on\n")
            other.stdin.flush()
            mine.go_on(OWN)
            told = other.stdout.readline()
        other.stdin.close()
    assert other.returncode == 0
    done = mine.done + Counter(ast.literal_eval(told))
    assert done.total() == ROUNDS * (OWN + TOGETHER)
    for gesture in ("book", "move", "extend", "shorten", "cancel", "recur", "undo"):
        assert done[f"{gesture} yes"] > ROUNDS / 5, done
    assert min(done[f"{gesture} no"] for gesture in ("book", "move", "extend", "recur")) > ROUNDS / 5, done
    assert house.rows(OVERLAPS) == []
    assert house.rows("PRAGMA foreign_key_check") == []
    assert house.value("SELECT count(*) FROM booking WHERE cancelled_at IS NULL") > 2 * ROUNDS  # type: ignore[operator]
    assert house.verify().problems == ()
    assert (house.folder / FILE_NAME).exists()
    tally("two processes that book", times=1, acknowledged=done.total())
