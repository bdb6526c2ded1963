"""A reference is given its context vector where a model is, and finds its figure with and without one."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from models.data.figure_queries import figure_of_reference
from models.data.partners import Asked as Wanted
from models.data.partners import find_partners
from models.data.tables import Reference
from models.domain.references.files import rows_of_csv
from models.nlp.finder import Asked, Progress, SentenceMarks
from models.nlp.load import load_finder
from models.nlp.pipeline import Pipeline
from models.workflow import references
from models.workflow.clock import now
from tests.factories import Desk
from tests.ferry import compare_all, figure_of, tell
from worker.comparing import compare_reference

FILE = (
    b"publisher;as_of;place;measure;value;external_id;statement\n"
    b"Coast Guard;2024-05-01;Kalamata;killed;17;K1;killed when the ferry Aurora sank off Kalamata\n"
    b"Road Agency;2024-05-01;Kalamata;killed;4;K2;killed when a bus left the road near Kalamata\n"
)


class Words:
    """A model in small: which words it has is what a sentence means."""

    name = "words-1"

    def __init__(self) -> None:
        self.rules = load_finder("rules")

    def mark(
        self, asked: Sequence[Asked], on_progress: Progress | None = None, title: str = ""
    ) -> list[SentenceMarks]:
        found = []
        for one, mark in zip(asked, self.rules.mark(asked, on_progress, title), strict=True):
            counts = np.zeros(256, np.float32)
            for word in one.text.lower().strip(".").split():
                counts[sum(map(ord, word)) % 256] += 1
            found.append(replace(mark, vector=counts / np.float32(np.linalg.norm(counts))))
        return found


def bring(desk: Desk) -> None:
    with desk.database.write() as session:
        checked = references.check(rows_of_csv(FILE), desk.now)
        references.take(session, desk.editor, checked, now(), sha256="0" * 64)


def vectors(desk: Desk) -> list[bytes | None]:
    with desk.database.read() as session:
        return [session.get_one(Reference, number).vector for number in (1, 2)]


def broken() -> Pipeline:
    raise FileNotFoundError("no weights")


@pytest.mark.parametrize("load", [lambda: Pipeline(load_finder("rules")), broken])
def test_without_a_model_the_typed_columns_find_its_figure(desk: Desk, load: Callable[[], Pipeline]) -> None:
    claim = tell(desk, 17, "Seventeen")
    compare_all(desk)
    bring(desk)
    compare_reference(desk.database, 1, load)
    compare_all(desk)
    assert vectors(desk) == [None, None]
    with desk.database.read() as session:
        assert session.get_one(Reference, 1).awaits is None
    evidence = (desk.claim(claim).hint or {})["evidence"]
    assert [one.get("reference_id") for one in evidence] == [1]


def test_with_a_model_references_are_ranked_by_their_context_and_join_as_before(desk: Desk) -> None:
    claim = tell(desk, 17, "Seventeen")
    compare_all(desk)
    bring(desk)
    pipeline = Pipeline(Words())
    for number in (2, 1):
        compare_reference(desk.database, number, lambda: pipeline)
    first, second = vectors(desk)
    assert None not in (first, second)
    with desk.database.read() as session:
        query = pipeline.context_of("Seventeen people were killed when the ferry Aurora sank off Kalamata.")
        wanted = Wanted(["killed"], "GR", "sinking", desk.claim(claim).as_of, query, claim_id=claim)
        found = [c for c in find_partners(session, wanted) if isinstance(c.row, Reference)]
        assert [c.row.id for c in found] == [1, 2]
        assert {c.cosine for c in found} == {None}, "it orders them and is no evidence"
        assert figure_of_reference(session, 1) == figure_of(desk, claim)
        assert figure_of_reference(session, 2) != figure_of(desk, claim)


def test_a_changed_statement_gets_another_vector(desk: Desk) -> None:
    bring(desk)
    pipeline = Pipeline(Words())
    compare_reference(desk.database, 1, lambda: pipeline)
    before, _ = vectors(desk)
    with desk.database.write() as session:
        rows = rows_of_csv(FILE.replace(b"the ferry Aurora sank", b"the tanker Zephyr burnt"))
        references.take(session, desk.editor, references.check(rows, now()), now(), sha256="1" * 64)
    assert vectors(desk)[0] is None
    compare_reference(desk.database, 1, lambda: pipeline)
    after, _ = vectors(desk)
    assert after is not None
    assert after != before


def test_a_vector_of_an_older_version_is_not_kept(desk: Desk) -> None:
    bring(desk)
    with desk.database.write() as session:
        references.keep_vector(session, 1, 7, b"\0" * 30)
    assert vectors(desk) == [None, None]


def test_what_a_changed_reference_touched_is_compared_anew(desk: Desk) -> None:
    claim = tell(desk, 17, "Seventeen")
    compare_all(desk)
    bring(desk)
    pipeline = Pipeline(load_finder("rules"))
    touched = compare_reference(desk.database, 1, lambda: pipeline)
    assert touched == {desk.claim(claim).article_id}
    compare_all(desk)
    assert (desk.claim(claim).hint or {})["opinion"] == "agrees"
    with desk.database.write() as session:
        rows = rows_of_csv(FILE.replace(b"killed;17", b"killed;at least 12"))
        references.take(session, desk.editor, references.check(rows, now()), now(), sha256="1" * 64)
    assert compare_reference(desk.database, 1, lambda: pipeline) == touched
    compare_all(desk)
    assert (desk.claim(claim).hint or {})["opinion"] == "compatible"
    with desk.database.write() as session:
        references.withdraw(session, desk.editor, 1, 2, "A misprint.", desk.now)
    assert compare_reference(desk.database, 1, lambda: pipeline) == touched
    compare_all(desk)
    assert (desk.claim(claim).hint or {})["opinion"] == "nothing_found"


def test_a_reference_whose_value_alone_is_corrected_stays_and_conflicts_there(desk: Desk) -> None:
    claim = tell(desk, 17, "Seventeen")
    compare_all(desk)
    bring(desk)
    pipeline = Pipeline(load_finder("rules"))
    compare_reference(desk.database, 1, lambda: pipeline)
    compare_all(desk)
    with desk.database.write() as session:
        rows = rows_of_csv(FILE.replace(b"killed;17", b"killed;12"))
        references.take(session, desk.editor, references.check(rows, now()), now(), sha256="1" * 64)
    assert compare_reference(desk.database, 1, lambda: pipeline) == {desk.claim(claim).article_id}
    compare_all(desk)
    hint = desk.claim(claim).hint or {}
    assert (hint["opinion"], [one.get("reference_id") for one in hint["evidence"]]) == ("conflicts", [1])


def test_a_reference_that_is_about_another_place_now_leaves(desk: Desk) -> None:
    claim = tell(desk, 17, "Seventeen")
    compare_all(desk)
    bring(desk)
    pipeline = Pipeline(load_finder("rules"))
    compare_reference(desk.database, 1, lambda: pipeline)
    elsewhere = FILE.replace(b"Kalamata;killed;17", b"Osaka;killed;12").replace(b"off Kalamata", b"off Osaka")
    for number, file in enumerate((FILE.replace(b"killed;17", b"killed;16"), elsewhere)):
        with desk.database.write() as session:
            checked = references.check(rows_of_csv(file), desk.now)
            references.take(session, desk.editor, checked, now(), sha256=f"{number}" * 64)
    compare_reference(desk.database, 1, lambda: pipeline)
    with desk.database.read() as session:
        assert figure_of_reference(session, 1) != figure_of(desk, claim)
