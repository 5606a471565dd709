"""Bookings come back by rule, hold their setting up, take parts and wholes; the house has hours by weekday.

Revision 0005, after 0004.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Written out in full: a step that has run somewhere must never change with the code.
# In place, never by a copy of the table: dropping the old one would strike every row that refers to it.
COLUMNS = (
    "set_up_minutes INTEGER DEFAULT '0' NOT NULL"
    " CONSTRAINT ck_booking_set_up CHECK (set_up_minutes BETWEEN 0 AND 1440)",
    "clean_up_minutes INTEGER DEFAULT '0' NOT NULL"
    " CONSTRAINT ck_booking_clean_up CHECK (clean_up_minutes BETWEEN 0 AND 1440)",
    "series_id TEXT CONSTRAINT fk_booking_series_id REFERENCES booking_series (id)",
    "occurrence TEXT",
    "made_at TEXT",
    "arrived_at TEXT",
    "released_at TEXT",
    "override_reason TEXT DEFAULT '' NOT NULL",
    "uid TEXT DEFAULT '' NOT NULL",
    "import_id TEXT CONSTRAINT fk_booking_import_id REFERENCES booking_import (id)",
    "held_from TEXT GENERATED ALWAYS AS (strftime('%Y-%m-%dT%H:%M:%S', substr(starts_at, 1, 19),"
    " '-' || set_up_minutes || ' minutes') || substr(starts_at, 20)) VIRTUAL",
    "held_until TEXT GENERATED ALWAYS AS (strftime('%Y-%m-%dT%H:%M:%S', substr(ends_at, 1, 19),"
    " '+' || clean_up_minutes || ' minutes') || substr(ends_at, 20)) VIRTUAL",
    "is_long INTEGER GENERATED ALWAYS AS (julianday(held_until) - julianday(held_from) > 1) VIRTUAL",
)
INDEXES = (
    "CREATE INDEX ix_booking_starts ON booking (starts_at) WHERE cancelled_at IS NULL",
    "CREATE INDEX ix_booking_long ON booking (held_from) WHERE is_long = 1 AND cancelled_at IS NULL",
    "CREATE INDEX ix_booking_held ON booking (space_id, held_until, held_from) WHERE cancelled_at IS NULL",
    "CREATE UNIQUE INDEX uq_booking_occurrence ON booking (series_id, occurrence)",
    "CREATE INDEX ix_booking_uid ON booking (uid) WHERE uid <> ''",
    "CREATE INDEX ix_booking_import_id ON booking (import_id)",
)
SITE = (
    ("closed_on_holidays", sa.Integer(), "1"),
    ("holiday_region", sa.Text(), ""),
    ("cancel_free_hours", sa.Integer(), "24"),
    ("cancel_share_points", sa.Integer(), "5000"),
    ("no_show_minutes", sa.Integer(), "30"),
    ("no_show_automatic", sa.Integer(), "0"),
)
GUARDS = (
    """
CREATE TRIGGER booking_no_overlap_insert AFTER INSERT ON booking
WHEN NEW.cancelled_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'a booking needs instants') WHERE NEW.held_from IS NULL OR NEW.held_until IS NULL
    OR NEW.starts_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' OR NEW.ends_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z';
  SELECT RAISE(ABORT, 'this space is already booked then') WHERE EXISTS (
    SELECT 1 FROM booking b
    WHERE b.space_id IN (
    SELECT NEW.space_id
    UNION ALL SELECT part_id FROM space_part WHERE whole_id = NEW.space_id
    UNION ALL SELECT whole_id FROM space_part WHERE part_id = NEW.space_id
    UNION ALL SELECT theirs.whole_id FROM space_part mine JOIN space_part theirs ON theirs.part_id = mine.part_id
      WHERE mine.whole_id = NEW.space_id) AND b.cancelled_at IS NULL AND b.id <> NEW.id
      AND b.held_until > NEW.held_from AND b.held_from < NEW.held_until);
END
""",
    """
