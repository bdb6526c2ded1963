"""How the model's logits become marks: spans from tags, links from quantities, calibrated confidences."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.domain.claim import Quantity, Span
from models.domain.speech.words import ALSO_NOUNS, SAYING
from models.domain.vocabulary import Certainty, Dimension, Measure
from models.nlp.choosing import follow_rules
from models.nlp.encoding import Encoded
from models.nlp.finder import Asked, Attribution, FigureMarks, SentenceMarks
from models.nlp.labels import BASES, BEGIN, CERTAINTIES, MEASURES, OUTSIDE, RELATIONS, TAGS
from models.nlp.own_measures import named_by_put_at
from models.nlp.place_words import whole_place
from models.nlp.proposals import COUNTED, PERIOD, PLACE, SOURCE

Floats = NDArray[np.float32]
PROPOSED = {"counted": COUNTED, "place": PLACE, "period": PERIOD, "source": SOURCE}
SNAPPED = frozenset(PROPOSED)
_SPOKEN = (SAYING | {"spoke", "speaks", "speaking"}) - ALSO_NOUNS
_CLOSED = ".,;:!?\"”’)]}'"
_OPENED = "\"“‘([{'"


@dataclass(frozen=True, slots=True)
class Decoding:
    """What was set on the tuning split with the quantized model: temperatures and thresholds."""

    measure_temperature: float = 1.0
    confidence_temperature: float = 1.0
    """Of the model's and the rules' scores together: what they trust both, they trust too much."""
    check_temperature: float = 1.0
    worth_checking: float = 0.5
    sure: float = 0.7
    """How sure a rule is that a word tells; below it is a guess by what stands near."""
    trust_in_sure_rules: float = 4.0
    """What the measure gains that such a rule names: it saves the rare words that the corpus has few of."""
    trust_in_guesses: float = 2.0
    """What the measure of a guess gains; "other" gains nothing then: it says only that no word is known."""
    inside: float = 0.1
    """A token joins a span that a link found where its tags say so with this probability."""
    middling: float = 0.35
    """How much "a fact that nobody would check" adds to a sentence's worth beside no fact at all."""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Decoding":
        """Read the settings from a model's config; what it leaves out keeps its default."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: float(value) for name, value in values.items() if name in known})


@dataclass(frozen=True, slots=True)
class Logits:
    """The outputs for one sentence of T tokens, without padding (shapes in lab/model.py, less the batch)."""

    tags: Floats
    measure: Floats
    basis: Floats
    certainty: Floats
    check: Floats
    links: Floats
    sentence_vector: Floats


def softmax(logits: Floats) -> Floats:
    """Return probabilities over the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


def decode_sentence(asked: Asked, encoded: Encoded, logits: Logits, decoding: Decoding) -> SentenceMarks:
    """Read one sentence's outputs; quantities cut off behind the last token are marked as other."""
    tags = softmax(logits.tags)
    links = softmax(logits.links)
    spans = {kind: _spans(tags[:, number]) for number, kind in enumerate(TAGS)}
    reader = _SentenceReader(asked.text, encoded, tags, links, spans, decoding)
    check = softmax(logits.check / decoding.check_temperature)
    figures = tuple(_figure(reader, quantity, logits, decoding) for quantity in asked.quantities)
    return SentenceMarks(
        check_worthiness=float(check[2] + decoding.middling * check[1]),
        is_worth_checking=bool(check[2] >= decoding.worth_checking),
        certainty=CERTAINTIES[int(logits.certainty[0].argmax())],
        attribution=reader.attribution([0]),
        figures=figures,
        confidence={"check": float(check[2])},
    )


NAMED = np.float32(2.0)
"""By how much a measure leads that its sentence names for the number."""


