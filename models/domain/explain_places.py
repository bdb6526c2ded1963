"""What each code in a place's ``why`` means, in plain English."""

from models.domain.claim import Place

RULES = {
    "only_country": "every place of that name that the gazetteer knows lies in this country",
    "best_known": "the best known of several places of that name: a country, then the most people",
    "article": "the one of several places of that name that fits the article's other places",
    "within": "the one that lies in the region or country named beside it",
    "several_countries": "the words name places in several countries, so there is no one country",
    "several_in_one_country": "the words name several places, all in this country",
    "unknown": "no table holds this name, so no country is given",
}
KINDS = {
    "country": "The name of a country.",
    "region": "The name of a region: no coordinates.",
    "town": "The name of a town, with its coordinates from GeoNames.",
}


def explain_place(place: Place) -> list[str]:
    """Return one plain sentence for each reason behind *place*."""
    return [_explain(reason) for reason in place.why]


def _explain(reason: str) -> str:
    code, _, detail = reason.partition(":")
    match code:
        case "place":
            return f"{RULES.get(detail, detail).capitalize()}."
        case "kind":
            return KINDS.get(detail, detail)
        case "words":
            return f"By the words “{detail}”."
        case _:
            return reason
