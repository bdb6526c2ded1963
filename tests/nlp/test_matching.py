"""Matching free text: what is read off a post, how words are scored, and that rankings stay the same."""

import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from models.nlp.load import WEIGHTS
from models.nlp.matching import Document, Matcher
from models.nlp.matching.cache import pack, unpack
from models.nlp.matching.cleaning import clean_post
from models.nlp.matching.hashtags import WordSplitter, read_tags
from models.nlp.matching.lexical import LexicalIndex, Weighting
from models.nlp.matching.stemming import stem
from models.nlp.matching.vectors import SentenceVectors
from models.nlp.matching.words import read_words

CLAIMS = [
    Document(
        "shark", "A photo shows a shark swimming on a flooded highway in Corvale.", "Shark on the Highway?"
    ),
    Document("gator", "A video shows an alligator in a flooded living room.", "Alligator in the Living Room"),
    Document(7, "At least 3.5 million people voted illegally in the election.", "Millions of Illegal Votes"),
    Document(8, "At least 35,000 people voted illegally in the election.", "Thousands of Illegal Votes"),
    Document("hale", "Warren Hale said that the noise of windmills causes cancer."),
]


class LetterVectors:
    """A stand-in for the model: runs of three letters, hashed into 64 places."""

    name = "letters"
    asked = 0

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += len(texts)
        vectors = np.full((len(texts), 64), 1e-3, np.float32)
        for row, text in enumerate(texts):
            for start in range(len(text) - 2):
                vectors[row, zlib.crc32(text[start : start + 3].lower().encode()) % 64] += 1
        lengths: NDArray[np.float32] = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / lengths


def ranked(text: str, matcher: Matcher | None = None) -> list[str | int]:
    return [match.id for match in (matcher or Matcher(CLAIMS)).rank(text)]


@pytest.mark.parametrize(
    ("post", "said", "author"),
    [
        ("Wow! pic.twitter.com/9dK2lm — Jo B. Doe (@jobdoe) October 3, 2019", "Wow!", "Jo B. Doe"),
        ("RT @someone: it is true 😱😱 https://t.co/a8sKd92", "it is true", ""),
        ("@a_b @c they lie &amp; they know", "they lie & they know", ""),
        ("a well-known dash - and (brackets) stay", "a well-known dash - and (brackets) stay", ""),
        ("𝗕𝗿𝗲𝗮𝗸𝗶𝗻𝗴 sooooo bad", "Breaking soo bad", ""),
        ("see example.com/path?x=1 now, via @desk", "see now,", ""),
        ("He was born October 3, 2019", "He was born October 3, 2019", ""),
        ("Great speech — October 3, 2019", "Great speech", ""),
        ("https://t.co/a8sKd92", "", ""),
    ],
)
def test_a_post_is_freed_of_its_frame(post: str, said: str, author: str) -> None:
    cleaned = clean_post(post)
    assert (cleaned.said, cleaned.author) == (said, author)


@given(st.text(max_size=300))
def test_any_text_can_be_cleaned_and_read(text: str) -> None:
    read_words(read_tags(clean_post(text).said))


def test_hostile_posts_are_read_in_linear_time() -> None:
    for hostile in (
        "(@a" * 20_000,
        "— " * 50_000,
        "#" * 50_000,
        "a." * 50_000,
        "@a " * 30_000,
        "w" * 100_000,
    ):
        read_words(read_tags(clean_post(hostile).said))


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("#StopTheSteal", "Stop The Steal"),
        ("#stopthesteal", "stop the steal"),
        ("#COVID19", "COVID 19"),
        ("#snake_island", "snake island"),
        ("@RealWarrenHale", "Real Warren Hale"),
        ("#unknownxyz", "unknownxyz"),
    ],
)
def test_a_hashtag_is_read_as_words(tag: str, words: str) -> None:
    splitter = WordSplitter({"stop": 9, "the": 50, "steal": 3, "s": 4, "topthe": 0, "st": 1})
    assert read_tags(tag, splitter) == words


def test_numbers_count_by_value_however_they_are_written() -> None:
    for written in ("3.5 million", "3,500,000", "3500000", "three and a half million"):
        assert "3500000" in read_words(f"{written} people voted").numbers
    assert read_words("12 dogs").numbers == read_words("twelve dogs").numbers


