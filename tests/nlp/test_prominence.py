"""Prominence: which words make a figure a part, the past, a plan, a population, or the same count again."""

from models.domain.quantities import read_quantities
from models.nlp.prominence import Headline, signals_of
from models.nlp.worth_weights import WEIGHTS

PLAIN = Headline()


def of(text: str, words: str, headline: Headline = PLAIN) -> frozenset[str]:
    quantities = read_quantities(text)
    quantity = next(q for q in quantities if words in q.span.text)
    return signals_of(text, quantity, quantities, headline)


def test_a_plain_count_is_as_it_is() -> None:
    assert of("The blast killed 14 people in Lyon.", "14") == frozenset()


def test_a_part_yields_to_its_total() -> None:
    text = "The fire killed 16 people, three of them children."
    assert of(text, "three") == {"part"}
    assert of(text, "16") == frozenset()
    assert of("Officials counted 40 victims, including 11 children.", "11") == {"part"}


def test_what_comes_on_top_is_no_total() -> None:
    assert "more" in of("The army said another 10,000 people had left.", "10,000")


def test_an_earlier_event_is_the_past() -> None:
    text = "Lightning killed two players on Saturday; last year it killed 31 people."
    assert "past" in of(text, "31")
    assert "past" not in of(text, "two")
    assert "past" in of("A similar blast in 2018 killed four.", "four")


def test_a_total_is_what_the_words_beside_it_say() -> None:
    assert "total" in of("The death toll rose to 21.", "21")
    text = "At least 300 people left the town, of a total of 420 in the valley."
    assert "total" in of(text, "420")
    assert "total" not in of(text, "300")


def test_the_headline_names_a_count() -> None:
    headline = Headline.of(read_quantities("Blast kills 14 in Lyon"))
    assert of("The blast killed 14 people.", "14", headline) == {"headlined"}


def test_loose_words_are_no_number() -> None:
    assert "loose" in of("The blast wounded dozens of people.", "dozens")


def test_a_population_is_no_count_of_what_happened() -> None:
    for text in (
        "Of the 900 inhabitants, 120 left.",
        "Of 900 who had fled, 120 are back.",
        "The town had 900 inhabitants when 120 left.",
        "The camp, home to 900 people, burned; 120 left.",
        "Some 900 people live in the valley, and 120 left.",
    ):
        assert "whole" in of(text, "900"), text
        assert "whole" not in of(text, "120"), text
    assert "whole" not in of("The floods drove out a total of 900 people.", "900")


def test_the_same_people_in_the_other_unit_are_restated() -> None:
    for text in (
        "The storm displaced 40 families (200 people).",
        "The storm displaced 40 households, or about 200 people.",
        "The storm displaced 40 families, 200 persons in all.",
        "The storm displaced 200 people (40 families).",
    ):
        second = "40" if text.index("40") > text.index("200") else "200"
        assert "restated" in of(text, second), text
        assert "restated" not in of(text, "200" if second == "40" else "40"), text
    assert "restated" in of("They make up 200 persons.", "200")
    assert "restated" not in of("The storm displaced 40 families and killed 200 people.", "200")
    assert "restated" not in of("The storm displaced 40 families (9,000 people are affected).", "9,000")


def test_the_latest_is_new_and_what_has_gathered_stands() -> None:
    text = "Some 300 people were newly displaced, bringing the total to 9,000."
    assert "new" in of(text, "300")
    assert "standing" in of(text, "9,000")
    assert "dated" in of("Since 28 March 300 people have fled.", "300")
    assert "standing" in of("The camp already hosts 9,000 refugees.", "9,000")


def test_plans_and_orders_are_not_yet_what_happened() -> None:
    assert "unsure" in of("Up to 900 people may have to leave.", "900")
    assert "unsure" not in of("In May 900 people left.", "900")
    text = "Officials ordered 900 people to leave, but only 120 did."
    assert "told" in of(text, "900")
    assert "told" not in of(text, "120")
    assert "told" not in of("The mayor told reporters that 120 had gone.", "120")


def test_a_daily_rate_is_no_count() -> None:
    assert "rate" in of("Up to 400 people cross each day.", "400")
    assert "rate" not in of("For a day 400 people slept outside.", "400")


def test_every_signal_has_a_weight() -> None:
    text = (
        "Up to another 40 families (200 people) of them may be newly told to leave in May, a total, each day."
    )
    for quantity in read_quantities(text):
        assert signals_of(text, quantity, read_quantities(text), PLAIN) <= set(WEIGHTS)
