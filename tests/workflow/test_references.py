"""Trusted figures come in whole or not at all, keep their versions, and take verdicts with them."""

import pytest
from sqlalchemy import select

from models.data import reference_queries
from models.data.reference_queries import ReferenceFilter
from models.data.tables import Reference, ReferenceImport
from models.domain.errors import Conflict, Forbidden, Invalid, NotFound, VersionMismatch
from models.domain.references.files import rows_of_csv
from models.domain.roles import Actor
from models.workflow import audit, references, review, trail
from models.workflow.references import Imported
from models.workflow.review import NewEvidence
from tests.factories import Desk

HEADER = "publisher,external_id,as_of,place,measure,value,unit,url\n"
TWO = HEADER + (
    "Civil Agency,K1,2024-05-01,Velmora,killed,21,,https://example.org/k1\n"
    "Civil Agency,,2024-05-01,Velmora,displaced,at least 300,,\n"
)


def bring(desk: Desk, text: str, actor: Actor | None = None, *, is_dry_run: bool = False) -> Imported:
    content = text.encode()
    checked = references.check(rows_of_csv(content), desk.now)
    with desk.database.write() as session:
        return references.take(
            session, actor or desk.editor, checked, desk.now, sha256="0" * 64, is_dry_run=is_dry_run
        )


def standing(desk: Desk) -> list[Reference]:
    with desk.database.read() as session:
        return list(session.scalars(select(Reference).order_by(Reference.id)))


def counts(imported: Imported) -> tuple[int, int, int]:
    return imported.new, imported.changed, imported.unchanged


def test_a_file_comes_in_with_columns_by_which_its_figures_are_found(desk: Desk) -> None:
    assert counts(bring(desk, TWO)) == (2, 0, 0)
    killed, displaced = standing(desk)
    assert (killed.measure, killed.unit, killed.low, killed.high) == ("killed", "person", 20.5, 21.5)
    assert (displaced.low, displaced.high, displaced.place_text) == (299.5, None, "Velmora")
    assert (str(killed.as_of), killed.version, killed.awaits) == ("2024-05-01", 1, "grouping")
    assert references.external_id_of(killed) == "K1"
    assert references.external_id_of(displaced) is None
    assert killed.place_key == displaced.place_key
    assert killed.place_key is not None


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    bring(desk, TWO)
    assert counts(bring(desk, TWO)) == (0, 0, 2)
    assert [row.version for row in standing(desk)] == [1, 1]


def test_another_value_is_a_new_version_and_the_old_one_stays(desk: Desk) -> None:
    bring(desk, TWO)
    desk.later(days=1)
    changed = TWO.replace(",21,", ",23,").replace("at least 300", "at least 400")
    assert counts(bring(desk, changed)) == (0, 2, 0)
    with desk.database.read() as session:
        first, second = reference_queries.versions_of(session, standing(desk)[0].id)
    assert (first.data["quantity"]["best"], second.data["quantity"]["best"]) == ("21", "23")
    assert standing(desk)[0].awaits == "grouping"


def test_a_dry_run_counts_and_keeps_nothing(desk: Desk) -> None:
    bring(desk, TWO)
    more = TWO.replace(",21,", ",23,") + "Civil Agency,K3,2024-05-01,Velmora,injured,9,,\n"
    assert counts(bring(desk, more, is_dry_run=True)) == (1, 1, 1)
    assert len(standing(desk)) == 2
    assert standing(desk)[0].version == 1


def test_one_bad_row_keeps_the_whole_file_out(desk: Desk) -> None:
    with pytest.raises(Invalid) as refused:
        bring(desk, TWO + "Civil Agency,K3,2024-05-01,Velmora,deaths,9,,\n")
    assert list(refused.value.fields) == ["row.4.measure"]
    assert standing(desk) == []


def test_a_figure_of_the_future_is_refused(desk: Desk) -> None:
    with pytest.raises(Invalid) as refused:
        bring(desk, TWO.replace("2024-05-01,Velmora,killed", "2024-05-04,Velmora,killed"))
    assert "row.2.as_of" in refused.value.fields


def test_a_file_without_rows_is_refused(desk: Desk) -> None:
    with pytest.raises(Invalid, match="nothing was imported"):
        bring(desk, HEADER)


def test_only_editors_bring_references(desk: Desk) -> None:
    with pytest.raises(Forbidden):
        bring(desk, TWO, desk.reviewer)


