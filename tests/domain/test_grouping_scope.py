"""What a number covers beside its event's own total, and who keeps a claim out of a figure."""

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.domain.grouping.aspects import aspects_apart, aspects_of
from models.domain.grouping.breakdowns import is_share
from models.domain.grouping.choosing import FLOOR, Mate, are_told_apart, choose
from models.domain.grouping.events import event_of
from models.domain.grouping.facts import facts_of
from models.domain.grouping.happening import PastTime, past_time
from models.domain.grouping.likeness import Likeness, definition_apart, likeness
from models.domain.grouping.populations import population_of
from models.domain.grouping.scope import is_feared, is_of_several, marks_of, near_words
from models.domain.grouping.setting import Locality, setting_of
from tests.domain.test_grouping import DAY, ferry, told

SURE = Likeness(0.95, "The same place.")


@pytest.mark.parametrize(
    ("sentence", "marks"),
    [
        ("The district hospital received sixteen of the hurt.", {"care"}),
        ("Nine bodies were washed up overnight.", {"meanwhile"}),
        ("Nine people died when the ferry sank.", set()),
    ],
)
def test_a_sentence_says_that_its_number_is_not_of_all(sentence: str, marks: set[str]) -> None:
    assert marks_of(sentence) == marks


@pytest.mark.parametrize(
    ("sentence", "words", "is_so"),
    [
        ("The two quakes combined have cost 138 lives.", "138", True),
        ("Both explosions together killed five people, three in Longton.", "five", True),
        ("Both explosions together killed five people, three in Longton.", "three", False),
        ("The explosion killed five people.", "five", False),
    ],
)
def test_several_events_together_are_another_figure(sentence: str, words: str, is_so: bool) -> None:
    start = sentence.index(words)
    assert is_of_several(sentence, start, start + len(words)) is is_so
    one, all_of_them = ferry("Five", 5), replace(ferry("Nine", 9), is_of_several=is_so)
    assert (definition_apart(one, all_of_them) == "One counts several events together.") is is_so


@pytest.mark.parametrize(
    ("sentence", "words", "is_so"),
    [
        ("No fewer than nine were feared drowned.", "nine", True),
        ("Up to 40 people may have died.", "40", True),
        ("Nine drowned, and more deaths are feared.", "Nine", False),
    ],
)
def test_who_is_only_feared_dead_is_no_toll(sentence: str, words: str, is_so: bool) -> None:
    start = sentence.index(words)
    assert is_feared(sentence, start, start + len(words)) is is_so
    one, feared = ferry("Five", 5), replace(ferry("Nine", 9), is_feared=is_so)
    assert (definition_apart(one, feared) == "One is only feared.") is is_so


def test_houses_and_properties_are_one_count_of_what_was_damaged() -> None:
    house = ferry("Nine", 9, measure="buildings_damaged")
    houses = replace(house, stated=replace(house.stated, unit="building"))
    items = replace(house, stated=replace(house.stated, unit="item"))
    assert definition_apart(houses, items) is None


def test_a_time_is_that_of_its_own_part_of_the_sentence() -> None:
    text = "They left their village in 2018; the flood in the city killed seven people."
    assert told("seven", text, 7).past is None
    assert told("seven", text.replace(";", ","), 7).past is not None


def test_the_words_about_a_number_are_those_beside_it() -> None:
    sentence = "Three men were put out of the club by its guards; " + "x " * 40 + "a rifle was found."
    near = near_words(sentence, 0, 5)
    assert {"men", "club", "guard"} <= near
    assert "rifle" not in near


@pytest.mark.parametrize(
    ("sentence", "number", "is_one"),
    [
        ("All 16 on the coach, fourteen tourists and two guides, were hurt.", "fourteen", True),
        ("All 16 on the coach, fourteen tourists and two guides, were hurt.", "two", True),
        ("All 16 on the coach, fourteen tourists and two guides, were hurt.", "16", False),
        ("Thirty people died: twenty in the mill, seven in the yard and three in hospital.", "seven", True),
        ("Sixteen people were hurt, twelve of them badly, and two are missing.", "two", False),
        ("Nine people died, 16 were hurt and 25 fled.", "16", False),
        ("Five thousand people, three hundred and two hundred more.", "three", False),
    ],
)
def test_shares_are_told_by_their_sum(sentence: str, number: str, is_one: bool) -> None:
    assert is_share(sentence, sentence.index(number)) is is_one


