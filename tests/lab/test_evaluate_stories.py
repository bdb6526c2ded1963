"""The stories' score: pairs within and across incidents, what moved, and which conflicts are false."""

from datetime import date

import pytest

from lab.evaluate_stories import intervals, main, score_stories, table_of
from lab.stories import Gold, Mention, Telling
from lab.story_desk import Read, Shown, Told, tell_all
from models.domain.relations import Relation
from models.nlp.load import load_finder
from models.nlp.pipeline import Pipeline

MORNING = Telling("a", 0, "Ferry off Kalamata", date(2024, 5, 1), "17 died and 40 were hurt off Kalamata.")
EVENING = Telling("a", 1, "Ferry toll rises", date(2024, 5, 2), "21 died off Kalamata, on the ferry Aurora.")
ELSEWHERE = Telling("b", 0, "Bus crash in Oslo", date(2024, 5, 2), "17 died in a bus crash in Oslo.")
DEAD, HURT = Mention(MORNING, 0, 2, "a/dead"), Mention(MORNING, 12, 14, "a/hurt")
LATER, OTHER = Mention(EVENING, 0, 2, "a/dead"), Mention(ELSEWHERE, 0, 2, "b/dead")
GOLD = Gold((MORNING, EVENING, ELSEWHERE), (DEAD, HURT, LATER, OTHER), frozenset())


def told(figures: dict[Mention, int], shown: dict[tuple[int, int], Shown] | None = None) -> Told:
    """The answer of a desk that has each mention in the figure of that number; claims count from 1."""
    order = [DEAD, HURT, LATER, OTHER]
    read = {m: Read(order.index(m) + 1, figure, (m.words, m.words)) for m, figure in figures.items()}
    return Told(read, shown or {})


def test_a_desk_that_has_all_right_scores_one() -> None:
    score = score_stories(GOLD, told({DEAD: 1, HURT: 2, LATER: 1, OTHER: 3}, {(3, 1): _shown("supersedes")}))
    assert [score.total(which) for which in range(3)] == [1, 1, 1]
    assert score.moved == {"supersedes": 1}
    assert (score.false_conflicts, score.misses) == (0, [])


def test_mixing_two_incidents_costs_precision_and_parting_costs_recall() -> None:
    score = score_stories(GOLD, told({DEAD: 1, HURT: 2, LATER: 3, OTHER: 1}))
    assert [score.total(which) for which in range(3)] == [0, 1, 1]
    assert score.cells["a", "b"] == [0, 1, 0]
    assert score.moved == {"apart": 1}
    assert [miss.split(":")[0] for miss in score.misses] == ["parted", "mixed"]


def test_what_was_not_read_counts_against_recall_alone() -> None:
    score = score_stories(GOLD, told({DEAD: 1, HURT: 2, OTHER: 3}))
    assert [score.total(which) for which in range(3)] == [0, 0, 1]
    assert (score.found, score.same_found) == (3, 0)


def test_a_conflict_is_false_unless_two_articles_of_a_day_or_rival_voices_differ() -> None:
    answer = told({DEAD: 1, HURT: 2, LATER: 1, OTHER: 3}, {(3, 1): _shown("conflicts")})
    assert score_stories(GOLD, answer).false_conflicts == 1
    contested = Gold(GOLD.tellings, GOLD.mentions, frozenset({frozenset((DEAD, LATER))}))
    score = score_stories(contested, answer)
    assert (score.false_conflicts, score.rivals) == (0, {"conflicts": 1})


def test_a_correction_counts_as_a_revision() -> None:
    shown = Shown(Relation.SUPERSEDES, "The article corrects the number.")
    score = score_stories(GOLD, told({DEAD: 1, HURT: 2, LATER: 1, OTHER: 3}, {(3, 1): shown}))
    assert score.moved == {"revision": 1}


def test_intervals_hold_the_share_and_the_table_names_it() -> None:
    score = score_stories(GOLD, told({DEAD: 1, HURT: 2, LATER: 1, OTHER: 1}))
    low, high = intervals(score)["precision"]
    assert low <= 1 / 3 <= high
    assert any("precision | 0.333" in line for line in table_of(score))


def test_the_desk_reads_articles_groups_them_and_shows_what_supersedes() -> None:
    answer = tell_all(GOLD, Pipeline(load_finder("rules")))
    assert set(answer.read) == set(GOLD.mentions)
    assert answer.read[LATER].value == ("21", "21")
    assert not answer.is_together(DEAD, HURT)
    assert not answer.is_together(DEAD, OTHER)
    assert answer.is_together(DEAD, LATER)
    assert [said.relation for said in answer.between(DEAD, LATER)] == [Relation.SUPERSEDES] * 2


def test_misses_of_the_test_half_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--split", "test", "--misses"])
    assert "only those of the dev half" in capsys.readouterr().err


def _shown(relation: str) -> Shown:
    return Shown(Relation(relation), "A reason.")