CREATE TRIGGER booking_no_overlap_update AFTER UPDATE OF id, space_id, starts_at, ends_at, set_up_minutes, clean_up_minutes, cancelled_at ON booking
WHEN NEW.cancelled_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'a booking needs instants') WHERE NEW.held_from IS NULL OR NEW.held_until IS NULL
    OR NEW.starts_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' OR NEW.ends_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z';
  SELECT RAISE(ABORT, 'this space is already booked then') WHERE EXISTS (
    SELECT 1 FROM booking b
    WHERE b.space_id IN (
    SELECT NEW.space_id
    UNION ALL SELECT part_id FROM space_part WHERE whole_id = NEW.space_id
    UNION ALL SELECT whole_id FROM space_part WHERE part_id = NEW.space_id
    UNION ALL SELECT theirs.whole_id FROM space_part mine JOIN space_part theirs ON theirs.part_id = mine.part_id
      WHERE mine.whole_id = NEW.space_id) AND b.cancelled_at IS NULL AND b.id <> NEW.id
      AND b.held_until > NEW.held_from AND b.held_from < NEW.held_until);
END
""",
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


def upgrade() -> None:
    """Go to 0005."""
    for guard in ("booking_no_overlap_insert", "booking_no_overlap_update"):
        op.execute(f"DROP TRIGGER {guard}")
    _tables_of_bookings()
    _tables_of_spaces()
    for column in COLUMNS:
        op.execute(f"ALTER TABLE booking ADD COLUMN {column}")
    op.drop_index("ix_booking_space_time", table_name="booking")
    op.drop_index("ix_booking_ends", table_name="booking")
    for index in INDEXES:
        op.execute(index)
    with op.batch_alter_table("site", schema=None, recreate="never") as batch_op:
        for name, kind, default in SITE:
            batch_op.add_column(sa.Column(name, kind, server_default=default, nullable=False))
    for guard in GUARDS:
        op.execute(sa.text(guard))


def _tables_of_bookings() -> None:
    op.create_table(
        "booking_import",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("bookings", sa.Integer(), nullable=False),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("faulty", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_import")),
        sqlite_strict=True,
    )
    op.create_table(
        "booking_act",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_act")),
        sqlite_strict=True,
    )
    op.create_index("ix_booking_act_at", "booking_act", ["at"])
    op.create_table(
        "booking_series",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("space_id", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=False),
        sa.Column("ends", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=True),
        sa.Column("member_id", sa.Text(), nullable=True),
        sa.Column("organisation_id", sa.Text(), nullable=True),
        sa.Column("set_up_minutes", sa.Integer(), nullable=False),
        sa.Column("clean_up_minutes", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("import_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_booking_series_space_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_booking_series_member_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_booking_series_organisation_id")
        ),
        sa.ForeignKeyConstraint(["import_id"], ["booking_import.id"], name=op.f("fk_booking_series_import_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_series")),
        sqlite_strict=True,
    )
    for column in ("member_id", "uid", "import_id"):
        op.create_index(f"ix_booking_series_{column}", "booking_series", [column])


def _tables_of_spaces() -> None:
    op.create_table(
        "space_part",
        sa.Column("whole_id", sa.Text(), nullable=False),
        sa.Column("part_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["whole_id"], ["space.id"], name=op.f("fk_space_part_whole_id")),
        sa.ForeignKeyConstraint(["part_id"], ["space.id"], name=op.f("fk_space_part_part_id")),
        sa.PrimaryKeyConstraint("whole_id", "part_id", name=op.f("pk_space_part")),
        sqlite_strict=True,
    )
    op.create_index("ix_space_part_part_id", "space_part", ["part_id"])
    op.create_table(
        "opening_hours",
        sa.Column("weekday", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("opens", sa.Text(), nullable=False),
        sa.Column("closes", sa.Text(), nullable=False),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name=op.f("ck_opening_hours_weekday")),
        sa.PrimaryKeyConstraint("weekday", name=op.f("pk_opening_hours")),
        sqlite_strict=True,
    )
    op.create_table(
        "opening_exception",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("opens", sa.Text(), nullable=False),
        sa.Column("closes", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_opening_exception")),
        sqlite_strict=True,
    )
