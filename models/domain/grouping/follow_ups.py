"""Whether what came on a day follows an event rather than is one: "police on Tuesday arrested a man"."""

import re

from models.domain.grouping.events import kinds_of

_REACH_BACK, _REACH_ON = 300, 70
"""How many characters before a day its sentence is looked for, and how many after it its clause goes on."""

_FOLLOWS = re.compile(
    r"\b(?:arrest(?:s|ed|ing)?|charged|charges|accused|booked|custody|jailed|sentenced|convicted|pleaded|"
    r"appeared|court|trial|magistrates|inquest|hearing|jury|jurors|verdict|guilty|"
    r"met|meets|meetings?|marched|"
    r"named|identified|released|discharged|recovered|retrieved|found|"
    r"located|search(?:es|ed|ers|ing)?|rescuers?|rescue (?:work|crews|teams)|divers|crews|helicopters|"
    r"survivors|end(?:s|ed)|finished|reopen(?:s|ed)|opened|resumed|ran again|began|continued|"
    r"bur(?:y|ied)|funeral|mourn(?:s|ed|ers|ing)?|vigil|memorial|procession|remembered|bowed|coffins|"
    r"fined|filed|registered|offered|asked|promised|pledged|raised|visited|toured|inspectors|"
    r"investigators|condemned|called|urged|warned|declared|lists|listed|bulletin|stood|stands|rose|"
    r"rises|risen|climbed|reached|revised|lowered|corrected|counted|went home|repatriated)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|die[ds]?|dead|deaths?|lives|injur\w+|wound(?:s|ed|ing)|hurt|drown\w*|perish\w*|murder\w*|"
    r"fell|falls?|struck|hit|hits|rammed|ploughed|plowed|swept|broke|tore|trapped|buried|missing|vanished|"
    r"abduct\w+|kidnap\w*|spill\w*|leak\w*|poison\w*|stampede|crush|flee|fled)\b",
    re.IGNORECASE,
)
"""Words of what happens to people, where a sentence names no kind of event."""
_DIED = re.compile(
    r"\b(?:died|dies|succumbed|passed away|lost (?:his|her|their) (?:life|fight))\b", re.IGNORECASE
)
# One more victim who dies is no event: "died Monday, bringing the dead to two", "a man who was shot died".
_ONE_MORE = re.compile(
    r"\b(?:bring(?:s|ing)|brought|rais(?:es|ed|ing)|tak(?:es|ing)|took|lift(?:s|ing)|pushing|toll|"
    r"(?:second|third|fourth|fifth|sixth|another|more|last) (?:\w+ )?(?:person|people|man|woman|boy|girl|"
    r"victims?|teen\w*|child|student|patient|worker|body|bodies)|(?:who|that) (?:was|were|had been)|"
    r"of (?:his|her|their) (?:injuries|wounds|burns)|"
    r"(?:shot|wounded|hurt|injured|burned|stabbed|knifed) (?:in|by|as|when|on|during|outside))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:—–()]\s|\b(?:after|before|when|where|which|who|whose|while|as|since|that|and|but|killing|"
    r"leaving|in the killing)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")


def follows_event(text: str, start: int, end: int) -> bool:
    """Say whether the clause of *text* with the day at *start* to *end* tells of what follows an event.

    A sentence that names no event and harms nobody does: "the streets were opened on Saturday".
    """
    since = max(0, start - _REACH_BACK)
    first = max((match.end() for match in _SENTENCE_END.finditer(text, since, start)), default=since)
    stop = _SENTENCE_END.search(text, end)
    last = stop.start() if stop else len(text)
    if not kinds_of(text[first:last]) and not _HARM.search(text, first, last):
        return True
    begins = max((match.end() for match in _CLAUSE.finditer(text, first, start)), default=first)
    ends = _CLAUSE.search(text, end + 1)
    clause = text[begins : min(ends.start() if ends else len(text), last, end + _REACH_ON)]
    if _DIED.search(clause) and _ONE_MORE.search(text[first:last]):
        return True
    return _FOLLOWS.search(clause) is not None
