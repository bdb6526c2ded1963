"""Five papers with one wire story are one source, and so are two officials of one ministry."""

from datetime import date
from time import perf_counter

import pytest

from models.domain.source_chains import Chains, Telling, text_mark, trace_sources

WIRE = """\
TARVENNA, Velmara (Reuters) - At least 17 people died when a dam above the town of Tarvenna gave way before
dawn on Tuesday, sending a wall of mud through the lower streets and tearing houses off their foundations.
Families climbed onto roofs and waited for hours in freezing rain while soldiers tried to reach them with
rubber boats. By noon the water had begun to fall, leaving cars stacked against the walls of the church and
the covered market under two metres of silt. The dam, built in the sixties, had been due for repairs this
summer. Engineers were flown in from the capital to find out why its spillway had not opened.
"""
# The same story with a paper's own beginning, some words changed, and its end cut off.
REWORKED = """\
At least 17 people were killed when a dam above the town of Tarvenna burst before dawn on Tuesday, sending a
wall of mud through its lower streets and tearing houses off their foundations. Families climbed onto roofs
and waited for hours in the freezing rain while the army tried to reach them with rubber boats. By midday
the water had begun to fall, leaving cars stacked against the walls of the church.
"""
REPORTER = """\
I walked down into Tarvenna at first light, past a fire engine lying on its side. A baker, still in his
apron, counted for me the neighbours he had carried out of the mud: seventeen, he said, and none of them
breathing. The dam stood open like a broken tooth above us. Nobody here remembers a siren. What they remember
is the noise, a long freight train that never came, and then the dark water standing in the bedrooms. A
woman asked me to write down her sister's name. The school gymnasium is full of blankets and of silence.
"""
OTHER_REPORTER = """\
The first coffins left the valley on Wednesday, on the back of a timber lorry. Our count of the dead, taken
from the parish registers of four villages and checked with their priests, stands at seventeen. Three of them
were children of one family, who slept on the ground floor. The mill owner says the level had been too high
for weeks; the operator does not answer our calls. In the evening, volunteers lit lamps along the river bank,
where the footbridge used to be, and read the list aloud twice, slowly, so that nobody would be left out.
"""


def telling(number: int, paper: str | None = None, text: str | None = None, **more: object) -> Telling:
    about: dict[str, object] = {"article_id": number, "measure": "killed", "published_on": date(2026, 3, 3)}
    mark = text_mark(text) if text is not None else None
    return Telling(number, source_name=paper, mark=mark, **{**about, **more})  # type: ignore[arg-type]


def groups(chains: Chains) -> list[set[object]]:
    return sorted((set(group.ids) for group in chains.groups), key=lambda ids: min(map(str, ids)))


def by_speakers(*speakers: str | None) -> Chains:
    return trace_sources([telling(n, f"Paper {n}", speaker=who) for n, who in enumerate(speakers)])


def test_five_papers_with_one_wire_story_are_one_source_and_two_reporters_are_two_more():
    chains = trace_sources(
        [
            telling(1, "The Courier", WIRE),
            telling(2, "Morning Post", WIRE.replace("(Reuters) - ", "").upper()),
            telling(3, "Valley Times", "VALLEY TIMES. " + WIRE.split("By noon", maxsplit=1)[0]),
            telling(4, "Radio Orsela", REWORKED),
            telling(5, "Evening Star", "By our staff.\n\n" + REWORKED),
            telling(6, "The Walker", REPORTER),
            telling(7, "Parish Voice", OTHER_REPORTER),
        ]
    )
    assert groups(chains) == [{1, 2, 3, 4, 5}, {6}, {7}]
    assert chains.independent == 3
    wire = chains.groups[0]
    assert (wire.name, wire.kind, wire.party) == ("Reuters", "agency", None)
    assert "Reuters" in wire.reason
    assert "The Walker" in chains.groups[1].reason + chains.groups[2].reason


def test_copies_without_a_credit_go_back_to_who_printed_the_text_first():
    later = telling(1, "The Copier", REPORTER, published_on=date(2026, 3, 5))
    first = telling(2, "The Walker", REPORTER, published_on=date(2026, 3, 4))
    (group,) = trace_sources([later, first]).groups
    assert (group.name, group.kind) == ("The Walker", "publisher")
    assert "1 more carries its text" in group.reason


def test_an_agency_credited_and_an_agency_quoted_are_one():
    chains = trace_sources(
        [
            telling(1, "The Courier", WIRE),
            telling(2, "Morning Post", OTHER_REPORTER, speaker="Reuters news agency", cue="reported"),
            telling(3, "Reuters", REPORTER),
        ]
    )
    assert groups(chains) == [{1, 2, 3}]


@pytest.mark.parametrize(
    "text",
    [
        "Seventeen dead in valley\n(AFP)",
        "Seventeen dead.\n© 2026 Agence France-Presse",
        "Seventeen dead.\nSource: AFP",
        "By AFP\nSeventeen dead in the valley.",
        "VELMA (AFP) -- Seventeen dead in the valley.",
        "Seventeen dead in the valley. — AFP",
    ],
)
def test_credit_lines_are_read(text: str):
    assert text_mark(text).credit == "AFP"


@pytest.mark.parametrize(
    "text", ["The maps app was down.", "He left his pa behind.", "Officials told AFP that 3 died.", "", "—"]
)
def test_what_only_names_an_agency_or_looks_like_one_is_no_credit(text: str):
    assert text_mark(text).credit is None


