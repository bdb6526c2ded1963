"""Which words stand on the pages of a PDF, or why nobody can say."""

import json
import re
import subprocess
import sys
from pathlib import Path

from models.domain.errors import Invalid

READER = Path(__file__).with_name("pdf_reader.py")
MARK = b"%PDF-"
LARGEST = 8_000_000  # bytes
LONGEST_WAIT = 25.0  # seconds, on a machine that does other things too; the reader has 15 of the processor
PROBLEMS = {
    "locked": "Is encrypted; save it without its password, or paste the words.",
    "pages": "Has {count} pages, and 300 are read at most; send those that are cited.",
    "long": "Has too many words; send the pages that are cited.",
    "heavy": "Takes too long or too much memory to read; send the pages that are cited, or paste the words.",
    "broken": "Is no PDF that can be read; open it and save it anew, or paste the words.",
    "scanned": "Has pictures of pages and no words, as scans have; recognise its text first, or type it.",
}
# pypdf gives the signs as the font has them: joined letters are letters, the soft hyphen none.
JOINED = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
SIGNS = str.maketrans({**JOINED, "\u00ad": "", "\0": "", "\f": "\n"})
# A hyphen at the end of a line belongs to the line, but for that of "twenty-one".
TENS = frozenset(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
_BROKEN_WORD = re.compile(r"([A-Za-z]+)-\n(?=[a-z])")


def is_pdf(content: bytes) -> bool:
    """Say whether it calls itself one; some have a few bytes before."""
    return MARK in content[:1024]


def words_of_pdf(content: bytes) -> str:
    """Return the words of all pages, parted by form feeds; raises :class:`Invalid` with what to do.

    A process of its own reads it, see pdf_reader.py; nothing is kept or fetched.
    """
    if len(content) > LARGEST:
        raise _unreadable(f"Is larger than {LARGEST // 1_000_000} MB; send the pages that are cited.")
    if not is_pdf(content):
        raise _unreadable(PROBLEMS["broken"])
    command = [sys.executable, "-I", str(READER)]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=LONGEST_WAIT, check=False)
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):  # ValueError: it was ended by its limits
        raise _unreadable(PROBLEMS["heavy"]) from None
    if "problem" in answer:
        raise _unreadable(PROBLEMS[answer["problem"]].format(**answer))
    pages = [as_running_text(page) for page in answer["pages"]]
    if not any(pages):
        raise _unreadable(PROBLEMS["scanned"])
    return "\f".join(pages)


def as_running_text(page: str) -> str:
    """Join the lines of a page to paragraphs: a line's end is no sentence's, a blank line parts."""
    text = page.translate(SIGNS).encode("utf-8", "replace").decode()
    text = re.sub(r"\r\n?", "\n", text)
    paragraphs = re.split(r"\n[ \t]*\n\s*", _BROKEN_WORD.sub(_joined, text))
    return "\n\n".join(" ".join(one.split()) for one in paragraphs if one.strip())


def _joined(broken: re.Match[str]) -> str:
    return f"{broken[1]}-" if broken[1].lower() in TENS else broken[1]


def _unreadable(problem: str) -> Invalid:
    return Invalid("the document cannot be read", {"text": [problem]})
