"""Why the machine reads a figure as it does: the rules that spoke, in words."""

TOPICS = {
    "published": "Counted from the publication date",
    "words": "From the words",
    "kind": "Kind of place",
    "vague": "A vague count",
    "per": "Rate",
    "change": "Rise or fall",
}

SAID = {
    "number:digits": "Number: written in digits",
    "number:digits+scale": "Number: digits and a scale word",
    "number:words": "Number: written in words",
    "number:words+scale": "Number: words and a scale word",
    "number:fraction": "Number: a fraction, given in percent",
    "number:ratio": "Number: one number out of another, given in percent",
    "number:thousands": "Number: the point groups thousands, since what is counted is whole",
    "place:only_country": "Place: the only country that has a place of this name",
    "place:best_known": "Place: the best-known place of this name",
    "place:article": "Place: the one that fits the article's other places",
    "place:within": "Place: within the place named beside it",
    "place:unknown": "Place: not in the gazetteer",
    "place:several_countries": "Place: several countries, so none is given",
    "place:several_in_one_country": "Place: several places of one country",
    "period:day:nearest": "Period: the nearest such day",
    "period:weekday:nearest": "Period: the nearest such weekday",
    "period:date:iso": "Period: a date, year first",
    "period:date:day_first": "Period: a date, day first",
    "period:date:month_first": "Period: a date, month first",
    "period:month:of_year": "Period: a month of a year",
    "period:rolling:past": "Period: counted back from the publication date",
    "period:rolling:next": "Period: counted on from the publication date",
}

# Where a unit comes from when no word beside the number names it.
UNIT_SOURCES = {
    "default": "since nothing says what is counted",
    "context": "since the words around it speak of people",
    "before": "as the figure before it",
    "lent": "as the figure beside it",
    "age": "since it is an age",
    "fraction": "since a fraction is a share",
}


def in_words(reasons: list[str]) -> list[str]:
    """Write each reason (``rule:detail``, sometimes ``rule:detail:words``) so that a person can read it."""
    return [SAID.get(reason) or _spelled_out(reason) for reason in reasons]


def _spelled_out(reason: str) -> str:
    rule, _, rest = reason.partition(":")
    topic = TOPICS.get(rule, _plain(rule).capitalize())
    if not rest:
        return topic
    if rule == "words":
        return f"{topic} “{rest}”"
    detail, _, words = rest.partition(":")
    said = f"{topic}: {_plain(detail)}"
    if rule == "unit" and words in UNIT_SOURCES:
        return f"{said}, {UNIT_SOURCES[words]}"
    return f"{said} (“{_plain(words)}”)" if words else said


def _plain(word: str) -> str:
    return word.replace("_", " ").replace("+", " and ")
