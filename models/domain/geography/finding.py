"""Where in a sentence a place's name stands."""

from dataclasses import dataclass, replace

from models.domain.claim import Span
from models.domain.geography.gazetteer import Entry, Gazetteer, fold, gazetteer
from models.domain.geography.words import (
    AFTER_PLACES,
    ALSO_PEOPLE,
    ALSO_WORDS,
    BEFORE_PLACES,
    DIRECTIONS,
    INSTITUTIONS,
    KINDS,
    LOOSE_PREPOSITIONS,
    NAMES_WITH_COUNTRY,
    NO_PLACES,
    PLACE_PREPOSITIONS,
    TOWN_KINDS,
)
from models.domain.time.tokens import DASHES, Tokens

#: A town of this many people is found wherever its name stands; where English surnames are towns' names
#: from the second figure on, one named like a person from the third. Smaller ones need a preposition.
KNOWN_TOWN, KNOWN_SURNAME_TOWN, METROPOLIS = 100_000, 400_000, 1_000_000
_SURNAME_COUNTRIES = frozenset(("GB", "US", "CA", "AU", "NZ", "IE"))
_SHORT_NAMES = frozenset(("us", "uk", "uae", "usa", "la", "nyc", "drc", "car", "png", "prc", "nsw"))
_MOST_WORDS = 6
_POINTED = frozenset(("st", "mt", "ft", "n", "s"))
APOSTROPHES_IN_NAMES = frozenset("'’‘ʻʼ`")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place's name in a sentence: tokens ``begin`` to ``end``, its gazetteer entries, its kind."""

    begin: int
    end: int
    entries: tuple[Entry, ...]


def find_places(sentence: str) -> list[Span]:
    """Find the places that *sentence* names, in order and apart; spans are relative to it.

    A span takes in directions ("eastern Ukraine"), kinds ("Donetsk region", "the city of Mosul"), what
    the place lies in ("Paris, Texas") and a whole list ("Hungary, Romania and Slovakia"). Linear in the
    sentence.
    """
    tokens = Tokens(sentence)
    mentions = _find_mentions(tokens, gazetteer())
    merged = _join_lists(tokens, _join_qualifiers(tokens, mentions))
    return [Span.of(sentence, tokens.starts[m.begin], tokens.ends[m.end - 1]) for m in merged]


def _find_mentions(tokens: Tokens, places: Gazetteer) -> list[Mention]:
    mentions: list[Mention] = []
    i = 0
    while i < len(tokens):
        mention = _mention_at(tokens, i, places) if tokens.raw[i][0].isupper() else None
        if mention is None:
            i += 1
            continue
        mention = _widen(tokens, mention, mentions[-1].end if mentions else 0)
        mentions.append(mention)
        i = mention.end
    return mentions


def _mention_at(tokens: Tokens, i: int, places: Gazetteer) -> Mention | None:
    if i and tokens.touches(i - 1) and (tokens.word(i - 1) in DASHES or tokens.word(i - 1) in "@#_./"):
        return None
    for words, end in reversed(_name_ends(tokens, i, places)):
        entries = places.names.get(words)
        if entries is not None and _is_place(tokens, i, end, words, entries):
            return Mention(i, end, entries)
        spelled = places.spellings.get(words)
        known = entries is not None or tokens.word(i) in ALSO_WORDS or words in DIRECTIONS
        if spelled is not None and not known and _is_led(tokens, i, LOOSE_PREPOSITIONS, end):
            return Mention(i, end, spelled)
    return _unknown_at(tokens, i, places)


