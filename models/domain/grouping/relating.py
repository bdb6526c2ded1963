"""How a claim stands to another of its figure, as a careful reader of both articles would put it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.domain.grouping.about import About
from models.domain.provenance.speakers import voice_of
from models.domain.relations import TOLLS, Comparison, Relation, compare
from models.domain.stated import plain

MEETING = frozenset({Relation.AGREES, Relation.COMPATIBLE, Relation.NARROWS})


def relate(
    this: About, other: About, others: Sequence[About] = (), household_size: Decimal | None = None
) -> Comparison:
    """Compare *this* with *other*, both of one figure; *others* are the rest of the figure's members.

    What a comparison of two numbers alone would call a conflict may be none: an article recalls what the
    number was before, a source corrects it, or somebody else has corrected it since.
    """
    answer = compare(this.stated, other.stated, is_same_event=True, household_size=household_size)
    if answer.relation in (Relation.CONFLICTS, Relation.COMPATIBLE):
        answer = _as_published(this, other, household_size) or answer
    if answer.relation is not Relation.CONFLICTS:
        return answer
    if this.is_recalled != other.is_recalled:
        earlier, later = (this, other) if this.is_recalled else (other, this)
        return Comparison(
            Relation.SUPERSEDES,
            f"{_capital(plain(earlier.stated))} is told as what the number was before, "
            f"{plain(later.stated)} as what it is.",
        )
    earlier, later = _in_order(this, other)
    is_own, is_rival = _voices(earlier, later)
    if later.is_correction and is_rival:
        return Comparison(
            Relation.CONFLICTS,
            f"{_capital(plain(later.stated))} corrects another number than {plain(earlier.stated)} of "
            f"{earlier.speaker}, who has not withdrawn it.",
        )
    if is_own and not later.is_correction and _day(earlier) < _day(later):
        return Comparison(
            Relation.SUPERSEDES,
            f"{later.speaker} put the number at {plain(later.stated)}{_on(later)}, after "
            f"{plain(earlier.stated)}{_on(earlier)}.",
        )
    if later.is_correction and _day(earlier) <= _day(later) and earlier.article != later.article:
        return Comparison(
            Relation.SUPERSEDES,
            f"A correction: {plain(earlier.stated)} was revised to {plain(later.stated)}{_on(later)}.",
        )
    correction = _correction_between(earlier, later, others)
    if correction is not None:
        return Comparison(
            Relation.SUPERSEDES,
            f"{_capital(plain(earlier.stated))} was corrected to {plain(correction.stated)}"
            f"{_on(correction)}, before {plain(later.stated)} was told.",
        )
    return answer


def _as_published(this: About, other: About, household_size: Decimal | None) -> Comparison | None:
    """Return that a toll rose between two days of publication; None where it did not.

    "Six died in Friday's crash" stands for Friday, and so does the seven of Sunday's paper: what is known of
    one event's dead grows with the days on which it is told.
    """
    one, two = this.published_on, other.published_on
    if this.measure not in TOLLS or one is None or two is None or one == two:
        return None
    if this.is_recalled or other.is_recalled:
        return None
    told = compare(
        replace(this.stated, as_of=one),
        replace(other.stated, as_of=two),
        is_same_event=True,
        household_size=household_size,
    )
    return told if told.relation is Relation.SUPERSEDES else None


def _correction_between(earlier: About, later: About, others: Sequence[About]) -> About | None:
    """Return the correction of *earlier* that was out when *later* was told."""
    if earlier.measure not in TOLLS:
        return None
    for other in others:
        if not other.is_correction or other.is_recalled or not _day(earlier) <= _day(other) <= _day(later):
            continue
        if _voices(earlier, other)[1]:
            continue  # A rival's correction withdraws nothing of what this one has said.
        # Only its own readers' correction undoes a number: one that still agrees with it does not.
        kept = compare(other.stated, earlier.stated, is_same_event=True).relation
        if kept not in MEETING and _day(earlier) < _day(later):
            return other
    return None


def _voices(one: About, other: About) -> tuple[bool, bool]:
    """Say whether two tellings are one named speaker's, and whether they are two named speakers'."""
    here, there = (voice_of(about.speaker) if about.speaker else None for about in (one, other))
    if here is None or there is None:
        return False, False
    is_abroad = bool(here.countries and there.countries and not here.countries & there.countries)
    is_one = here.key == there.key and not is_abroad
    return is_one, not is_one and not here.people & there.people


def _in_order(this: About, other: About) -> tuple[About, About]:
    return (this, other) if _day(this) < _day(other) else (other, this)


def _day(about: About) -> str:
    day = about.as_of or about.published_on
    return day.isoformat() if day else ""


def _on(about: About) -> str:
    return f" on {_day(about)}" if _day(about) else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
