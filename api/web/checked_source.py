"""A document that somebody looked into for a claim's number, and where it stands, as the page shows it."""

from dataclasses import dataclass

from models.domain.number_in_source import Finding, Hit, Standing

MOST_SHOWN = 5
SAID = {
    Standing.SAME: "The document has this number",
    Standing.ROUNDED: "The document has this number, rounded otherwise",
    Standing.WITHIN: "The document has a number that fits",
    Standing.CONTRADICTS: "The document has another number",
    Standing.ABSENT: "The document does not have this number",
}
BADGES = {
    Standing.SAME: "verified",
    Standing.ROUNDED: "verified",
    Standing.WITHIN: "in_review",
    Standing.CONTRADICTS: "disputed",
    Standing.ABSENT: "unverifiable",
}


@dataclass(frozen=True, slots=True)
class ShownHit:
    """One place in the document: its sentence, cut around the number."""

    hit: Hit
    before: str
    number: str
    after: str

    @classmethod
    def of(cls, hit: Hit) -> "ShownHit":
        """Cut the sentence; spans are code points into the document."""
        sentence, start = hit.sentence.text, hit.number.start - hit.sentence.start
        end = hit.number.end - hit.sentence.start
        return cls(hit, sentence[:start], sentence[start:end], sentence[end:])

    @property
    def quote(self) -> str:
        """The sentence as a line, for evidence."""
        return " ".join(self.hit.sentence.text.split())


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """What the document says; ``link`` is where it stands, as the reviewer gave it. Nothing of it is kept."""

    link: str
    text: str
    finding: Finding | None = None
    problem: str = ""

    @property
    def said(self) -> str:
        """The answer in a few words."""
        return SAID[self.finding.standing] if self.finding else ""

    @property
    def badge(self) -> str:
        """How the answer looks."""
        return BADGES[self.finding.standing] if self.finding else ""

    @property
    def hits(self) -> list[ShownHit]:
        """The best places."""
        return [ShownHit.of(hit) for hit in self.finding.hits[:MOST_SHOWN]] if self.finding else []
