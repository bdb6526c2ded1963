"""Who says what a sentence states, and by which verb."""

from bisect import bisect

from models.domain.claim import Source, Span
from models.domain.speech.phrases import Range, phrase_after, phrase_before, shared_subject
from models.domain.speech.quotation import is_quoted as is_quoted
from models.domain.speech.quotation import quotations
from models.domain.speech.words import (
    ADVERBS,
    AFTER_INVERSION,
    AFTER_PARTICIPLE,
    ALSO_NOUNS,
    INVERTING,
    OBJECT_STARTS,
    OF_PAPERS,
    PAPERS,
    PARTICIPLES,
    PASSIVE_BEFORE,
    PRONOUNS,
    ROLES,
    SAYING,
    WITH_AT,
)
from models.domain.time.tokens import Tokens
from models.domain.time.words import WEEKDAYS

#: What stands before an inverted verb: the comma or the marks that end what is said.
_BEFORE_INVERSION = frozenset((",", "”", '"', "’", "'", "»", "?", "!", "—", "–"))
_PHRASES = {("according", "to"): 2, ("citing",): 1, ("quoting",): 1, ("in", "the", "words", "of"): 4}
_VERBS = SAYING | WITH_AT | OF_PAPERS
_PHRASE_HEADS = {words[0] for words in _PHRASES}


def find_sources(sentence: str, claim: Span | None = None) -> list[Source]:
    """Find who speaks in *sentence*, in order: the longest noun phrase that names the speaker, with role.

    ``cue`` is the verb of saying, or "according to"; None in a headline that ends in ": UN". ``quoted``
    tells whether *claim* (a span of the sentence) stands in quotation marks; without a claim, whether the
    sentence quotes more than two words. Verbs inside quotation marks are no cues. Linear in the sentence.
    """
    tokens = Tokens(sentence)
    inside = quotations(sentence)
    if claim is not None:
        quoted = is_quoted(sentence, claim.start, claim.end)
    else:
        quoted = any(len(sentence[a:b].split()) > 2 for a, b in inside)
    sources: list[Source] = []
    taken = 0
    for i in range(len(tokens)):
        found = _source_at(tokens, i)
        if found is None or found[0][0] < taken:
            continue
        (begin, end), cue = found
        behind = bisect(inside, (tokens.starts[i], len(sentence)))
        if behind and tokens.starts[i] < inside[behind - 1][1]:
            continue
        taken = max(end, i + 1)
        span = Span.of(sentence, tokens.starts[begin], tokens.ends[end - 1])
        sources.append(Source(span, sentence[tokens.starts[cue[0]] : tokens.ends[cue[1] - 1]], quoted))
    headline = _after_colon(tokens) if not sources else None
    if headline is not None:
        begin, end = headline
        span = Span.of(sentence, tokens.starts[begin], tokens.ends[end - 1])
        sources.append(Source(span, None, quoted))
    return sources


def _after_colon(tokens: Tokens) -> Range | None:
    """Read the speaker that closes a headline: "900 dead in floods: UN"."""
    end = len(tokens)
    begin = next((i for i in range(end - 1, max(end - 6, 1), -1) if tokens.word(i - 1) == ":"), None)
    if begin is None or any(not word.isalpha() for word in tokens.words[begin:end]):
        return None
    named = all(tokens.raw[i][0].isupper() or tokens.word(i) in ROLES for i in range(begin, end))
    sure = any(tokens.word(i) in ROLES or tokens.raw[i].isupper() for i in range(begin, end))
    return (begin, end) if named and sure else None


def source_of(sources: list[Source], sentence: str, claim: Span) -> Source | None:
    """Return which of a sentence's *sources* states *claim*: one of its own clause, the nearest before first.

    Clauses end at ";" ("Kyiv puts losses at 30,000; Moscow admits 1,351").
    """
    first = sentence.rfind(";", 0, claim.start) + 1
    last = sentence.find(";", claim.end)
    own = [s for s in sources if first <= s.span.start and (last < 0 or s.span.end <= last)]
    before = [s for s in own if s.span.end <= claim.start]
    return before[-1] if before else own[0] if own else None


