"""What a queue's address asks for: which claims, said so that the address can be sent to a colleague."""

import math
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from api.web.numbers import whole
from api.web.wording import figures
from models.data.queries import ClaimFilter
from models.domain.desk import Desk
from models.domain.states import Opinion, Status

ANY = "any"


def number(typed: str) -> float:
    """Read the end of a range of values as people write it ("2,000"); raises ValueError."""
    value = float(typed.replace(",", "").replace(" ", "")[:40])
    if not math.isfinite(value):
        raise ValueError(typed)
    return value


@dataclass(frozen=True, slots=True)
class Filters:
    """What the URL asks for; unknown words are taken as not said."""

    status: str = Status.UNVERIFIED.value
    measure: str = ""
    hint: str = ""
    place: str = ""
    text: str = ""
    first_day: date | None = None
    last_day: date | None = None
    value_from: float | None = None
    value_to: float | None = None
    article: int | None = None
    low: bool = False

    @classmethod
    def of(cls, asked: "MultiDict[str, str]") -> "Filters":
        """Read them from a query string."""
        status, measure, hint = (asked.get(name, "") for name in ("status", "measure", "hint"))
        return cls(
            status=status if status in [ANY, *Status] else Status.UNVERIFIED.value,
            measure=measure if measure in figures.MEASURES else "",
            hint=hint if hint in list(Opinion) else "",
            place=asked.get("place", "").strip()[:100],
            text=asked.get("text", "").strip()[:200],
            first_day=asked.get("from", type=date.fromisoformat),
            last_day=asked.get("to", type=date.fromisoformat),
            value_from=asked.get("value_from", type=number),
            value_to=asked.get("value_to", type=number),
            article=asked.get("article", type=whole),
            low=asked.get("low") == "1",
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the status is asked for."""
        return replace(self, status="", low=False) != Filters(status="")

    @property
    def shown_from(self) -> str:
        """The least value as it stands in the form and in the address."""
        return "" if self.value_from is None else f"{self.value_from:.15g}"

    @property
    def shown_to(self) -> str:
        """The largest value, likewise."""
        return "" if self.value_to is None else f"{self.value_to:.15g}"

    def url(self, **more: Any) -> str:
        """Return the queue's URL with these filters, leaving out what needs no saying."""
        said: dict[str, Any] = {
            "status": None if self.status == Status.UNVERIFIED.value else self.status,
            "measure": self.measure or None,
            "hint": self.hint or None,
            "place": self.place or None,
            "text": self.text or None,
            "from": self.first_day,
            "to": self.last_day,
            "value_from": self.shown_from or None,
            "value_to": self.shown_to or None,
            "article": self.article,
            "low": 1 if self.low else None,
        }
        return url_for("web.queue", **said, **more)

    def cleared(self) -> str:
        """Return the queue's URL with the same status and nothing else."""
        return Filters(status=self.status, low=self.low).url()

    def export_url(self, endpoint: str, settings: Desk) -> str:
        """Return the address of an export of exactly these claims."""
        days = [day.isoformat() if day else ".." for day in (self.first_day, self.last_day)]
        said: dict[str, Any] = {
            "status": None if self.status == ANY else self.status,
            "measure": self.measure or None,
            "hint": self.hint or None,
            "place": self.place or None,
            "text": self.text or None,
            "period": "/".join(days) if self.first_day or self.last_day else None,
            "value_from": self.shown_from or None,
            "value_to": self.shown_to or None,
            "article": self.article,
            "min_check_worthiness": None if self.low else settings.check_threshold,
        }
        return url_for(endpoint, **said)

    def wanted(self, settings: Desk) -> ClaimFilter:
        """Return them as the database is asked."""
        return ClaimFilter(
            status=None if self.status == ANY else Status(self.status),
            measure=self.measure or None,
            opinion=self.hint or None,
            place=self.place or None,
            text=self.text or None,
            first_day=self.first_day,
            last_day=self.last_day,
            value_from=self.value_from,
            value_to=self.value_to,
            article_id=self.article,
            min_check_worthiness=None if self.low else settings.check_threshold,
        )
