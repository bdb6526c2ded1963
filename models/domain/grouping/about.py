"""What one claim or reference is about, reduced to the facts by which it is grouped."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from models.domain.geography.gazetteer import fold
from models.domain.grouping.aspects import aspects_of
from models.domain.grouping.events import event_of
from models.domain.grouping.happening import PastTime, day_of, past_time
from models.domain.grouping.home import is_site, is_state
from models.domain.grouping.populations import is_recalled, population_of
from models.domain.grouping.scope import is_feared, is_of_several, marks_of, near_words
from models.domain.grouping.setting import (
    Locality,
    Setting,
    in_setting,
    is_doubtful,
    locality_of,
    referred_place,
)
from models.domain.grouping.telling import Telling
from models.domain.reading.word_lists import words_of
from models.domain.stated import Stated, stated
from models.domain.vocabulary import Measure

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP = words_of(
    """a an the of in on at to for from by with and or but as is are was were be been has have had it
    its this that these those they their he his she her we i you who which what when where while
    after before during since until than then also said says told according report reported reports
    people person persons killed dead died injured wounded least more about some around over under
    up down into out off not no least number toll total official officials monday tuesday wednesday
    thursday friday saturday sunday january february march april may june july august september
    october november december today yesterday news agency minister ministry police government one
    two three four five six seven eight nine ten dozens hundreds thousands million billion invented
    example"""
)
_LOSS_OF = re.compile(r"\bloss of(?: (?:at least|about|some|nearly|over|more than))?\s*$", re.IGNORECASE)
_LEFT = re.compile(
    r"\b(?:from|fled|flee|flees|fleeing|escap\w+|left|leaving)\s"
    r"(?:(?:the|a|an|its|war|wars|fighting|violence|conflict|unrest|in|of|"
    r"neighbou?ring|nearby|next-door) )*$",
    re.IGNORECASE,
)
_NAMED = frozenset({"names", "patrons", "patients", "captives", "hostages"})
_CORRECTED = re.compile(
    r"\b(?:correct(?:ed|s|ion)|revis(?:ed|es|ion)|lowered|downgraded|retract\w*|"
    r"withdr[ae]w\w*|reduced (?:its|the|their)|"
    r"counted twice|double[- ]count\w*|in error|mistaken\w*|erroneous\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class About:
    """The typed facts of one figure: its definition, where, when, whom, of which event, in which words.

    ``locality``, ``event`` and ``happened_on`` are the article's where the claim itself names none.
    ``article`` tells claims of one article from those of others, ``sentence`` where in it, ``telling`` is
    what its article is known by; a reference has none of these. ``past`` is the earlier time that it is of,
    where its sentence looks back to one. ``is_bare`` says that the text names nobody whom it counts: "20 were
    hurt"; ``marks`` are those of its scope, ``near`` the words about its number. ``speaker`` is who is named
    as having said it, a reference's publisher.
    """

    stated: Stated
    population: str
    locality: Locality
    event: str | None
    published_on: date | None
    article: int | str | None = None
    sentence: tuple[int, int] | None = None
    is_recalled: bool = False
    is_amount: bool = False
    is_correction: bool = False
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    aspects: Mapping[str, str] = field(default_factory=dict)
    speaker: str | None = None
    telling: Telling | None = None
    happened_on: date | None = None
    past: PastTime | None = None
    is_bare: bool = False
    marks: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    is_of_several: bool = False
    is_feared: bool = False

    @property
    def measure(self) -> str:
        """What it measures."""
        return str(self.stated.measure)

    @property
    def as_of(self) -> date | None:
        """The day for which it stands; of an earlier number that an article recalls, none is known."""
        return self.stated.as_of


def about_claim(
    claim: Mapping[str, Any],
    columns: Mapping[str, Any],
    title: str | None,
    published_on: date | None,
    article: int | str | None,
    telling: Telling | None = None,
) -> About:
    """Reduce a figure's claim object (effective values) with its :func:`about_columns`.

    What is left of the article is its title: the columns keep what its lead has told.
    """
    quantity, sentence = claim["quantity"], claim["sentence"]
    start, end = quantity["start"] - sentence["start"], quantity["end"] - sentence["start"]
    text = sentence["text"]
    context = f"{title or ''}. {claim.get('standalone') or text} {text}"
    aspects = aspects_of(text, start, end, claim.get("measure"), quantity["dimension"])
    said = stated(claim, published_on)
    return About(
        stated=replace(said, unit=_unit(quantity, aspects)),
        population=str(columns["population"]),
        locality=Locality(columns["about_country"], columns["place_key"]),
        event=columns["event"],
        published_on=published_on,
        article=article,
        sentence=(sentence["start"], sentence["end"]),
        is_recalled=is_recalled(text, start),
        is_amount=_is_amount(quantity, text[:start]),
        is_correction=bool(_CORRECTED.search(text)),
        words=content_words(context),
        names=names_in(context),
        aspects=aspects,
        speaker=(claim.get("source") or {}).get("text"),
        telling=telling,
        happened_on=columns["happened_on"],
        past=past_time(_part_of(text, start), published_on, None) if columns["happened_on"] is None else None,
        is_bare=not (quantity.get("counted") or {}).get("text"),
        marks=marks_of(text),
        near=near_words(text, start, end),
        is_of_several=is_of_several(text, start, end),
        is_feared=is_feared(text, start, end),
    )


def _part_of(sentence: str, at: int) -> str:
    """Return the part of a sentence between semicolons that tells of the number at *at*."""
    begins, ends = sentence.rfind(";", 0, at) + 1, sentence.find(";", at)
    return sentence[begins : ends if ends >= 0 else len(sentence)]


def about_reference(data: Mapping[str, Any], columns: Mapping[str, Any], publisher: str) -> About:
    """Reduce a reference, whose *data* is a claim object without sentence, to the same facts."""
    context = f"{publisher}. {data.get('standalone') or ''}"
    as_of = columns["as_of"]
    return About(
        stated=replace(stated(data, None), as_of=as_of),
        population=str(columns["population"]),
        locality=Locality(columns["about_country"], columns["place_key"]),
        event=columns["event"],
        published_on=as_of,
        words=content_words(context),
        names=names_in(context),
        speaker=publisher,
    )


def about_columns(claim: Mapping[str, Any], setting: Setting, published_on: date | None) -> dict[str, Any]:
    """Return the typed, indexed columns by which a figure's partners are found; all None for a statement."""
    quantity, place = claim.get("quantity"), claim.get("place")
    if not quantity:
        return dict.fromkeys(("as_of", "about_country", "place_key", "population", "event", "happened_on"))
    sentence = claim["sentence"]
    counted = (quantity.get("counted") or {}).get("text")
    start = quantity["start"] - sentence["start"]
    end = quantity["end"] - sentence["start"]
    aspects = aspects_of(sentence["text"], start, end, claim.get("measure"), quantity["dimension"])
    locality = _locality(place, setting.locality)
    if place and claim.get("measure") == Measure.REFUGEES and _is_left(sentence, place):
        locality = setting.locality
    if place and is_doubtful(locality, setting.locality):
        # A town too small for the gazetteer, or the namesake of one elsewhere, lies where its article is;
        # where that is not known either, the name alone is what it is found by.
        locality = Locality(setting.locality.country, locality.key)
    return {
        "as_of": stated(claim, published_on).as_of,
        "about_country": locality.country,
        "place_key": locality.key,
        "population": population_of(
            counted,
            _unit(quantity, aspects),
            sentence["text"],
            start,
            end,
            measure=claim.get("measure"),
            country=locality.country,
            dimension=quantity["dimension"],
        ),
        "event": event_of(sentence["text"], setting.title, setting.lead),
        "happened_on": day_of(sentence["text"], start, setting.day, published_on),
    }


