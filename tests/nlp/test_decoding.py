"""Decoding: spans from tags, links from quantities, ends cut clean, on logits made by hand."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from models.domain.claim import Quantity, Span
from models.domain.vocabulary import Basis, Bound, Certainty, Dimension, Measure
from models.nlp.decoding import Decoding, Logits, decode_sentence
from models.nlp.encoding import Encoded
from models.nlp.finder import Asked
from models.nlp.labels import BASES, BEGIN, CERTAINTIES, INSIDE, MEASURES, RELATIONS, TAGS
from models.nlp.proposals import FIRST_MEASURE, PLACE, Proposal

TEXT = "Kyiv said (14) died in Kharkiv."
WORDS = ["Kyiv", "said", "(", "14", ")", "died", "in", "Khar", "kiv", "."]


def encoded(*proposals: Proposal) -> Encoded:
    offsets, at = [(0, 0)], 0
    for word in WORDS:
        at = TEXT.index(word, at)
        offsets.append((at, at + len(word)))
        at += len(word)
    offsets.append((0, 0))
    return Encoded([0] * len(offsets), [0] * len(offsets), offsets, proposals)


def quantity(words: str = "14", best: int = 14) -> Quantity:
    start, value = TEXT.index(words), Decimal(best)
    return Quantity(
        Span.of(TEXT, start, start + len(words)), Bound.EXACT, value, value, value, Decimal("0.5"), "item",
        Dimension.COUNT,
    )  # fmt: skip


def logits() -> Logits:
    size = len(WORDS) + 2
    tags = np.zeros((size, len(TAGS), 3), np.float32)
    tags[:, :, 0] = 3
    links = np.zeros((len(RELATIONS), size, size), np.float32)
    links[:, :, 0] = 6
    return Logits(
        tags=tags,
        measure=np.zeros((size, len(MEASURES)), np.float32),
        basis=np.zeros((size, len(BASES)), np.float32),
        certainty=np.zeros((size, len(CERTAINTIES)), np.float32),
        check=np.array([0.0, 0.0, 4.0], np.float32),
        links=links,
        sentence_vector=np.zeros(384, np.float32),
    )


def tag(made: Logits, kind: str, first: int, last: int) -> None:
    for token in range(first, last + 1):
        made.tags[token, TAGS.index(kind), BEGIN if token == first else INSIDE] = 8


def link(made: Logits, relation: str, quantity_token: int, to: int) -> None:
    made.links[RELATIONS.index(relation), quantity_token, to] = 12


def test_each_quantity_gets_what_its_own_tokens_say() -> None:
    made = logits()
    made.measure[4, MEASURES.index(Measure.KILLED)] = 5
    made.basis[4, BASES.index(Basis.STOCK)] = 5
    made.certainty[4, CERTAINTIES.index(Certainty.POSSIBLE)] = 5
    tag(made, "place", 8, 9)
    tag(made, "source", 1, 1)
    tag(made, "cue", 2, 2)
    link(made, "place", 4, 8)
    link(made, "source", 4, 1)
    marks = decode_sentence(Asked(TEXT, (quantity(),)), encoded(), made, Decoding())
    (figure,) = marks.figures
    assert (figure.measure, figure.basis, figure.certainty) == (
        Measure.KILLED,
        Basis.STOCK,
        Certainty.POSSIBLE,
    )
    assert figure.attribution.place == Span.of(TEXT, TEXT.index("Kharkiv"), TEXT.index("Kharkiv") + 7)
    assert (figure.attribution.source, figure.attribution.cue) == (Span(0, 4, "Kyiv"), "said")
    assert figure.attribution.period is None
    assert 0.8 < figure.confidence["measure"] < 1
    assert marks.is_worth_checking


def test_persons_are_never_buildings() -> None:
    made = logits()
    made.measure[4, MEASURES.index(Measure.BUILDINGS_DESTROYED)] = 9
    made.measure[4, MEASURES.index(Measure.INJURED)] = 5
    people = replace(quantity(), unit="person")
    read = [
        decode_sentence(Asked(TEXT, (asked,)), encoded(), made, Decoding()).figures[0].measure
        for asked in (people, quantity())
    ]
    assert read == [Measure.INJURED, Measure.BUILDINGS_DESTROYED]


def test_the_rules_name_what_a_stated_zero_counts() -> None:
    made = logits()
    made.measure[4, MEASURES.index(Measure.KILLED)] = 9
    known = encoded(proposed(Measure.CASUALTIES, 0.9))
    read = [
        decode_sentence(Asked(TEXT, (quantity(best=best),)), known, made, Decoding()).figures[0].measure
        for best in (0, 14)
    ]
    assert read == [Measure.CASUALTIES, Measure.KILLED]


def test_a_speaker_does_not_end_with_the_verb() -> None:
    made = logits()
    tag(made, "source", 1, 2)
    link(made, "source", 4, 1)
    marks = decode_sentence(Asked(TEXT, (quantity(),)), encoded(), made, Decoding())
    assert marks.figures[0].attribution.source == Span.of(TEXT, 0, len("Kyiv"))


def proposed(measure: Measure, sureness: float) -> Proposal:
    start = TEXT.index("14")
    return Proposal(start, start + 2, FIRST_MEASURE + MEASURES.index(measure), sureness)


@pytest.mark.parametrize(("sureness", "read"), [(0.8, Measure.OTHER), (0.6, Measure.AFFECTED)])
def test_a_word_that_says_other_is_heard_and_not_knowing_better_is_not(
    sureness: float, read: Measure
) -> None:
    made = logits()
    made.measure[4, MEASURES.index(Measure.AFFECTED)] = 1.5
    known = encoded(proposed(Measure.OTHER, sureness))
    marks = decode_sentence(Asked(TEXT, (quantity(),)), known, made, Decoding())
    assert marks.figures[0].measure == read


def test_a_link_to_the_first_token_means_none() -> None:
    made = logits()
    tag(made, "place", 8, 9)
    marks = decode_sentence(Asked(TEXT, (quantity(),)), encoded(), made, Decoding())
    assert marks.figures[0].attribution.place is None


def test_a_link_into_untagged_words_grows_by_what_the_tags_allow() -> None:
    made = logits()
    made.tags[8:10, TAGS.index("place"), INSIDE] = 2.5
    link(made, "place", 4, 9)
    marks = decode_sentence(Asked(TEXT, (quantity(),)), encoded(), made, Decoding())
    assert marks.figures[0].attribution.place == Span.of(
        TEXT, TEXT.index("Kharkiv"), TEXT.index("Kharkiv") + 7
    )


def test_half_a_word_and_hanging_marks_are_mended() -> None:
    made = logits()
    tag(made, "place", 9, 10)
    link(made, "place", 4, 9)
    place = (
        decode_sentence(Asked(TEXT, (quantity(),)), encoded(), made, Decoding()).figures[0].attribution.place
    )
    assert place is not None
    assert place.text.startswith("Kharkiv")


def test_a_span_is_cut_where_the_rules_cut_it() -> None:
    made = logits()
    tag(made, "place", 7, 9)
    link(made, "place", 4, 8)
    asked, at = Asked(TEXT, (quantity(),)), TEXT.index("Kharkiv")
    alone = decode_sentence(asked, encoded(), made, Decoding()).figures[0].attribution.place
    known = encoded(Proposal(at, at + 7, PLACE))
    cut = decode_sentence(asked, known, made, Decoding()).figures[0].attribution.place
    assert (alone and alone.text, cut and cut.text) == ("in Kharkiv", "Kharkiv")


def test_a_stated_zero_is_asserted_whatever_the_model_says() -> None:
    made = logits()
    made.certainty[4, CERTAINTIES.index(Certainty.DENIED)] = 9
    marks = decode_sentence(Asked(TEXT, (quantity(best=0),)), encoded(), made, Decoding())
    assert marks.figures[0].certainty is Certainty.ASSERTED


def test_a_quantity_behind_the_last_token_is_marked_as_unsure() -> None:
    short = Encoded([0, 0, 0], [0, 0, 0], [(0, 0), (0, 4), (0, 0)])
    full = logits()
    cut = Logits(
        full.tags[:3], full.measure[:3], full.basis[:3], full.certainty[:3], full.check,
        full.links[:, :3, :3], full.sentence_vector,
    )  # fmt: skip
    (figure,) = decode_sentence(Asked(TEXT, (quantity(),)), short, cut, Decoding()).figures
    assert figure.measure is Measure.OTHER
    assert figure.confidence["measure"] == pytest.approx(0.1)


def test_a_temperature_above_one_makes_it_less_sure() -> None:
    made = logits()
    made.measure[4, 0] = 5
    asked = Asked(TEXT, (quantity(),))
    plain = decode_sentence(asked, encoded(), made, Decoding()).figures[0].confidence["measure"]
    cooled = decode_sentence(asked, encoded(), made, Decoding.of({"measure_temperature": 2.0, "unknown": 1}))
    assert cooled.figures[0].confidence["measure"] < plain