def _figure(reader: "_SentenceReader", quantity: Quantity, logits: Logits, decoding: Decoding) -> FigureMarks:
    tokens = reader.encoded.tokens_of(quantity.span.start, quantity.span.end)
    if not tokens:
        return FigureMarks(
            MEASURES[-1], None, Certainty.ASSERTED, None, Attribution(), {"quantity": 0.5, "measure": 0.1}
        )
    scores = score_measures(reader.text, reader.encoded, quantity, logits, decoding)
    best = int(scores.argmax())
    sure = softmax(scores / np.float32(decoding.confidence_temperature))[best]
    certainty = CERTAINTIES[int(logits.certainty[tokens].mean(0).argmax())]
    if quantity.best is not None and quantity.best == 0:
        certainty = Certainty.ASSERTED  # a stated zero is asserted, whoever states it
    return FigureMarks(
        measure=MEASURES[best],
        basis=BASES[int(logits.basis[tokens].mean(0).argmax())],
        certainty=certainty,
        counted=_counted(reader, quantity, tokens),
        attribution=follow_rules(reader.text, quantity.span, reader.attribution(tokens)),
        confidence={
            "quantity": float((1 - reader.tags[tokens, 0, OUTSIDE]).max()),
            "measure": float(sure),
        },
    )


def score_measures(
    text: str, encoded: Encoded, quantity: Quantity, logits: Logits, decoding: Decoding
) -> Floats:
    """Return a score of every measure for a quantity that has tokens: the model's and the rules' together."""
    tokens = encoded.tokens_of(quantity.span.start, quantity.span.end)
    scores = logits.measure[tokens].mean(0) / np.float32(decoding.measure_temperature)
    by_rules, trust = _measure_by_rules(encoded, quantity.span, decoding)
    scores[by_rules] += np.float32(trust)
    scores = np.where(_is_possible(quantity), scores, np.float32(-1e4))
    if (named := named_by_put_at(text, quantity)) is not None:
        scores[MEASURES.index(named)] = scores.max() + NAMED  # it says outright what the number is
    elif quantity.best == 0 and MEASURES[by_rules] is not Measure.OTHER:
        scores[by_rules] = scores.max() + NAMED  # "no casualties": the words of a zero are few and plain
    return scores


_NOT_COUNTED = frozenset({Measure.DISTANCE, Measure.AREA, Measure.DURATION, Measure.AGE, Measure.SHARE})
_NOT_OF_PEOPLE = _NOT_COUNTED | {
    Measure.BUILDINGS_DAMAGED,
    Measure.BUILDINGS_DESTROYED,
    Measure.VEHICLES,
    Measure.WEAPONS,
    Measure.MONEY,
}
_COUNTS_CAN_BE = np.array([measure not in _NOT_COUNTED for measure in MEASURES])
_PEOPLE_CAN_BE = np.array([measure not in _NOT_OF_PEOPLE for measure in MEASURES])
_ANYTHING = np.ones(len(MEASURES), bool)


def _is_possible(quantity: Quantity) -> NDArray[np.bool_]:
    """Say of every measure whether the quantity can have it: persons are no buildings, counts no distance."""
    if quantity.unit in ("person", "household"):
        return _PEOPLE_CAN_BE
    return _COUNTS_CAN_BE if quantity.dimension is Dimension.COUNT else _ANYTHING


def _measure_by_rules(encoded: Encoded, span: Span, decoding: Decoding) -> tuple[int, float]:
    """Return the number of the measure that the rules propose for a quantity, and what it gains by that."""
    for proposal in encoded.proposals:
        if (proposal.start, proposal.end) == (span.start, span.end) and proposal.measure is not None:
            if proposal.sureness >= decoding.sure:
                return proposal.measure, decoding.trust_in_sure_rules
            is_known = MEASURES[proposal.measure] is not Measure.OTHER
            return proposal.measure, decoding.trust_in_guesses if is_known else 0.0
    return len(MEASURES) - 1, 0.0


def _counted(reader: "_SentenceReader", quantity: Quantity, tokens: list[int]) -> Span | None:
    """Return what is counted: the reader's phrase where it has one (it errs less), else the model's."""
    return quantity.counted or reader.linked("counted", tokens)


