"""Which digits of other scripts stand for ASCII ones: full-width "１２３", Arabic-Indic "٣٠٠"."""

import re
import unicodedata

_FOREIGN = re.compile(r"[^\D0-9]")
# Separators between such digits: the Arabic decimal and thousands signs, the full-width stop and comma.
_SEPARATOR = re.compile(r"(?<=[0-9])[\u066b\u066c\uff0c\uff0e](?=[0-9])")
_SIGNS = {"\u066b": ".", "\u066c": ",", "\uff0c": ",", "\uff0e": "."}
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def with_plain_digits(text: str) -> str:
    """Return *text* with every decimal digit in ASCII; as long as before, so that offsets stay."""
    if text.isascii() or _FOREIGN.search(text) is None:
        return text
    plain = _FOREIGN.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    return _SEPARATOR.sub(lambda sign: _SIGNS[sign[0]], plain)


def power_of(raw: str) -> int | None:
    """Return the exponent that one or two raised digits write ("⁶" is 6), or None where they write none."""
    if not 0 < len(raw) < 3 or any(sign not in _RAISED for sign in raw):
        return None
    return int("".join(str(_RAISED.index(sign)) for sign in raw))
