"""A document and its marks as one page to look through (`python -m lab.corpus.page DOC_ID`, `--all DIR`)."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lab.corpus.comparing import pair_up
from lab.corpus.documents import HERE, Document, MarkedFigure, MarkedSentence, Offsets, read_corpus
from lab.corpus.second import Twice, read_twice
from lab.corpus.splits import split_of

PAGES = HERE.parent.parent / "var" / "corpus"
"""Where pages go unless told otherwise: outside version control, since some texts are not ours to publish."""

KINDS = ("quantity", "counted", "place", "period", "source")
"""What a figure points at, in the order of the legend and of the nested lines under the words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the same marks cover; *anchors* name the marks that begin here."""

    words: str
    kinds: tuple[str, ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of a figure: its words or its choice, the mark it points at, and whether readers differ."""

    name: str
    value: str
    anchor: str | None = None
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A figure as the page lists it beside its sentence."""

    quantity: Fact
    facts: tuple[Fact, ...]
    alone: bool
    """Whether the other reader marked no such quantity."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's marks on one sentence."""

    reader: str
    pieces: tuple[Piece, ...]
    facts: tuple[Fact, ...]
    cards: tuple[Card, ...]
    check: int
    check_differs: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with one reading, or two side by side."""

    number: int
    starts_paragraph: bool
    readings: tuple[Reading, ...]


def rows(first: Document, second: Document | None = None) -> Iterator[Row]:
    """Yield the sentences of a document with its marks, both readers' where it was marked twice."""
    last = 0
    for number, sentence in enumerate(first.sentences):
        other = second.sentences[number] if second else None
        readings = [_reading("first", first, sentence, other)]
        if second and other:
            readings.append(_reading("second", second, other, sentence))
        yield Row(number, "\n\n" in first.text[last : sentence.start], tuple(readings))
        last = sentence.end


def _reading(
    reader: str, document: Document, sentence: MarkedSentence, other: MarkedSentence | None
) -> Reading:
    pairs = pair_up(sentence.figures, other.figures) if other else []
    partners = {mine.quantity: theirs for mine, theirs in pairs}
    cards = tuple(
        _card(reader, document, sentence, figure, partners.get(figure.quantity), other is not None)
        for figure in sentence.figures
    )
    return Reading(
        reader=reader,
        pieces=tuple(pieces(reader, document, sentence)),
        facts=tuple(_sentence_facts(reader, document, sentence, other)),
        cards=cards,
        check=sentence.check,
        check_differs=other is not None and other.check != sentence.check,
    )


def pieces(reader: str, document: Document, sentence: MarkedSentence) -> Iterator[Piece]:
    """Cut a sentence where any mark begins or ends; marks from later sentences that point here count."""
    marks = [
        (kind, (max(start, sentence.start), min(end, sentence.end)))
        for kind, (start, end) in _marks(document)
        if start < sentence.end and end > sentence.start
    ]
    cuts = sorted({sentence.start, sentence.end, *(edge for _, span in marks for edge in span)})
    for start, end in pairwise(cuts):
        covering = {kind for kind, span in marks if span[0] <= start and end <= span[1]}
        begun = {_anchor(reader, span) for _, span in marks if span[0] == start}
        yield Piece(
            words=document.text[start:end],
            kinds=tuple(kind for kind in KINDS if kind in covering),
            anchors=tuple(sorted(begun)),
        )


def _marks(document: Document) -> Iterator[tuple[str, Offsets]]:
    for sentence in document.sentences:
        for kind in ("place", "period", "source"):
            if span := getattr(sentence, kind):
                yield kind, span
        for figure in sentence.figures:
            for kind in KINDS:
                if span := getattr(figure, kind):
                    yield kind, span


def _anchor(reader: str, span: Offsets) -> str:
    return f"{reader}-{span[0]}-{span[1]}"


def _span_fact(
    reader: str, document: Document, name: str, span: Offsets | None, other: Offsets | None, compared: bool
) -> Fact | None:
    differs = compared and span != other
    if span is None:
        return Fact(name, "none", differs=True) if differs else None
    return Fact(name, document.text[span[0] : span[1]], _anchor(reader, span), differs)