@pytest.mark.parametrize(
    ("sentence", "number", "population"),
    [
        ("Two of those killed were minors.", "Two", "children"),
        ("Two of those wounded are in hospital.", "Two", "part people"),
        ("Of the twelve people who were hurt, two are in hospital.", "two", "part people"),
        ("All 16 on the coach, fourteen tourists and two guides, were hurt.", "fourteen", "part people"),
        ("All 16 on the coach, fourteen tourists and two guides, were hurt.", "16", "people"),
        ("Two patients succumbed on Monday, bringing the death toll to seven.", "Two", "more people"),
        ("The toll rose to 15 after two succumbed to burns.", "two", "more people"),
        ("The toll rose to 15 after two succumbed to burns.", "15", "people"),
        ("The toll of 13 has risen to 15.", "13", "people"),
        ("Officials lifted to three the count of the dead.", "three", "people"),
        ("At least three of them did not survive.", "three", "people"),
        ("Nine of the most badly wounded were flown out.", "Nine", "part people"),
        ("Two students have serious injuries.", "Two", "part people"),
    ],
)
def test_what_is_new_or_a_part_is_told_from_the_total(sentence: str, number: str, population: str) -> None:
    start = sentence.index(number)
    end = start + len(number)
    assert population_of("people", "person", sentence, start, end, measure="killed") == population


def test_a_count_that_names_nobody_may_be_of_the_group_that_others_name() -> None:
    children = replace(told("22", "22 children died.", 22), population="children")
    bare = told("20", "A child and 20 were hurt.", 20, article="2")
    named = told("20", "20 people were hurt.", 20, article="3")
    assert bare.is_bare
    assert definition_apart(children, bare) is None
    assert definition_apart(children, named) == "One counts children, the other people."
    more = told("31", "A child and 31 were hurt.", 31, article="4")
    assert definition_apart(children, more) is not None, "more than the group is everybody"


def test_a_few_who_are_as_many_are_not_the_same_few() -> None:
    guards, people = (replace(ferry("Two", 2, article=name), population=kind) for name, kind in GROUPS)
    assert definition_apart(guards, people) is not None
    many = [replace(ferry("Nine", 9, article=name), population=kind) for name, kind in GROUPS]
    assert definition_apart(many[0], many[1]) is None


GROUPS = (("1", "guard"), ("2", "people"))


def test_another_years_number_is_not_todays() -> None:
    then = told("five", "It is the deadliest fire since 2019, when five people died.", 5)
    now = told("Two", "Two people died in the fire.", 2, article="2")
    assert then.past == PastTime(date(2019, 1, 1), date(2019, 12, 31))
    assert definition_apart(then, now) == "One is of an earlier time (to 2019-12-31)."
    at_the_time = told("five", "five people died in the fire.", 5, day=date(2019, 11, 3), article="3")
    assert definition_apart(then, at_the_time) is None


def test_when_a_time_ended_that_a_sentence_looks_back_to() -> None:
    assert past_time("It is the worst since October, when six died.", DAY, None) == PastTime(
        date(2024, 10, 1), date(2024, 10, 31)
    )
    assert past_time("In 2012 112 died there.", DAY, None) == PastTime(date(2012, 1, 1), date(2012, 12, 31))
    assert past_time("Nine people died on Sunday.", DAY, None) is None


def test_a_number_that_is_looked_back_to_is_as_near_to_every_day_of_that_time() -> None:
    then = told("Three", "Three people lost their lives in the fire in August.", 3, day=date(2024, 11, 2))
    early = told("Three", "Three people died in a fire.", 3, day=date(2024, 8, 2), article="2")
    assert then.past == PastTime(date(2024, 8, 1), date(2024, 8, 31))
    assert facts_of(then, early, None).values["days_running"] == 0
    june = told("Three", "Three people died in a fire.", 3, day=date(2024, 6, 30), article="2")
    assert facts_of(june, then, None).values["days_running"] == math.log1p(32)