def _source_at(tokens: Tokens, i: int) -> tuple[Range, Range] | None:
    """Return the speaker and the cue where a cue begins at token *i*."""
    word = tokens.word(i)
    if word in _PHRASE_HEADS:
        for words, length in _PHRASES.items():
            if tokens.has(i, *words):
                speaker = phrase_after(tokens, i + length)
                return (speaker, (i, i + length)) if speaker else None
    if not tokens.raw[i].islower() or word not in _VERBS:
        return None
    if tokens.word(i - 1) in PASSIVE_BEFORE:
        return _quoted_as_saying(tokens, i)
    speaker = _inverted(tokens, i) or _subject(tokens, i)
    return (speaker, (i, i + 1)) if speaker else None


def _quoted_as_saying(tokens: Tokens, i: int) -> tuple[Range, Range] | None:
    """Read "was quoted as saying"; other passives name no speaker."""
    if not tokens.has(i, "quoted") or tokens.word(i + 1) not in ("as", "by"):
        return None
    speaker = phrase_before(tokens, i - 1)
    return (speaker, (i, i + (3 if tokens.word(i + 2) == "saying" else 1))) if speaker else None


def _inverted(tokens: Tokens, i: int) -> Range | None:
    """Read ", said Health Minister X"."""
    if tokens.word(i) not in INVERTING or (i > 0 and tokens.word(i - 1) not in _BEFORE_INVERSION):
        return None
    following = tokens.word(i + 1)
    if following in ("that", "it", "they", "he", "she", "there", "on", "in", "at", "to") or not following:
        return None
    speaker = phrase_after(tokens, i + 1) if i else None
    return speaker if speaker and _ends_speech(tokens, speaker[1]) else None


def _ends_speech(tokens: Tokens, i: int) -> bool:
    """Say whether what follows an inverted speaker can: "said the president had" is no inversion."""
    word = tokens.word(i)
    return not word.isalnum() or word in AFTER_INVERSION or word in ADVERBS or word in WEEKDAYS


def _subject(tokens: Tokens, i: int) -> Range | None:
    """Read "X said", "X puts losses at", "the report found"."""
    word = tokens.word(i)
    if i and tokens.word(i - 1) in (
        "to",
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "of",
        "this",
        "that",
    ):
        return None
    if word.startswith("claim") and {"lives", "life", "victims"} & set(tokens.words[i + 1 : i + 9]):
        return None
    if word in WITH_AT and not _puts_at(tokens, i + 1):
        return None
    speaker = phrase_before(tokens, i) or shared_subject(tokens, i)
    if speaker is None:
        return None
    words = set(tokens.words[speaker[0] : speaker[1]])
    if word in PARTICIPLES and tokens.word(i + 1) in AFTER_PARTICIPLE and not words & ROLES:
        return None
    if word in OF_PAPERS and not (words & PAPERS or (tokens.word(i + 1) == "that" and words & ROLES)):
        return None
    closes = tokens.word(speaker[0] - 1) == "," and not tokens.word(i + 1).isalnum()  # ", the UN estimates."
    if word in ALSO_NOUNS and not (closes or words & (ROLES | PRONOUNS) or _takes_object(tokens, i + 1)):
        return None
    return speaker


def _puts_at(tokens: Tokens, i: int) -> bool:
    """Say whether "at", or "on" with a number, follows within ten words: "puts the toll at 12"."""
    return any(
        tokens.word(k) == "at" or (tokens.word(k) == "on" and tokens.word(k + 1).isdecimal())
        for k in range(i, i + 10)
    )


def _takes_object(tokens: Tokens, i: int) -> bool:
    """Say whether what a verb states begins at *i*: "that", an article, a name or a number."""
    word = tokens.word(i)
    return word in OBJECT_STARTS or word.isdecimal() or (i < len(tokens) and tokens.raw[i][0].isupper())
