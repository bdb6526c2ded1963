"""The pairs of claims that a desk would weigh when it reads the written stories, as the model reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from lab.figure_pairs import Pair
from lab.stories import Gold, Mention, Telling
from models.data.vectors import cosines
from models.domain.claim import Draft
from models.domain.grouping.about import About, about_claim, about_columns
from models.domain.grouping.setting import setting_of
from models.domain.grouping.telling import telling_of
from models.domain.vocabulary import Kind, VaguePolicy
from models.domain.wire import claim_object, under_policy
from models.nlp.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class _Claim:
    mention: Mention
    about: About
    vector: bytes | None


def read_story_pairs(gold: Gold, pipeline: Pipeline) -> list[Pair]:
    """Return every two mentions that were read as one measure in one country (or none), within and across.

    What was read with two measures, or in two countries, never meets on a desk: no weight can bring it
    together.
    """
    claims = [claim for telling in gold.tellings for claim in _claims_of(telling, gold, pipeline)]
    return [
        Pair(
            id=f"{one.mention.figure}~{other.mention.figure}",
            group=one.mention.telling.story,
            earlier=one.about,
            later=other.about,
            cosine=cosines(one.vector, [other.vector])[0],
            is_same=one.mention.figure == other.mention.figure,
            relation="",
        )
        for one, other in combinations(claims, 2)
        if one.about.measure == other.about.measure
        and (
            None in (one.about.locality.country, other.about.locality.country)
            or one.about.locality.country == other.about.locality.country
        )
    ]


def _claims_of(telling: Telling, gold: Gold, pipeline: Pipeline) -> list[_Claim]:
    reading = pipeline.extract(telling.text, telling.title, telling.published_on)
    drafts = [draft for draft in reading.claims if draft.kind is Kind.FIGURE]
    where = setting_of(telling.title, telling.text, telling.published_on)
    known_by = telling_of(telling.title, telling.text)
    found = []
    for mention in gold.mentions:
        if mention.telling is telling and (draft := _draft_of(mention, drafts)) is not None:
            fields: dict[str, Any] = under_policy(claim_object(draft), VaguePolicy.INTERVAL)
            columns = about_columns(fields, where, telling.published_on)
            name = f"{telling.story}/{telling.number}"
            about = about_claim(fields, columns, telling.title, telling.published_on, name, known_by)
            found.append(_Claim(mention, about, draft.vector))
    return found


def _draft_of(mention: Mention, drafts: Sequence[Draft]) -> Draft | None:
    """Return the claim whose quantity shares most with the mention's span, if one overlaps it."""

    def shared(draft: Draft) -> int:
        return min(draft.anchor.end, mention.end) - max(draft.anchor.start, mention.start)

    best = max(drafts, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None