def _is_left(sentence: Mapping[str, Any], place: Mapping[str, Any]) -> bool:
    """Say whether a place is the one that people came from: "fleeing the war in neighbouring Sudan"."""
    at = place["start"] - sentence["start"]
    return at >= 0 and _LEFT.search(sentence["text"], 0, at) is not None


def _locality(place: Mapping[str, Any] | None, setting: Locality) -> Locality:
    if not place or is_state(place["text"]) or (setting.key and is_site(place["text"])):
        return setting
    referred = referred_place(place["text"], place["country"], setting)
    return referred or in_setting(locality_of(place["text"], place["country"]), setting)


def content_words(text: str) -> frozenset[str]:
    """Return the folded words of *text* that say what it is about."""
    return frozenset(
        word for word in (fold(w) for w in _TOKEN.findall(text)) if len(word) > 2 and word not in _STOP
    )


def names_in(text: str) -> frozenset[str]:
    """Return the folded words that are written with a capital inside a sentence: mostly names."""
    found = set()
    for match in _TOKEN.finditer(text):
        before = text[: match.start()].rstrip()
        is_inside = bool(before) and before[-1] not in ".!?:\n“\"'"
        if is_inside and match[0][0].isupper():
            word = fold(match[0])
            if len(word) > 2 and word not in _STOP:
                found.add(word)
    return frozenset(found)


def _unit(quantity: Mapping[str, Any], aspects: Mapping[str, str]) -> str:
    """Return the unit; people are meant in "almost 40 were aboard" and "53 names", though no noun says so."""
    unit = str(quantity["unit"] or "")
    if unit != "item" or quantity["dimension"] != "count" or quantity.get("per"):
        return unit
    counted = (quantity.get("counted") or {}).get("text")
    are_people = counted.lower().split()[-1] in _NAMED if counted else "people" in aspects
    return "person" if are_people else unit


def _is_amount(quantity: Mapping[str, Any], before: str) -> bool:
    """Say whether the quantity is by how much something changed, rather than a level.

    "With the loss of 24 lives" is how many died.
    """
    change = quantity.get("change")
    if not change or change.get("by") is None or _LOSS_OF.search(before):
        return False
    best = quantity.get("best")
    return best is not None and Decimal(best) == Decimal(change["by"]) and change.get("from") is None
