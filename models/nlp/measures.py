"""What each quantity of a sentence measures, by the words around it: the rules reader's answer."""

from collections.abc import Sequence
from dataclasses import replace

from models.domain.claim import Quantity, Span
from models.domain.vocabulary import Dimension, Measure
from models.nlp.measure_cues import cues_in
from models.nlp.measure_links import carried_from, is_as_many, linked_to, told_like
from models.nlp.measures_of_shares import is_at_a_rate, is_of_money, measure_of_share
from models.nlp.own_measures import Found, named_by_put_at, own_measure
from models.nlp.phrasing import HAPPENED, counted_after

_LONGEST = 1_200
"""Characters of a sentence that are read as one; a list of a thousand figures may be one sentence."""
_NEAR = 400
"""Characters on either side of a stretch of such a sentence that are read with it."""


def measures_of(
    text: str, quantities: Sequence[Quantity], phrases: Sequence[Span | None] | None = None
) -> list[Found]:
    """Return what every quantity of the sentence *text* measures, and how sure the rule is, 0 to 1.

    *phrases* are what each counts (phrasing.counted_after), found here where none are given. Linear in the
    text: of a sentence longer than any of news, each stretch is read with the words near it.
    """
    if phrases is None:
        phrases = [counted_after(text, quantity) for quantity in quantities]
    if len(text) <= _LONGEST:
        sentence = _Sentence(text, tuple(quantities), phrases)
        return [sentence.measure(which) for which in range(len(quantities))]
    found: list[Found] = []
    while len(found) < len(quantities):
        found += _measures_near(text, quantities, phrases, len(found))
    return found


def _measures_near(
    text: str, quantities: Sequence[Quantity], phrases: Sequence[Span | None], first: int
) -> list[Found]:
    """Return the measures from figure number *first* on to the end of its stretch of a long sentence."""
    begin = quantities[first].span.start
    low, high = max(0, begin - _NEAR), begin + 2 * _NEAR
    before, last = first, first + 1
    while before and quantities[before - 1].span.start >= low:
        before -= 1
    while last < len(quantities) and quantities[last].span.end <= begin + _NEAR:
        last += 1
    after = last
    high = max(high, quantities[last - 1].span.end)
    while after < len(quantities) and quantities[after].span.end <= high:
        after += 1

    def moved(noun: Span | None) -> Span | None:
        return noun.shifted(-low) if noun is not None and low <= noun.start and noun.end <= high else None

    near = tuple(
        replace(one, span=one.span.shifted(-low), counted=moved(one.counted))
        for one in quantities[before:after]
    )
    sentence = _Sentence(text[low:high], near, [moved(phrase) for phrase in phrases[before:after]])
    return [sentence.measure(which) for which in range(first - before, last - before)]


class _Sentence:
    """A sentence with its figures; what each says of itself is found once, however many lean on it."""

    def __init__(self, text: str, quantities: tuple[Quantity, ...], phrases: Sequence[Span | None]) -> None:
        self._text, self._quantities = text, quantities
        self._phrases = [
            None if phrase is not None and HAPPENED.fullmatch(phrase.text) else phrase for phrase in phrases
        ]
        self._owned: dict[int, Found | None] = {}
        self._alone: dict[int, Found] = {}

    def measure(self, which: int) -> Found:
        """Return the measure by the figure's own words, else by the figures that it is linked to."""
        text, quantities = self._text, self._quantities
        if (named := named_by_put_at(text, quantities[which])) is not None:
            return named, 0.9
        same = told_like(text, quantities, which)
        if same is not None and self.measure(same)[0] is not Measure.OTHER:
            return self.measure(same)
        if is_of_money(text, quantities[which]):
            return Measure.MONEY, 0.7
        if is_at_a_rate(text, quantities[which]):
            return Measure.SHARE, 0.9
        if is_as_many(text, quantities[which]):
            return self._measure_of_as_many(which)
        own = self._own(which)
        if own is not None:
            return own
        if (other := linked_to(quantities, which)) is not None:
            linked = self._measure_alone(other)[0]
            is_share = linked is Measure.SHARE and quantities[which].dimension is Dimension.COUNT
            if linked is not Measure.OTHER and not is_share:
                return linked, 0.8
        found = self._measure_alone(which)
        if found[0] is Measure.SHARE:
            return measure_of_share(text, quantities, which, self._phrases[which], found)
        return found

    def _measure_of_as_many(self, which: int) -> Found:
        """Return what is twice as many: what the verb right ahead has done, else the figure before."""
        start = self._quantities[which].span.start
        ahead = [cue for cue in cues_in(self._text) if cue.is_event and cue.end <= start]
        for cue in ahead:
            if not self._text[cue.end : start].strip():
                return cue.measure, 0.7
        return self._measure_alone(which - 1) if which else (Measure.OTHER, 0.9)

    def _own(self, which: int) -> Found | None:
        if which not in self._owned:
            self._owned[which] = own_measure(self._text, self._quantities, which, self._phrases[which])
        return self._owned[which]

    def _measure_alone(self, which: int) -> Found:
        """Return what the figure, or the one whose measure goes for it, says of itself."""
        chain = [which]
        while chain[-1] not in self._alone:
            if (own := self._own(chain[-1])) is not None:
                self._alone[chain[-1]] = own
                break
            whole = carried_from(self._text, self._quantities, chain[-1])
            if whole is None or whole in chain:
                self._alone[chain[-1]] = self._unsaid(chain[-1])
                break
            chain.append(whole)
        for part, whole in zip(chain[-2::-1], chain[:0:-1], strict=True):
            measure = self._alone[whole][0]
            is_told = measure not in (Measure.OTHER, Measure.SHARE)
            self._alone[part] = (measure, 0.6) if is_told else self._unsaid(part)
        return self._alone[which]

    def _unsaid(self, which: int) -> Found:
        is_share = self._quantities[which].dimension is Dimension.SHARE
        return (Measure.SHARE if is_share else Measure.OTHER), 0.6
