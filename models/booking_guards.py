"""What the database refuses by itself, whoever writes: two bookings in one place at one time, parts and wholes too.

The guards run after the row is written, for only then does SQLite know what a changed row holds.
"""

from __future__ import annotations

OVERLAP_MESSAGE = "this space is already booked then"

# A space is in the way of another when they are one, when one is a part of the other, or when they share a part.
# Wholes hold no wholes (`space_part_is_flat`), so that one step is enough.
IN_THE_WAY = """
    SELECT {space}
    UNION ALL SELECT part_id FROM space_part WHERE whole_id = {space}
    UNION ALL SELECT whole_id FROM space_part WHERE part_id = {space}
    UNION ALL SELECT theirs.whole_id FROM space_part mine JOIN space_part theirs ON theirs.part_id = mine.part_id
      WHERE mine.whole_id = {space}"""

_DATE = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_INSTANT = f"{_DATE}T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z"

_OVERLAP = """
CREATE TRIGGER booking_no_overlap_{when} AFTER {event} ON booking
WHEN NEW.cancelled_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'a booking needs instants') WHERE NEW.held_from IS NULL OR NEW.held_until IS NULL
    OR NEW.starts_at NOT GLOB '{instant}' OR NEW.ends_at NOT GLOB '{instant}';
  SELECT RAISE(ABORT, '{message}') WHERE EXISTS (
    SELECT 1 FROM booking b
    WHERE b.space_id IN ({in_the_way}) AND b.cancelled_at IS NULL AND b.id <> NEW.id
      AND b.held_until > NEW.held_from AND b.held_from < NEW.held_until);
END
"""


def _overlap(when: str, event: str) -> str:
    return _OVERLAP.format(
        when=when, event=event, message=OVERLAP_MESSAGE, instant=_INSTANT,
        in_the_way=IN_THE_WAY.format(space="NEW.space_id"),
    )  # fmt: skip


OVERLAP_TRIGGERS = (
    _overlap("insert", "INSERT"),
    _overlap(
        "update", "UPDATE OF id, space_id, starts_at, ends_at, set_up_minutes, clean_up_minutes, cancelled_at"
    ),
)  # fmt: skip

PART_TRIGGERS = (
    """
CREATE TRIGGER space_part_is_flat BEFORE INSERT ON space_part
BEGIN
  SELECT RAISE(ABORT, 'a whole holds no whole') WHERE NEW.whole_id = NEW.part_id
    OR EXISTS (SELECT 1 FROM space_part WHERE whole_id = NEW.part_id OR part_id = NEW.whole_id);
END
""",
    """
CREATE TRIGGER space_part_never_changes BEFORE UPDATE ON space_part
BEGIN
  SELECT RAISE(ABORT, 'a part is taken away and put elsewhere, not changed');
END
""",
    """
CREATE TRIGGER space_part_no_overlap AFTER INSERT ON space_part
BEGIN
  SELECT RAISE(ABORT, 'this space is already booked then') WHERE EXISTS (
    SELECT 1 FROM booking a JOIN booking b ON b.id <> a.id
      AND b.space_id IN (SELECT NEW.part_id UNION ALL SELECT whole_id FROM space_part WHERE part_id = NEW.part_id)
    WHERE a.space_id = NEW.whole_id AND a.cancelled_at IS NULL AND b.cancelled_at IS NULL
      AND b.held_until > a.held_from AND b.held_from < a.held_until);
END
""",
)
BOOKING_TRIGGERS = (*OVERLAP_TRIGGERS, *PART_TRIGGERS)
