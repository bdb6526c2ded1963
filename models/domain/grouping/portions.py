"""Which group among those counted a number is told of, where a verb stands between the two."""

import re

_MANY = r"(?:people|persons|bodies|victims|dead|killed|injured|wounded|casualties|fatalities)"
_GROUP = (
    r"(?P<children>(?:small |young )?(?:children|minors|girls|boys|teenagers|infants)|"
    r"(?:under|below) (?:the age of )?(?:1\d|\w+teen)|(?:aged )?younger than)|"
    r"(?P<women>women|female|mothers)|"
    r"(?P<some>(?:members|citizens|nationals|residents|employees) of|from [A-Z]|male|foreign\w*|tourists|"
    r"(?:police )?officers|policemen|soldiers|civilians|"
    r"paramedics|firefighters|rescuers|students|pupils|crew)"
)
# "Three of them are children", "18 are those of children", "23 were members of the security forces".
_IS_GROUP = re.compile(
    rf"^\s*(?:{_MANY} )?(?:of (?:them|the|those|these)(?: {_MANY})?,? )?(?:is|are|was|were|being)"
    rf"(?: also| all)?(?: those of| that of)? (?:{_GROUP})\b"
)
_ALL = re.compile(r"\b(?:all|all of the|all the)\s*$", re.IGNORECASE)


def group_told(sentence: str, start: int, end: int) -> str | None:
    """Return which group ``sentence[start:end]`` is said to be: "children", "women", "part", or None.

    "Part" is one that the words tell without one of those nouns: three of a crew, five from Germany.
    """
    if _ALL.search(sentence[max(0, start - 12) : start]):
        return None
    match = _IS_GROUP.match(sentence[end : end + 80])
    if match is None:
        return None
    return next((name for name in ("children", "women") if match[name]), "part")