def _name_ends(tokens: Tokens, i: int, places: Gazetteer) -> list[tuple[str, int]]:
    """Return the folded names that may begin at *i*, as long as names get, and the index after each."""
    word, j = _word(tokens, i)
    most = min(places.longest.get(word.split(" ", 1)[0], 0), _MOST_WORDS)
    if tokens.word(j) in APOSTROPHES_IN_NAMES and tokens.touches(j - 1):
        most = max(most, 2)  # "Xi'an" is one word of the tables
    names = [(word, j)] if most else []
    while len(names) < most:
        glued = tokens.word(j) in APOSTROPHES_IN_NAMES and tokens.touches(j - 1) and tokens.touches(j)
        glued &= tokens.word(j + 1) != "s"  # "Nairobi's" is no "Nairobis"
        if glued or _goes_on_past_mark(tokens, j):
            j += 1
        if j >= len(tokens) or not tokens.raw[j][0].isalpha():
            break
        more, j = _word(tokens, j)
        word = f"{word}{'' if glued else ' '}{more}"
        names.append((word, j))
    return names


def _word(tokens: Tokens, i: int) -> tuple[str, int]:
    """Return the folded word at *i* and the index after it; "U.S." and "D.C." are one word."""
    j = i
    while _is_initial(tokens, j):
        j += 2
        if not tokens.touches(j - 1):
            break
    if j > i + 2:
        return "".join(tokens.words[i:j:2]), j
    return fold(tokens.raw[i]), i + 1


def _is_initial(tokens: Tokens, j: int) -> bool:
    """Say whether token *j* is one capital with its point."""
    if not 0 <= j < len(tokens) or len(tokens.raw[j]) != 1 or not tokens.raw[j].isupper():
        return False
    return tokens.word(j + 1) == "." and tokens.touches(j)


def _goes_on_past_mark(tokens: Tokens, j: int) -> bool:
    """Say whether the mark at *j* stands inside a name: "Port-au-Prince", "St. Louis", "Washington, D.C."."""
    mark = tokens.word(j)
    if mark in DASHES:
        return tokens.touches(j - 1) and tokens.touches(j)
    if mark == ".":
        return tokens.word(j - 1) in _POINTED
    return mark == "," and tokens.has(j + 1, "d", ".", "c")


def _is_place(tokens: Tokens, i: int, end: int, words: str, entries: tuple[Entry, ...]) -> bool:
    """Judge by what stands around a known name whether it is the place."""
    if not _stands_alone(tokens, i, end, entries[0].kind == "country" and words not in ALSO_PEOPLE):
        return False
    best = entries[0]
    if words in DIRECTIONS:
        return False
    if words in ALSO_WORDS or (len(words) <= 3 and best.kind == "town"):
        return words not in NO_PLACES and _is_led(tokens, i, PLACE_PREPOSITIONS, end)
    if words in _SHORT_NAMES:
        return tokens.raw[i].isupper() and not _is_shouted(tokens, i)
    known = METROPOLIS if words in ALSO_PEOPLE else KNOWN_TOWN
    if best.country in _SURNAME_COUNTRIES:
        known = max(known, KNOWN_SURNAME_TOWN)
    if best.kind != "town" or best.population >= known or words in gazetteer().written:
        return True
    return _is_led(tokens, i, LOOSE_PREPOSITIONS, end)


def _is_shouted(tokens: Tokens, i: int) -> bool:
    """Say whether the words around are in capitals throughout, so that "US" may be "us"."""
    around = [raw for raw in tokens.raw[max(0, i - 3) : i + 4] if raw.isalpha() and len(raw) > 2]
    return len(around) > 2 and all(raw.isupper() for raw in around)


def _stands_alone(tokens: Tokens, i: int, end: int, is_sure: bool) -> bool:
    """Say whether no neighbour makes a longer name of it ("Michael Jordan", "Bank of England").

    A name that can only be a country (*is_sure*) may follow the capital that begins a sentence.
    """
    before, after = tokens.word(i - 1), tokens.word(end)
    if before == "of" and tokens.word(i - 2) in INSTITUTIONS and tokens.raw[i - 2][0].isupper():
        return False
    is_named = before.isalpha() and tokens.raw[i - 1][0].isupper() and before not in BEFORE_PLACES
    if is_named and not (is_sure and i == 1 and before not in NAMES_WITH_COUNTRY):
        return False
    if before == "." and _is_initial(tokens, i - 2) and tokens.word(i - 3) != ".":
        return False  # "J. Jordan"
    if after in DASHES and tokens.touches(end - 1) and tokens.touches(end) and tokens.word(end + 1).isalpha():
        return False
    if after == "$" and tokens.touches(end - 1):
        return False
    if after.isalpha() and tokens.raw[end][0].isupper():
        if tokens.word(end + 1) == "of":
            return False  # "United States Department of State"
        return after in AFTER_PLACES or after in KINDS
    return True


