"""In which town a local report is at home, and what its streets, buildings and states say of that."""

import pytest

from models.domain.grouping.home import Home, home_of, is_site, is_state
from models.domain.grouping.setting import Locality, setting_of


@pytest.mark.parametrize(
    ("title", "lead", "home"),
    [
        ("Two dead", "TOLEDO — Two people were killed at a bar.", Home("toledo", True, False)),
        ("Crash", "OAKLAND, Calif. — A bus hit a wall.", Home("oakland", True, True)),
        ("Fire", "A fire in Dayton, Ohio, killed three.", Home("dayton", True, True)),
        ("Man held", "New Orleans police on Tuesday arrested a man.", Home("new orleans", True, False)),
        ("Fire kills three", "Residents of Leeds woke to smoke.", Home("leeds", False, False)),
        ("A novel", "Jackson said he would go.", None),
        ("A novel", "The Paris Street shop was shut.", None),
        (None, "", None),
    ],
)
def test_a_report_is_at_home_where_enough_speaks_for_a_town(
    title: str | None, lead: str, home: Home | None
) -> None:
    assert home_of(title, lead) == home


@pytest.mark.parametrize(
    ("title", "lead", "locality"),
    [
        ("Two dead", "TOLEDO — Two people were killed at a bar.", Locality("US", "toledo")),
        ("Man held", "New Orleans police on Tuesday arrested a man.", Locality("US", "new orleans")),
        ("Crash", "OAKLAND, Calif. — A bus hit a wall.", Locality("US", "oakland")),
        ("Storm", "KYIV — A storm came.", Locality("UA", "kyiv")),
        ("Refugees", "GENEVA, May 2 (Agency) — Chad has received 150,000 people.", Locality("TD", None)),
        ("Crash", "GENEVA, May 2 (Agency) — A tram hit a wall.", Locality("CH", "geneva")),
    ],
)
def test_an_article_lies_in_its_home_though_no_country_is_named(
    title: str, lead: str, locality: Locality
) -> None:
    assert setting_of(title, lead).locality == locality


@pytest.mark.parametrize(
    "words", ["Grand Avenue", "Dorr Street", "Mercy Hospital", "Club Paradise", "Washington Park"]
)
def test_a_street_or_a_building_lies_in_a_town(words: str) -> None:
    assert is_site(words)


@pytest.mark.parametrize(
    "words", ["Long Beach", "Salt Lake City", "Orlando airport", "Lake Victoria", "Ohio"]
)
def test_a_town_named_like_a_building_is_a_town(words: str) -> None:
    assert not is_site(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Calif.", True), ("N.Y.", True), ("W.Va.", True), ("Ind.", True), ("Mr.", False), ("ind.", False)],
)
def test_states_of_the_usa_are_known_by_their_abbreviations(words: str, expected: bool) -> None:
    assert is_state(words) is expected
