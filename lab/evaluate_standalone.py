"""How well do claims read alone? `python -m lab.evaluate_standalone` scores the rewriter against the gold."""

import argparse
import json
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from rich.console import Console
from rich.table import Table

from models.domain.geography.gazetteer import gazetteer
from models.nlp.pipeline import Pipeline
from models.nlp.reading import ArticleReader
from models.nlp.rules import RulesFinder
from models.nlp.sentences import split
from models.nlp.standalone.rewriter import Rewriter

GOLD = Path("tests/quality/standalone.jsonl")
SPLITS = ("dev", "test")
#: Words that the rules may put in though no article has them.
FUNCTION_WORDS = frozenset(("the", "in", "on", "at", "said", "says", "s"))
_WORD = re.compile(r"[^\W_]+")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf" \((?:(?:\d{{1,2}} )?(?:{_MONTHS}) )?\d{{4}}\)")


@dataclass(frozen=True, slots=True)
class Case:
    """One claim of the gold: its sentence, what the rewriter makes of it, and what a reader accepts."""

    id: str
    text: str
    plain: str
    alone: str
    acceptable: tuple[str, ...]
    must_contain: tuple[str, ...]
    must_not_contain: tuple[str, ...]

    @property
    def may_change(self) -> bool:
        """Whether some rewriting is acceptable; where not, the sentence itself is the only gold."""
        return any(words != self.plain for words in self.acceptable)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores of the rewriter and of the plain sentence; 1 when a word has no support."""
    options = _parse(arguments)
    console = Console(width=None if sys.stdout.isatty() else 110)
    if options.articles is not None:
        return _over_articles(console, options)
    cases = [case for split_, case in read_cases(options.data) if options.split in (None, split_)]
    console.print(f"{options.split or 'dev and test'}: {len(cases)} claims")
    table = Table("", "plain sentence", "rewriter")
    rows = zip(
        scores(cases, [case.plain for case in cases]),
        scores(cases, [case.alone for case in cases]),
        strict=True,
    )
    for (name, plain), (_, ours) in rows:
        table.add_row(name, plain, ours)
    console.print(table)
    for case in cases if options.mistakes else ():
        if case.alone not in case.acceptable:
            console.print(f"{case.id}  {case.alone}\n     not {case.acceptable[0]}", markup=False)
    return 1 if any(unsupported(case.alone, case.plain, case.text) for case in cases) else 0


def read_cases(path: Path) -> Iterator[tuple[str, Case]]:
    """Read the gold (tests/quality/standalone.md) and rewrite each claim's sentence: split and case."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = split(row["text"])
        published_on = date.fromisoformat(row["published_on"]) if row["published_on"] else None
        rewriter = Rewriter(ArticleReader(row["text"], row["title"], published_on), spans)
        words = (tuple(row[key]) for key in ("acceptable", "must_contain", "must_not_contain"))
        plain = " ".join(spans[row["sentence"]].text.split())
        yield row["split"], Case(row["id"], row["text"], plain, rewriter.read_alone(row["sentence"]), *words)


def scores(cases: Sequence[Case], answers: Sequence[str]) -> list[tuple[str, str]]:
    """Score *answers*, one a case, in the same order."""
    both = list(zip(cases, answers, strict=True))
    changing = [pair for pair in both if pair[0].may_change]
    fixed = [pair for pair in both if not pair[0].may_change]
    rewritten = [pair for pair in both if pair[1] != pair[0].plain]
    return [
        ("one of the acceptable texts", _share(answer in case.acceptable for case, answer in both)),
        ("… where a rewriting is acceptable", _share(a in case.acceptable for case, a in changing)),
        ("… where nothing may change", _share(answer == case.plain for case, answer in fixed)),
        ("… of the rewritten (precision)", _share(a in case.acceptable for case, a in rewritten)),
        ("has every must_contain", _share(has_all(a, c.must_contain) for c, a in both if c.must_contain)),
        ("has no must_not_contain", _share(not has_any(a, c.must_not_contain) for c, a in both)),
        ("rewritten", _share(answer != case.plain for case, answer in both)),
        ("has words without support", _share(bool(unsupported(a, c.plain, c.text)) for c, a in both)),
    ]