def _card(
    reader: str,
    document: Document,
    sentence: MarkedSentence,
    figure: MarkedFigure,
    other: MarkedFigure | None,
    twice: bool,
) -> Card:
    """List a figure; what goes without saying (no basis, asserted, the speaker named above) stays short."""
    compared = other is not None
    facts = [Fact("measure", figure.measure, differs=bool(other and other.measure != figure.measure))]
    for name, value, usual in (("basis", figure.basis, None), ("certainty", figure.certainty, "asserted")):
        differs = compared and getattr(other, name) != value
        if differs or value != usual:
            facts.append(Fact(name, value or "none", differs=differs))
    for kind in KINDS[1:]:
        theirs = getattr(other, kind) if other else None
        fact = _span_fact(reader, document, kind, getattr(figure, kind), theirs, compared)
        if fact and kind == "source" and figure.source == sentence.source and not fact.differs:
            fact = replace(fact, value="as the sentence")
        facts += [fact] if fact else []
    if figure.cue and figure.cue != sentence.cue:
        facts.append(Fact("cue", figure.cue))
    theirs = other.quantity if other else None
    quantity = _span_fact(reader, document, "quantity", figure.quantity, theirs, compared)
    assert quantity is not None
    return Card(quantity, tuple(facts), alone=twice and other is None)


def _sentence_facts(
    reader: str, document: Document, sentence: MarkedSentence, other: MarkedSentence | None
) -> Iterator[Fact]:
    if sentence.certainty != "asserted" or (other and other.certainty != sentence.certainty):
        yield Fact(
            "certainty", sentence.certainty, differs=bool(other and other.certainty != sentence.certainty)
        )
    for kind in ("source", "place", "period"):
        theirs = getattr(other, kind) if other else None
        if fact := _span_fact(reader, document, kind, getattr(sentence, kind), theirs, other is not None):
            yield fact
    if sentence.cue:
        yield Fact("cue", sentence.cue)


def _environment() -> Environment:
    loader = FileSystemLoader(HERE / "pages")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def render(first: Document, second: Document | None = None, index: str | None = None) -> str:
    """Return a document's page as HTML that needs no other file; *index* links back to a list of pages."""
    return (
        _environment()
        .get_template("document.html")
        .render(
            document=first,
            split=split_of(first.id),
            rows=list(rows(first, second)),
            twice=second is not None,
            kinds=KINDS,
            index=index,
            figures=sum(len(sentence.figures) for sentence in first.sentences),
        )
    )


def render_index(documents: Sequence[Document], twice: Mapping[str, Document]) -> str:
    """Return the list of all pages, each a link to ID.html in the same folder."""
    entries = [
        {
            "document": document,
            "split": split_of(document.id),
            "figures": sum(len(sentence.figures) for sentence in document.sentences),
            "worth": sum(sentence.check == 2 for sentence in document.sentences),
            "twice": document.id in twice,
        }
        for document in documents
    ]
    return _environment().get_template("index.html").render(entries=entries)


def write_all(documents: Sequence[Document], twice: Mapping[str, Document], folder: Path) -> None:
    """Write index.html and a page for each document into *folder*, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for document in documents:
        page = render(document, twice.get(document.id), index="index.html")
        (folder / f"{document.id}.html").write_text(page, encoding="utf-8")
    (folder / "index.html").write_text(render_index(documents, twice), encoding="utf-8")


def second_readings(twice: Iterable[Twice]) -> dict[str, Document]:
    """Return the second reader's documents by name."""
    return {first.id: second for first, second in twice}


def main() -> int:
    """Write the page of one document, or of every document with a list of them."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("document", nargs="?", metavar="DOC_ID", help="such as w1-012 or wn2019-089")
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: var/corpus/DOC_ID.html")
    parser.add_argument("--all", type=Path, metavar="DIR", help="write every page and index.html here")
    options = parser.parse_args()
    if bool(options.document) == bool(options.all):
        parser.error("name one document, or --all DIR")
    documents, notes = read_corpus()
    for note in notes:
        print(note, file=sys.stderr)
    twice = second_readings(read_twice()[0])
    if options.all:
        write_all(documents, twice, options.all)
        print(f"{len(documents)} pages; open {options.all / 'index.html'}")
        return 0
    found = {document.id: document for document in documents}.get(options.document)
    if found is None:
        print(f"no document is named {options.document!r}; --all DIR lists them", file=sys.stderr)
        return 1
    out = options.out or PAGES / f"{found.id}.html"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(render(found, twice.get(found.id)), encoding="utf-8")
    print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
