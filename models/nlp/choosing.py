"""Which of a sentence's places, times and speakers belongs to a quantity, by the rules."""

from collections.abc import Sequence

from models.domain.claim import Source, Span
from models.domain.periods import find_periods
from models.domain.sources import find_sources, source_of
from models.nlp.finder import Attribution


def nearest(text: str, quantity: Span, spans: Sequence[Span]) -> Span | None:
    """Return the span with the fewest characters between; a clause boundary between counts as forty more."""

    def gap(span: Span) -> int:
        low, high = (quantity.end, span.start) if span.start >= quantity.end else (span.end, quantity.start)
        between = text[low:high]
        return max(0, high - low) + 40 * (between.count(";") + between.count(", "))

    free = [span for span in spans if span.end <= quantity.start or span.start >= quantity.end]
    return min(free, key=gap, default=None)


def follow_rules(text: str, claim: Span, found: Attribution) -> Attribution:
    """Let the model say whether there is a speaker and a time, and the rules which, where they know one.

    On the tuning split that is better than either alone: the rules name a time for figures that have none,
    the model picks the wrong one of two.
    """
    speaker: Source | None = None
    if found.source is not None:
        speaker = source_of(find_sources(text), text, claim)
    period = found.period
    if period is not None:
        period = nearest(text, claim, find_periods(text)) or period
    return Attribution(
        place=found.place,
        period=period,
        source=speaker.span if speaker else found.source,
        cue=speaker.cue if speaker else found.cue,
    )