@pytest.mark.parametrize(
    "speakers",
    [
        ("police", "a police spokesman", "Police Chief John Smith", "Kerala police"),
        ("Health Minister Vera Skvorets", "the health ministry", "health officials", "Skvorets"),
        ("Ihor Klymenko, the interior minister", "the Interior Ministry", "Ihor Klymenko"),
        ("UNHCR", "the UN refugee agency", "UNHCR spokesman Ulf Berg", "Ulf Berg", "Berg"),
        ("the Velmaran Civil Protection Agency", "the agency", "the agency's director"),
        ("fire chief Dana Rovic", "firefighters", "Rovic", "the fire service"),
        ("Ukraine's military", "the Ukrainian army", "Ukraine's defence ministry"),
        ("Human Rights Watch", "HRW"),
        ("The aid group Open Hands Velmara", "Open Hands Velmara"),
        ("Kyiv", "the Ukrainian government", "the government"),
    ],
)
def test_one_office_is_one_source_whoever_speaks_for_it(speakers: tuple[str, ...]):
    chains = by_speakers(*speakers)
    assert chains.independent == 1, chains.groups
    assert f"{len(speakers)} of them" in chains.groups[0].reason


@pytest.mark.parametrize(
    "speakers",
    [
        ("police", "the hospital"),
        ("Ukraine's military", "Russia's military"),
        ("the health ministry", "the interior ministry"),
        ("Indian police", "police in Lahore"),
        ("UNHCR", "UNICEF"),
        ("Dana Rovic", "Mira Todd"),
        ("the agency", "police"),
        ("Human Rights Watch", "the health minister"),
    ],
)
def test_two_offices_are_two_sources(speakers: tuple[str, ...]):
    assert by_speakers(*speakers).independent == len(speakers)


def test_two_speakers_in_one_article_are_two_sources_and_its_unnamed_figure_is_none_of_its_own():
    same = {"article_id": 9, "mark": text_mark(REPORTER), "source_name": "The Walker"}
    chains = trace_sources(
        [
            Telling("lead", **same),  # type: ignore[arg-type]
            Telling("police", speaker="police", **same),  # type: ignore[arg-type]
            Telling("clinic", speaker="the hospital", **same),  # type: ignore[arg-type]
        ]
    )
    assert groups(chains) == [{"clinic"}, {"lead", "police"}]
    assert "1 more carries the same text or article" in chains.groups[0].reason


def test_a_surname_that_two_people_have_explains_nothing():
    chains = by_speakers("Police Chief John Smith", "Mayor Ann Smith", "Smith")
    assert chains.independent == 3


def test_pronouns_and_residents_are_no_sources_by_name():
    chains = by_speakers("He", "residents", "Kyiv residents", None)
    assert [group.kind for group in chains.groups] == ["publisher"] * 4


def test_a_reference_is_one_source_with_those_who_quote_its_publisher():
    reference = Telling("reference 3", speaker="Velmaran Civil Protection Agency")
    quoting = telling(1, "The Courier", WIRE, speaker="the Velmaran Civil Protection Agency")
    assert trace_sources([reference, quoting]).independent == 1


def test_articles_about_which_nothing_is_known_stand_alone():
    chains = trace_sources([Telling(1, article_id=1), Telling(2, article_id=2), Telling(3)])
    assert chains.independent == 3


@pytest.mark.parametrize(
    ("speaker", "sentence"),
    [
        ("Ukraine's military", "Ukraine's military said 600 Russian soldiers were killed."),
        ("Ukraine", "Ukraine said it had killed 500 Russian soldiers."),
        ("Hamas", "Hamas said 50 people were killed in Israeli air strikes."),
        ("the Israeli army", "The Israeli army said it had killed 12 Hamas fighters."),
    ],
)
def test_who_fights_is_a_party_to_what_it_counts(speaker: str, sentence: str):
    chains = trace_sources([telling(1, "The Courier", speaker=speaker, sentence=sentence)])
    assert chains.parties == 1
    assert "side" in (chains.groups[0].party or "")


@pytest.mark.parametrize(
    ("speaker", "sentence", "measure"),
    [
        ("UNHCR", "UNHCR said 600 Russian and Ukrainian soldiers were killed in Russian strikes.", "killed"),
        ("police", "Police in Kerala said 5 people were killed in an attack.", "killed"),
        ("the Polish government", "The Polish government said 2 million fled Russian attacks.", "refugees"),
        ("the health ministry", "The health ministry said 17 died in the flood.", "killed"),
        ("the US", "The US said 500 Russian soldiers were killed in Ukrainian strikes.", "killed"),
        (
            "the Polish army",
            "The Polish army said two of its soldiers were killed by an avalanche.",
            "killed",
        ),
    ],
)
def test_who_does_not_fight_is_no_party(speaker: str, sentence: str, measure: str):
    chains = trace_sources([telling(1, "X", speaker=speaker, sentence=sentence, measure=measure)])
    assert chains.parties == 0, chains.groups


def test_every_telling_is_in_one_group_and_two_hundred_take_no_second():
    marks = [
        text_mark(f"{text} {n}") for n, text in enumerate([WIRE, REWORKED, REPORTER, OTHER_REPORTER] * 50)
    ]
    speakers = ["police", None, "the health ministry", "Mira Todd", "the agency"]
    tellings = [
        Telling(n, article_id=n, source_name=f"Paper {n % 90}", mark=mark, speaker=speakers[n % 5])
        for n, mark in enumerate(marks)
    ]
    begun = perf_counter()
    chains = trace_sources(tellings)
    assert perf_counter() - begun < 1
    assert sorted(number for group in chains.groups for number in group.ids) == list(range(200))  # type: ignore[type-var]


def test_nothing_has_no_sources():
    assert trace_sources([]).independent == 0
