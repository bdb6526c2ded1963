"""What a reviewer typed into a form, read without losing any of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from api.web.numbers import whole
from models.workflow.intake import MAX_TEXT_BYTES
from models.workflow.review import NewEvidence

MAX_EVIDENCE = 20
# A form may carry the longest text in UTF-8, each byte of it written as %XX, and the other fields.
MAX_FORM_BYTES = 4 * MAX_TEXT_BYTES
# "12", "#12", "claim 12", or the address of a claim's page on this desk.
CLAIM_NUMBER = re.compile(r"(?:#|claim\s*#?)?\s*(\d{1,18})", re.IGNORECASE)
# "reference 5", or the address of its page.
REFERENCE = re.compile(r"(?:references?\s*#?\s*|/references/)(\d{1,18})/?", re.IGNORECASE)
CLAIM_PAGE = re.compile(r"/claims/(\d{1,18})/?(?:[?#].*)?")

Form = MultiDict[str, str]


@dataclass(frozen=True, slots=True)
class TypedEvidence:
    """One row of evidence as it was typed; ``what`` is a link, or names a claim or a reference."""

    what: str = ""
    locator: str = ""
    quote: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed into it."""
        return not (self.what or self.locator or self.quote)

    def as_evidence(self, own_address: str) -> NewEvidence:
        """Return what it means; *own_address* is how a URL of this desk begins."""
        claim_id = claim_number(self.what, own_address)
        reference_id = reference_number(self.what, own_address)
        url = (self.what or None) if claim_id is None and reference_id is None else None
        return NewEvidence(
            locator=self.locator,
            url=url,
            claim_id=claim_id,
            reference_id=reference_id,
            quote=self.quote or None,
        )


@dataclass(frozen=True, slots=True)
class TypedVerdict:
    """The whole verdict form, to act on or to show again."""

    verdict: str = ""
    note: str = ""
    evidence: tuple[TypedEvidence, ...] = (TypedEvidence(),)

    @classmethod
    def of(cls, form: Form) -> "TypedVerdict":
        """Read the form; blank rows of evidence are left out, and there is always one to type into."""
        columns = [form.getlist(name) for name in ("what", "locator", "quote")]
        rows = [
            TypedEvidence(*(lines(value).strip() for value in row)) for row in zip(*columns, strict=False)
        ]
        said = tuple(row for row in rows if not row.is_blank)[:MAX_EVIDENCE]
        return cls(
            verdict=form.get("verdict", ""),
            note=lines(form.get("note", "")).strip(),
            evidence=said or (TypedEvidence(),),
        )

    @property
    def said_evidence(self) -> Iterable[TypedEvidence]:
        """The rows in which something was typed."""
        return (row for row in self.evidence if not row.is_blank)


def claim_number(words: str, own_address: str) -> int | None:
    """Return the claim that *words* name, or None when they are something else, such as a link."""
    words = words.strip()
    page = CLAIM_PAGE.fullmatch(words.removeprefix(own_address.rstrip("/")))
    found = page or CLAIM_NUMBER.fullmatch(words)
    return int(found[1]) if found else None


def reference_number(words: str, own_address: str) -> int | None:
    """Return the reference that *words* name, or None when they are something else."""
    found = REFERENCE.fullmatch(words.strip().removeprefix(own_address.rstrip("/")))
    return int(found[1]) if found else None


def lines(text: str) -> str:
    """Undo what a browser does to a text area's line breaks: it sends each as CR LF."""
    return text.replace("\r\n", "\n")


def version(form: Form) -> int | None:
    """Return the version that a form says it has seen."""
    return form.get("version", type=whole)
