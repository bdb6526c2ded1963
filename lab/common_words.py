"""Count in how many written documents of the corpus each word stands: `python -m lab.common_words`.

Writes models/domain/grouping/common_words.txt, by which rare words weigh more than common ones when two
articles are held against each other. Only documents of the training split are counted.
"""

from collections import Counter
from pathlib import Path

from lab.corpus.documents import WRITTEN, read_rows
from lab.corpus.splits import split_of
from models.domain.grouping import telling

LEAST = 4
"""A word of fewer documents is rare, whichever it is."""


def main() -> None:
    """Count, and write the words that are common enough, the commonest first."""
    rows = [row for row in read_rows(WRITTEN) if split_of(row["id"]) == "train"]
    counts = Counter(word for row in rows for word in set(telling.stems_of(f"{row['title']}. {row['text']}")))
    common = sorted((word for word in counts if counts[word] >= LEAST), key=lambda w: (-counts[w], w))
    lines = [f"documents, least: {len(rows)} {LEAST}", *(f"{word} {counts[word]}" for word in common)]
    path = Path(telling.__file__).with_name("common_words.txt")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(common)} words of {len(rows)} documents in {path.name}")


if __name__ == "__main__":
    main()
