"""Where the noun phrase of a speaker begins before a verb of saying, and where it ends after one."""

from models.domain.speech.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    INSIDE,
    NO_ADVERBS,
    PASSIVE_BEFORE,
    PRONOUNS,
    ROLES,
    SAYING,
    STOPS,
    SURE_INSIDE,
    VEHICLES,
)
from models.domain.time.tokens import APOSTROPHES, DASHES, Tokens
from models.domain.time.words import MONTHS, PARTS_OF_DAY, WEEKDAYS

#: A speaker's noun phrase has at most this many tokens; keeps reading linear.
REACH = 24
_TIMES = frozenset(WEEKDAYS) | PARTS_OF_DAY | frozenset(("yesterday", "today", "tonight", "overnight"))
_JOINERS = frozenset((*DASHES, *APOSTROPHES, ".", "&", "/"))
_CLAUSE_STARTS = frozenset(',;:“”"–—()') | frozenset(
    (
        "that",
        "but",
        "while",
        "because",
        "as",
        "when",
        "after",
        "before",
        "and",
        "although",
        "though",
        "which",
        "if",
    )
)
#: Adjectives and names that end like a past tense.
_NOT_PAST = frozenset(("united", "armed", "allied", "displaced", "wounded", "injured", "unnamed", "elected"))
Range = tuple[int, int]


def phrase_before(tokens: Tokens, verb: int) -> Range | None:
    """Return the noun phrase whose verb stands at *verb*, with what stands beside it between commas.

    "Health officials in Haiti have also said" gives "Health officials in Haiti"; "Ihor Klymenko, the
    interior minister, said" both parts.
    """
    end = _before_adverbs(tokens, verb)
    closing = tokens.word(end - 1) == ","
    if closing:
        return _between_commas(tokens, end - 1)
    begin = _walk_left(tokens, end)
    if begin is None:
        return None
    return begin, end


def _before_adverbs(tokens: Tokens, verb: int) -> int:
    """Step back over auxiliaries, adverbs and "on Thursday" before a verb."""
    i = verb
    while i > 0 and verb - i < REACH:
        word = tokens.word(i - 1)
        is_adverb = word in AUXILIARIES or word in ADVERBS
        is_adverb |= word.endswith("ly") and tokens.raw[i - 1].islower() and word not in NO_ADVERBS
        time = 0 if is_adverb else _time_before(tokens, i)
        if not is_adverb and not time:
            break
        i -= time or 1
    return i


def _time_before(tokens: Tokens, i: int) -> int:
    """Return how many tokens before *i* are a day with its preposition: "on Thursday", "on 3 March"."""
    word, before = tokens.word(i - 1), tokens.word(i - 2)
    length = 1 if word in _TIMES else 0
    if (word in MONTHS and before.isdecimal()) or (word.isdecimal() and before in MONTHS):
        length = 2
    return length + (tokens.word(i - length - 1) in ("on", "late", "early")) if length else 0


def _walk_left(tokens: Tokens, end: int) -> int | None:
    """Return where the noun phrase that ends before *end* begins; None where none does."""
    i, safe = end, None
    while i > 0 and end - i < REACH:
        word = tokens.word(i - 1)
        if _is_pronoun(tokens, i - 1):
            return i - 1 if i == end else i
        if word == "and" and i < end and _may_join(tokens, i, end):
            safe = i if safe is None else safe
        elif word in INSIDE and i < end:
            if word not in SURE_INSIDE:
                safe = i if safe is None else safe
        elif not _is_inner(tokens, i - 1, end):
            break
        i -= 1
    if tokens.word(i) in INSIDE or tokens.word(i) == "and" or tokens.word(i) in _JOINERS:
        i = _after_word(tokens, i, end)
    ended_at_clause = i == 0 or tokens.word(i - 1) in _CLAUSE_STARTS
    if safe is not None and not (ended_at_clause and _names_speaker(tokens, i, safe)):
        i = safe
    if i < end and _is_speaker(tokens, i, end):
        return i
    # ", traders reckon": one plural word of its own clause
    alone = (
        end - i == 1 and ended_at_clause and tokens.word(i).endswith(("s", "í")) and tokens.word(i).isalpha()
    )
    return i if alone else None


def _is_pronoun(tokens: Tokens, i: int) -> bool:
    """Say whether token *i* stands for a speaker; "WHO" and "IT" in capitals do not."""
    return tokens.word(i) in PRONOUNS and not (len(tokens.raw[i]) > 1 and tokens.raw[i].isupper())


def _after_word(tokens: Tokens, i: int, end: int) -> int:
    while i < end and (tokens.word(i) in INSIDE or tokens.word(i) == "and" or tokens.word(i) in _JOINERS):
        i += 1
    return i


def _may_join(tokens: Tokens, i: int, end: int) -> bool:
    return _is_speaker(tokens, i, end)


def _names_speaker(tokens: Tokens, begin: int, end: int) -> bool:
    """Say whether the words before "in" or "and" are a speaker themselves ("authorities in …")."""
    stop = end
    while stop > begin and (tokens.word(stop - 1) in INSIDE or tokens.word(stop - 1) == "and"):
        stop -= 1
    words = tokens.words[begin:stop]
    head = words[-1] if words else ""
    return head in ROLES or (
        bool(words) and tokens.raw[stop - 1][0].isupper() and "and" in tokens.words[begin:end]
    )


def _is_inner(tokens: Tokens, i: int, end: int) -> bool:
    """Say whether token *i* can stand inside a speaker's noun phrase that ends before *end*."""
    word = tokens.word(i)
    if word in _JOINERS:
        return 0 < i < end - 1 and _joins(tokens, i)
    if word in STOPS or word in _TIMES or not word.isalnum():
        return False
    is_past = word.endswith("ed") and len(word) > 4 and tokens.raw[i][0].islower()
    return not is_past or word in _NOT_PAST


