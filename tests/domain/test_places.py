"""Places are found in their sentences and read as the right country; the article tells namesakes apart."""

import subprocess
import sys
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.claim import Span
from models.domain.explain_places import explain_place
from models.domain.places import find_places, resolve_place
from tests.domain.pace import grows_linearly

SENTENCES = [
    ("Poland is taking in people fleeing the war in Ukraine.", ["Poland", "Ukraine"]),
    (
        "Four new groups go to Bulgaria, Hungary, Romania and Slovakia.",
        ["Bulgaria, Hungary, Romania and Slovakia"],
    ),
    ("Rains hit Kenya and Somalia.", ["Kenya and Somalia"]),
    ("The Gaza Strip and the West Bank are under curfew.", ["Gaza Strip and the West Bank"]),
    ("Jordan hosts 650,000 refugees.", ["Jordan"]),
    ("Michael Jordan and Jordan Smith met in Jordan.", ["Jordan"]),
    ("Chad Wolf spoke in Chad.", ["Chad"]),
    ("A barn burned near Paris, Texas.", ["Paris, Texas"]),
    ("Twelve were hurt in London, Ontario.", ["London, Ontario"]),
    ("A fire in Lebanon, Pennsylvania, killed two.", ["Lebanon, Pennsylvania"]),
    ("Snow fell on Gorham, New Hampshire.", ["Gorham, New Hampshire"]),
    ("Floods in the eastern state of Odisha killed 12.", ["the eastern state of Odisha"]),
    ("Shelling in the Donetsk region of Ukraine went on.", ["Donetsk region of Ukraine"]),
    ("Fighting went on in eastern Ukraine.", ["eastern Ukraine"]),
    ("Twelve died in north-western Syria.", ["north-western Syria"]),
    ("Crowds filled central Kabul.", ["central Kabul"]),
    ("In Rio de Janeiro, 50 were held.", ["Rio de Janeiro"]),
    ("In Port-au-Prince, Haiti, 50 were held.", ["Port-au-Prince, Haiti"]),
    ("The U.S. said 12 died in the US.", ["U.S.", "US"]),
    ("The U.K. and the U.A.E. signed.", ["U.K. and the U.A.E."]),
    ("Washington, D.C. was calm.", ["Washington, D.C."]),
    ("St. Petersburg was calm.", ["St. Petersburg"]),
    ("Côte d'Ivoire won in Xi’an.", ["Côte d'Ivoire", "Xi’an"]),
    ("Türkiye, DR Congo; Ivory Coast.", ["Türkiye", "DR Congo", "Ivory Coast"]),
    ("North Korea and South Korea talked.", ["North Korea and South Korea"]),
    ("Ukraine's president flew to Berlin.", ["Ukraine", "Berlin"]),
    ("Police in Uvalde said nothing.", ["Uvalde"]),
    ("They met in Nairobi's centre.", ["Nairobi"]),
    ("Many were stuck in Reading on Sunday.", ["Reading"]),
    ("Shops shut in Nice after the storm.", ["Nice"]),
    ("Severodonetsk fell; Khan Younis was hit.", ["Severodonetsk", "Khan Younis"]),
    ("Kyiv Mayor Vitali Klitschko said so.", ["Kyiv"]),
    ("A blast shook Kunduz province.", ["Kunduz province"]),
    ("The blast shook the village of Krasnohorivka.", ["the village of Krasnohorivka"]),
    ("A bus fell in Zzyzxville on Friday.", ["Zzyzxville"]),
    ("Troops left Upper Nile state.", ["Upper Nile state"]),
    ("Snow closed roads in Palm Beach County.", ["Palm Beach County"]),
    ("Despite Turkey, talks began.", ["Turkey"]),
    ("Rescuers reached Derna, Libya, and Rafah.", ["Derna, Libya, and Rafah"]),
    ("Kyiv, Russia said, was spared.", ["Kyiv", "Russia"]),
    ("Police in Rosario, Argentina's third city, counted 12.", ["Rosario", "Argentina"]),
    ("Rebels hold the Congolese province of Ituri.", ["the Congolese province of Ituri"]),
    ("A boat sank off Calais; another at Tafira.", ["Calais", "Tafira"]),
    # none
    ("The University of Cambridge and the Bank of England agreed.", []),
    ("The Church of England met the Duke of York.", []),
    ("President Chad Wolf met Dallas Jones.", []),
    ("Turkey-backed forces and the UK-based group met.", []),
    ("They cost US$40 each.", []),
    ("Reading is fun and Nice people read.", []),
    ("Most people left; Police came; Man is free.", []),
    ("In March, in Parliament, in English, in God.", []),
    ("He flew with Air France and Team Canada.", []),
    ("United States Department of State officials spoke.", []),
    ("Stevens, Warren and Bolton resigned.", []),
    ("he lives in the us with us.", []),
    ("GIVE US MORE TIME NOW", []),
    ("The minister spoke.", []),
    ("", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_places_are_found(sentence: str, expected: list[str]) -> None:
    spans = find_places(sentence)
    assert [span.text for span in spans] == expected
    assert all(sentence[span.start : span.end] == span.text for span in spans)


# words: country ("-" for none)
COUNTRIES = """
UK GB; U.K. GB; Britain GB; Great Britain GB; the United Kingdom GB; England GB; Scotland GB; Northern
Ireland GB; US US; U.S. US; USA US; the United States US; America US; Washington US; New York US;
California US; Washington state US; Washington, D.C. US; Kansas City US; Los Angeles US; Palm Beach County
US; Russia RU; the Russian Federation RU; Moscow RU; Chechnya RU; Siberia RU; St. Petersburg RU; South
Korea KR; North Korea KP; Seoul KR; Pyongyang KP; Syria SY; Aleppo SY; Raqqa SY; Idlib province SY; Deir
ez-Zor SY; Kobani SY; Homs SY; Palmyra SY; Iran IR; Tehran IR; Iraq IQ; Mosul IQ; Basra IQ; Fallujah IQ;
Anbar province IQ; DR Congo CD; Democratic Republic of the Congo CD; DRC CD; Republic of the Congo CG;
North Kivu CD; Goma CD; Ivory Coast CI; Côte d'Ivoire CI; Côte d’Ivoire CI; Turkey TR; Türkiye TR; Turkiye
TR; Istanbul TR; Gaziantep TR; Hatay TR; Gaza PS; the Gaza Strip PS; the West Bank PS; Khan Younis PS;
Rafah PS; Ramallah PS; Kosovo XK; Pristina XK; Ukraine UA; Kyiv UA; Kiev UA; Kharkiv UA; Odesa UA;
Mariupol UA; Donetsk UA; Donetsk region UA; Crimea UA; eastern Ukraine UA; Severodonetsk UA; Zaporizhzhia
UA; the Donbas UA; India IN; Odisha IN; the eastern state of Odisha IN; Kerala IN; Bombay IN; Mumbai IN;
Andhra Pradesh IN; Delhi IN; China CN; Wuhan CN; Xinjiang CN; Hong Kong HK; Taiwan TW; Macau MO; Tibet CN;
Brazil BR; Rio de Janeiro BR; São Paulo BR; Sao Paulo BR; Minas Gerais BR; Czech Republic CZ; Czechia CZ;
Moldova MD; Bosnia BA; Macedonia MK; Bolivia BO; Venezuela VE; Vietnam VN; Laos LA; Burma MM; Myanmar MM;
Rakhine state MM; Palestine PS; the Vatican VA; Tanzania TZ; Cape Verde CV; Eswatini SZ; Sudan SD; South
Sudan SS; Darfur SD; El Fasher SD; Khartoum SD; Libya LY; Derna LY; Benghazi LY; Yemen YE; Sanaa YE;
Sana'a YE; Hodeidah YE; Saudi Arabia SA; Mecca SA; UAE AE; Dubai AE; Qatar QA; Niger NE; Nigeria NG; Borno
state NG; Lagos NG; Mali ML; Tigray ET; Somalia SO; Puntland SO; Cabo Delgado MZ; Israel IL; Tel Aviv IL;
Jerusalem IL; Lebanon LB; Beirut LB; Jordan JO; Amman JO; Egypt EG; Sinai EG; Puerto Rico PR; Greenland
GL; New Caledonia NC; Papua New Guinea PG; East Timor TL; New Zealand NZ; Christchurch NZ; Paris, Texas
US; London, Ontario CA; Lebanon, Pennsylvania US; Cambridge, Massachusetts US; Gorham, New Hampshire US;
Birmingham, Alabama US; Tripoli, Lebanon LB; Donetsk, Ukraine UA; Georgia, US US; Rome, Georgia US; Paris
FR; London GB; Birmingham GB; Cambridge GB; Tripoli LY; Georgia GE; Odessa UA; Hyderabad IN; Perth AU;
Athens GR; Bulgaria, Hungary, Romania and Slovakia -; Kenya and Somalia -; Kyiv and Lviv UA; Zzyzxville -;
the camp -; Catalonia ES; Bavaria DE; Sicily IT; Normandy FR; Queensland AU; Ontario CA; Quebec CA; Java
ID; Aceh ID; Mindanao PH
"""
COUNTRY_ROWS = [row.strip().rsplit(" ", 1) for row in COUNTRIES.replace("\n", " ").split(";") if row.strip()]


@pytest.mark.parametrize(("words", "country"), COUNTRY_ROWS)
def test_a_place_has_its_country(words: str, country: str) -> None:
    place = resolve_place(words)
    assert place.country == (None if country == "-" else country)
    assert f"words:{words}" in place.why
    assert len(explain_place(place)) == len(place.why)


# words, the article's other places, country
NAMESAKES = [
    ("Georgia", ["Tbilisi"], "GE"),
    ("Georgia", ["Atlanta", "Florida"], "US"),
    ("Georgia", ["Russia"], "GE"),
    ("Georgia", ["Alabama"], "US"),
    ("Tripoli", ["Lebanon", "Beirut"], "LB"),
    ("Tripoli", ["Libya"], "LY"),
    ("Tripoli", ["Lebanese"], "LB"),
    ("Birmingham", ["Alabama"], "US"),
    ("Birmingham", ["London", "Leeds"], "GB"),
    ("Cambridge", ["Boston", "Massachusetts"], "US"),
    ("Cambridge", ["Oxford"], "GB"),
    ("London", ["Canada"], "GB"),
    ("London", ["Ontario"], "CA"),
    ("Paris", ["Texas"], "US"),
    ("Paris", ["United States"], "FR"),
    ("Odessa", ["Texas"], "US"),
    ("Odessa", ["Kyiv"], "UA"),
    ("Hyderabad", ["Pakistan", "Karachi"], "PK"),
    ("Hyderabad", ["India"], "IN"),
    ("Victoria", ["Canada", "Vancouver"], "CA"),
    ("Victoria", ["Melbourne"], "AU"),
    ("Congo", ["Brazzaville"], "CG"),
    ("Congo", ["Kinshasa"], "CD"),
    ("Jordan", ["Syria"], "JO"),
    ("Perth", ["Scotland", "Edinburgh"], "GB"),
]


@pytest.mark.parametrize(("words", "others", "country"), NAMESAKES)
def test_the_article_decides_between_namesakes(words: str, others: list[str], country: str) -> None:
    assert resolve_place(words, others).country == country


def test_a_town_has_coordinates_and_a_region_or_country_none() -> None:
    kyiv, region, country = resolve_place("Kyiv"), resolve_place("Donetsk region"), resolve_place("Ukraine")
    assert kyiv.latitude is not None
    assert kyiv.longitude is not None
    assert abs(kyiv.latitude - Decimal("50.45")) < Decimal("0.1")
    assert abs(kyiv.longitude - Decimal("30.52")) < Decimal("0.1")
    assert (region.latitude, region.longitude) == (None, None)
    assert (country.latitude, country.longitude) == (None, None)


def test_the_town_beside_its_state_has_its_own_coordinates() -> None:
    texas, france = resolve_place("Paris, Texas"), resolve_place("Paris")
    assert texas.longitude is not None
    assert france.longitude is not None
    assert texas.longitude < -90 < 0 < france.longitude


def test_a_span_keeps_its_place() -> None:
    span = Span(7, 11, "Kyiv")
    assert resolve_place(span).span == span


def test_importing_reads_no_tables() -> None:
    code = (
        "import models.domain.places; from models.domain.geography.gazetteer import gazetteer; "
        "print(gazetteer.cache_info().currsize)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "0"


def test_the_gazetteer_leaves_room_for_a_worker() -> None:
    """A worker stays under 300 MB, 135 of which the model takes: the tables may peak at 100."""
    code = (
        "from pathlib import Path; from models.domain.geography.gazetteer import gazetteer; gazetteer(); "
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    )
    if not Path("/proc/self/status").exists():
        pytest.skip("the peak of a process is read from /proc, which only Linux has")
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(shown.stdout) < 100_000  # KiB


_NAMES = (
    "Kyiv Ukraine Paris Texas , and of in the region state city New York U . S - ' ’ Port au Prince "
    "north eastern Jordan Michael Côte d Ivoire Washington D C St Bank University England US $ GB or Odisha"
)
_TOKENS = st.sampled_from(sorted(set(_NAMES.split())))


@given(st.text())
def test_any_text_is_read_and_sliced_back(text: str) -> None:
    for span in find_places(text):
        assert text[span.start : span.end] == span.text
    resolve_place(text, [text])


@given(st.lists(_TOKENS, max_size=30), st.booleans())
def test_any_run_of_names_is_read(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(words)
    spans = find_places(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in spans:
        assert text[span.start : span.end] == span.text
        place = resolve_place(span, [other.text for other in spans])
        assert place.country is None or len(place.country) == 2


@pytest.mark.parametrize(
    "unit", ["New ", "Kyiv, ", "U.S.", "north ", "Port-", "the city of ", "Paris and ", "A", "Kyiv's "]
)
def test_finding_is_linear_in_the_sentence(unit: str) -> None:
    assert grows_linearly(find_places, unit)
