"""The words by which an article is known, and the day on which it happened that a claim tells of."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claims", sa.Column("happened_on", sa.Date(), nullable=True))
    op.add_column("articles", sa.Column("telling", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    op.drop_column("articles", "telling")
    op.drop_column("claims", "happened_on")
