"""Why the machine reads a figure as it does: the rules that spoke, in words."""

TOPICS = {
    "bound": "Bound",
    "number": "Number",
    "unit": "Unit",
    "measure": "Measure",
    "period": "Period",
    "date": "Date",
    "weekday": "Weekday",
    "published": "Counted from the publication date",
    "place": "Place",
    "kind": "Kind of place",
    "words": "By the words",
    "range": "Range",
    "vague": "Vague count",
    "currency": "Currency",
    "precision": "Precision",
    "change": "Change",
    "per": "Rate",
    "zero": "Stated zero",
}

SAID = {
    "place:only_country": "Place: the only country that has a place of this name",
    "place:best_known": "Place: the best-known place of this name",
    "place:article": "Place: the one that fits the article's other places",
    "place:within": "Place: within the place named beside it",
    "place:unknown": "Place: not in the gazetteer",
    "place:several_countries": "Place: several countries, so none is given",
    "place:several_in_one_country": "Place: several places of one country",
    "number:digits": "Number: written in digits",
    "number:digits+scale": "Number: digits and a scale word",
    "number:words": "Number: written in words",
}


def in_words(reasons: list[str]) -> list[str]:
    """Write each reason (``topic:detail``, sometimes ``topic:detail:words``) so that a person can read it."""
    return [SAID.get(reason) or _spelled_out(reason) for reason in reasons]


def _spelled_out(reason: str) -> str:
    topic, _, rest = reason.partition(":")
    detail, _, words = rest.partition(":")
    said = TOPICS.get(topic, topic.replace("_", " ").capitalize())
    if not rest:
        return said
    if topic == "words":
        return f"{said} “{rest}”"
    named = detail.replace("_", " ").replace("+", " and ")
    return f"{said}: {named}, by the words “{words}”" if words else f"{said}: {named}"
