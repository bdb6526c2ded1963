"""Figures: the list, each one over time, what is known for a day, and what a reviewer decides about one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from api.session import database
from api.web import figures_shown as shown
from api.web import timeline, typed
from api.web.blueprint import web
from api.web.frame import sentence
from api.web.numbers import whole
from api.web.pages.claims import Refusal
from api.web.visit import actor
from api.web.wording import figures as words
from models.data import figure_queries
from models.data.figure_queries import FigureFilter
from models.data.tables import Figure
from models.domain.errors import ClaimbenchError, Conflict, Forbidden, Invalid, VersionMismatch
from models.domain.series import Series, Standing
from models.workflow import desk, figures, series
from models.workflow.clock import now

PAGE = 20
STATUS_OF = {Forbidden: 403, VersionMismatch: 412, Invalid: 422, Conflict: 409}


@dataclass(frozen=True, slots=True)
class Filters:
    """What the URL asks for; unknown words are taken as not said."""

    measure: str = ""
    place: str = ""
    text: str = ""
    conflicts: bool = False
    once: bool = False

    @classmethod
    def of(cls, asked: "MultiDict[str, str]") -> "Filters":
        """Read them from a query string."""
        measure = asked.get("measure", "")
        return cls(
            measure=measure if measure in words.MEASURES else "",
            place=asked.get("place", "").strip()[:100],
            text=asked.get("text", "").strip()[:200],
            conflicts=asked.get("conflicts") == "1",
            once=asked.get("once") == "1",
        )

    def url(self, **more: Any) -> str:
        """Return the list's URL with these filters, leaving out what needs no saying."""
        return url_for(
            "web.figures",
            measure=self.measure or None,
            place=self.place or None,
            text=self.text or None,
            conflicts=1 if self.conflicts else None,
            once=1 if self.once else None,
            **more,
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.measure or self.place or self.text or self.conflicts)

    @property
    def wanted(self) -> FigureFilter:
        """Return them as the database is asked."""
        return FigureFilter(
            measure=self.measure or None,
            place=self.place or None,
            text=self.text or None,
            least_members=1 if self.once else 2,
            has_conflicts=self.conflicts,
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of the list, with what is known last."""

    row: Figure
    name: str
    family: str
    latest: Standing | None
    says: str
    is_one: bool
    independent: int
    conflicts: int
    jumps: int


@web.get("/figures", endpoint="figures")
def figures_list() -> Any:
    """Show the figures, newest first: what each counts, what is known last, and who says so."""
    filters = Filters.of(request.args)
    with database().read() as session:
        try:
            page = figure_queries.list_figures(session, filters.wanted, PAGE, request.args.get("cursor"))
        except Invalid:
            return redirect(filters.url())
        return render_template(
            "figures.html",
            section="Figures",
            filters=filters,
            measures=words.MEASURES,
            rows=[_row(session, row) for row in page.rows],
            more_url=filters.url(cursor=page.next) if page.next else None,
        )


def _row(session: Session, row: Figure) -> Row:
    drawn = series.draw(session, row.id)
    last = shown.latest(drawn.series)
    unit = shown.unit_of(row)
    return Row(
        row=row,
        name=shown.name_of(row),
        family=words.family(row.measure),
        latest=last,
        says=shown.standing_words(last, unit) if last else "no telling is used",
        is_one=last is not None and shown.is_one_value(last),
        independent=drawn.chains.independent,
        conflicts=len(drawn.series.disputes),
        jumps=sum(point.is_jump for point in drawn.series.points),
    )


@web.get("/figures/<int:figure_id>")
def figure(figure_id: int) -> Any:
    """Show one figure over time, and with ?on=2025-03-05 what is known for that day."""
    with database().read() as session:
        return _show(session, figures.get(session, figure_id))


def _show(session: Session, row: Figure, refusal: Refusal | None = None, open_form: str = "") -> str:
    seen = shown.shown(session, row, desk.current(session).desk)
    on = _day_asked_for(seen.drawn.series)
    return render_template(
        "figure.html",
        section="Figures",
        figure=seen,
        family=words.family(row.measure),
        day_shown=shown.day_of(seen, on) if on else None,
        chart=shown.chart_data(seen),
        size=timeline,
        decisions=figure_queries.overrides_of(session, row.id),
        refusal=refusal,
        open_form=open_form,
    )


def _day_asked_for(found: Series) -> date | None:
    """Return the day that the address names; without one, the last on which something changed."""
    days = found.days()
    return request.args.get("on", type=date.fromisoformat) or (days[-1] if days else None)


def _take(figure_id: int, step: Callable[[Session], Figure], open_form: str, said: str) -> Any:
    """Take a step and show the figure that it leads to, or the page with why it was not taken."""
    try:
        with database().write() as session:
            shown_next = step(session).id
    except (Forbidden, VersionMismatch, Invalid, Conflict) as error:
        with database().read() as session:
            page = _show(session, figures.get(session, figure_id), _refusal(error), open_form)
        return page, STATUS_OF[type(error)]
    flash(said.format(id=shown_next), "good")
    return redirect(url_for("web.figure", figure_id=shown_next), 303)


def _refusal(error: ClaimbenchError) -> Refusal:
    if isinstance(error, VersionMismatch):
        return Refusal(
            "This figure has changed since you read it, so nothing was written. Look again, then decide.",
            is_stale=True,
        )
    return Refusal(sentence(error.message), error.fields)


def _reason() -> str | None:
    return typed.lines(request.form.get("reason", "")).strip() or None


@web.post("/figures/<int:figure_id>/split")
def split_figure(figure_id: int) -> Any:
    """Take one member out into a figure of its own, which is shown with the way back."""
    form = request.form
    claim_id, reference_id = form.get("claim_id", type=whole), form.get("reference_id", type=whole)
    version = typed.version(form)

    def step(session: Session) -> Figure:
        return figures.split(session, actor(), figure_id, version, claim_id, reference_id, _reason(), now())

    said = f"Taken out of figure {figure_id}: this is its own figure now. To undo it, join it back below."
    return _take(figure_id, step, f"split-{claim_id or reference_id}", said)


@web.post("/figures/<int:figure_id>/join")
def join_figure(figure_id: int) -> Any:
    """Bring another figure's members into this one."""
    form = request.form
    other, version = form.get("figure_id", type=whole), typed.version(form)

    def step(session: Session) -> Figure:
        if other is None:
            raise Invalid(
                "the figures cannot be joined", {"figure_id": ["Name another figure by its number."]}
            )
        return figures.join(session, actor(), figure_id, version, other, _reason(), now())

    return _take(figure_id, step, "join", f"The members of figure {other} are here now.")


@web.post("/figures/<int:figure_id>/pin")
def pin_figure(figure_id: int) -> Any:
    """Keep a figure's members where they are, or let the machine move them again."""
    is_pinned = request.form.get("pinned") == "1"
    version = typed.version(request.form)

    def step(session: Session) -> Figure:
        return figures.pin(session, actor(), figure_id, version, is_pinned, _reason(), now())

    said = "Pinned: its members stay." if is_pinned else "No longer pinned: the machine may move its members."
    return _take(figure_id, step, "", said)