def _is_led(tokens: Tokens, i: int, prepositions: frozenset[str], end: int) -> bool:
    """Say whether a preposition of place stands before the name, or what it lies in after it."""
    before = tokens.word(i - 1)
    if before == "the":
        before = tokens.word(i - 2)
    if before in DIRECTIONS:
        before = tokens.word(i - 2)
    if before in prepositions or tokens.word(end) in KINDS:
        return True
    if before == "of":
        return tokens.word(i - 2) in KINDS
    if tokens.word(end) == "," and end + 1 < len(tokens) and tokens.raw[end + 1][0].isupper():
        within = gazetteer().names.get(fold(tokens.raw[end + 1]))
        return within is not None and within[0].kind != "town"
    return False


def _unknown_at(tokens: Tokens, i: int, places: Gazetteer) -> Mention | None:
    """Take a capitalised name that no table holds for a place after "in" or before "province"."""
    j = i
    while j < len(tokens) and j - i < 4 and tokens.raw[j][0].isupper() and tokens.word(j).isalpha():
        joined = tokens.word(j + 1) in DASHES and tokens.touches(j) and tokens.touches(j + 1)
        j += 2 if joined and j + 2 < len(tokens) and tokens.raw[j + 2][0].isupper() else 1
    if (
        j == i
        or tokens.word(i) in NO_PLACES
        or tokens.word(i) in ALSO_WORDS
        or fold(tokens.raw[i]) in places.demonyms
    ):
        return None
    if i and tokens.word(j) == "," and j + 1 < len(tokens) and _is_state(places, tokens.raw[j + 1 : j + 3]):
        return Mention(i, j, ())
    kind = tokens.word(j) in KINDS and tokens.raw[j][0].islower()
    of_kind = tokens.word(i - 1) == "of" and tokens.word(i - 2) in KINDS and tokens.raw[i - 2].islower()
    if kind or of_kind:
        return Mention(i, j, ())
    if tokens.raw[i].isupper() or j - i > 3 or tokens.word(i - 1) not in PLACE_PREPOSITIONS:
        return None
    ends = not tokens.word(j).isalnum() or tokens.raw[j][0].islower()
    return Mention(i, j, ()) if ends and tokens.word(j) not in ("'", "’") else None


def _is_state(places: Gazetteer, words: list[str]) -> bool:
    """Say whether *words* begin with a state or province whose towns are told by it ("Texas", "New York")."""
    names = (fold(words[0]), fold(" ".join(words)))
    return any(
        entry.kind == "region" and entry.admin for name in names for entry in places.names.get(name, ())
    )


def _widen(tokens: Tokens, mention: Mention, floor: int) -> Mention:
    """Take in directions before the name, "the city of" before it, "region" after it; not before *floor*."""
    begin, end = mention.begin, mention.end
    if _has_kind_after(tokens, end):
        end += 1
    named_kind = tokens.word(begin - 1) == "of" and tokens.word(begin - 2) in KINDS and begin - 2 >= floor
    if named_kind and not _is_country(mention):
        begin -= 2
        begin -= tokens.word(begin - 1) in DIRECTIONS or tokens.word(begin - 1) in ("port", "capital")
        begin -= fold(tokens.raw[begin - 1]) in gazetteer().demonyms if begin > floor else 0
        begin -= tokens.word(begin - 1) == "the"
    while tokens.word(begin - 1) in DIRECTIONS and floor < begin and mention.begin - begin < 3:
        begin -= 1
        joined = tokens.word(begin - 1) in DASHES and tokens.word(begin - 2) in DIRECTIONS
        begin -= joined
    return replace(mention, begin=begin, end=end)


