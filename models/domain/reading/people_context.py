"""Whether a number without a noun counts people: "17 were killed", "killed three", "the toll rose to 21"."""

from models.domain.reading.mention import Mention
from models.domain.reading.nouns import is_person_noun
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of

_FATES = words_of(
    """
    killed dead died injured wounded missing arrested detained hospitalised hospitalized hurt displaced
    evacuated infected drowned trapped rescued homeless jailed imprisoned kidnapped abducted deported
    executed sentenced charged fled dying perished survived stranded quarantined vaccinated tested
    employed unemployed aboard elderly who whom pregnant sickened recovered discharged shot stabbed
    treated critically seriously convicted acquitted freed released registered crossed burned burnt
    slain murdered voted attended protested feared presumed confirmed unaccounted sheltering living
    """
)
_AUXILIARIES = words_of(
    """
    were was are is have has had been be being reported reportedly confirmed people of them us others
    more still also later believed thought to so far now already in critical serious condition
    officially least at as feared presumed left remain remained known said died from on initially then
    subsequently
    """
)
_DOERS = words_of(
    """
    killed killing kills kill injured injuring injures wounded wounding wounds hurt hurting detained
    detaining arrested arresting displaced displacing evacuated evacuating rescued rescuing infected
    infecting employs employing employed hospitalised hospitalized executed executing drowned deported
    carrying sickened sickening
    """
)
_TOLLS = words_of(
    """
    toll deaths fatalities casualties dead injured wounded missing population refugees victims
    infections membership workforce headcount
    """
)  # fmt: skip


def is_about_people(tokens: Tokens, mention: Mention) -> bool:
    """Say whether the words around a number that names nothing speak of people."""
    return _fate_follows(tokens, mention.last) or _doer_precedes(tokens, mention.first)


def _fate_follows(tokens: Tokens, at: int) -> bool:
    for near in range(at, at + 7):
        word = tokens.words[near]
        if word in _FATES:
            return True
        if word not in _AUXILIARIES:
            return False
    return False


def _doer_precedes(tokens: Tokens, first: int) -> bool:
    for near in range(first - 1, max(first - 12, -1), -1):
        word = tokens.words[near]
        if near >= first - 2 and word in _DOERS:
            return True
        if word in _TOLLS or (
            near < first - 1 and is_person_noun(word) and tokens.words[first - 1] in _LINKS
        ):
            return True
        if not word.isalpha() and word not in ("-", ","):
            return False
    return False


_LINKS = words_of(
    """
    to at from by including reached of hit stood is was totalled totaled numbered exceeded stands
    """
)  # fmt: skip