def _spans(tags: Floats) -> list[tuple[int, int]]:
    """Return half-open token ranges: one begins at "begin", or at "inside" behind "outside"."""
    labels = tags.argmax(-1)
    spans: list[tuple[int, int]] = []
    for token in range(1, len(labels) - 1):
        label = int(labels[token])
        if label == OUTSIDE:
            continue
        if label == BEGIN or not spans or spans[-1][1] != token:
            spans.append((token, token + 1))
        else:
            spans[-1] = (spans[-1][0], token + 1)
    return spans


def without_verb(speaker: Span) -> Span:
    """Return the speaker's words without the verb of saying that hangs on their end: "Kyiv said"."""
    name, _, last = speaker.text.rpartition(" ")
    is_verb = bool(name) and last in _SPOKEN
    return Span(speaker.start, speaker.start + len(name.rstrip()), name.rstrip()) if is_verb else speaker


@dataclass(frozen=True, slots=True)
class _SentenceReader:
    text: str
    encoded: Encoded
    tags: Floats
    links: Floats
    spans: dict[str, list[tuple[int, int]]]
    decoding: Decoding

    def attribution(self, tokens: list[int]) -> Attribution:
        """Read place, period and source of a quantity's tokens, or of the sentence's ([0])."""
        source = self.linked("source", tokens)
        source = without_verb(source) if source else None
        place = self.linked("place", tokens)
        return Attribution(
            place=whole_place(self.text, place) if place else None,
            period=self.linked("period", tokens),
            source=source,
            cue=self._cue(source) if source else None,
        )

    def linked(self, relation: str, tokens: list[int]) -> Span | None:
        """Return the words that the relation points to, or None where it points to none."""
        masses = self.links[RELATIONS.index(relation), tokens[0]]
        candidates = [(float(masses[a:b].sum()), (a, b)) for a, b in self.spans[relation]]
        best, span = max(candidates, default=(0.0, (0, 0)))
        if best <= masses[0] or best < 0.3:
            at = int(masses[1:-1].argmax()) + 1 if len(masses) > 2 else 0
            if masses[at] <= masses[0] or masses[at] <= best:
                return None
            span = self._grown(relation, at)
        words = self._words(*span)
        return self._snapped(relation, words) if words and relation in SNAPPED else words

    def _snapped(self, relation: str, words: Span) -> Span:
        """Return the rules' span where it is nearly the model's: rules cut cleaner ends."""
        for start, end, kind, _ in self.encoded.proposals:
            shared = min(end, words.end) - max(start, words.start)
            if kind == PROPOSED[relation] and 2 * shared >= max(end - start, words.end - words.start):
                return Span.of(self.text, start, end)
        return words

    def _grown(self, relation: str, at: int) -> tuple[int, int]:
        """Grow a span from one token while its tags say that it may be inside."""
        inside = 1 - self.tags[:, TAGS.index(relation), OUTSIDE] >= self.decoding.inside
        start = end = at
        while start > 1 and inside[start - 1]:
            start -= 1
        while end < len(inside) - 2 and inside[end + 1]:
            end += 1
        return start, end + 1

    def _words(self, start: int, end: int) -> Span | None:
        """Return whole words, without the marks and brackets that hang on their ends."""
        first, last = self.encoded.offsets[start][0], self.encoded.offsets[end - 1][1]
        while first > 0 and self.text[first - 1].isalnum() and self.text[first].isalnum():
            first -= 1
        while last < len(self.text) and self.text[last].isalnum() and self.text[last - 1].isalnum():
            last += 1
        while first < last and (self.text[first].isspace() or self.text[first] in _CLOSED):
            first += 1
        while last > first and (self.text[last - 1].isspace() or self.text[last - 1] in _OPENED + ",;:"):
            last -= 1
        return Span.of(self.text, first, last) if first < last else None

    def _cue(self, source: Span) -> str | None:
        """Return the cue verb nearest to the speaker."""
        words = [span for a, b in self.spans["cue"] if (span := self._words(a, b))]
        nearest = min(
            words, key=lambda w: min(abs(w.start - source.end), abs(source.start - w.end)), default=None
        )
        return nearest.text if nearest else None
