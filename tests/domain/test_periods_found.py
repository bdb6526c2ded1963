"""Time expressions are found whole, and the verb tells whether they lie ahead."""

from datetime import date

import pytest

from models.domain.claim import Span
from models.domain.periods import find_periods, looks_ahead

PUBLISHED = date(2022, 3, 24)


SENTENCES = [
    ("At least 14 were killed on Thursday.", ["Thursday"]),
    ("More than 2 million have fled since February.", ["since February"]),
    ("The toll rose to 21 from 17 a day earlier.", ["a day earlier"]),
    ("Sales fell in the first quarter of 2023 and again in 2024.", ["the first quarter of 2023", "2024"]),
    ("Cases fell by 200 over the past two weeks.", ["the past two weeks"]),
    ("By the end of the year 500 will have gone.", ["By the end of the year"]),
    ("From 3 to 7 May, 2,000 people crossed.", ["From 3 to 7 May"]),
    ("In May 10,000 people fled.", ["May"]),
    ("On Friday, January 4, 2019, the roof fell in.", ["Friday, January 4, 2019"]),
    ("After Monday's attack 12 people were treated.", ["Monday"]),
    ("Since Monday's attack 12 people were treated.", ["Since Monday"]),
    ("It was the worst flood since 1953, officials said on Tuesday.", ["since 1953", "Tuesday"]),
    ("The rate was 5 % in 2019, 6 % in 2020 and 7 % in 2021.", ["2019", "2020", "2021"]),
    ("The office (2019) burned down.", ["2019"]),
    ("He was born on 3 March 1980 in a village.", ["3 March 1980"]),
    ("A curfew runs from Monday until Friday.", ["from Monday until Friday"]),
    ("Overnight, 12 drones were shot down.", ["Overnight"]),
    ("The wet season of 2019–2020 broke records.", ["2019–2020"]),
    ("Losses in Q3 2023 doubled.", ["Q3 2023"]),
    ("So far this year 300 have drowned.", ["So far this year"]),
    ("So far 300 have drowned.", ["So far"]),
    ("Rains fell between February and March in the north.", ["between February and March"]),
    ("Some 40 were hurt early on Tuesday in a stampede.", ["early on Tuesday"]),
    ("As of 15 February, 300 tents stood there.", ["As of 15 February"]),
    ("The blast came at 5 p.m. on Tuesday.", ["Tuesday"]),
    ("Two years ago the bank had 4,000 staff.", ["Two years ago"]),
    ("She left in the fall of 2020.", ["the fall of 2020"]),
    ("THE ARMY SAID ON MONDAY 30 DIED.", ["MONDAY"]),
    ("Rains began in mid-July, as recently as 2019.", ["mid-July", "2019"]),
    ("Some 138 died overnight on 4 June.", ["overnight on 4 June"]),
    # none
    ("Theresa May said it may march again.", []),
    ("They may march in protest.", []),
    ("In 2016 people were counted.", []),
    ("The bill costs 2021 dollars.", []),
    ("A 2019-built ship sank.", []),
    ("He read the Sunday Times.", []),
    ("Black Friday and Bloody Sunday are names.", []),
    ("The fall of Kabul shocked them.", []),
    ("A second man and a third woman were held.", []),
    ("He worked for two years and three months.", []),
    ("A three-day truce was agreed.", []),
    ("The last of the 12 men was found.", []),
    ("Flight 2019 landed.", []),
    ("It cost $2019 or 2,019 euros.", []),
    ("Call 555-2019-11 now.", []),
    ("The score was 3-2.", []),
    ("Route 66 and Article 5 and the F-16.", []),
    ("Mar the view, sat on the sun, wed in dec.", []),
    ("Next to the school, past the bridge, this one.", []),
    ("", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_time_expressions_are_found_whole(sentence: str, expected: list[str]) -> None:
    spans = find_periods(sentence)
    assert [span.text for span in spans] == expected
    assert all(sentence[span.start : span.end] == span.text for span in spans)


AHEAD = [
    ("He will visit on Friday.", "Friday", True),
    ("Voting is scheduled for Friday.", "Friday", True),
    ("On Friday voters will choose.", "Friday", True),
    ("The talks are set to begin on Friday.", "Friday", True),
    ("The road is due to open in March.", "March", True),
    ("The report is due in March.", "March", True),
    ("The road was shut due to snow in March.", "March", False),
    ("Due to snow twelve died on Friday.", "Friday", False),
    ("Troops will be withdrawn on Friday.", "Friday", True),
    ("Officials said on Friday that the road will open.", "Friday", False),
    ("The road will open in May, officials said on Friday.", "Friday", False),
    ("Rebels attacked on Friday and will attack again.", "Friday", False),
    ("Three were killed on Friday.", "Friday", False),
    ("The mood on Friday.", "Friday", None),
]


@pytest.mark.parametrize(("sentence", "word", "expected"), AHEAD)
def test_the_verb_tells_the_future(sentence: str, word: str, expected: bool | None) -> None:
    at = sentence.index(word)
    assert looks_ahead(sentence, Span.of(sentence, at, at + len(word))) is expected
