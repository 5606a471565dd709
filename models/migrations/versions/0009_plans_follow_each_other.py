"""Plans are published from a day on, and one is being drawn.

Revision 0009, after 0008. A house that has published none goes on with the drawing that is shipped.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TRIGGERS = (
    "CREATE TRIGGER plan_version_refuses_update BEFORE UPDATE ON plan_version "
    "WHEN NOT (NEW.number IS OLD.number AND NEW.starts_at IS OLD.starts_at AND NEW.content IS OLD.content "
    "AND NEW.published_at IS OLD.published_at AND NEW.published_by IS OLD.published_by "
    "AND OLD.in_force_since IS NULL) "
    "BEGIN SELECT RAISE(ABORT, 'a published plan does not change'); END",
    "CREATE TRIGGER plan_version_refuses_delete BEFORE DELETE ON plan_version "
    "BEGIN SELECT RAISE(ABORT, 'a published plan stays'); END",
    """
CREATE TRIGGER plan_version_goes_forward BEFORE INSERT ON plan_version
WHEN EXISTS (SELECT 1 FROM plan_version WHERE number >= NEW.number OR starts_at > NEW.starts_at)
BEGIN
  SELECT RAISE(ABORT, 'a plan follows the one before it');
END
""",
)


def upgrade() -> None:
    """Three tables, and what guards the published plans."""
    op.create_table(
        "plan_version",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("published_at", sa.Text(), nullable=False),
        sa.Column("published_by", sa.Text(), nullable=False),
        sa.Column("in_force_since", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_plan_version")),
        sqlite_strict=True,
    )
    op.create_index("ix_plan_version_starts", "plan_version", ["starts_at"])
    op.create_table(
        "plan_place",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("floor", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("workstations", sa.Integer(), nullable=False),
        sa.Column("rentable", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["plan_version.number"], name=op.f("fk_plan_place_version")),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_plan_place_space_id")),
        sa.PrimaryKeyConstraint("version", "space_id", name=op.f("pk_plan_place")),
        sqlite_strict=True,
    )
    op.create_table(
        "plan_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_plan_draft_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_draft")),
        sqlite_strict=True,
    )
    for trigger in TRIGGERS:
        op.execute(sa.text(trigger))
