"""Does the grid for the blend count what rules and model say together?"""

from dataclasses import replace

from lab.fit_blend import MarkedFigure, grid_table, share_right
from models.domain.vocabulary import Measure
from models.nlp.decoding import Decoding
from models.nlp.labels import MEASURES
from models.nlp.proposals import FIRST_MEASURE, Proposal
from tests.nlp.test_decoding import TEXT, encoded, logits, quantity


def figure(sureness: float) -> MarkedFigure:
    injured = MEASURES.index(Measure.INJURED)
    start = quantity().span.start
    by_rules = Proposal(start, quantity().span.end, FIRST_MEASURE + injured, sureness)
    network = logits()
    network.measure[:, MEASURES.index(Measure.KILLED)] = 3  # the network says killed, the rules injured
    return MarkedFigure(TEXT, encoded(by_rules), quantity(), network, injured)


def test_the_rules_win_where_they_are_trusted_more_than_the_network_leads() -> None:
    figures = [figure(0.9), figure(0.6)]
    assert share_right(figures, Decoding(sure=0.7, trust_in_sure_rules=4, trust_in_guesses=2)) == 0.5
    assert share_right(figures, Decoding(sure=0.5, trust_in_sure_rules=4, trust_in_guesses=2)) == 1.0
    assert share_right(figures, Decoding(sure=0.7, trust_in_sure_rules=1, trust_in_guesses=2)) == 0.0


def test_the_table_has_what_ships_first_then_the_best() -> None:
    now = replace(Decoding(), trust_in_sure_rules=1.0, trust_in_guesses=1.0)
    table = grid_table(now, {"one": [figure(0.9)]}, best=2)
    assert list(table.columns[-1].cells) == ["0.000", "1.000", "1.000"]
