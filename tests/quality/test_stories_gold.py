"""Are the stories frozen, split by id, and do their mentions stand where their articles say?"""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

from lab.stories import UNSEEN, read_stories
from models.nlp.sentences import split

FILE = Path(__file__).parent / "stories.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def test_the_file_is_the_frozen_one() -> None:
    written = FILE.with_suffix(".sha256").read_text(encoding="ascii").split()[0]
    assert hashlib.sha256(FILE.read_bytes()).hexdigest() == written


def test_the_unseen_stories_are_frozen_all_test_and_their_mentions_are_whole_words() -> None:
    written = UNSEEN.with_suffix(".sha256").read_text(encoding="ascii").split()[0]
    assert hashlib.sha256(UNSEEN.read_bytes()).hexdigest() == written
    gold = read_stories("test", UNSEEN)
    assert len({telling.story for telling in gold.tellings}) == 20
    assert not read_stories("dev", UNSEEN).tellings
    for mention in gold.mentions:
        text = mention.telling.text
        around = text[max(0, mention.start - 1) : mention.start] + text[mention.end : mention.end + 1]
        assert mention.words == mention.words.strip() != ""
        assert not any(letter.isalnum() for letter in around)


def test_split_follows_the_id_half_and_half_and_what_came_later_is_dev() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    first = [row for row in ROWS if row["id"].startswith("s")]
    assert len(first) == 36
    for row in first:
        even = hashlib.sha256(row["id"].encode()).digest()[0] % 2 == 0
        assert row["split"] == ("dev" if even else "test"), row["id"]
    assert sum(row["split"] == "dev" for row in first) == 18
    assert all(row["split"] == "dev" for row in ROWS if row not in first)


def test_a_story_has_two_to_four_articles_of_its_days_in_order() -> None:
    for row in ROWS:
        articles = row["articles"]
        days = [date.fromisoformat(article["published_on"]) for article in articles]
        assert 2 <= len(articles) <= 4, row["id"]
        assert days == sorted(days), row["id"]
        for article in articles:
            assert 3 <= len(split(article["text"])) <= 12, (row["id"], article["title"])
    texts = [article["text"] for row in ROWS for article in row["articles"]]
    assert len(set(texts)) == len(texts)


def test_mentions_are_whole_words_and_none_stands_in_two_figures() -> None:
    for row in ROWS:
        taken: set[tuple[int, int]] = set()
        for figure in row["figures"]:
            assert figure["mentions"] == sorted(figure["mentions"]), row["id"]
            for number, start, end in figure["mentions"]:
                text = row["articles"][number]["text"]
                words = text[start:end]
                assert words == words.strip() != "", row["id"]
                around = text[max(0, start - 1) : start] + text[end : end + 1]
                assert not any(letter.isalnum() for letter in around), words
                span = {(number, place) for place in range(start, end)}
                assert not taken & span, (row["id"], words)
                taken |= span
        names = [figure["figure"] for figure in row["figures"]]
        assert len(set(names)) == len(names), row["id"]


def test_what_is_shared_between_stories_and_contested_in_them_exists_on_one_side() -> None:
    own = {(f"{row['id']}/{f['figure']}", row["split"]) for row in ROWS for f in row["figures"]}
    shared = 0
    for row in ROWS:
        for figure in row["figures"]:
            for one, other in figure.get("rivals", []):
                assert 0 <= one < other < len(figure["mentions"]), row["id"]
            if "same_as" in figure:
                shared += 1
                assert (figure["same_as"], row["split"]) in own, row["id"]
                assert not figure["same_as"].startswith(row["id"]), row["id"]
    assert shared >= 6


def test_both_halves_have_figures_that_several_articles_tell() -> None:
    for half in ("dev", "test"):
        gold = read_stories(half)
        told: dict[str, set[tuple[str, int]]] = {}
        for mention in gold.mentions:
            told.setdefault(mention.figure, set()).add((mention.telling.story, mention.telling.number))
        assert sum(len(articles) > 1 for articles in told.values()) >= 40, half
        assert gold.rivals, half
        assert list(gold.tellings) == sorted(gold.tellings, key=lambda t: t.published_on), half
