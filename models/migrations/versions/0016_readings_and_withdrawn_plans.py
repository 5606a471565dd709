"""A price category says which amount it reads first; a plan may be withdrawn before its day has come.

Revision 0016, after 0015.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

EVER = "0001-01-01T00:00:00.000000Z"
FIRST = {"member": "gross", "solidarity": "gross", "standard": "net"}
"""Who bears VAT reads what is due, who takes it off reads the price; to be changed like any other price."""

GUARDS = (
    "CREATE TRIGGER plan_version_refuses_delete BEFORE DELETE ON plan_version "
    "WHEN OLD.in_force_since IS NOT NULL OR NOT EXISTS (SELECT 1 FROM plan_withdrawal WHERE number = OLD.number) "
    "BEGIN SELECT RAISE(ABORT, 'a published plan stays'); END",
    "CREATE TRIGGER plan_withdrawal_refuses_update BEFORE UPDATE ON plan_withdrawal "
    "BEGIN SELECT RAISE(ABORT, 'a plan that was withdrawn is kept'); END",
    "CREATE TRIGGER plan_withdrawal_refuses_delete BEFORE DELETE ON plan_withdrawal "
    "BEGIN SELECT RAISE(ABORT, 'a plan that was withdrawn is kept'); END",
)


def upgrade() -> None:
    """Go to 0016."""
    _readings()
    _withdrawals()


def _readings() -> None:
    op.create_table(
        "category_reading",
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("category", "since", name=op.f("pk_category_reading")),
        sqlite_strict=True,
    )
    connection = op.get_bind()
    insert = sa.text("INSERT INTO category_reading (category, since, side) VALUES (:category, :since, :side)")
    last = connection.execute(sa.text("SELECT max(made_at) FROM quote")).scalar()
    for category, side in FIRST.items():
        since = EVER
        if last is not None and side == "gross":
            # The quotes made until now read as they were printed: their lines without VAT.
            connection.execute(insert, {"category": category, "since": EVER, "side": "net"})
            since = _just_after(last)
        connection.execute(insert, {"category": category, "since": since, "side": side})


def _withdrawals() -> None:
    op.create_table(
        "plan_withdrawal",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("published_at", sa.Text(), nullable=False),
        sa.Column("published_by", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=False),
        sa.Column("withdrawn_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_plan_withdrawal")),
        sqlite_strict=True,
    )
    op.execute("DROP TRIGGER plan_version_refuses_delete")
    for guard in GUARDS:
        op.execute(guard)


def _just_after(instant: str) -> str:
    later = datetime.fromisoformat(instant.replace("Z", "+00:00")) + timedelta(microseconds=1)
    return later.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
