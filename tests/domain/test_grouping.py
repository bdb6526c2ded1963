"""What a figure is about: events, populations, places, and how likely two claims state one thing."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from models.domain.grouping.about import About, about_claim, about_columns
from models.domain.grouping.aspects import aspects_apart, aspects_of
from models.domain.grouping.events import event_of
from models.domain.grouping.happening import day_of, happened_on, looks_back
from models.domain.grouping.likeness import likeness
from models.domain.grouping.populations import is_recalled, population_of
from models.domain.grouping.relating import relate
from models.domain.grouping.setting import (
    Locality,
    distance_km,
    is_within,
    locality_of,
    referred_place,
    setting_of,
)
from models.domain.grouping.telling import alike, telling_of

DAY = date(2025, 3, 3)


def told(
    words: str, sentence: str, value: int, *, day: date = DAY, title: str = "", article: str = "", **more: Any
) -> About:
    """A claim whose number is *words* in *sentence*."""
    start = sentence.index(words)
    number = str(value)
    counted = {"text": "people"} if f"{words} people" in sentence else None
    quantity = {
        "start": start, "end": start + len(words), "text": words, "bound": "exact", "best": number,
        "low": number, "high": number, "precision": "0.5", "unit": "person", "dimension": "count",
        "counted": counted, "change": None, "per": None,
    }  # fmt: skip
    claim = {
        "sentence": {"start": 0, "end": len(sentence), "text": sentence},
        "measure": "killed", "basis": "stock", "certainty": "asserted", "quantity": quantity,
        "place": None, "period": None, **more,
    }  # fmt: skip
    columns = about_columns(claim, setting_of(title, sentence), day)
    return about_claim(claim, columns, title, day, article or sentence)


FERRY = "{} people were killed when the ferry Aurora sank off Kalamata in Greece."


def ferry(words: str, value: int, days: int = 0, **more: Any) -> About:
    return told(words, FERRY.format(words), value, day=DAY + timedelta(days=days), **more)


@pytest.mark.parametrize(
    ("sentence", "title", "kind"),
    [
        ("Ten people died.", "Explosion at a grain terminal", "explosion"),
        ("Ten people died when a bus left the road.", "Explosion at a grain terminal", "crash"),
        ("The fire killed ten.", "Explosion at a grain terminal", "explosion"),
        ("Ten people came.", "A quiet day", None),
    ],
)
def test_a_claim_belongs_to_its_articles_event_unless_it_names_another(
    sentence: str, title: str, kind: str | None
) -> None:
    assert event_of(sentence, title, "") == kind


@pytest.mark.parametrize(
    ("sentence", "number", "population"),
    [
        ("Nine people were killed.", "Nine", "people"),
        ("Nine were killed, including three children.", "three", "children"),
        ("Three of the injured are in intensive care.", "Three", "part people"),
        ("Another 300 fled.", "300", "more people"),
        ("Nine people died; three of them were children.", "three", "children"),
        ("The toll is nine, and two of the dead are women.", "two", "women"),
        ("Of the nine dead, four were members of the crew.", "four", "part people"),
        ("Nine bodies were found, all three of them children.", "Nine", "people"),
        ("Nine died. All nine were soldiers.", "nine", "people"),
        ("Nine people were from the village.", "Nine", "people"),
    ],
)
def test_whom_a_count_counts(sentence: str, number: str, population: str) -> None:
    start = sentence.index(number)
    counted = "children" if "three children" in sentence else None
    assert population_of(counted, "person", sentence, start, start + len(number)) == population


def test_a_recalled_number_is_known_by_the_words_before_it() -> None:
    sentence = "The toll rose to 7 from 4 on Tuesday."
    assert is_recalled(sentence, sentence.index("4"))
    assert not is_recalled(sentence, sentence.index("7"))


def test_a_town_lies_in_its_country_and_a_name_in_a_longer_one() -> None:
    assert locality_of("Bulgaria", "BG").key is None
    assert locality_of("Burgas, Bulgaria", "BG").key == "burgas"
    assert is_within("burgas", "port of burgas", "BG")
    assert not is_within("varna", "burgas", "BG")


def test_reports_of_one_event_are_one_figure_and_another_event_is_not() -> None:
    one, other = ferry("Seventeen", 17, article="1"), ferry("21", 21, days=1, article="2")
    assert likeness(other, one, None).is_same
    crash = told("Seventeen", "Seventeen people were killed when a bus crashed near Lyon in France.", 17)
    assert not likeness(crash, one, None).is_same


def test_another_definition_is_never_one_figure_and_says_why() -> None:
    one = ferry("Seventeen", 17)
    assert likeness(ferry("40", 40, measure="injured"), one, None).gap == (
        "One counts people injured, the other people killed."
    )


@pytest.mark.parametrize(
    ("sentence", "words", "day"),
    [
        ("Four died on Sunday, twelve days after a fire in which six did.", "Four", date(2025, 3, 2)),
        ("Four died on Sunday, twelve days after a fire in which six did.", "six", date(2025, 2, 18)),
        ("Four died on Sunday, less than a week after six burned.", "six", None),
        ("Ten were held after the blast in which four died on Sunday.", "four", None),
        ("Four people died.", "Four", date(2025, 3, 1)),
    ],
)
def test_a_number_is_of_the_day_of_its_own_event(sentence: str, words: str, day: date | None) -> None:
    assert day_of(sentence, sentence.index(words), date(2025, 3, 1), DAY) == day


def test_refugees_are_counted_where_they_came_to() -> None:
    sentence = "Chad has taken in 280,000 people fleeing the war in neighbouring Sudan."
    at = sentence.index("Sudan")
    place = {"text": "Sudan", "country": "SD", "start": at, "end": at + 5}
    about = told("280,000", sentence, 280_000, title="Chad opens a camp", measure="refugees", place=place)
    assert about.locality.country == "TD"


def test_what_happened_on_two_days_is_two_happenings_unless_it_lasts() -> None:
    text = "{} people were killed when the ferry Aurora sank off Kalamata in Greece {}."
    one = told("Nine", text.format("Nine", "on 20 February"), 9, article="1")
    again = told("Nine", text.format("Nine", "on 22 February"), 9, article="2")
    other = told("Nine", text.format("Nine", "on 1 March"), 9, article="3")
    assert likeness(again, one, None).gap is None
    assert likeness(other, one, None).gap == "They happened on two days (2025-03-01 and 2025-02-20)."
    floods = [replace(about, event="flood") for about in (other, one)]
    assert likeness(*floods, None).gap is None


def test_two_towns_in_two_corners_of_a_country_are_two_places() -> None:
    text = "Nine people were killed when a bus left the road near {} in France."
    lille, marseille, roubaix = (
        told("Nine", text.format(town), 9, article=town, place={"text": town, "country": "FR"})
        for town in ("Lille", "Marseille", "Roubaix")
    )
    assert likeness(lille, roubaix, None).gap is None
    gap = likeness(lille, marseille, None).gap
    assert gap is not None
    assert gap.startswith("Lille and Marseille are 8")


def test_a_correction_supersedes_and_undoes_the_conflict_with_what_it_corrected() -> None:
    nine = ferry("Nine", 9, article="1")
    text = "The ministry corrected the number killed on the ferry Aurora off Kalamata in Greece to 8."
    eight = told("8", text, 8, day=DAY + timedelta(days=1), article="2")
    later = ferry("Eight", 8, days=2, article="3")
    assert relate(eight, nine).relation == "supersedes"
    assert "correction" in relate(eight, nine).reason
    assert relate(later, nine).relation == "conflicts"
    assert relate(later, nine, [eight]).relation == "supersedes"
    assert relate(later, eight, [nine]).relation == "agrees"


def test_what_an_article_recalls_is_no_conflict() -> None:
    text = "The toll of the ferry Aurora rose to 21 from 17."
    now, before = told("21", text, 21, article="1"), told("17", text, 17, article="1")
    assert before.is_recalled
    assert relate(now, before).relation == "supersedes"


def said_by(speaker: str | None, about: About) -> About:
    return replace(about, speaker=speaker)


def test_a_correction_belongs_to_who_was_corrected_and_not_to_a_rival() -> None:
    text = "The health ministry corrected the number killed on the ferry Aurora off Kalamata in Greece to 8."
    eight = said_by("the health ministry", told("8", text, 8, day=DAY + timedelta(days=1), article="3"))
    own = said_by("the health ministry", ferry("Nine", 9, article="1"))
    rival = said_by("the seamen's union", ferry("Twelve", 12, article="2"))
    assert relate(eight, own).relation == "supersedes"
    assert relate(eight, rival).relation == "conflicts"
    assert "who has not withdrawn it" in relate(eight, rival).reason
    moved = said_by("the seamen's union", ferry("Eight", 8, days=2, article="4"))
    assert relate(moved, rival, [eight]).relation == "supersedes"
    stranger = said_by(None, ferry("Eight", 8, days=2, article="5"))
    assert relate(stranger, rival, [eight]).relation == "conflicts"


def test_a_toll_rises_by_the_day_on_which_it_is_told() -> None:
    period = {"start": 0, "end": 1, "text": "x", "first_day": DAY.isoformat(), "last_day": DAY.isoformat()}
    six = ferry("Six", 6, days=1, article="1", period=period)
    seven = ferry("Seven", 7, days=2, article="2", period=period)
    assert relate(seven, six).relation == "supersedes"
    assert relate(six, seven).relation == "supersedes"
    assert relate(ferry("Seven", 7, days=1, article="2", period=period), six).relation == "conflicts"


@pytest.mark.parametrize(
    ("counted", "unit", "measure", "country", "population"),
    [
        ("storeys", "item", "other", "FR", "floor"),
        ("people, three of them police", "person", "injured", "GR", "people"),
        ("bodies", "person", "killed", "BD", "people"),
        ("Burkinabè", "person", "affected", "BF", "people"),
        ("Mexican nationals", "person", "killed", "US", "nationals MX"),
        ("dead of Sunday's sinking", "person", "killed", "BD", "people"),
        ("cars and lorries", "item", "vehicles", "CA", "vehicle"),
        ("blue helmets", "person", "troops", "ML", "soldiers"),
        ("houses", "building", "buildings_damaged", "PH", "home"),
        ("sprinklers", "person", "other", "PT", "sprinkler"),
    ],
)
def test_one_population_has_one_key_by_whatever_name(
    counted: str, unit: str, measure: str, country: str, population: str
) -> None:
    sentence = f"Nine {counted} were there."
    assert population_of(counted, unit, sentence, 0, 4, measure=measure, country=country) == population


def test_others_who_are_hurt_are_all_the_hurt_and_other_dead_are_more_dead() -> None:
    sentence = "The blast killed nine and injured 21 others."
    at = sentence.index("21")
    assert population_of("others", "person", sentence, at, at + 2, measure="injured") == "people"
    assert population_of("others", "person", sentence, at, at + 2, measure="killed") == "more people"


@pytest.mark.parametrize(
    ("one", "other", "are_apart"),
    [
        ("The ship is 400 metres long.", "It is 59 metres wide.", True),
        ("The ship is 400 metres long.", "It is 59 metres.", False),
        ("The ship, 400 metres in length, blocks it.", "It is 59 metres long.", False),
    ],
)
def test_two_sides_of_one_thing_are_two_figures(one: str, other: str, are_apart: bool) -> None:
    sides = [
        aspects_of(text, text.index(number), text.index(number) + len(number), "distance", "length")
        for text, number in ((one, "400"), (other, "59"))
    ]
    assert (aspects_apart(*sides) is not None) is are_apart


def test_a_place_that_points_back_is_the_articles_and_near_towns_are_measured() -> None:
    setting = locality_of("Porto", "PT")
    assert referred_place("the country", None, setting) == Locality("PT", None)
    assert referred_place("the city", None, setting) == setting
    assert referred_place("Lisbon", None, setting) is None
    assert locality_of("western Afghanistan", "AF") == Locality("AF", None)
    assert is_within("montreal", "quebec", "CA")
    near = distance_km("lyon", "vaulx en velin", "FR")
    assert near is not None
    assert near < 15


@pytest.mark.parametrize(
    ("sentence", "number", "measure", "population"),
    [
        ("Three were shot dead and eight more wounded.", "eight", "injured", "people"),
        ("Eight more were wounded overnight.", "Eight", "injured", "more people"),
        ("The count is 12 dead, among them two children, and 37 injured.", "37", "injured", "people"),
        ("Nine died, including two children and three women.", "three", "killed", "women"),
        ("There were 22 deaths, 13 by drowning.", "13", "killed", "part people"),
        ("Thirty-two were treated: 21 at one hospital.", "21", "injured", "part people"),
        ("Twenty-one by the count of the police were hurt.", "Twenty-one", "injured", "people"),
    ],
)
def test_a_part_is_told_from_what_only_follows_one(
    sentence: str, number: str, measure: str, population: str
) -> None:
    start = sentence.index(number)
    counted = "women" if "women" in population else None
    found = population_of(counted, "person", sentence, start, start + len(number), measure=measure)
    assert found == population


def test_articles_of_one_happening_share_their_rare_words() -> None:
    ferry = telling_of(
        "Ferry sinks",
        "The ferry Aurora sank off Kalamata at dawn. Divers searched the wreck near the Messenian shore for "
        "passengers of the vessel, which had left Crete with lorries and pilgrims aboard before the gale.",
    )
    again = telling_of(
        "Captain held",
        "The captain of the Aurora was held in Kalamata. Prosecutors ask why the vessel left Crete in a gale "
        "with pilgrims and lorries on deck; divers have brought up the recorder from the Messenian gulf.",
    )
    bus = telling_of(
        "Bus crash",
        "A coach left the road near Huancayo and fell into a gorge. Firemen from Concepcion worked for hours "
        "with winches to reach the travellers, teachers on their way home from a congress in the mountains.",
    )
    near, far = alike(ferry, again), alike(ferry, bus)
    assert near is not None
    assert far is not None
    assert near > 0.25 > 0.1 > far
    assert alike(ferry, telling_of(None, "Nine died.")) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A fire killed ten on Sunday, officials said on Monday.", date(2025, 3, 2)),
        ("Two died on Monday of wounds from Sunday's fire.", date(2025, 3, 2)),
        ("The ministry regrets the dead of the fire of 27 February.", date(2025, 2, 27)),
        ("As of Sunday ten are known to have died, said Tuesday's bulletin.", None),
        ("The board met on Sunday, nine days after a shooting.", date(2025, 2, 22)),
        ("Two died on Sunday. It came two weeks after a like crash.", date(2025, 3, 2)),
        ("A girl hurt in the Feb. 18 wreck died on Sunday.", date(2025, 2, 18)),
        ("Ten people have died.", None),
        ("A man was arrested on Sunday after three people were killed.", None),
        ("Rescuers on Sunday found two more bodies; the wall fell on Friday.", date(2025, 2, 28)),
        ("A third victim died on Sunday, raising the toll to three.", None),
        ("Three people died in the Feb. 18 shooting.", date(2025, 2, 18)),
        ("The fair reopened, twenty-four days after a bus crash.", date(2025, 2, 7)),
        ("REGENSBURG, March 3 — Nobody will stand trial over the crash in which nine died.", None),
        ("Nine died at the end of February.", None),
        ("The toll of the blast reached ten, it said. The evacuation was lifted on Sunday morning.", None),
        ("Ten died on Sunday, a little over a month after four were shot.", date(2025, 3, 2)),
        ("Nine died on Sunday. It came less than two weeks after flames killed 28.", date(2025, 3, 2)),
    ],
)
def test_the_day_on_which_it_happened(text: str, day: date | None) -> None:
    assert happened_on(text, DAY) == day


def test_a_figure_of_an_earlier_time_is_of_no_day_of_its_article() -> None:
    lead = "A coach crashed on Sunday. In January 11 people were killed near the same town."
    setting = setting_of("Crash", lead, DAY)
    assert setting.day == date(2025, 3, 2)
    assert looks_back("In January 11 people were killed near the same town.", DAY, setting.day)
    assert looks_back("It was the worst since 2022, when four people died.", DAY, setting.day)
    assert not looks_back("Since October 7,400 cases were reported.", DAY, setting.day)
    assert not looks_back("Nine people were killed.", DAY, setting.day)
    assert looks_back("It came less than two weeks after flames killed 28 people.", DAY, setting.day)


def test_what_came_within_days_is_not_the_course_of_an_epidemic() -> None:
    title = "Cholera outbreak"
    period = {"first_day": "2025-03-02", "last_day": "2025-03-03"}
    new = told(
        "413",
        "In the past 24 hours 413 cases were reported.",
        413,
        title=title,
        measure="cases",
        period=period,
        basis=None,
    )
    total = told(
        "7,400", "Since October 7,400 cases were reported.", 7400, title=title, measure="cases", basis=None
    )
    assert likeness(new, total, 0.9).gap == "One is what came within days, the other a running total."
