"""Which nouns name people, households and buildings, and which words end a noun phrase."""

from models.domain.reading.person_nouns import NOT_PERSONS, PERSON_ENDINGS, PERSON_FORMS, PERSON_SINGULARS
from models.domain.reading.word_lists import words_of

HOUSEHOLD_NOUNS = frozenset(["family", "families", "household", "households"])
BUILDING_NOUNS = words_of(
    """
    house houses home homes building buildings apartment apartments dwelling dwellings residence
    residences flat flats villa villas bungalow bungalows cottage cottages skyscraper skyscrapers hut huts
    townhouses farmhouse farmhouses condos condominium condominiums
    """
)
_PLURALS = words_of(
    """
    people men women children police troops personnel staff aircraft cattle sheep fish feet teeth geese
    mice dead wounded injured missing elderly homeless unemployed poor crew media data criteria phenomena
    bacteria servicemen policemen gunmen firemen fishermen servicewomen crewmen airmen businessmen
    congressmen guardsmen schoolchildren grandchildren rohingya chinese japanese sudanese congolese
    vietnamese lives wives youth military infantry cavalry livestock poultry deer salmon swine sorties
    offspring spacecraft hovercraft
    """
)
_NOT_PLURALS = words_of(
    """
    diabetes measles mumps rabies arthritis was is has as this his its us yes thus plus across previous
    various serious famous religious dangerous numerous indigenous less unless always perhaps sometimes
    towards afterwards besides does says goes texas paris james virus bus gas crisis basis class glass
    cross process press congress business access success progress loss mass pass boss dress address
    illness witness fitness campus census status focus bonus minus terminus chaos series species news
    politics physics athletics economics mathematics
    """
)


def is_plural_noun(word: str) -> bool:
    """Say whether *word* (lower case) looks like a plural noun; adjectives in -ous and the like are not."""
    if word in _PLURALS:
        return True
    if "'" in word:
        return False
    return (
        len(word) > 3 and word[-1] == "s" and word[-2:] not in ("ss", "us", "is") and word not in _NOT_PLURALS
    )


def is_person_noun(word: str) -> bool:
    """Say whether *word* (lower case) names people: listed, a plural of a listed one, or by its ending."""
    if word in PERSON_FORMS:
        return True
    if word in NOT_PERSONS:
        return False
    if word in PERSON_SINGULARS or _singular(word) in PERSON_SINGULARS:
        return True
    return len(word) > 5 and word.endswith(PERSON_ENDINGS)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith("esses"):
        return word[:-2]
    return word.removesuffix("s")


def unit_of_noun(word: str) -> str:
    """Return the counting unit of the head noun *word* (lower case): person, household, building or item."""
    if is_person_noun(word):
        return "person"
    if word in HOUSEHOLD_NOUNS:
        return "household"
    return "building" if word in BUILDING_NOUNS else "item"