def test_one_article_that_gives_two_numbers_means_two_things() -> None:
    one, other = ferry("Two", 2, article="1"), ferry("Nine", 9, article="1")
    assert are_told_apart(one, other)
    again = replace(ferry("Two", 2, article="1"), sentence=(400, 460))
    assert not are_told_apart(one, again)
    assert are_told_apart(one, replace(one, population="children"))  # both in one sentence
    anything = [replace(about, stated=replace(about.stated, measure="other")) for about in (one, again)]
    assert are_told_apart(anything[0], anything[1])


def test_a_member_that_is_hardly_like_a_claim_keeps_it_out_unless_a_person_put_it_there() -> None:
    this, near, far = (ferry("Nine", 9, days, article=str(days)) for days in range(3))
    unlike = Likeness(FLOOR / 2, "Other words.")
    beside = [Mate(1, near, SURE), Mate(1, near, SURE)]
    assert choose(this, beside) is not None
    assert choose(this, [*beside, Mate(1, far, unlike)]) is None
    assert choose(this, [*beside, Mate(1, far, unlike, is_by_hand=True)]) is not None
    assert choose(this, [*beside, Mate(1, far, Likeness(0.9, "", "One is a part."))]) is None


def test_a_country_in_the_title_or_in_its_authorities_name_is_the_articles() -> None:
    lead = "Rescuers searched for nine people after a ferry went down near Polillo island, off Guimaras."
    assert setting_of("Philippines: seven dead", lead).locality.country == "PH"
    for lead in ("With twelve dead, the Philippine coast guard filed charges.", "The Philippine army helps."):
        assert setting_of("Ferry owner faces charges", lead).locality == Locality("PH")
    lead = "A bus fell into a ravine. An American tourist and two Greek students were on board."
    assert setting_of("Bus falls into ravine", lead).locality == Locality()


def test_a_fire_chief_at_a_landslide_makes_no_fire() -> None:
    lead = "A mountainside gave way above the town, said fire chief Zamora. Fire crews dug on."
    assert event_of("Seven are dead.", None, lead) == "landslide"
    assert event_of("Two are dead.", None, "Gunmen opened fire at a market, police said.") == "attack"
    assert event_of("Two are dead.", None, "Fire broke out in a hotel at night.") == "fire"


def test_the_injured_beside_dead_children_are_people() -> None:
    sentence = "The final count is 12 dead, among them two children, and 37 injured."
    at = sentence.index("37")
    assert population_of("children", "person", sentence, at, at + 2, measure="injured") == "people"


def test_a_small_town_alone_says_no_country_until_the_article_does() -> None:
    lead = "Two coaches collided north of Wawa on Monday."
    assert setting_of(None, lead).locality == Locality(None, "wawa")
    longer = f"{lead} {'It was dark. ' * 60}Police in Ontario, Canada, and in Toronto said so."
    assert setting_of(None, longer, DAY + timedelta(days=1)).locality == Locality("CA", "wawa")


def test_who_walked_out_unharmed_is_not_who_was_trapped() -> None:
    sides = [
        aspects_of(sentence, 0, 6, "other", "count")
        for sentence in ("Eleven were trapped below.", "Eleven walked out unharmed.")
    ]
    assert aspects_apart(*sides) == ("trapped", "saved")


def test_what_may_be_anything_is_one_figure_only_when_more_speaks_for_it() -> None:
    told_of = (ferry("Nine", 9, article=name) for name in ("1", "2"))
    one, other = (replace(about, stated=replace(about.stated, measure="other")) for about in told_of)
    assert likeness(one, other, None).is_doubtful
    assert not likeness(ferry("Nine", 9, article="1"), ferry("Nine", 9, article="2"), None).is_doubtful
    assert Likeness(0.6, "").is_same
    assert not Likeness(0.6, "", is_doubtful=True).is_same
