"""How marked sentences become training examples: word pieces with labels, batched and padded."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import torch

from lab.corpus.documents import Document, MarkedSentence, Offsets
from lab.corpus.measured import MeasuredText
from models.domain.claim import Span
from models.domain.vocabulary import Measure
from models.nlp.encoding import Encoded, SentenceEncoder
from models.nlp.labels import BASES, BEGIN, CERTAINTIES, INSIDE, MEASURES, RELATIONS, TAGS
from models.nlp.proposals import COUNTED, FIRST_MEASURE, propose
from models.nlp.reading import ArticleReader
from models.nlp.sentences import split
from models.nlp.windows import LONGEST, Part, Window, windows_of

IGNORED = -100


@dataclass(frozen=True, slots=True)
class FigureLabels:
    """A quantity's tokens and what they should answer."""

    tokens: list[int]
    measure: int
    basis: int
    certainty: int
    links: list[list[int]]
    """For each relation the tokens it points to: [0] for none in the sentence."""


@dataclass(frozen=True, slots=True)
class Example:
    """One encoded sentence with its labels; token numbers count within the sentence."""

    text: str
    encoded: Encoded
    check: int
    """0 to 2, or -100 where nobody marked it."""
    tags: list[list[int]]
    """Per token, one outside/begin/inside label for each kind of span."""
    figures: list[FigureLabels]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Article:
    """The examples of one document, in order, and its title."""

    title: Encoded
    examples: list[Example]


@dataclass(frozen=True, slots=True)
class Passage:
    """A window with the examples of its parts: what the network sees at once."""

    window: Window
    examples: list[Example]


LENGTHS = (0, 0, 96, 160, 160)
"""Windows of a training epoch, by turns: a sentence may also come alone, and with or without a title."""


UNNAMED = 0.2
"""Share of a training epoch's windows whose quantities come without the rules' measures."""
UNKNOWN_MEASURE = FIRST_MEASURE + MEASURES.index(Measure.OTHER)


def read_articles(documents: Sequence[Document], encoder: SentenceEncoder) -> list[Article]:
    """Turn every sentence into an example; the product's own readers propose, as in use."""
    articles = []
    for document in documents:
        reader = ArticleReader(document.text, document.title, document.published_on)
        examples = []
        for sentence in document.sentences:
            span = Span.of(document.text, sentence.start, sentence.end)
            proposals = propose(span.text, reader.quantities(span))
            encoded = encoder.encode([span.text], [proposals])[0]
            examples.append(_example(span.text, sentence, encoded))
        articles.append(Article(encoder.encode([document.title], [()])[0], examples))
    return articles


def read_measures(texts: Sequence[MeasuredText], encoder: SentenceEncoder) -> list[Article]:
    """Turn texts with nothing but measures into examples: what is not marked is not asked."""
    articles = []
    for text in texts:
        reader = ArticleReader(text.text, "", None)
        examples = []
        for span in split(text.text):
            encoded = encoder.encode([span.text], [propose(span.text, reader.quantities(span))])[0]
            figures = [
                FigureLabels(tokens, MEASURES.index(measure), IGNORED, IGNORED, [[] for _ in RELATIONS])
                for (start, end), measure in text.figures
                if span.start <= start < span.end
                and (tokens := encoded.tokens_of(start - span.start, end - span.start))
            ]
            unasked = [[IGNORED] * len(TAGS) for _ in encoded.ids]
            examples.append(Example(span.text, encoded, IGNORED, unasked, figures))
        articles.append(Article(encoder.encode([""], [()])[0], examples))
    return articles


def passages_of(articles: Sequence[Article], longest: int = LONGEST, has_title: bool = True) -> list[Passage]:
    """Put the sentences of every article into windows of at most *longest* tokens."""
    passages = []
    for article in articles:
        encoded = [example.encoded for example in article.examples]
        passages += [
            Passage(window, [article.examples[part.number] for part in window.parts])
            for window in windows_of(encoded, article.title if has_title else None, longest)
        ]
    return passages


def draw_passages(
    articles: Sequence[Article], chooser: random.Random, is_alone: bool = False
) -> list[Passage]:
    """Put every article into windows of a length drawn for it, with its title more often than not."""
    if is_alone:
        return passages_of(articles, 0, False)
    passages = []
    for article in articles:
        passages += passages_of([article], chooser.choice(LENGTHS), chooser.random() < 0.7)
    return [_without_measures(passage) if chooser.random() < UNNAMED else passage for passage in passages]


def _without_measures(passage: Passage) -> Passage:
    """Leave every quantity's measure to the words: the rules will know better words than they do now."""
    types = [UNKNOWN_MEASURE if FIRST_MEASURE <= kind < COUNTED else kind for kind in passage.window.types]
    return replace(passage, window=replace(passage.window, types=types))


