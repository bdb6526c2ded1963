"""Hints: a claim is compared with its partners, what it touches follows, and nothing hidden shows."""

from datetime import timedelta

from sqlalchemy import select

from models.data import queries
from models.data.tables import Claim, Event, Figure, FigureMember, HintEvidence
from models.domain.states import DismissReason, Verdict
from models.workflow import corrections, figures, grouping, leases, review
from tests.factories import Desk
from tests.ferry import DAY, compare_all, figure_of, tell


def hint_of(desk: Desk, claim_id: int) -> dict:
    hint = desk.claim(claim_id).hint
    assert hint is not None
    return hint


def test_a_lone_claim_finds_nothing_and_makes_its_figure(desk: Desk) -> None:
    claim_id = tell(desk, 17, "Seventeen")
    compare_all(desk)
    assert hint_of(desk, claim_id)["opinion"] == "nothing_found"
    assert figure_of(desk, claim_id) == 1


def test_an_equal_number_agrees_and_both_hints_say_so(desk: Desk) -> None:
    first, second = tell(desk, 17, "Seventeen"), tell(desk, 17, "17", source="Mirror")
    compare_all(desk)
    assert figure_of(desk, first) == figure_of(desk, second)
    for one, other in ((first, second), (second, first)):
        hint = hint_of(desk, one)
        assert hint["opinion"] == "agrees"
        assert [(e["relation"], e["claim_id"]) for e in hint["evidence"]] == [("agrees", other)]
        assert hint["score"] >= 0.5
        assert hint["confirms"] is None


def test_another_number_of_the_same_day_conflicts_and_a_later_higher_one_supersedes(desk: Desk) -> None:
    first = tell(desk, 17, "Seventeen")
    rival = tell(desk, 12, "Twelve", source="Mirror")
    later = tell(desk, 21, "21", on=DAY + timedelta(days=1))
    compare_all(desk)
    assert hint_of(desk, rival)["opinion"] == "conflicts"
    relations = {e["claim_id"]: e["relation"] for e in hint_of(desk, later)["evidence"]}
    assert relations == {first: "supersedes", rival: "supersedes"}


def test_the_queue_hands_out_first_what_conflicts_with_another_figure(desk: Desk) -> None:
    alone = desk.claims()
    rivals = {tell(desk, 17, "Seventeen"), tell(desk, 12, "Twelve", source="Mirror")}
    compare_all(desk)
    worths = {claim_id: desk.claim(claim_id).check_worthiness for claim_id in (*alone, *rivals)}
    with desk.database.write() as session:
        for claim_id in rivals:
            session.get_one(Claim, claim_id).check_worthiness = min(worths.values()) - 0.01
    with desk.database.read() as session:
        page = queries.list_claims(session, queries.ClaimFilter(), "queue", 2, None)
        rest = queries.list_claims(session, queries.ClaimFilter(), "queue", 50, page.next)
    assert {claim.id for claim in page.rows} == rivals
    assert {claim.id for claim in rest.rows} == set(worths) - rivals
    with desk.database.write() as session:
        assert leases.next_in_queue(session, desk.reviewer, desk.now).id in rivals
    desk.decide(desk.editor, min(rivals - {desk.claim(i).id for i in rivals if desk.claim(i).lease_holder}))
    assert all(desk.claim(i).urgency == 1 for i in rivals)


def test_a_settled_equal_claim_is_offered_for_confirmation_and_never_before_it_is_settled(desk: Desk) -> None:
    desk.set(second_reviewer=True)
    first, second = tell(desk, 17, "Seventeen"), tell(desk, 17, "17", source="Mirror")
    compare_all(desk)
    desk.decide(desk.reviewer, first)
    before = hint_of(desk, second)
    compare_all(desk)
    assert hint_of(desk, second) == before, "a first verdict shows in another claim's hint"
    desk.decide(desk.second, first)
    compare_all(desk)
    assert hint_of(desk, second)["confirms"] == first
    assert desk.claim(second).state == "open"