def _joins(tokens: Tokens, i: int) -> bool:
    """Say whether the mark at *i* is inside a name or a word: "al-Assad", "Mr. Smith", "Haiti's"."""
    if not tokens.touches(i - 1):
        return False
    if tokens.word(i) in APOSTROPHES or tokens.touches(i):
        return True
    return tokens.word(i) == "." and len(tokens.word(i - 1)) <= 3


def _is_speaker(tokens: Tokens, begin: int, end: int) -> bool:
    """Say whether the words can speak: a name, a role, or a thing with an article."""
    if begin >= end or (tokens.word(begin).isdecimal() and tokens.integer(begin, 9) is None):
        return False  # the end of "1,000 rescuers" is no phrase
    first = tokens.word(begin)
    if _is_pronoun(tokens, begin):
        return end - begin == 1
    if first in DETERMINERS:
        return end - begin > 1 or first in ("both", "some", "many", "others")
    words = tokens.words[begin:end]
    return any(raw[0].isupper() for raw in tokens.raw[begin:end]) or any(word in ROLES for word in words)


def _between_commas(tokens: Tokens, comma: int) -> Range | None:
    """Read "Firass Abiad, the health minister, said" back from the second comma."""
    i = comma
    while i > 0 and comma - i < REACH and tokens.word(i - 1) not in (",", ";", ":", "“", '"'):
        i -= 1
    if i <= 1 or tokens.word(i - 1) != "," or tokens.word(i) in ("and", "but"):
        return None
    begin = _walk_left(tokens, i - 1)
    if begin is None or tokens.word(begin) in PRONOUNS:
        return None
    aside = tokens.words[i:comma]
    if aside[:1] and (
        aside[0] in ("who", "which", "whose", "where", "citing", "speaking") or aside[0] in STOPS
    ):
        return begin, i - 1
    names = aside[:1] and (
        aside[0] in DETERMINERS or tokens.raw[i][0].isupper() or any(w in ROLES for w in aside)
    )
    return (begin, comma) if names else (begin, i - 1)


def shared_subject(tokens: Tokens, verb: int) -> Range | None:
    """Return the subject that begins the sentence where *verb* follows "and" ("X declined and said")."""
    if tokens.word(verb - 1) not in ("and", "but"):
        return None
    end = next((i for i in range(1, min(REACH, verb)) if _is_verb(tokens, i)), None)
    if end is None:
        return None
    end = _before_adverbs(tokens, end)
    begin = _walk_left(tokens, end) if end else None
    return (0, end) if begin == 0 else None


def _is_verb(tokens: Tokens, i: int) -> bool:
    word = tokens.word(i)
    if word in AUXILIARIES or word in PASSIVE_BEFORE or word in SAYING or word in STOPS:
        return True
    return len(word) > 4 and word.endswith("ed") and tokens.raw[i].islower() and word not in _NOT_PAST


def phrase_after(tokens: Tokens, begin: int) -> Range | None:
    """Return the noun phrase that begins at *begin* after "said" or "according to", with an apposition."""
    end = _walk_right(tokens, begin)
    if end is None or not _is_speaker(tokens, begin, end):
        return None
    return begin, _apposition_end(tokens, begin, end)


def _walk_right(tokens: Tokens, begin: int) -> int | None:
    i = begin
    if _is_pronoun(tokens, i):
        return i + 1
    while i < len(tokens) and i - begin < REACH:
        word = tokens.word(i)
        if word in INSIDE or word == "and":
            if not _goes_on(tokens, i):
                break
        elif not _is_inner(tokens, i, len(tokens) + 1) or (word in ADVERBS and i > begin):
            break
        i += 1
    while i > begin and (tokens.word(i - 1) in INSIDE or tokens.word(i - 1) in ("and", *_JOINERS)):
        i -= 1
    return i if i > begin else None


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Say whether the speaker's phrase goes on after "of", "in" or "and" at *i*."""
    word, after = tokens.word(i), tokens.word(i + 1)
    if word in ("on", "at", "near") and (after in _TIMES or after in MONTHS or after.isdecimal()):
        return False
    k = i + 2 if after in DETERMINERS else i + 1
    ahead = tokens.words[k : k + 3]
    if word not in SURE_INSIDE and any(vehicle in VEHICLES for vehicle in ahead):
        return False
    if word in SURE_INSIDE:
        return bool(after) and after.isalnum()
    if word == "and":
        return after in DETERMINERS or (
            k < len(tokens) and (tokens.raw[k][0].isupper() or tokens.word(k) in ROLES)
        )
    return tokens.word(i - 1) in ROLES and k < len(tokens) and (tokens.raw[k][0].isupper() or k == i + 2)


def _apposition_end(tokens: Tokens, begin: int, end: int) -> int:
    """Take in ", the health minister" or a name after a speaker, where a mark ends it."""
    if tokens.word(end) != ",":
        return end
    start = end + 1
    stop = _walk_right(tokens, start) if not _is_pronoun(tokens, start) else None
    if stop is None or stop - start > 14 or tokens.word(stop).isalnum():
        return end
    words = tokens.words[start:stop]
    is_title = words[0] in DETERMINERS and (
        tokens.raw[end - 1][0].isupper() or any(w in ROLES for w in words)
    )
    is_name = 1 < len(words) <= 6 and tokens.raw[start][0].isupper() and tokens.raw[stop - 1][0].isupper()
    has_role = tokens.word(begin) in DETERMINERS or any(w in ROLES for w in tokens.words[begin:end])
    return stop if is_title or (is_name and has_role) or (words[-1] in ROLES and len(words) > 1) else end
