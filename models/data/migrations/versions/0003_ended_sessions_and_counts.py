"""Log-ins that were ended, and indexes for what is counted on every page."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ended_sessions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ended_sessions")),
    )
    with op.batch_alter_table("ended_sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ended_sessions_ended_at"), ["ended_at"], unique=False)
    op.create_index("ix_claims_counts", "claims", ["withdrawn", "state", "verdict", "check_worthiness"])
    op.create_index("ix_claims_worth", "claims", ["withdrawn", "check_worthiness", "id"])
    op.create_index("ix_claims_found", "claims", ["created_at", "measure", "withdrawn"])
    op.create_index("ix_events_kind_at", "events", ["kind", "at"])


def downgrade() -> None:
    op.drop_index("ix_events_kind_at", "events")
    op.drop_index("ix_claims_found", "claims")
    op.drop_index("ix_claims_worth", "claims")
    op.drop_index("ix_claims_counts", "claims")
    op.drop_table("ended_sessions")