def _has_kind_after(tokens: Tokens, end: int) -> bool:
    """Say whether "region" and the like follows and belongs to the name; "Kyiv city hall" has none."""
    kind = tokens.word(end)
    if kind not in KINDS or (
        kind == "state" and tokens.word(end + 1) in ("media", "tv", "television", "news")
    ):
        return False
    return kind not in TOWN_KINDS or tokens.raw[end][0].isupper()


def _join_qualifiers(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Join a place with the country or region it lies in: "Paris, Texas", "the Donbas region of Ukraine"."""
    joined: list[Mention] = []
    for mention in mentions:
        if joined and _lies_in(tokens, joined[-1], mention):
            joined[-1] = replace(joined[-1], end=mention.end)
        else:
            joined.append(mention)
    return joined


def _lies_in(tokens: Tokens, inner: Mention, outer: Mention) -> bool:
    between = tokens.words[inner.end : outer.begin]
    if between not in ([","], ["of"], [",", "in"], ["in"], ["in", "the"], ["of", "the"]) or not outer.entries:
        return False
    owns = tokens.word(outer.end) in APOSTROPHES_IN_NAMES and tokens.word(outer.end + 1) == "s"
    if owns and between == [","]:
        return False  # "Rosario, Argentina's third city"
    if _is_country(inner) or outer.entries[0].kind == "town":
        return False
    top = outer.entries[0]
    if not inner.entries or (between == [","] and top.kind == "region" and top.admin):
        return True  # a state after a comma names a town, in the tables or not
    return any(
        entry.country == each.country
        and (each.kind == "country" or not each.admin or each.admin == entry.admin)
        for entry in inner.entries
        for each in (top, *outer.entries[1:2])
        if entry.kind != "country"
    )


def _is_country(mention: Mention) -> bool:
    return bool(mention.entries) and all(entry.kind == "country" for entry in mention.entries)


def _join_lists(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Join "Bulgaria, Hungary, Romania and Slovakia" into one span; a list ends in "and" or "or"."""
    joined: list[Mention] = []
    run: list[Mention] = []
    for mention in mentions:
        if run and _link(tokens, run[-1], mention) is None:
            joined += _close_run(tokens, run)
            run = []
        run.append(mention)
    return joined + _close_run(tokens, run)


def _link(tokens: Tokens, left: Mention, right: Mention) -> str | None:
    between = tokens.words[left.end : right.begin]
    if between[-1:] == ["the"]:
        between = between[:-1]
    if between in (["and"], ["or"], [",", "and"], [",", "or"], ["as", "well", "as"]):
        return "and"
    return "," if between == [","] else None


def _close_run(tokens: Tokens, run: list[Mention]) -> list[Mention]:
    """Join the run up to its last "and"; what follows only by commas stays apart."""
    last = max((k for k in range(1, len(run)) if _link(tokens, run[k - 1], run[k]) == "and"), default=0)
    if not last:
        return run
    whole = Mention(run[0].begin, run[last].end, ())
    return [whole, *run[last + 1 :]]


def name_mentions(tokens: Tokens) -> list[Mention]:
    """Return every name of the gazetteer in *tokens*, the longest first: for words known to be a place."""
    places = gazetteer()
    mentions: list[Mention] = []
    i = 0
    while i < len(tokens):
        found = None
        for words, end in reversed(_name_ends(tokens, i, places)):
            entries = places.names.get(words) or places.spellings.get(words)
            if entries is not None and tokens.raw[i][0].isupper():
                found = Mention(i, end, entries)
                break
        if found is not None:
            mentions.append(found)
        i = found.end if found else i + 1
    return mentions
