"""Figures across articles, references, and what a claim needs to find its partners."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('figures',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('label', sa.Text(), nullable=False),
    sa.Column('measure', sa.String(length=30), nullable=False),
    sa.Column('unit', sa.String(length=60), nullable=True),
    sa.Column('country', sa.String(length=2), nullable=True),
    sa.Column('place_text', sa.Text(), nullable=True),
    sa.Column('place_key', sa.String(length=120), nullable=True),
    sa.Column('population', sa.String(length=60), nullable=True),
    sa.Column('event', sa.String(length=20), nullable=True),
    sa.Column('first_day', sa.Date(), nullable=True),
    sa.Column('last_day', sa.Date(), nullable=True),
    sa.Column('members', sa.Integer(), nullable=False),
    sa.Column('pinned', sa.Boolean(), nullable=False),
    sa.Column('joined_into', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('updated_at', sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_figures'))
    )
    with op.batch_alter_table('figures', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_figures_joined_into'), ['joined_into'], unique=False)
        batch_op.create_index('ix_figures_measure', ['measure', 'id'], unique=False)

    op.create_table('trusted_references',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('publisher', sa.String(length=200), nullable=False),
    sa.Column('external_id', sa.String(length=200), nullable=True),
    sa.Column('url', sa.Text(), nullable=True),
    sa.Column('statement', sa.Text(), nullable=False),
    sa.Column('data', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('vector', sa.LargeBinary(), nullable=True),
    sa.Column('measure', sa.String(length=30), nullable=False),
    sa.Column('unit', sa.String(length=60), nullable=False),
    sa.Column('low', sa.Double(), nullable=True),
    sa.Column('high', sa.Double(), nullable=True),
    sa.Column('country', sa.String(length=2), nullable=True),
    sa.Column('place_text', sa.Text(), nullable=True),
    sa.Column('first_day', sa.Date(), nullable=True),
    sa.Column('last_day', sa.Date(), nullable=True),
    sa.Column('as_of', sa.Date(), nullable=True),
    sa.Column('place_key', sa.String(length=120), nullable=True),
    sa.Column('population', sa.String(length=60), nullable=True),
    sa.Column('event', sa.String(length=20), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('withdrawn', sa.Boolean(), nullable=False),
    sa.Column('awaits', sa.String(length=10), nullable=True),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('updated_at', sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_trusted_references')),
    sa.UniqueConstraint('publisher', 'external_id', name=op.f('uq_trusted_references_publisher_external_id'))
    )
    with op.batch_alter_table('trusted_references', schema=None) as batch_op:
        batch_op.create_index('ix_trusted_references_near', ['measure', 'as_of'], unique=False)
        batch_op.create_index('ix_trusted_references_near_country', ['measure', 'country', 'as_of'], unique=False)
        batch_op.create_index('ix_trusted_references_awaiting', ['id'], unique=False, sqlite_where=sa.text('awaits IS NOT NULL'), postgresql_where=sa.text('awaits IS NOT NULL'))

    op.create_table('reference_imports',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('file_name', sa.Text(), nullable=True),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('actor_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('rows', sa.Integer(), nullable=False),
    sa.Column('added', sa.Integer(), nullable=False),
    sa.Column('changed', sa.Integer(), nullable=False),
    sa.Column('unchanged', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['actor_id'], ['users.id'], name=op.f('fk_reference_imports_actor_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reference_imports'))
    )
    with op.batch_alter_table('reference_imports', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reference_imports_sha256'), ['sha256'], unique=False)

    op.create_table('reference_versions',
    sa.Column('reference_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('data', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('import_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('actor_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['actor_id'], ['users.id'], name=op.f('fk_reference_versions_actor_id')),
    sa.ForeignKeyConstraint(['import_id'], ['reference_imports.id'], name=op.f('fk_reference_versions_import_id')),
    sa.ForeignKeyConstraint(['reference_id'], ['trusted_references.id'], name=op.f('fk_reference_versions_reference_id')),
    sa.PrimaryKeyConstraint('reference_id', 'version', name=op.f('pk_reference_versions'))
    )
    with op.batch_alter_table('reference_versions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reference_versions_import_id'), ['import_id'], unique=False)

    op.create_table('figure_members',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('figure_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('claim_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reference_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('origin', sa.String(length=10), nullable=False),
    sa.Column('score', sa.Double(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('added_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['claim_id'], ['claims.id'], name=op.f('fk_figure_members_claim_id')),
    sa.ForeignKeyConstraint(['figure_id'], ['figures.id'], name=op.f('fk_figure_members_figure_id')),
    sa.ForeignKeyConstraint(['reference_id'], ['trusted_references.id'], name=op.f('fk_figure_members_reference_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_figure_members')),
    sa.UniqueConstraint('claim_id', name=op.f('uq_figure_members_claim_id')),
    sa.UniqueConstraint('reference_id', name=op.f('uq_figure_members_reference_id'))
    )
    with op.batch_alter_table('figure_members', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_figure_members_figure_id'), ['figure_id'], unique=False)

    op.create_table('figure_overrides',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('figure_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('claim_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reference_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('other_figure_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('actor_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['actor_id'], ['users.id'], name=op.f('fk_figure_overrides_actor_id')),
    sa.ForeignKeyConstraint(['claim_id'], ['claims.id'], name=op.f('fk_figure_overrides_claim_id')),
    sa.ForeignKeyConstraint(['figure_id'], ['figures.id'], name=op.f('fk_figure_overrides_figure_id')),
    sa.ForeignKeyConstraint(['reference_id'], ['trusted_references.id'], name=op.f('fk_figure_overrides_reference_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_figure_overrides'))
    )
    with op.batch_alter_table('figure_overrides', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_figure_overrides_claim_id'), ['claim_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_figure_overrides_figure_id'), ['figure_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_figure_overrides_reference_id'), ['reference_id'], unique=False)

    op.create_table('hint_evidence',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('claim_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('other_claim_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reference_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('relation', sa.String(length=20), nullable=False),
    sa.Column('score', sa.Double(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('model', sa.String(length=80), nullable=False),
    sa.ForeignKeyConstraint(['claim_id'], ['claims.id'], name=op.f('fk_hint_evidence_claim_id')),
    sa.ForeignKeyConstraint(['other_claim_id'], ['claims.id'], name=op.f('fk_hint_evidence_other_claim_id')),
    sa.ForeignKeyConstraint(['reference_id'], ['trusted_references.id'], name=op.f('fk_hint_evidence_reference_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hint_evidence'))
    )
    with op.batch_alter_table('hint_evidence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_hint_evidence_claim_id'), ['claim_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_hint_evidence_other_claim_id'), ['other_claim_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_hint_evidence_reference_id'), ['reference_id'], unique=False)

    with op.batch_alter_table('claims', schema=None) as batch_op:
        batch_op.add_column(sa.Column('as_of', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('about_country', sa.String(length=2), nullable=True))
        batch_op.add_column(sa.Column('place_key', sa.String(length=120), nullable=True))
        batch_op.add_column(sa.Column('population', sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column('event', sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column('awaits', sa.String(length=10), nullable=True))
        batch_op.create_index('ix_claims_near', ['measure', 'as_of'], unique=False)
        batch_op.create_index('ix_claims_near_country', ['measure', 'about_country', 'as_of'], unique=False)
        batch_op.create_index('ix_claims_near_event', ['measure', 'about_country', 'event', 'as_of'], unique=False)
        batch_op.create_index('ix_claims_awaiting', ['article_id'], unique=False, sqlite_where=sa.text('awaits IS NOT NULL'), postgresql_where=sa.text('awaits IS NOT NULL'))

    op.execute("UPDATE claims SET awaits = 'grouping' WHERE kind = 'figure'")
    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.add_column(sa.Column('cited_reference_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.create_index(batch_op.f('ix_evidence_cited_reference_id'), ['cited_reference_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_evidence_cited_reference_id'), 'trusted_references', ['cited_reference_id'], ['id'])



def downgrade() -> None:
    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_evidence_cited_reference_id'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_evidence_cited_reference_id'))
        batch_op.drop_column('cited_reference_id')

    with op.batch_alter_table('claims', schema=None) as batch_op:
        batch_op.drop_index('ix_claims_awaiting', sqlite_where=sa.text('awaits IS NOT NULL'), postgresql_where=sa.text('awaits IS NOT NULL'))
        batch_op.drop_index('ix_claims_near_event')
        batch_op.drop_index('ix_claims_near_country')
        batch_op.drop_index('ix_claims_near')
        batch_op.drop_column('awaits')
        batch_op.drop_column('event')
        batch_op.drop_column('population')
        batch_op.drop_column('place_key')
        batch_op.drop_column('about_country')
        batch_op.drop_column('as_of')

    with op.batch_alter_table('hint_evidence', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_hint_evidence_reference_id'))
        batch_op.drop_index(batch_op.f('ix_hint_evidence_other_claim_id'))
        batch_op.drop_index(batch_op.f('ix_hint_evidence_claim_id'))

    op.drop_table('hint_evidence')
    with op.batch_alter_table('figure_overrides', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_figure_overrides_reference_id'))
        batch_op.drop_index(batch_op.f('ix_figure_overrides_figure_id'))
        batch_op.drop_index(batch_op.f('ix_figure_overrides_claim_id'))

    op.drop_table('figure_overrides')
    with op.batch_alter_table('figure_members', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_figure_members_figure_id'))

    op.drop_table('figure_members')
    with op.batch_alter_table('reference_versions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reference_versions_import_id'))

    op.drop_table('reference_versions')
    with op.batch_alter_table('reference_imports', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reference_imports_sha256'))

    op.drop_table('reference_imports')
    with op.batch_alter_table('trusted_references', schema=None) as batch_op:
        batch_op.drop_index('ix_trusted_references_awaiting', sqlite_where=sa.text('awaits IS NOT NULL'), postgresql_where=sa.text('awaits IS NOT NULL'))
        batch_op.drop_index('ix_trusted_references_near_country')
        batch_op.drop_index('ix_trusted_references_near')

    op.drop_table('trusted_references')
    with op.batch_alter_table('figures', schema=None) as batch_op:
        batch_op.drop_index('ix_figures_measure')
        batch_op.drop_index(batch_op.f('ix_figures_joined_into'))

    op.drop_table('figures')
