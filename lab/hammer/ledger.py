"""What the reviewers were told: every write with its outcome, to be held against the desk afterwards."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock


class Deed(StrEnum):
    """What a person does to a claim, each with the events that it may leave."""

    JUDGE = "judge"
    DISMISS = "dismiss"
    CORRECT = "correct"
    UNDO = "undo"
    REOPEN = "reopen"
    RELEASE = "release"

    @property
    def events(self) -> frozenset[str]:
        """The kinds of event that this deed writes in its person's name."""
        return _EVENTS[self]


_EVENTS = {
    Deed.JUDGE: frozenset({"settled", "proposed", "disagreed"}),
    Deed.DISMISS: frozenset({"dismissed"}),
    Deed.CORRECT: frozenset({"corrected"}),
    Deed.UNDO: frozenset({"undone"}),
    Deed.REOPEN: frozenset({"reopened"}),
    Deed.RELEASE: frozenset({"released"}),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One request as its sender knows it: who did what to which version of a claim, and what came of it.

    ``intent`` is the same for a request and its retries. ``status`` is None where no answer came, and
    ``version`` is the one that the answer showed.
    """

    intent: int
    who: int
    claim_id: int
    deed: Deed
    seen: int
    status: int | None
    version: int | None

    @property
    def is_done(self) -> bool:
        """Whether the server said that it changed the claim."""
        return self.status == 200 and self.version is not None and self.version != self.seen

    @property
    def is_unknown(self) -> bool:
        """Whether it may have been carried out all the same."""
        return self.status is None or (self.status == 200 and self.version == self.seen)


class Ledger:
    """All entries of a run, and what a reviewer saw that must not be."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.wrongs: list[str] = []
        self.notes: Counter[str] = Counter()
        self._intents = 0
        self._lock = Lock()

    def new_intent(self) -> int:
        """Return a number for something that a person wants done once."""
        with self._lock:
            self._intents += 1
            return self._intents

    def write(self, entry: Entry) -> None:
        """Keep an entry."""
        with self._lock:
            self.entries.append(entry)

    def accuse(self, words: str) -> None:
        """Keep what must not be."""
        with self._lock:
            self.wrongs.append(words)

    def note(self, what: str) -> None:
        """Count something that may be, for the report."""
        with self._lock:
            self.notes[what] += 1

    def done(self) -> Iterator[Entry]:
        """Yield the entries that the server said it carried out."""
        return (entry for entry in self.entries if entry.is_done)


def by_subject(entries: Iterable[Entry]) -> Counter[tuple[int, int, Deed]]:
    """Count the intents by person, claim and deed."""
    return Counter(
        (who, claim_id, deed)
        for _, who, claim_id, deed in {(e.intent, e.who, e.claim_id, e.deed) for e in entries}
    )
