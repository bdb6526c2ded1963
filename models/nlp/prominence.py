"""What a sentence says of a figure's rank among those of its kind: a part, the past, a plan, a population."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.domain.claim import Quantity
from models.domain.vocabulary import Bound, Dimension

_NEAR = 80
"""Characters ahead of a figure in which the words stand that make it a part or one more."""

_PERSONS_OF_A_HOUSEHOLD = (2, 10)
"""Fewest and most people in a household of any country's census, on average."""

_PEOPLE = r"(?:people|persons?|individuals|residents|inhabitants|villagers|families|households|HHs)"
_ABOUT = r"(?:about|some|nearly|around|over|roughly|almost|an?\s+estimated|more\s+than|at\s+least)"
_MONTH = r"(?:Jan|Febr|Mar|Apr|May|June?|July?|Aug|Sept|Oct|Nov|Dec)[a-z]*"

_PART_AFTER = re.compile(
    r"[^\S\n]*(?:\w+[^\S\n]+){0,2}?of\s+(?:them|whom|which|the|those|these|his|her|their)\b|\s*others?\b",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    r"\b(?:including|among\s+them|of\s+whom|of\s+them|of\s+which|in\s+\w+\s+alone)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
_MORE_BEFORE = re.compile(r"\b(?:another|a\s+further|an\s+additional|an\s+extra)\s+$", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\s*more\b(?!\s+than)", re.IGNORECASE)
_MORE_WORDS = ("another ", "a further ", "an additional ")
_TOTAL_OF = re.compile(r"\b(?:total(?:s|led|ling)?(?:\s+\w+){0,2}|tally\s+of)\s+$", re.IGNORECASE)
_TOTAL_NEAR = re.compile(
    r"\b(?:total(?:s|led|ling)?|in\s+all|altogether|all\s+told|overall|death\s+toll|toll|tally)\b",
    re.IGNORECASE,
)
_PAST_CLAUSE = re.compile(
    r"\b(?:last\s+(?:year|month)|the\s+(?:year|month|day|week)\s+before|"
    r"(?:years?|months?|decades?)\s+(?:ago|earlier)|a\s+(?:day|week|month|year)\s+before|"
    r"once\s+(?:held|had|was|were|home)|"
    r"previous(?:ly)?|earlier|in\s+(?:(?:early|mid|late)[\s-]+)?(?:19|20)\d\d|"
    r"(?:the|of|from)\s+(?:19|20)\d\d|a\s+(?:day|week|month|year|decade)\s+ago|since\s+(?:19|20)\d\d|up\s+from|down\s+from|compared\s+(?:to|with)|"
    r"at\s+(?:the|its)\s+(?:height|peak)|"
    r"a\s+similar|so\s+far\s+this\s+year|this\s+year|nationwide)\b",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:newly|recently|new\s+(?:\w+\s+)?(?:arrivals?|displacements?|IDPs|refugees)|arrived|arrivals|fresh)\b",
    re.IGNORECASE,
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATED = re.compile(
    rf"\bsince\s+(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}|{_DAY})\b|\bbetween\s+\d{{1,2}}\b|"
    r"\bfrom\s+\d{1,2}\s+(?:to|until)\b|\b(?:in|over|during|within)\s+(?:the\s+(?:last|past|first|second|week|"
    rf"reporting|period)|\w+\s+(?:hours|days|weeks)|{_MONTH}\b)|\b(?:last|this)\s+week\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:already|hosts?|hosted|hosting|to\s+date|cumulative(?:ly)?|so\s+far\s+this\s+year|"
    rf"year's\s+total|total\s+to|since\s+(?:(?:19|20)\d\d|{_MONTH}(?!\s+\d{{1,2}}\b)|"
    r"the\s+(?:beginning|start|outbreak)|the\s+(?:\w+\s+){1,2}(?:began|started|erupted|broke\s+out))|"
    r"over\s+the\s+(?:past|last)\s+(?:year|decade)|"
    r"(?:br(?:ings?|inging|ought)|rais(?:es|ed|ing)|tak(?:es|ing)|took|push(?:es|ed|ing)|lift(?:s|ed|ing))\s+"
    r"(?:to|the|its|their)\b(?=.{0,40}\b(?:total|number|figure|tally)\b))",
    re.IGNORECASE,
)
_ADDED_TO = re.compile(
    r"\b(?:on\s+top\s+of|add(?:s|ed|ing)?\s+to|in\s+addition\s+to|join(?:s|ed|ing)?|besides)\s+(?:the|some)\s+$",
    re.IGNORECASE,
)
_WHOLE_BEFORE = re.compile(
    rf"(?:^|[,;:.(—–]\s*|\b(?:{_PEOPLE}|or|and|those|that|only)\s+)(?:out\s+)?of\s+"
    rf"(?:(?:the|its|their|all|{_ABOUT})\s+)*$",
    re.IGNORECASE,
)
_WHOLE_OF_FIGURE = re.compile(rf"\s*{_PEOPLE}?\s*(?:out\s+)?of\s+(?:the|its|their|all|{_ABOUT})?\s*")
_INHABIT_BEFORE = re.compile(
    r"\b(?:population(?:\s+of)?|home\s+to|inhabited\s+by|(?:town|city|village|district)s?,?\s+of|among\s+the|whose|"
    r"employs|serve[sd]?|which\s+(?:counted|held|hosted|houses|housed|had))\s+$",
    re.IGNORECASE,
)
_HAS_BEFORE = re.compile(r"\b(?:had|has|counts)\s+$", re.IGNORECASE)
_HAD_AFTER = re.compile(r"\s*(?:inhabitants|residents|people)\b", re.IGNORECASE)
_INHABIT_AFTER = re.compile(
    rf"\s*(?:(?:displaced\s+)?{_PEOPLE}\s+(?:who\s+)?(?:live[sd]?|dwell)\b|(?:\w+\s+)?(?:population|owners)\b|"
    r"-?strong\b)",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:(?-i:may)|might|could|would|expect(?:s|ed)?|foresees?|fears?|feared|at\s+risk|threaten(?:s|ed)?|"
    r"plan(?:s|ned|ning)?|intends?|wants?|hopes?|prepar(?:es|ed|ing)|will|if|likely|project(?:ed|ions?)|forecasts?|potential(?:ly)?|"
    r"room\s+for|ready\s+for|can\s+(?:hold|take|host|house)|"
    r"capacity|on\s+alert|ready\s+to)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:orders?|ordered|advice|advised|told\s+(?:to|all|everyone|people|residents)|asked|urged|instructed|warned|warnings?|alerts?|called\s+(?:up)?on|"
    r"notices?)\b",
    re.IGNORECASE,
)
_A_DAY = re.compile(r"[^.;,]{0,30}\b(?:(?<!for )a|per|each|every)\s+day\b", re.IGNORECASE)
_ALSO_AS = re.compile(
    rf"[\s,(/–—-]*(?:(?:or|with|in|from|of|ie|i\.e\.,?|that\s+is|comprising|totall?ing|making\s+up|representing|"
    rf"equivalent\s+to|equal\s+to|consisting\s+of|belonging\s+to|{_ABOUT})\s+)*",
    re.IGNORECASE,
)
_UNIT_AND_ON = re.compile(rf"\s*(?:\w+\s+){{0,2}}?{_PEOPLE}\b", re.IGNORECASE)
_THEY_ARE = re.compile(
    r"\s*(?:they|these|that|this|those)\s+(?:make\s+up|are|is|were|was|number(?:ed)?|count(?:ed)?|equals?|"
    r"compris\w+)\W+$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[;:—–]|,\s+(?:and|but|while|after|down|up|compared|bringing|raising|taking|pushing|which|whom|who|half|where|although|though)\b"
)
_PHRASE_END = re.compile(r"[;:—–]|,\s")


@dataclass(frozen=True, slots=True)
class Headline:
    """The counts that the title names."""

    values: frozenset[Decimal] = frozenset()

    @classmethod
    def of(cls, quantities: Sequence[Quantity]) -> "Headline":
        """Take the counts of a title."""
        counts = (q for q in quantities if q.dimension is Dimension.COUNT)
        return cls(frozenset(q.best for q in counts if q.best is not None))


def signals_of(
    text: str, quantity: Quantity, beside: Sequence[Quantity], headline: Headline
) -> frozenset[str]:
    """Return the names of what holds for a figure of the sentence *text*, keys of worth_weights.WEIGHTS.

    *beside* are all quantities of the sentence.
    """
    start, end = quantity.span.start, quantity.span.end
    ahead = text[max(0, start - _NEAR) : start]
    clause = _part_of(text, quantity, _CLAUSE_END)
    phrase = _part_of(text, quantity, _PHRASE_END)
    is_past = _PAST_CLAUSE.search(clause) is not None
    holds = {
        "part": _PART_AFTER.match(text, end) or _PART_BEFORE.search(ahead),
        "more": _MORE_BEFORE.search(ahead)
        or _MORE_AFTER.match(text, end)
        or quantity.span.text.lower().startswith(_MORE_WORDS),
        "past": is_past,
        "total": not is_past and _is_total(text, quantity, beside, clause),
        "new": _NEW.search(phrase),
        "dated": _DATED.search(clause),
        "standing": _STANDING.search(phrase) or _ADDED_TO.search(ahead),
        "whole": _is_whole(text, quantity, beside),
        "unsure": _UNSURE.search(clause),
        "told": _TOLD.search(clause),
        "restated": _is_restated(text, quantity, beside),
        "rate": _A_DAY.match(text, end),
        "loose": quantity.bound in (Bound.BETWEEN, Bound.VAGUE),
        "headlined": quantity.dimension is Dimension.COUNT and quantity.best in headline.values,
    }
    return frozenset(name for name, held in holds.items() if held)


def _is_total(text: str, quantity: Quantity, beside: Sequence[Quantity], clause: str) -> bool:
    """Say whether it is called a total, and no other of its clause is: "30,000, of a total of 43,000"."""
    if _TOTAL_OF.search(text, 0, quantity.span.start):
        return True
    is_another = any(_TOTAL_OF.search(text, 0, q.span.start) for q in beside if q.span.text in clause)
    return not is_another and _TOTAL_NEAR.search(clause) is not None


def _is_whole(text: str, quantity: Quantity, beside: Sequence[Quantity]) -> bool:
    """Say whether it is what others are a part of, or all who live there: "of its 900 inhabitants"."""
    start, end = quantity.span.start, quantity.span.end
    ahead = text[max(0, start - _NEAR) : start]
    if _WHOLE_BEFORE.search(ahead) or _INHABIT_BEFORE.search(ahead) or _INHABIT_AFTER.match(text, end):
        return True
    if quantity.span.text.endswith("-strong"):
        return True
    if _HAS_BEFORE.search(ahead) and _HAD_AFTER.match(text, end):
        return True
    before = [other for other in beside if other.span.end <= start]
    return bool(before) and _WHOLE_OF_FIGURE.fullmatch(text, before[-1].span.end, start) is not None


def _is_restated(text: str, quantity: Quantity, beside: Sequence[Quantity]) -> bool:
    """Say whether it tells the count before it in the other unit: "200 families, or 900 people"."""
    if not _is_of_people(quantity):
        return False
    start = quantity.span.start
    if _THEY_ARE.fullmatch(text, 0, start):
        return True
    before = [other for other in beside if other.span.end <= start]
    if not before or not _is_of_people(before[-1]) or before[-1].unit == quantity.unit:
        return False
    first, second = before[-1].best, quantity.best
    if not first or not second:
        return False
    fewest, most = _PERSONS_OF_A_HOUSEHOLD
    if not fewest <= max(first, second) / min(first, second) <= most:
        return False
    gap = _UNIT_AND_ON.sub("", text[before[-1].span.end : start], count=1)
    return _ALSO_AS.fullmatch(gap) is not None


def _is_of_people(quantity: Quantity) -> bool:
    return quantity.dimension is Dimension.COUNT and quantity.unit in ("person", "household")


def _part_of(text: str, quantity: Quantity, marks: re.Pattern[str]) -> str:
    """Return the part of the sentence around a quantity, up to the *marks* that set it apart."""
    ends = [match.start() for match in marks.finditer(text)]
    start = max((end for end in ends if end < quantity.span.start), default=0)
    stop = min((end for end in ends if end >= quantity.span.end), default=len(text))
    return text[start:stop]
