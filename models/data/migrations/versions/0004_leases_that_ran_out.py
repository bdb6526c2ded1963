"""An index of the few claims that somebody holds, by when their lease ends."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    held = sa.text("lease_until IS NOT NULL")
    op.create_index(
        "ix_claims_lease_until", "claims", ["lease_until"], sqlite_where=held, postgresql_where=held
    )


def downgrade() -> None:
    op.drop_index("ix_claims_lease_until", "claims")
