"""Which words of a sentence say when, and which days they mean."""

from calendar import month_name
from datetime import date

from models.domain.claim import Period, Span
from models.domain.time.calendar_windows import Window
from models.domain.time.datelines import find_dateline as find_dateline
from models.domain.time.expressions import Anchor, NoPublicationDateError
from models.domain.time.grammar import read_expression
from models.domain.time.tokens import Tokens
from models.domain.time.words import DUE_VERBS, FUTURE_CUES, PAST_CUES
from models.domain.vocabulary import PeriodPrecision

#: Rules whose words fix the days alone, without a publication date.
_FIXED_RULES = frozenset(
    {"date", "date:iso", "date:day_first", "date:month_first", "month:of_year", "year", "years", "split_year"}
    | {"decade", "century"}
)


def find_periods(sentence: str) -> list[Span]:
    """Find the time expressions of *sentence*, in order and apart; spans are relative to it.

    A span holds the words that change the days ("since February"), not a plain "on" or "in". Linear in
    the sentence.
    """
    tokens = Tokens(sentence)
    spans, i = [], 0
    while i < len(tokens):
        found = read_expression(tokens, i)
        if found is None:
            i += 1
            continue
        spans.append(Span.of(sentence, tokens.starts[i], tokens.ends[found[1] - 1]))
        i = found[1]
    return spans


def resolve_period(
    words: str | Span,
    published_on: date | None,
    future: bool | None = None,
    around: Period | None = None,
    country: str | None = None,
) -> Period | None:
    """Read *words* as days, from the publication date; None when they hold no time expression.

    ``future`` says which way a bare "Friday" or "March" looks (None: the words decide, else the past; see
    :func:`looks_ahead`). ``around`` is the period that "a day earlier" counts from, else the publication
    date; ``country`` (ISO alpha-2) turns seasons and fiscal years. Days are inclusive, None is an open end;
    both are None when the words need a publication date and there is none, or fix no days.
    """
    span = words if isinstance(words, Span) else Span(0, len(words), words)
    tokens = Tokens(span.text, trusted=True)
    found = next((read for i in range(len(tokens)) if (read := read_expression(tokens, i))), None)
    if found is None:
        return None
    expression = found[0]
    window_around = Window(around.first_day, around.last_day, around.precision) if around else None
    anchor = Anchor(published_on, future, window_around, country)
    why: tuple[str, ...] = (f"period:{expression.rule}", f"words:{span.text}")
    nothing = Window(None, None, PeriodPrecision.SPAN)
    try:
        window = expression.window(anchor) or nothing
    except NoPublicationDateError:
        return Period(span, None, None, PeriodPrecision.SPAN, (*why, "no publication date"))
    except (OverflowError, ValueError):  # beyond the calendar's years 1 to 9999
        window = nothing
    if window.first is None and window.last is None:
        why = (*why, "fixes no days")
    elif published_on is not None and expression.rule not in _FIXED_RULES:
        why = (*why, f"published:{published_on.isoformat()}")
    return Period(span, window.first, window.last, window.precision, why)


def looks_ahead(sentence: str, at: Span) -> bool | None:
    """Say whether the clause around the time words *at* speaks of the future; None when no verb tells.

    The nearest telling word before the time words decides ("will close on Friday", "said on Friday that it
    will"), else the nearest after them ("On Friday voters will").
    """
    tokens = Tokens(sentence)
    before = [i for i in range(len(tokens)) if tokens.ends[i] <= at.start]
    after = [i for i in range(len(tokens)) if tokens.starts[i] >= at.end]
    for indices in (reversed(before), after):
        for i in indices:
            word = tokens.word(i)
            if (
                word in FUTURE_CUES
                or _is_due(tokens, i)
                or (word == "set" and tokens.word(i + 1) in ("to", "for"))
            ):
                return True
            if word in PAST_CUES or _is_past_form(tokens, i):
                return False
    return None


def _is_due(tokens: Tokens, i: int) -> bool:
    """Say whether "due" looks ahead ("due to open", "due in May"); "due to rain" gives a cause."""
    if tokens.word(i) != "due":
        return False
    return tokens.word(i + 1) != "to" or tokens.word(i + 2) in DUE_VERBS


def _is_past_form(tokens: Tokens, i: int) -> bool:
    word = tokens.word(i)
    if len(word) < 5 or not word.endswith("ed") or not tokens.raw[i][0].islower():
        return False
    return tokens.word(i - 1) not in ("be", "being", "is", "are", "to", "the", "a", "an")


def describe_period(period: Period) -> str:
    """Say a period in plain words: "3 March 2022", "from 1 February 2022 on", "March 2022"."""
    first, last = period.first_day, period.last_day
    if first is None and last is None:
        return "no days fixed"
    if first is None:
        return f"up to {_say(last)}"
    if last is None:
        return f"from {_say(first)} on"
    if first == last:
        return _say(first)
    if period.precision is PeriodPrecision.MONTH:
        return f"{month_name[first.month]} {first.year}"
    if period.precision is PeriodPrecision.YEAR and (first.month, first.day) == (1, 1):
        return str(first.year)
    return f"{_say(first)} to {_say(last)}"


def _say(day: date | None) -> str:
    return f"{day.day} {month_name[day.month]} {day.year}" if day else "an open end"
