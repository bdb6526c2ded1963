"""What a quantity measures by the rules: whose verb it is, what it goes on from, what ended well."""

from dataclasses import replace

import pytest

from models.domain.quantities import read_quantities
from models.domain.vocabulary import Measure
from models.nlp.measures import measures_of
from models.nlp.own_measures import named_by_put_at
from tests.domain.pace import grows_linearly

CASES = [
    ("Italy has taken in 9,000 people fleeing the war in Libya.", ["refugees"]),
    ("At least 40,000 people have fled Sudan.", ["refugees"]),
    ("At least 40,000 people have fled the village.", ["displaced"]),
    ("No casualties were reported.", ["casualties"]),
    ("The storm overturned dozens of stalls and injured several shoppers.", ["other", "injured"]),
    ("The flood damaged 40 houses and destroyed 9.", ["buildings_damaged", "buildings_destroyed"]),
    ("Several towns were cut off and 12 houses washed away.", ["affected", "buildings_destroyed"]),
    ("Floods hit 9 districts, drowning 5 people and 1,300 cattle.", ["affected", "killed", "other"]),
    ("Twelve people, among them three nurses, died.", ["killed", "killed"]),
    ("Another 90 migrants drowned.", ["killed"]),
    ("The flood swept away two bridges and nine people.", ["other", "killed"]),
    ("Madrid will buy 60 fighter jets.", ["vehicles"]),
    ("About 200 houses were reduced to rubble.", ["buildings_destroyed"]),
    ("Some 2,500 returned home.", ["returned"]),
    ("Nine hostages were freed.", ["other"]),
    ("Some 300 inmates had escaped.", ["other"]),
    ("Of the 52 on board, 38 drowned.", ["other", "killed"]),
    ("Nearly 40 guests were treated for burns and 90 were taken to hospital.", ["injured", "injured"]),
    ("The evacuated now number 6,300, up from 4,000 on Sunday.", ["evacuated", "evacuated"]),
    ("Deaths at sea were up 12% last year, to 1,904.", ["killed", "killed"]),
    ("Crude rose 2% to $84.10 a barrel.", ["money", "money"]),
    ("Wages increased 4%.", ["money"]),
    ("Unemployment rose 0.3% in May.", ["share"]),
    ("Paris speaks of 30 drones, Rome of eight.", ["weapons", "weapons"]),
    ("Close to 90 countries voted in favour.", ["other"]),
    ("The party took 45 seats.", ["votes"]),
    ("A 10-storey block collapsed.", ["other"]),
    (
        "The toll of the fire at the depot by the river in Orsela, Velmara, hit 10 as two injured men died.",
        ["killed", "killed"],
    ),
    ("The victims were aged 19 and 26.", ["age", "age"]),
    ("The city needs a thousand generators.", ["other"]),
    ("Two million people need food aid.", ["affected"]),
    ("The force will grow by 5,000 to 25,000.", ["troops", "troops"]),
    ("One in six of the town's 31,000 residents tested positive for malaria.", ["cases", "other"]),
    ("Five of the 30 people killed were guards.", ["killed", "killed"]),
    ("The bank held its repo rate at 6.5% by five votes to one.", ["share", "votes", "votes"]),
    ("A gunman killed three and wounded himself.", ["killed"]),
    ("Berlin sent 18 tanks and 40 armoured carriers.", ["vehicles", "vehicles"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_each_figure_measures_what_its_own_words_say(sentence: str, expected: list[str]):
    found = tuple(read_quantities(sentence))
    assert [measure.value for measure, _ in measures_of(sentence, found)] == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The agency put the casualties of the blast at 52, dead and wounded together.", Measure.CASUALTIES),
        ("Officials put the death toll of the flood that displaced thousands at 52.", Measure.KILLED),
        ("The council put the price of the repairs at 52.", None),
    ],
)
def test_what_is_put_at_a_number_is_what_it_measures(text: str, measure: Measure | None) -> None:
    quantity = next(q for q in read_quantities(text) if q.span.text == "52")
    assert named_by_put_at(text, replace(quantity, unit="person")) is measure


def test_a_sentence_without_an_end_is_measured_in_line_with_its_length():
    def measure_all(text: str) -> list[Measure]:
        return [measure for measure, _ in measures_of(text, read_quantities(text))]

    unit = "at least 17 people were killed and 34 injured in 12 towns and "
    assert measure_all(unit * 20)[30:33] == [Measure.KILLED, Measure.INJURED, Measure.OTHER]
    assert grows_linearly(measure_all, unit, times=20)