def test_comparing_twice_changes_nothing(desk: Desk) -> None:
    first, second = tell(desk, 17, "Seventeen"), tell(desk, 12, "Twelve", source="Mirror")
    compare_all(desk)

    def stands() -> tuple:
        with desk.database.read() as session:
            return (
                [(c.hint, c.version) for c in session.scalars(select(Claim).order_by(Claim.id))],
                session.scalars(select(HintEvidence.relation).order_by(HintEvidence.claim_id)).all(),
                [(f.id, f.members, f.version) for f in session.scalars(select(Figure))],
                len(session.scalars(select(Event).where(Event.subject == "figure")).all()),
            )

    before = stands()
    with desk.database.write() as session:
        for claim_id in (first, second):
            session.get_one(Claim, claim_id).awaits = "grouping"
    assert compare_all(desk) >= 2
    assert stands() == before


def test_a_correction_is_compared_anew_and_so_is_what_it_touched(desk: Desk) -> None:
    first, second = tell(desk, 17, "Seventeen"), tell(desk, 12, "Twelve", source="Mirror")
    compare_all(desk)
    assert hint_of(desk, second)["opinion"] == "conflicts"
    with desk.database.write() as session:
        claim = session.get_one(Claim, first)
        quantity = {"best": "12", "low": "12", "high": "12"}
        corrections.apply(session, desk.reviewer, first, claim.version, {"quantity": quantity}, desk.now)
    compare_all(desk)
    assert hint_of(desk, second)["opinion"] == "agrees"


def test_a_dismissed_claim_leaves_its_figure_and_the_hints_of_others(desk: Desk) -> None:
    first, second = tell(desk, 17, "Seventeen"), tell(desk, 12, "Twelve", source="Mirror")
    compare_all(desk)
    with desk.database.write() as session:
        version = session.get_one(Claim, first).version
        reason = DismissReason.NOT_A_CLAIM
        review.dismiss(session, desk.reviewer, first, version, reason, None, None, desk.now)
    compare_all(desk)
    assert hint_of(desk, second)["opinion"] == "nothing_found"
    with desk.database.read() as session:
        assert session.scalars(select(FigureMember.claim_id)).all() == [second]


def test_what_a_person_split_stays_apart_when_it_is_grouped_again(desk: Desk) -> None:
    first, second = tell(desk, 17, "Seventeen"), tell(desk, 17, "17", source="Mirror")
    compare_all(desk)
    number = figure_of(desk, first)
    with desk.database.write() as session:
        version = session.get_one(Figure, number).version
        own = figures.split(session, desk.reviewer, number, version, second, None, "another ferry", desk.now)
        own_id = own.id
    compare_all(desk)
    assert hint_of(desk, first)["evidence"] == []
    with desk.database.write() as session:
        session.get_one(Claim, second).awaits = "grouping"
    compare_all(desk)
    assert figure_of(desk, second) == own_id != number


def test_joined_figures_stay_joined_and_their_claims_are_compared(desk: Desk) -> None:
    first = tell(desk, 17, "Seventeen")
    far = tell(desk, 16, "16", on=DAY - timedelta(days=900), source="Mirror")
    compare_all(desk)
    one, other = figure_of(desk, first), figure_of(desk, far)
    assert one != other
    with desk.database.write() as session:
        version = session.get_one(Figure, one).version
        figures.join(session, desk.reviewer, one, version, other, "the inquiry's count", desk.now)
    compare_all(desk)
    assert figure_of(desk, far) == one
    assert [e["relation"] for e in hint_of(desk, far)["evidence"]] == ["supersedes"]
    with desk.database.write() as session:
        session.get_one(Claim, far).awaits = "grouping"
    compare_all(desk)
    assert figure_of(desk, far) == one
    with desk.database.read() as session:
        assert session.get_one(Figure, other).joined_into == one


