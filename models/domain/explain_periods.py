"""What each code in a period's ``why`` means, in plain English."""

from models.domain.claim import Period

#: The rules by which words become days; what stands before the last ":" of a code names the kind of words.
RULES = {
    "date": "a full calendar date, day, month and year",
    "date:iso": "a date written year-month-day (ISO 8601)",
    "date:day_first": "a date in figures, read with the day first",
    "date:month_first": "a date in figures that only fits with the month first",
    "month:of_year": "a month with its year",
    "year": "a calendar year",
    "years": "a run of calendar years",
    "split_year": "a season over two years, from 1 July to 30 June",
    "decade": "ten calendar years",
    "century": "a hundred calendar years",
    "of_year": "a part of the year named beside it",
    "fiscal_year": "a fiscal year, by the country's calendar where it is known",
    "weekday:nearest": "the last such weekday up to the publication date; the coming one where that is meant",
    "weekday:last": "the last such weekday before the publication date",
    "weekday:this": "that weekday of the publication date's week",
    "weekday:next": "the first such weekday after the publication date",
    "weekday:of_week": "that weekday of the week named beside it",
    "weekend:nearest": "the running weekend, else the last one; the coming one where that is meant",
    "weekend:last": "the weekend of the week before",
    "weekend:this": "the weekend of the publication date's week",
    "weekend:next": "the coming weekend",
    "today": "the publication date",
    "now": "the publication date, since the words speak of the present",
    "yesterday": "counted back from the publication date",
    "tomorrow": "counted on from the publication date",
    "overnight": "the night that ends on the publication date: that day and the one before",
    "part_of_day": "a part of the publication date, or of the day before",
    "unit:last": "the calendar week, month, quarter or year before the publication date's",
    "unit:this": "the calendar week, month, quarter or year of the publication date",
    "unit:next": "the calendar week, month, quarter or year after the publication date's",
    "rolling:past": "a stretch that ends on the publication date",
    "rolling:next": "a stretch that begins on the publication date",
    "rolling:vague": "a stretch whose far end nobody states: left open",
    "ago": "counted back from the publication date, as fine as its unit",
    "earlier": "counted back from the other period of the sentence, else from the publication date",
    "later": "counted on from the other period of the sentence",
    "same": "the period spoken of before",
    "slice": "the first, nth or last units of the period named beside it",
    "between": "from the first day of the one to the last day of the other",
    "trailing": "a stretch that ends with the period named beside it",
    "open:since": "from the first day of what is named, its end left open",
    "open:from": "from the first day of what is named, its end left open",
    "open:after": "from the day after what is named, its end left open",
    "open:before": "up to the day before what is named, its beginning left open",
    "open:until": "up to the last day of what is named, its beginning left open",
    "open:by": "up to the last day of what is named, its beginning left open",
    "part:early": "the first third of what is named",
    "part:mid": "the middle third of what is named",
    "part:late": "the last third of what is named",
    "part:start": "the first day of what is named",
    "part:end": "the last day of what is named",
    "part:rest": "from the publication date to the end of what is named",
    "part:so_far": "from the beginning of what is named to the publication date",
    "part:week_of": "the week, Monday to Sunday, that holds what is named",
    "part:first half": "the first half of what is named",
    "part:second half": "the second half of what is named",
}
_RECURRING = {
    "nearest": "the last one begun by the publication date; the coming one where that is meant",
    "last": "the last one that was over before the publication date",
    "this": "the one of the publication date's year",
    "next": "the first one after the publication date",
}
_KINDS = {
    "month": "a month without a year",
    "day": "a date without a year",
    "quarter": "a quarter without a year",
    "half": "a half-year without a year",
    "season": "a season without a year",
    "holiday": "a holiday without a year",
    "easter": "Easter without a year",
}


def explain_rule(rule: str) -> str:
    """Say what a rule's code means; a code that no table holds is returned as it is."""
    kind, _, which = rule.partition(":")
    if rule not in RULES and kind in _KINDS and which in _RECURRING:
        return f"{_KINDS[kind]}: {_RECURRING[which]}"
    return RULES.get(rule, rule)


def explain_period(period: Period) -> list[str]:
    """Return one plain sentence for each reason behind *period*."""
    return [_explain(reason) for reason in period.why]


def _explain(reason: str) -> str:
    code, _, detail = reason.partition(":")
    match code:
        case "period":
            return f"Read as {explain_rule(detail)}."
        case "words":
            return f"By the words “{detail}”."
        case "published":
            return f"Seen from the publication date, {detail}."
        case "no publication date":
            return "The words need a publication date, and the article has none."
        case "fixes no days":
            return "The words say when, but fix no days."
        case _:
            return reason
