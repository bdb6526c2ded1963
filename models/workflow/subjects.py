"""What a stored claim or reference is about: its typed columns kept in step, and its facts read back."""

from models.data.tables import Article, Claim, Reference
from models.domain.effective import merge
from models.domain.grouping.about import About, about_claim, about_columns, about_reference
from models.domain.grouping.setting import Setting, setting_of
from models.domain.grouping.telling import telling_of
from models.domain.vocabulary import VaguePolicy
from models.domain.wire import under_policy

COLUMNS = ("as_of", "about_country", "place_key", "population", "event", "happened_on")


def setting(article: Article) -> Setting:
    """Return what an article is about as a whole, and keep the words by which it is known."""
    if article.telling is None and article.erased_at is None:
        article.telling = telling_of(article.title, article.text)
    return setting_of(article.title, article.text, article.published_on)


def set_columns(claim: Claim, where: Setting) -> None:
    """Bring the columns by which partners are found in step with the claim's effective values."""
    fields = merge(claim.reading, claim.correction)
    for column, value in about_columns(fields, where, claim.article.published_on).items():
        setattr(claim, column, value)


def about(row: Claim | Reference, policy: VaguePolicy, *, knows_article: bool = False) -> About:
    """Return the facts by which a figure is compared with others, vague counts as this desk reads them.

    Only how likely two state one figure rests on what their articles are known by, a column that is not
    loaded with the rest: with *knows_article* it is there.
    """
    columns = {column: getattr(row, column, None) for column in COLUMNS}
    if isinstance(row, Reference):
        columns["about_country"] = row.country
        return about_reference(row.data, columns, row.publisher)
    article = row.article
    fields = under_policy(merge(row.reading, row.correction), policy)
    telling = article.telling if knows_article else None
    return about_claim(fields, columns, article.title, article.published_on, row.article_id, telling)