def has_all(answer: str, words: Sequence[str]) -> bool:
    """Say whether every one of *words* stands in the answer."""
    return all(word in answer for word in words)


def has_any(answer: str, words: Sequence[str]) -> bool:
    """Say whether one of *words* stands in the answer as whole words."""
    return any(re.search(rf"(?<!\w){re.escape(word.strip())}(?!\w)", answer) for word in words)


def unsupported(alone: str, sentence: str, text: str) -> list[str]:
    """Return the words of *alone* that neither its sentence nor the article has: none, ever.

    A calendar date in brackets, resolved from the publication date, and FUNCTION_WORDS need no support.
    """
    known = _words_of(text) | FUNCTION_WORDS
    undated = alone if _DATE.search(sentence) else _DATE.sub("", alone)
    own = {word.lower() for word in _WORD.findall(sentence)}
    return [word for word in _WORD.findall(undated) if word.lower() not in own | known]


@lru_cache(maxsize=4)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _share(hits: Iterator[bool]) -> str:
    answers = list(hits)
    return f"{sum(answers)}/{len(answers)} = {sum(answers) / len(answers):.3f}" if answers else "none"


def _over_articles(console: Console, options: argparse.Namespace) -> int:
    """Rewrite every sentence of the articles, print speed and support, and the sample to be judged by eye."""
    rows = [json.loads(line) for line in options.articles.read_text(encoding="utf-8").splitlines()]
    gazetteer()
    read = [(row, split(row["text"]), _reader(row)) for row in rows]
    started, done, changed, wrong = time.process_time(), 0, 0, 0
    alone = []
    for _, spans, reader in read:
        rewriter = Rewriter(reader, spans)
        alone.append([rewriter.read_alone(number) for number in range(len(spans))])
    seconds = time.process_time() - started
    for (row, spans, _), texts in zip(read, alone, strict=True):
        for span, words in zip(spans, texts, strict=True):
            done += 1
            changed += words != " ".join(span.text.split())
            wrong += bool(unsupported(words, span.text, row["text"]))
    speed = f"{done / seconds:,.0f} sentences a second, one thread"
    console.print(
        f"{done} sentences, {changed / done:.3f} rewritten, {wrong} with unsupported words; {speed}"
    )
    for words in _sampled(rows, options.sample, options.seed):
        console.print(words, markup=False, highlight=False)
    return 1 if wrong else 0


def _reader(row: dict[str, str]) -> ArticleReader:
    return ArticleReader(row["text"], row["title"], date.fromisoformat(row["published_on"]))


def _sampled(rows: Sequence[dict[str, str]], count: int, seed: int) -> Iterator[str]:
    """Yield a seeded sample of rewritten claims, one a sentence: where, what stood before, both readings."""
    claims = {}
    for row in rows if count else ():
        found = Pipeline(RulesFinder()).extract(
            row["text"], row["title"], date.fromisoformat(row["published_on"])
        )
        for draft in found.claims:
            if draft.standalone != " ".join(draft.sentence.text.split()):
                claims[row["id"], draft.sentence.start] = (row["text"], draft)
    for key in random.Random(seed).sample(sorted(claims), min(count, len(claims))):
        text, draft = claims[key]
        before = " ".join(text[max(0, draft.sentence.start - 420) : draft.sentence.start].split())
        yield f"{key[0]},{draft.sentence.start},{draft.sentence.end}\n  … {before}"
        yield f"  - {' '.join(draft.sentence.text.split())}\n  + {draft.standalone}\n"


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=GOLD)
    parser.add_argument("--split", choices=SPLITS)
    parser.add_argument("--mistakes", action="store_true", help="list every answer that is not acceptable")
    parser.add_argument(
        "--articles", type=Path, help="rewrite these articles (JSON lines) instead of the gold"
    )
    parser.add_argument(
        "--sample", type=int, default=0, help="print so many rewritten claims to judge by eye"
    )
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
