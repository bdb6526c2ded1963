"""Reads a PDF from standard input and writes its pages' words as JSON: a process of its own, with limits.

Whoever writes a PDF decides how long and how much its reader works, so it does so where nothing else is, run
as a program: with bounded memory and time, and nothing to lose.
"""

import io
import json
import logging
import resource
import sys
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError

MOST_PAGES = 300
MEMORY = 1_000_000_000  # bytes of address space, Python and its libraries among them
SECONDS = 15  # of processor time
LONGEST = 2_000_000  # characters of all pages; what is looked into is shorter


def read(content: bytes) -> dict[str, Any]:
    """Return ``{"pages": [words, …]}``, or ``{"problem": code}`` with the ``"count"`` of too many pages."""
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"problem": "locked"}
    count = len(reader.pages)
    if count > MOST_PAGES:
        return {"problem": "pages", "count": count}
    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text())
        if sum(map(len, pages)) > LONGEST:
            return {"problem": "long"}
    return {"pages": pages}


def main() -> None:
    """Read one PDF; every failure of the file is an answer."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    logging.disable()  # what pypdf says of odd files is nobody's to read
    try:
        answer = read(sys.stdin.buffer.read())
    except DependencyError:
        answer = {"problem": "locked"}
    except (MemoryError, LimitReachedError):
        answer = {"problem": "heavy"}
    except Exception:  # what odd files raise in pypdf has no end, and nothing else runs here
        answer = {"problem": "broken"}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
