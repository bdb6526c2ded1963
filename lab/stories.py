"""Which quantities of the written stories state one figure, as gold: tests/quality/stories.jsonl."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parent.parent / "tests" / "quality" / "stories.jsonl"
UNSEEN = GOLD.with_name("stories_unseen.jsonl")
"""Stories written after all that the grouping learnt from, of which only totals are read."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One article of a story; ``number`` is its place among the story's articles."""

    story: str
    number: int
    title: str
    published_on: date
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity in an article's text (code points, half-open) and the figure that it states.

    ``figure`` is "STORY/NAME", the same for all that state it, in whichever story they stand.
    """

    telling: Telling
    start: int
    end: int
    figure: str

    @property
    def words(self) -> str:
        """The quantity as the article writes it."""
        return self.telling.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Gold:
    """The stories of one split: articles by day, their mentions in text order, and who contradicts whom."""

    tellings: tuple[Telling, ...]
    mentions: tuple[Mention, ...]
    rivals: frozenset[frozenset[Mention]]
    """Pairs of one figure whose voices differ on purpose: the police's crowd and the organisers'."""

    def pairs(self) -> Iterator[tuple[Mention, Mention]]:
        """Yield every two mentions, within stories and across."""
        return combinations(self.mentions, 2)

    def may_conflict(self, one: Mention, other: Mention) -> bool:
        """Say whether showing a conflict is fair: rival voices, or two articles of a day that differ."""
        is_same_day = one.telling.published_on == other.telling.published_on
        return one.figure == other.figure and (
            frozenset((one, other)) in self.rivals or (is_same_day and one.telling is not other.telling)
        )


def read_stories(split: str, path: Path = GOLD) -> Gold:
    """Return the stories of one split."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    tellings: list[Telling] = []
    mentions: list[Mention] = []
    rivals: set[frozenset[Mention]] = set()
    for row in rows:
        if row["split"] != split:
            continue
        told = [_telling(row["id"], number, article) for number, article in enumerate(row["articles"])]
        tellings += told
        for figure in row["figures"]:
            name = figure.get("same_as", f"{row['id']}/{figure['figure']}")
            own = [Mention(told[number], start, end, name) for number, start, end in figure["mentions"]]
            mentions += own
            rivals |= {frozenset((own[i], own[j])) for i, j in figure.get("rivals", [])}
    tellings.sort(key=lambda telling: telling.published_on)
    place = {telling: number for number, telling in enumerate(tellings)}
    mentions.sort(key=lambda mention: (place[mention.telling], mention.start))
    return Gold(tuple(tellings), tuple(mentions), frozenset(rivals))


def _telling(story: str, number: int, article: dict[str, Any]) -> Telling:
    day = date.fromisoformat(article["published_on"])
    return Telling(story, number, article["title"], day, article["text"])
