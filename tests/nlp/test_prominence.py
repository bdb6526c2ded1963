"""Prominence: the total before its part, this event before an earlier one, the headline's number first."""

from models.domain.quantities import read_quantities
from models.nlp.prominence import Headline, prominence_of

PLAIN = Headline()


def of(text: str, words: str, headline: Headline = PLAIN) -> float:
    quantity = next(q for q in read_quantities(text) if words in q.span.text)
    return prominence_of(text, quantity, headline)


def test_a_plain_count_is_as_it_is() -> None:
    assert of("The blast killed 14 people on Monday.", "14") == 1.0


def test_a_part_yields_to_its_total() -> None:
    text = "The fire killed 16 people, three of them children."
    assert of(text, "three") < of(text, "16")
    assert of("Officials counted 40 victims, including 11 children.", "11") < 1


def test_what_comes_on_top_is_no_total() -> None:
    assert of("The army said another 10,000 people might have to leave.", "10,000") < 1


def test_an_earlier_event_yields_to_this_one() -> None:
    text = "Lightning killed two players on Saturday; last year it killed 31 people."
    assert of(text, "31") < of(text, "two")
    assert of("A similar blast in 2018 killed four.", "four") < 1


def test_a_toll_and_the_headline_come_first() -> None:
    assert of("The death toll rose to 21.", "21") > 1
    headline = Headline.of(read_quantities("Blast kills 14 in Lyon"))
    assert of("The blast killed 14 people.", "14", headline) > of("The blast killed 14 people.", "14")


def test_loose_words_yield_to_a_number() -> None:
    assert of("The blast wounded dozens of people.", "dozens") < of("The blast wounded 33 people.", "33")
