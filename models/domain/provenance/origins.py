"""What each telling of a figure goes back to: a speaker, an agency, the text it carries, or its publisher."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from models.domain.provenance.copies import group_copies
from models.domain.provenance.credits import agency_named
from models.domain.provenance.speakers import Voice, acronym_of, voice_of
from models.domain.provenance.telling import Telling


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a telling's number comes from; tellings with one ``key`` have one source.

    ``kind`` is "speaker", "agency" or "publisher". ``is_direct`` is False where only another telling, of
    the same article or text, names the source.
    """

    key: str
    kind: str
    name: str
    voice: Voice | None = None
    is_direct: bool = True


def origins_of(tellings: Sequence[Telling]) -> list[Origin]:
    """Return the origin of each telling; they stand in the order in which they were published."""
    text_of = group_copies([telling.mark for telling in tellings])
    texts = [_article_key(telling, first) for telling, first in zip(tellings, text_of, strict=True)]
    voices = _voices(tellings, texts)
    keys = _keys_by_country(voices)
    named: list[Origin | None] = [
        None if voice is None or key is None else Origin(key, _kind(key), _shown(voice), voice)
        for voice, key in zip(voices, keys, strict=True)
    ]
    in_article = _first_named(((t.article_id, o) for t, o in zip(tellings, named, strict=True)))
    in_text = _first_named(zip(texts, named, strict=True))
    by_text: dict[Hashable, Origin] = {}
    found = []
    for telling, text, own in zip(tellings, texts, named, strict=True):
        beside = in_article.get(telling.article_id) if telling.article_id is not None else None
        shared = own or beside or in_text.get(text) or by_text.get(text)
        if shared is None:
            shared = by_text[text] = _unnamed(telling, tellings, texts, text)
            found.append(shared)
        else:
            found.append(shared if own else replace(shared, is_direct=False))
    return found


def _article_key(telling: Telling, first: int) -> Hashable:
    """Return what the telling's text is called: one without a text is like no other."""
    return ("text", first) if telling.mark is not None else ("telling", telling.id)


def _kind(key: str) -> str:
    return "agency" if key.startswith("agency:") else "speaker"


def _shown(voice: Voice) -> str:
    first, _, rest = voice.name.partition(" ")
    return rest if first in ("a", "an", "A", "An") and rest else voice.name


def _first_named(pairs: Iterable[tuple[Hashable, Origin | None]]) -> dict[Hashable, Origin]:
    """Return the first origin that is named beside each key."""
    first: dict[Hashable, Origin] = {}
    for key, origin in pairs:
        if origin is not None:
            first.setdefault(key, origin)
    return first


def _unnamed(
    telling: Telling, tellings: Sequence[Telling], texts: Sequence[Hashable], text: Hashable
) -> Origin:
    """Return the origin of a text in which nobody is named: its agency, else who published it first."""
    copies = [one for one, of in zip(tellings, texts, strict=True) if of == text]
    for copy in copies:
        agency = (copy.mark.credit if copy.mark else None) or agency_named(copy.source_name or "")
        if agency is not None:
            return Origin(f"agency:{agency}", "agency", agency)
    publisher = telling.source_name or telling.host
    if publisher is None:
        return Origin(
            f"alone:{telling.article_id}:{telling.id}", "publisher", "an article without a publisher"
        )
    return Origin(f"publisher:{' '.join(publisher.lower().split())}", "publisher", publisher)


def _voices(tellings: Sequence[Telling], texts: Sequence[Hashable]) -> list[Voice | None]:
    """Read every speaker, and let those named in full explain "the agency", surnames and initials."""
    read = [voice_of(telling.speaker) if telling.speaker else None for telling in tellings]
    by_person: defaultdict[str, set[Voice]] = defaultdict(set)
    by_initials: defaultdict[str, set[Voice]] = defaultdict(set)
    for voice in read:
        if voice is None or voice.body is not None:
            continue
        for person in voice.people:
            by_person[person].add(voice)
            by_person[person.rsplit(" ", 1)[-1]].add(voice)
        if " " in voice.name:
            by_initials[acronym_of(voice.name)].add(voice)
    explained: list[Voice | None] = []
    for index, voice in enumerate(read):
        if voice is None:
            explained.append(None)
        elif voice.body is not None:
            explained.append(_with_body(voice, index, tellings, texts, read))
        elif voice.key.startswith("name:"):
            known = by_person[voice.key.removeprefix("name:")] | by_initials[voice.name]
            explained.append(_only(voice, known))
        else:
            explained.append(voice)
    return explained


def _only(voice: Voice, known: set[Voice]) -> Voice:
    """Return the one voice that a name can be: an office before another name; itself where several fit."""
    others = {one.key: one for one in known if one.key != voice.key and not one.key.startswith("name:")}
    others = others or {
        one.key: one for one in known if one.key != voice.key and len(one.name) > len(voice.name)
    }
    return next(iter(others.values())) if len(others) == 1 else voice


def _with_body(
    voice: Voice, index: int, tellings: Sequence[Telling], texts: Sequence[Hashable], read: list[Voice | None]
) -> Voice | None:
    """Explain "the agency" by who is named so nearest: in the article, in its copies, in all tellings."""
    article_id = tellings[index].article_id
    rings = (
        (other for other, telling in enumerate(tellings) if telling.article_id == article_id),
        (other for other, text in enumerate(texts) if text == texts[index]),
        range(len(tellings)),
    )
    for ring in rings:
        fits = {
            one.key: one
            for other in ring
            if (one := read[other]) is not None and one.body is None and _has_body(one, voice.body or "")
        }
        if len(fits) == 1:
            return next(iter(fits.values()))
    return None


def _has_body(voice: Voice, body: str) -> bool:
    is_ministers = body == "ministry" and voice.key.endswith(" ministry")
    return is_ministers or body in voice.name.lower().split()


def _keys_by_country(voices: Sequence[Voice | None]) -> list[str | None]:
    """Part voices of one key whose countries differ; one that names no country goes with the only other."""
    countries: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for voice in voices:
        if voice is not None and voice.countries:
            apart = countries[voice.key]
            meeting = [one for one in apart if one & voice.countries]
            countries[voice.key] = [one for one in apart if not one & voice.countries]
            countries[voice.key].append(voice.countries.union(*meeting))

    def key(voice: Voice | None) -> str | None:
        if voice is None:
            return None
        apart = countries[voice.key]
        own = apart[0] if len(apart) == 1 else next((one for one in apart if one & voice.countries), None)
        return f"{voice.key}@{'+'.join(sorted(own))}" if own else voice.key

    return [key(voice) for voice in voices]
