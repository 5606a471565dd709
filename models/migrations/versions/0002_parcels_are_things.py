"""Parcels are things, no longer a count; a member has a telephone and a word for the desk.

Revision 0002, after 0001.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# The last time someone noted the count of a member, and in whose name: when a parcel that still waits was received.
_NOTED = sa.text(
    """
SELECT j.at, COALESCE(f.name, '') FROM journal j LEFT JOIN facilitator f ON f.id = j.operator_id
WHERE j.stream = 'operations' AND j.kind = 'parcels.noted'
  AND CASE WHEN json_valid(CAST(j.body AS TEXT)) THEN CAST(j.body AS TEXT) ->> '$.member' END = :number
ORDER BY j.sequence DESC LIMIT 1
"""
)
_PARCEL = sa.text(
    "INSERT INTO parcel (id, member_id, received_at, received_by, note, handed_at, handed_by) "
    "VALUES (:id, :member, :at, :by, '', NULL, '')"
)


def upgrade() -> None:
    """Go to 0002."""
    op.create_table(
        "parcel",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.Column("received_by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("handed_at", sa.Text(), nullable=True),
        sa.Column("handed_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_parcel_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parcel")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("parcel", schema=None) as batch_op:
        batch_op.create_index(
            "ix_parcel_waiting", ["member_id"], unique=False, sqlite_where=sa.text("handed_at IS NULL")
        )
    _keep_the_counts()
    # In place, never by a copy of the table: dropping the old one would strike every row that refers to a member.
    with op.batch_alter_table("member", schema=None, recreate="never") as batch_op:
        batch_op.drop_column("parcels")
        batch_op.add_column(sa.Column("phone", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("message", sa.Text(), server_default=sa.text("''"), nullable=False))


def _keep_the_counts() -> None:
    """Each parcel that waited becomes a row, received when the count was last noted (now, if nobody noted it)."""
    connection = op.get_bind()
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    for member, number, count in connection.execute(sa.text("SELECT id, number, parcels FROM member")).all():
        if count <= 0:
            continue
        noted = connection.execute(_NOTED, {"number": number}).first()
        at, by = (noted[0], noted[1]) if noted is not None else (now, "")
        for _ in range(count):
            connection.execute(_PARCEL, {"id": _new_id(at), "member": member, "at": at, "by": by})


def _new_id(at: str) -> str:
    """A UUIDv7 of that instant; a step that has run somewhere must not lean on a library that may change."""
    milliseconds = int(datetime.fromisoformat(at).timestamp() * 1000)
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
