"""Speakers are found with their role and their verb, and quotation marks are seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.claim import Span
from models.domain.sources import find_sources, source_of
from models.domain.speech.quotation import is_quoted, quotations
from tests.domain.pace import grows_linearly

# a sentence, and its (speaker, cue) in order
SENTENCES = [
    ("The regional governor said at least 14 were killed.", [("The regional governor", "said")]),
    ("At least 14 died, according to the UN refugee agency.", [("the UN refugee agency", "according to")]),
    ("According to police, 12 were held.", [("police", "According to")]),
    ('"It is calm," said Health Minister Vera Skvorets.', [("Health Minister Vera Skvorets", "said")]),
    ("A total of 39 are dead, officials told state media.", [("officials", "told")]),
    ("Kyiv puts Russian losses at 30,000; Moscow admits 1,351.", [("Kyiv", "puts"), ("Moscow", "admits")]),
    ("The UN estimates that 2 million have fled.", [("The UN", "estimates")]),
    ("UNICEF reported 300 cases.", [("UNICEF", "reported")]),
    ("Health authorities in Haiti have also said 12 died.", [("Health authorities in Haiti", "said")]),
    ("Adil Karim, the health minister, said 40 were hurt.", [("Adil Karim, the health minister", "said")]),
    ("The health minister, Adil Karim, said 40 were hurt.", [("The health minister, Adil Karim", "said")]),
    ("The agency's man in Dhaka, Jan Smit, said 12 died.", [("The agency's man in Dhaka, Jan Smit", "said")]),
    ("John Smith, who lives nearby, said 12 died.", [("John Smith", "said")]),
    ("“We lost ten men,” the general said.", [("the general", "said")]),
    ("After the blast in Kyiv, police said 12 were held.", [("police", "said")]),
    ("Twelve were killed and police said 3 were held.", [("police", "said")]),
    ("He said 12 died.", [("He", "said")]),
    ("They fear 40 are trapped.", [("They", "fear")]),
    ("The WHO's website said 12 died.", [("The WHO's website", "said")]),
    ("U.S. officials said 12 died.", [("U.S. officials", "said")]),
    ("Mr. Smith said 12 died.", [("Mr. Smith", "said")]),
    ("The UN and the Red Cross said 12 died.", [("The UN and the Red Cross", "said")]),
    ("State TV reported 12 dead.", [("State TV", "reported")]),
    ("Ukraine's military on Thursday said 12 died.", [("Ukraine's military", "said")]),
    ("The ministry repeatedly said 12 died.", [("The ministry", "said")]),
    ("His family said he was well.", [("His family", "said")]),
    ("Two diplomats said a deal was near.", [("Two diplomats", "said")]),
    ("The report found that 12% were hungry.", [("The report", "found")]),
    ("A survey by the bureau shows 12% are hungry.", [("A survey by the bureau", "shows")]),
    ("The premier was quoted as saying 12 died.", [("The premier", "quoted as saying")]),
    ("Citing the army, the agency reported 12 dead.", [("the army", "Citing"), ("the agency", "reported")]),
    ("The embassy declined the request and said it was sorry.", [("The embassy", "said")]),
    (
        "Twelve died, said a spokesman for the ministry in Oslo.",
        [("a spokesman for the ministry in Oslo", "said")],
    ),
    ("Twelve died, said the mayor on Monday.", [("the mayor", "said")]),
    ("Twelve died, said Ana Cruz in a statement.", [("Ana Cruz", "said")]),
    ("Twelve died, according to the mayor, Ivan Fedor.", [("the mayor, Ivan Fedor", "according to")]),
    (
        "Twelve died, according to Ivan Fedor, the mayor of Riga.",
        [("Ivan Fedor, the mayor of Riga", "according to")],
    ),
    ("The mayor said in a statement that 12 died.", [("The mayor", "said")]),
    ("Rebels claimed 12 soldiers were killed.", [("Rebels", "claimed")]),
    ("The company estimates losses of 3 million euros.", [("The company", "estimates")]),
    ("Analysts expect growth of 3 %.", [("Analysts", "expect")]),
    ("The army denied that 12 soldiers had died.", [("The army", "denied")]),
    ("Twelve died, said the region's ombudsman, Ana Cruz.", [("the region's ombudsman, Ana Cruz", "said")]),
    ("“I pay more,” says Denise, a ticket clerk.", [("Denise, a ticket clerk", "says")]),
    ("Losses may reach 3 billion, traders reckon.", [("traders", "reckon")]),
    ("Some 450,000 have been displaced, UNRWA estimates.", [("UNRWA", "estimates")]),
    ("“It was loud,” one neighbour said.", [("one neighbour", "said")]),
    ("Exit poll puts liberals on 23 %", [("Exit poll", "puts")]),
    ("Floods kill 900: UN", [("UN", None)]),
    ("The court ruled that 12 be freed.", [("The court", "ruled")]),
    # none
    ("They were three: John, Ann, Bob", []),
    ("Twelve people were killed on Monday.", []),
    ("They found 12 bodies.", []),
    ("The premier is expected to resign.", []),
    ("The deal was reported on Monday.", []),
    ("The number of cases reported rose.", []),
    ("He wants to say more.", []),
    ("The United States sent troops.", []),
    ("The claim rests on one report.", []),
    ("Twelve reported injured in crash", []),
    ("She put the book on the shelf.", []),
    ("He shouted: “Nobody said that.”", []),
    ("said", []),
    ("", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_speakers_are_found(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    sources = find_sources(sentence)
    assert [(source.span.text, source.cue) for source in sources] == expected
    assert all(sentence[s.span.start : s.span.end] == s.span.text for s in sources)


QUOTED = [
    ("“We lost 10 men,” he said.", "10 men", True),
    ('"We lost 10 men," he said.', "10 men", True),
    ("‘We lost 10 men,’ he said.", "10 men", True),
    ("'We lost 10 men,' he said.", "10 men", True),
    ("«We lost 10 men», he said.", "10 men", True),
    ("„We lost 10 men”, he said.", "10 men", True),
    ("He said “it is over” and 10 men left.", "10 men", False),
    ('He said "it is over" and 10 men left.', "10 men", False),
    ("He said the boys' 10 men left.", "10 men", False),
    ("It’s the army’s 10 men.", "10 men", False),
    ("In the '90s 10 men didn't leave.", "10 men", False),
    ("“It is over. 10 men left.", "10 men", True),
    ("and 10 men left,” he said.", "10 men", True),
    ('A 3" pipe hit 10 men.', "10 men", False),
    ("“It is over.\n\nThen 10 men left.", "10 men", False),
    ("10 men left. “It is over.”", "10 men", False),
]


@pytest.mark.parametrize(("text", "words", "expected"), QUOTED)
def test_quotation_marks_are_seen(text: str, words: str, expected: bool) -> None:
    at = text.index(words)
    assert is_quoted(text, at, at + len(words)) is expected


def test_quoted_is_about_the_claim_where_one_is_given() -> None:
    sentence = "“We lost 10 men,” said the general, who leads 400."
    lost, leads = sentence.index("10"), sentence.index("400")
    inside = find_sources(sentence, Span.of(sentence, lost, lost + 2))
    outside = find_sources(sentence, Span.of(sentence, leads, leads + 3))
    assert [source.quoted for source in inside] == [True]
    assert [source.quoted for source in outside] == [False]


@pytest.mark.parametrize(
    ("sentence", "claim", "speaker"),
    [
        ("Kyiv puts losses at 30,000; Moscow admits 1,351.", "30,000", "Kyiv"),
        ("Kyiv puts losses at 30,000; Moscow admits 1,351.", "1,351", "Moscow"),
        ("The army said 12 died, while medics said 40 died.", "12", "The army"),
        ("The army said 12 died, while medics said 40 died.", "40", "medics"),
        ("Twelve died, police said.", "Twelve", "police"),
        ("Twelve died.", "Twelve", None),
    ],
)
def test_a_claim_has_the_speaker_of_its_clause(sentence: str, claim: str, speaker: str | None) -> None:
    at = sentence.index(claim)
    found = source_of(find_sources(sentence), sentence, Span.of(sentence, at, at + len(claim)))
    assert (found.span.text if found else None) == speaker


_WORDS = (
    "the The said says according to police officials Kyiv in of for and , . ; : “ ” \" ' ’ who that was "
    "reported minister Ivan on Monday 12 died puts at an a statement report"
)
_TOKENS = st.sampled_from(sorted(set(_WORDS.split())))


@given(st.text())
def test_any_text_is_read_and_sliced_back(text: str) -> None:
    for source in find_sources(text):
        assert text[source.span.start : source.span.end] == source.span.text
    for start, end in quotations(text):
        assert 0 <= start < end <= len(text)


@given(st.lists(_TOKENS, max_size=40))
def test_any_run_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for source in find_sources(text):
        assert source.span.text
        assert text[source.span.start : source.span.end] == source.span.text


@pytest.mark.parametrize(
    "unit",
    [
        "the police ",
        "said ",
        "he said, ",
        '"',
        "of the ",
        "and said ",
        "according to ",
        "' ",
        "“a” police said ",
    ],
)
def test_finding_is_linear_in_the_sentence(unit: str) -> None:
    assert grows_linearly(find_sources, unit)