def test_two_members_that_are_defined_apart_are_no_conflict_and_the_hint_says_why(desk: Desk) -> None:
    """As after a chain of joins: each came by a third that names no population."""
    first, second = tell(desk, 17, "Seventeen"), tell(desk, 12, "Twelve", source="Mirror")
    compare_all(desk)
    assert hint_of(desk, second)["opinion"] == "conflicts"
    with desk.database.write() as session:
        session.get_one(Claim, first).population = "women"
        session.get_one(Claim, second).population = "children"
        for claim_id in (first, second):
            session.get_one(Claim, claim_id).awaits = "hint"
    compare_all(desk)
    assert figure_of(desk, first) == figure_of(desk, second)
    for one in (first, second):
        (evidence,) = hint_of(desk, one)["evidence"]
        assert evidence["relation"] == "incomparable"
        assert "children" in evidence["reason"]


def test_a_verdict_never_comes_from_a_hint(desk: Desk) -> None:
    first, second = tell(desk, 17, "Seventeen"), tell(desk, 17, "17", source="Mirror")
    desk.decide(desk.reviewer, first, Verdict.REFUTED)
    compare_all(desk)
    assert desk.claim(second).verdict is None
    assert hint_of(desk, second)["confirms"] == first


def _part(desk: Desk, claim_id: int) -> None:
    """Put a claim into a figure of its own, as the machine would have, had it known less."""
    with desk.database.write() as session:
        claim = session.get_one(Claim, claim_id)
        member = grouping.member_of(session, claim)
        assert member is not None
        grouping.leave(session, member, desk.now)
        own = grouping.create(session, claim, desk.now)
        grouping.add(session, own, claim, grouping.MACHINE, 1.0, "The first that states it.", None, desk.now)


def test_two_machine_made_figures_that_are_one_are_joined_and_their_trail_says_why(desk: Desk) -> None:
    first, second = tell(desk, 17, "Seventeen"), tell(desk, 17, "17", source="Mirror")
    compare_all(desk)
    _part(desk, second)
    assert figure_of(desk, first) != figure_of(desk, second)
    parted = figure_of(desk, second)
    third = tell(desk, 17, "17", source="Herald")
    compare_all(desk)
    assert figure_of(desk, first) == figure_of(desk, second) == figure_of(desk, third)
    with desk.database.read() as session:
        assert session.get_one(Figure, parted).joined_into == figure_of(desk, first)
        events = session.scalars(select(Event).where(Event.subject == "figure", Event.subject_id == parted))
        joined = [event for event in events if event.kind == "joined"]
    assert len(joined) == 1
    assert "same" in joined[0].data["reason"]


def test_the_machine_never_joins_what_a_person_has_split(desk: Desk) -> None:
    first, second = tell(desk, 17, "Seventeen"), tell(desk, 17, "17", source="Mirror")
    compare_all(desk)
    figure_id = figure_of(desk, first)
    with desk.database.write() as session:
        version = session.get_one(Figure, figure_id).version
        figures.split(session, desk.reviewer, figure_id, version, second, None, "Another ferry.", desk.now)
    tell(desk, 17, "17", source="Herald")
    compare_all(desk)
    assert figure_of(desk, first) != figure_of(desk, second)


def test_another_household_size_lets_what_it_touches_be_compared_anew(desk: Desk) -> None:
    persons, other = tell(desk, 17, "Seventeen"), tell(desk, 17, "17", source="Mirror")
    alone = tell(desk, 900, "900", on=DAY - timedelta(days=900))
    compare_all(desk)
    with desk.database.write() as session:
        session.get_one(Claim, other).unit = "household"
    desk.set(household_size=4.5)
    assert {desk.claim(one).awaits for one in (persons, other)} == {"hint"}
    assert desk.claim(alone).awaits is None
    compare_all(desk)
    desk.set(household_size=4.5, jump_limit=3.0)
    assert desk.claim(persons).awaits is None
    desk.set(household_size=4.5, vague_policy="conservative")
    assert desk.claim(persons).awaits is None, "nothing vague stands in its figure"