@pytest.mark.parametrize(
    "family",
    [("vaccine", "vaccines", "vax", "jab"), ("vaccinated", "vaxxed"), ("burn", "burns", "burning", "burned"),
     ("city", "cities"), ("stop", "stopped", "stopping"), ("children", "kids")],
)  # fmt: skip
def test_words_of_one_family_have_one_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


def test_a_score_is_bm25_over_two_fields() -> None:
    weighting = Weighting(k1=1.2, b=0.75, title=2.0, text=1.0)
    index = LexicalIndex([["a"], []], [["b", "b"], ["a", "b"]], weighting)
    scores = index.score({"a": 1.0})
    idf = np.log(1 + (2 - 2 + 0.5) / (2 + 0.5))
    assert scores == pytest.approx([idf * 2.0 * 2.2 / (1.2 + 2.0), idf * 1.0 * 2.2 / (1.2 + 1.0)])
    assert index.score({"unknown": 1.0}).tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("post", "first"),
    [
        ("OMG there is a sharkk swiming in #CorvaleFlood 🦈 https://t.co/x", "shark"),
        ("gator?? no, ALLIGATOR by the couch, living room flooded", "gator"),
        ("3,500,000 illegal votes #voterfraud", 7),
        ("35 thousand people voted illegally!!", 8),
        ("so the noise gives you cancer now?! — Warren Hale (@hale) May 4, 2019", "hale"),
    ],
)
@pytest.mark.parametrize("embedder", [None, LetterVectors()])
def test_the_document_that_says_the_same_comes_first(
    post: str, first: str | int, embedder: LetterVectors
) -> None:
    assert ranked(post, Matcher(CLAIMS, embedder))[0] == first


def test_every_document_is_ranked_once_with_falling_scores() -> None:
    many = [*CLAIMS, *(Document(f"n{n}", f"Item {n} about highway {n % 7}") for n in range(200))]
    found = Matcher(many, LetterVectors()).rank("a shark on a highway", top=1000)
    assert len(found) == len({match.id for match in found}) == len(many)
    scores = [match.score for match in found]
    assert scores == sorted(scores, reverse=True)
    assert Matcher(many, LetterVectors()).rank("a shark on a highway", top=3) == found[:3]


def test_nothing_asked_and_nothing_searched_are_no_errors() -> None:
    assert Matcher([]).rank("anything") == []
    assert len(ranked("")) == len(CLAIMS)
    assert len(ranked("😱 https://t.co/x", Matcher(CLAIMS, LetterVectors()))) == len(CLAIMS)


def test_a_cache_changes_no_ranking_and_knows_its_documents(tmp_path: Path) -> None:
    cache, embedder = tmp_path / "vectors.npz", LetterVectors()
    without = Matcher(CLAIMS, LetterVectors()).rank("shark highway")
    assert Matcher(CLAIMS, embedder, cache).rank("shark highway") == without
    asked = embedder.asked
    assert Matcher(CLAIMS, embedder, cache).rank("shark highway") == without
    assert embedder.asked == asked + 1  # the query alone: the documents came from the file
    other = [*CLAIMS[:-1], Document("hale", "Something else.")]
    Matcher(other, embedder, cache)
    assert embedder.asked > asked + 2
    cache.write_bytes(b"no archive")
    assert Matcher(CLAIMS, embedder, cache).rank("shark highway") == without


def test_packed_vectors_lose_next_to_nothing() -> None:
    vectors = LetterVectors().embed([claim.text for claim in CLAIMS])
    assert (unpack(*pack(vectors)) * vectors).sum(axis=1).min() > 0.999


@pytest.mark.skipif(not (WEIGHTS / "model.onnx").exists(), reason="the trained weights are not there")
def test_the_model_finds_what_shares_no_word() -> None:
    vectors = SentenceVectors(WEIGHTS)
    matcher = Matcher(CLAIMS, vectors)
    assert matcher.rank("a big predator fish on a road under water", top=1)[0].id == "shark"
    texts = ["One.", "A second, much longer text than the first.", "Three."] * 9
    assert vectors.embed(texts).shape == (27, 384)
    assert np.linalg.norm(vectors.embed(texts), axis=1) == pytest.approx(1.0, abs=1e-4)
    assert np.array_equal(vectors.embed(texts), vectors.embed(texts))


def test_weights_that_are_not_whole_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="not whole"):
        SentenceVectors(tmp_path)