def _example(text: str, sentence: MarkedSentence, encoded: Encoded) -> Example:
    def tokens(offsets: Offsets | None) -> list[int]:
        """Find the tokens of words in this sentence; words of an earlier one have none here."""
        if offsets is None or offsets[0] < sentence.start:
            return []
        return encoded.tokens_of(offsets[0] - sentence.start, offsets[1] - sentence.start)

    spans: dict[str, list[list[int]]] = {kind: [] for kind in TAGS}
    figures = []
    for figure in sentence.figures:
        parts = {
            "quantity": tokens(figure.quantity),
            "counted": tokens(figure.counted),
            "place": tokens(figure.place),
            "period": tokens(figure.period),
            "source": tokens(figure.source),
            "cue": tokens(_cue_offsets(text, sentence, figure.source, figure.cue)),
        }
        for kind, part in parts.items():
            spans[kind].append(part)
        if parts["quantity"]:
            figures.append(
                FigureLabels(
                    tokens=parts["quantity"],
                    measure=MEASURES.index(figure.measure),
                    basis=BASES.index(figure.basis),
                    certainty=CERTAINTIES.index(figure.certainty),
                    links=[parts[relation] or [0] for relation in RELATIONS],
                )
            )
    own = {
        "place": tokens(sentence.place),
        "period": tokens(sentence.period),
        "source": tokens(sentence.source),
    }
    for kind, part in own.items():
        spans[kind].append(part)
    spans["cue"].append(tokens(_cue_offsets(text, sentence, sentence.source, sentence.cue)))
    # Token 0 stands for the sentence. Where it has figures, only its speaker was marked for the whole.
    alone = not sentence.figures
    figures.append(
        FigureLabels(
            tokens=[0],
            measure=IGNORED,
            basis=IGNORED,
            certainty=CERTAINTIES.index(sentence.certainty) if alone else IGNORED,
            links=[
                [],
                (own["place"] or [0]) if alone and sentence.check == 2 else [],
                (own["period"] or [0]) if alone and sentence.check == 2 else [],
                own["source"] or [0],
            ],
        )
    )
    tags = [[0] * len(TAGS) for _ in encoded.ids]
    for number, kind in enumerate(TAGS):
        for part in spans[kind]:
            for place, token in enumerate(part):
                tags[token][number] = INSIDE if place else BEGIN
    return Example(text, encoded, sentence.check, tags, figures)


def _cue_offsets(
    text: str, sentence: MarkedSentence, source: Offsets | None, cue: str | None
) -> Offsets | None:
    """Find the cue verb nearest to its speaker; sheets quote it without saying where it stands."""
    if not cue or source is None or source[0] < sentence.start:
        return None
    near = source[1] - sentence.start
    best, at = None, text.find(cue)
    while at >= 0:
        if best is None or abs(at - near) < abs(best - near):
            best = at
        at = text.find(cue, at + 1)
    return None if best is None else (sentence.start + best, sentence.start + best + len(cue))


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of some passages; label positions that do not count hold -100."""

    passages: list[Passage]
    inputs: dict[str, torch.Tensor]
    tags: torch.Tensor

    def sentences(self) -> Iterator[tuple[int, Part, Example]]:
        """Yield (row, part, example) of every sentence."""
        for row, passage in enumerate(self.passages):
            for part, example in zip(passage.window.parts, passage.examples, strict=True):
                yield row, part, example


def batches(passages: Sequence[Passage], tokens: int, shuffle: random.Random | None) -> Iterator[Batch]:
    """Yield batches of like length and at most so many *tokens*; with *shuffle* in random order."""
    lengths = [len(passage.window.ids) for passage in passages]
    order = list(range(len(passages)))
    if shuffle is not None:
        order.sort(key=lambda n: lengths[n] + shuffle.random() * 8)
    chunks: list[list[int]] = []
    longest = 0
    for number in order:
        longest = max(longest, lengths[number])
        if chunks and (len(chunks[-1]) + 1) * longest <= tokens:
            chunks[-1].append(number)
        else:
            chunks.append([number])
            longest = lengths[number]
    if shuffle is not None:
        shuffle.shuffle(chunks)
    for chunk in chunks:
        yield _pad([passages[n] for n in chunk])


def _pad(passages: list[Passage]) -> Batch:
    length = max(len(passage.window.ids) for passage in passages)
    shape = (len(passages), length)
    ids, types, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    tags = torch.full((*shape, len(TAGS)), IGNORED)
    for row, passage in enumerate(passages):
        size = len(passage.window.ids)
        ids[row, :size] = torch.tensor(passage.window.ids)
        types[row, :size] = torch.tensor(passage.window.types)
        mask[row, :size] = 1
    batch = Batch(passages, {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}, tags)
    for row, part, example in batch.sentences():
        tags[row, part.start + 1 : part.end - 1] = torch.tensor(example.tags)[1:-1]
    return batch
