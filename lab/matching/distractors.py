"""Which documents stand in the way: seeded variations on the written topics, and the corpus's sentences."""

import random
from collections.abc import Iterator

from lab.corpus.documents import WRITTEN, document_of, read_rows
from models.nlp.matching import Document

SEED = 20
WHO = (
    "a nurse", "a mayor", "the health minister", "a police officer", "an actress", "a footballer", "a bishop",
    "the prime minister", "a teacher", "a farmer", "a billionaire", "a soldier", "a firefighter", "a judge",
    "the opposition leader", "a bus driver", "a rapper", "a senator", "a scientist", "a pilot",
)  # fmt: skip
WHERE = (
    "Texas", "Wisconsin", "Arizona", "Houston", "Chicago", "Canada", "Ukraine", "Kenya", "Lagos", "Delhi",
    "Nepal", "Sudan", "Yemen", "Germany", "Sweden", "Venice", "Australia", "Ecuador", "Japan", "Gambia",
    "Ashgrove", "Kisovo", "Valdoria", "Santa Rocha", "Harlan", "Bexley County", "Oregon", "Wuhan", "Turkey",
    "Haiti",
)  # fmt: skip
NUMBERS = (12, 40, 64, 97, 120, 300, 800, 1_200, 5_000, 14_000, 40_000, 3_000_000)
FRAMES = (
    ("Photo of {who} in {where}", "A photograph shows {who} {act} in {where}."),
    ("Did {who} {deed} in {where}?", "Reports say that {who} {did} in {where} in {year}."),
    ("{n} {things} in {where}", "In {where}, {n} {things} {happened} in {year}, a post says."),
    (
        "Video Shows {things} in {where}",
        "A video of {things} that {happened} was filmed in {where} in {year}.",
    ),
    ("Does {where} Ban {things}?", "A new law in {where} bans {things} from {year}."),
    ("{where} Pays for {things}", "The government of {where} spent {n} dollars on {things}."),
)
ACTS = (
    ("giving food to a stray dog", "feed a stray dog", "fed a stray dog"),
    ("sleeping on the floor of a hospital", "sleep in a hospital", "slept in a hospital corridor"),
    ("holding a child after the flood", "rescue a child", "saved a child from the flood"),
    ("burning a flag", "burn a flag", "burned a flag"),
    ("without a mask at a party", "break the lockdown", "held a party during lockdown"),
    ("stealing ballots", "steal ballots", "hid ballots in a suitcase"),
    ("being vaccinated with an empty syringe", "fake a vaccination", "only pretended to take the vaccine"),
    ("kneeling before protesters", "kneel before protesters", "knelt before protesters"),
    ("praying in front of the rubble", "refuse to leave the ruins", "stayed in the ruins for days"),
    ("counting money in a car", "take a bribe", "took a bribe of half a million dollars"),
)
THINGS = (
    ("masks", "were burned"), ("votes", "were cast by dead people"), ("sharks", "swam through the streets"),
    ("migrants", "arrived by boat"), ("vaccine doses", "were thrown away"), ("churches", "were set on fire"),
    ("cows", "died in a barn"), ("wind turbines", "froze"), ("children", "were taken from their parents"),
    ("police officers", "resigned"), ("elephants", "walked into a village"), ("banks", "closed for a week"),
    ("tractors", "blocked a motorway"), ("schools", "stopped giving homework"), ("dolphins", "came back"),
    ("refugees", "were given free flats"), ("ballots", "were found in a ditch"), ("drones", "were shot down"),
    ("dogs", "fell ill after eating kibble"), ("tanks", "were seen on a train"),
)  # fmt: skip


def make_variations(count: int, seed: int = SEED) -> Iterator[Document]:
    """Make *count* different claims on the topics of the written ones; the same for the same seed."""
    chooser = random.Random(seed)
    seen: set[str] = set()
    while len(seen) < count:
        title, text = chooser.choice(FRAMES)
        act, deed, did = chooser.choice(ACTS)
        things, happened = chooser.choice(THINGS)
        words = {
            "who": chooser.choice(WHO), "where": chooser.choice(WHERE), "act": act, "deed": deed, "did": did,
            "things": things, "happened": happened, "year": chooser.randint(2012, 2024),
            "n": f"{chooser.choice(NUMBERS):,}",
        }  # fmt: skip
        made = text.format(**words)
        if made not in seen:
            seen.add(made)
            yield Document(f"v{len(seen):05d}", made, title.format(**words).capitalize())


def corpus_sentences() -> Iterator[Document]:
    """Return the sentences of the project's own corpus, each under the title of its article."""
    for row in read_rows(WRITTEN):
        article = document_of(row)
        for number, sentence in enumerate(article.sentences):
            words = article.text[sentence.start : sentence.end]
            yield Document(f"{article.id}-{number}", words, article.title)
