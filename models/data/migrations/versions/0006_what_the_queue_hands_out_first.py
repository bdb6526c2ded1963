"""A column for claims that conflict with another figure, by which the queue is ordered before their worth."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_ORDER = ["urgency", "check_worthiness", "id"]


def upgrade() -> None:
    op.add_column("claims", sa.Column("urgency", sa.Integer(), nullable=False, server_default="0"))
    claims = sa.table("claims", sa.column("hint", sa.JSON()), sa.column("urgency", sa.Integer()))
    conflicts = claims.c.hint["opinion"].as_string() == "conflicts"
    op.execute(claims.update().where(conflicts).values(urgency=1))
    op.drop_index("ix_claims_queue", "claims")
    op.create_index("ix_claims_queue", "claims", ["state", "withdrawn", *_ORDER])
    op.create_index("ix_claims_urgent", "claims", ["withdrawn", *_ORDER])


def downgrade() -> None:
    op.drop_index("ix_claims_urgent", "claims")
    op.drop_index("ix_claims_queue", "claims")
    op.create_index("ix_claims_queue", "claims", ["state", "withdrawn", "check_worthiness", "id"])
    op.drop_column("claims", "urgency")
