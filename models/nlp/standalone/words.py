"""The closed word lists by which a phrase is told to end, to refer back or to act."""

from models.domain.speech.words import SAYING
from models.domain.time.words import MONTHS, PAST_CUES, WEEKDAYS

_set = str.split  # one string of words reads better than a list of strings

#: A "sentence" of more code points than this is a table or a list: it is not rewritten.
LONGEST = 2000
CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
#: One capitalised word of a name, without an owner's "'s".
NAME_WORD = rf"[{CAPITAL}](?:[\w-]|[’'](?!s\b)\w)*"

#: Words that begin a clause's next part: after them a noun phrase is over.
FUNCTION_WORDS = frozenset(
    _set(
        "a about above across after again against ago ahead all along already also although am amid among "
        "an and any are around as at away back be because been before behind being below beneath beside "
        "between beyond both but by can could despite did do does down during each early either even ever "
        "every except few following for from further had has have having he her here hers him his how "
        "however i if in inside instead into is it its itself just last late later least less like likely "
        "many may me might more most much must near nearly neither never next no nor not now of off often "
        "on once one only onto or other our out outside over own past per rather said says several shall "
        "she should since so some soon still such than that the their them then there these they this "
        "those though through throughout till to today together tomorrow tonight too toward towards under "
        "unless until up upon us very via was we well were what when where whether which while who whom "
        "whose why will with within without would yesterday yet you your overnight"
    )
)
#: Present forms by which a group, place or event acts.
_ACTING = frozenset(
    _set(
        "wants plans employs needs owns runs makes holds expects hopes aims faces operates produces sells "
        "pays serves covers remains began begins comes goes lies sits lives hosts borders relies depends "
        "imports exports spends gets gives takes keeps offers provides supports opposes seeks lacks "
        "continues happened occurred came took left cut hit drew swept tore burned burnt spread broke "
        "fell rose lost won sent"
    )
)
#: Past forms that the time grammar has no need of.
MORE_PAST = frozenset(
    _set(
        "died lied ran drew drove flew swept tore blew fired hurt shut cut burst burnt rang rode sang "
        "swam threw wore bought sold taught thought felt kept slept spent built burned chose crept dealt "
        "drank ate forgot froze hid laid lay lent paid rose shook shone shrank slid stole stuck swore "
        "withdrew overturned sought set"
    )
)
VERBS = frozenset(SAYING | _ACTING | PAST_CUES | MORE_PAST)
#: After these a phrase that begins with "the" is told apart by what follows, so it refers to nothing before.
RESTRICTING = frozenset(_set("of that which who whom whose where with without against by"))
DAYS = frozenset((*WEEKDAYS, *MONTHS, "morning", "evening", "afternoon", "night", "weekend"))
NUMBER_WORDS = frozenset(
    _set(
        "two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds "
        "thousand thousands million billion several many some few both no any each every another second "
        "third fourth fifth other others same first last next such similar previous earlier latest new "
        "recent"
    )
)


def goes_on(text: str, end: int) -> bool:
    """Say whether the noun phrase that ends at *end* goes on or is told apart by what follows.

    "the city council", "the country where" and "the attack on the bridge" do; before a mark, a verb or
    another function word the phrase is whole. What cannot be told counts as going on.
    """
    rest = text[end : end + 60]
    if not rest or not rest[0].isspace():
        return bool(rest) and rest[0] not in ",.;:!?)”\"’'…"
    words = rest.split()
    if not words:
        return False
    word = words[0].rstrip(',.;:!?)”"')
    if word in RESTRICTING:
        return True
    if word in FUNCTION_WORDS or word in VERBS:
        return False
    if word.isalpha() and word.islower() and word.endswith("ed") and len(word) > 4:
        return False
    acts = word.islower() and word.endswith("s") and word == words[0] and len(words) > 1
    return not (
        acts and (words[1] in ("the", "a", "an", "to", "that", "its", "more") or words[1][0].isdigit())
    )