def test_an_import_is_an_event_with_its_counts(desk: Desk) -> None:
    imported = bring(desk, TWO)
    with desk.database.read() as session:
        entry = session.scalars(select(ReferenceImport)).one()
        event = trail.last_event(session, "reference_import", entry.id)
    assert imported.import_id == entry.id
    assert (entry.added, entry.changed, entry.unchanged) == (2, 0, 0)
    assert event is not None
    assert (event.kind, event.actor_id, event.data["new"]) == ("imported", desk.editor.user_id, 2)


def test_references_are_listed_by_what_they_say(desk: Desk) -> None:
    bring(desk, TWO + "Other Agency,K9,2024-05-02,Kyiv,killed,5,,\n")

    def ids(**wanted: object) -> list[int]:
        with desk.database.read() as session:
            found = reference_queries.list_references(
                session,
                ReferenceFilter(**wanted),
                50,
                None,  # type: ignore[arg-type]
            )
            return [row.id for row in found.rows]

    assert ids() == [3, 2, 1]
    assert ids(measure="killed") == [3, 1]
    assert ids(place="UA") == [3]
    assert ids(place="velmora") == [2, 1]
    assert ids(publisher="Other Agency") == [3]
    assert ids(text="at least 300") == [2]
    assert ids(first_day=standing(desk)[2].as_of) == [3]
    assert ids(last_day=standing(desk)[0].as_of) == [2, 1]


def test_an_unknown_reference_is_not_found(desk: Desk) -> None:
    with desk.database.read() as session, pytest.raises(NotFound):
        references.get(session, 404)


def test_a_verdict_that_rests_on_a_changed_reference_goes_stale_and_says_why(desk: Desk) -> None:
    bring(desk, TWO)
    claim_id, other_id = desk.claims()
    evidence = [NewEvidence("row 1", reference_id=standing(desk)[0].id)]
    desk.decide(desk.reviewer, claim_id, evidence=evidence)
    desk.decide(desk.reviewer, other_id, evidence=[NewEvidence("the claim", claim_id=claim_id)])
    bring(desk, TWO)
    assert desk.claim(claim_id).state == "final"
    desk.later(days=1)
    bring(desk, TWO.replace(",21,", ",23,"))
    assert desk.claim(claim_id).state == "stale"
    assert desk.claim(other_id).state == "stale"
    with desk.database.read() as session:
        event = trail.last_event(session, "claim", claim_id)
        assert list(audit.verify(session)) == []
    assert event is not None
    assert (event.kind, event.data["reference_id"], event.data["changed"]) == ("went_stale", 1, ["value"])


def test_a_verdict_needs_a_reference_that_exists(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    for item in (
        NewEvidence("row 1", reference_id=404),
        NewEvidence("row 1", reference_id=1, url="https://example.org"),
        NewEvidence(" ", reference_id=1),
    ):
        with pytest.raises(Invalid) as refused, desk.database.write() as session:
            review.decide(
                session, desk.reviewer, claim_id, 1, review.Verdict.SUPPORTED, [item], None, desk.now
            )
        assert list(refused.value.fields) == ["evidence.0"]


def test_a_withdrawn_reference_takes_its_verdicts_with_it_and_stands_again_when_brought_again(
    desk: Desk,
) -> None:
    bring(desk, TWO)
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id, evidence=[NewEvidence("row 1", reference_id=standing(desk)[0].id)])
    reference_id = standing(desk)[0].id
    with pytest.raises(Forbidden), desk.database.write() as session:
        references.withdraw(session, desk.reviewer, reference_id, 1, None, desk.now)
    with pytest.raises(VersionMismatch), desk.database.write() as session:
        references.withdraw(session, desk.editor, reference_id, 7, None, desk.now)
    with desk.database.write() as session:
        references.withdraw(session, desk.editor, reference_id, 1, "A misprint.", desk.now)
    assert desk.claim(claim_id).state == "stale"
    with desk.database.read() as session:
        event = trail.last_event(session, "reference", reference_id)
        assert event is not None
        assert (event.kind, event.data["reason"]) == ("withdrawn", "A misprint.")
        assert list(audit.verify(session)) == []
        found = reference_queries.list_references(session, ReferenceFilter(), 10, None)
        assert reference_id not in [row.id for row in found.rows]
    with pytest.raises(Conflict), desk.database.write() as session:
        references.withdraw(session, desk.editor, reference_id, 2, None, desk.now)
    bring(desk, TWO)
    again = standing(desk)[0]
    assert (again.withdrawn, again.version) == (False, 3)
