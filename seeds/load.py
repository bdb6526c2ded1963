"""What the demo articles are: files with a few header lines, an empty line, and the text."""

from dataclasses import dataclass
from pathlib import Path

ARTICLES = Path(__file__).resolve().parent / "articles"
REFERENCES = Path(__file__).resolve().parent / "references"
HEADERS = ("title", "published_on", "source_name", "url")


class SeedError(ValueError):
    """A file that is no demo article; the message names the file and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class SeedArticle:
    """One demo article, by the field names of ``POST /v1/articles``."""

    title: str
    published_on: str
    source_name: str
    url: str
    text: str


def demo_articles(folder: Path = ARTICLES) -> list[SeedArticle]:
    """Return the demo articles in the order of their file names; raises SeedError."""
    return [read_article(path) for path in sorted(folder.glob("[0-9]*.md"))]


def demo_references(folder: Path = REFERENCES) -> list[Path]:
    """Return the files of demo references, each as ``POST /v1/references`` takes it, in name order."""
    return sorted(folder.glob("*.csv"))


def read_article(path: Path) -> SeedArticle:
    """Read one article; raises SeedError where a header is missing, unknown or there is no text."""
    head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    headers = {}
    for line in head.splitlines():
        name, colon, value = line.partition(":")
        if not colon or name not in HEADERS:
            raise SeedError(f"{path.name}: {line!r} is none of the header lines {', '.join(HEADERS)}")
        headers[name] = value.strip()
    missing = [name for name in HEADERS if not headers.get(name)]
    if missing or not text.strip():
        raise SeedError(f"{path.name} lacks {', '.join(missing) or 'a text'}")
    return SeedArticle(**headers, text=text.strip() + "\n")
