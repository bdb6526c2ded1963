"""What an article tells its readers about a bare "$", "Rs" or "kr", and when it was published."""

import re
from dataclasses import dataclass, field
from datetime import date

from models.domain.reading.currencies import CurrencyHint


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What stands outside the sentence: the article's currencies and its publication date."""

    currency: CurrencyHint = field(default_factory=CurrencyHint)
    published_on: date | None = None


# Marks that decide a family of currencies, per ISO code. A mark of another country of the family, or of the
# default itself ("US$"), speaks against: the most frequent one wins, the default wins ties.
_DOLLAR_MARKS: dict[str, str] = {
    "USD": r"US\$|U\.S\. dollars?|US dollars?|American dollars?|USD\b",
    "CAD": r"\bCA?\$|CAD\b|\bCanada's\b|\bOttawa\b|\bOntario\b|\bQuebec\b|\bAlberta\b|\bCanadian\b",
    "AUD": r"\bAU?\$|AUD\b|\bCanberra\b|\bAustralian\b|\bAustralia's\b|\bQueensland\b",
    "NZD": r"NZ\$|New Zealand dollars?|NZD\b|\bWellington\b|\bNew Zealand's?\b|\bAuckland\b",
    "HKD": r"HK\$|Hong Kong dollars?|HKD\b",
    "SGD": r"\bSG?\$|Singapore dollars?|SGD\b|\bSingaporean\b",
}
_RUPEE_MARKS = {
    "INR": r"₹|\bIndian?\b|\bDelhi\b|\bMumbai\b|\bcrore\b",
    "PKR": r"\bPKR\b|\bPakistani?\b|\bIslamabad\b|\bKarachi\b|\bLahore\b",
    "LKR": r"\bLKR\b|\bSri Lankan?\b|\bColombo\b",
    "NPR": r"\bNPR\b|\bNepal(?:i|ese)?\b|\bKathmandu\b",
}
_KRONE_MARKS = {
    "SEK": r"\bSEK\b|\bSw(?:eden|edish)\b|\bStockholm\b|kronor\b",
    "NOK": r"\bNOK\b|\bNorw(?:ay|egian)\b|\bOslo\b",
    "DKK": r"\bDKK\b|\bDenmark\b|\bDanish\b|\bCopenhagen\b",
    "ISK": r"\bISK\b|\bIceland(?:ic)?\b|\bReykjavik\b",
}
_POUND_MARKS = {
    "GBP": r"£|\bBritish\b|\bBritain\b|\bUK\b|\bLondon\b|sterling",
    "EGP": r"\bEgypt(?:ian)?\b|\bCairo\b|\bEGP\b",
    "LBP": r"\bLeban(?:on|ese)\b|\bBeirut\b|\bLBP\b",
    "SYP": r"\bSyrian?\b|\bDamascus\b|\bSYP\b",
    "SDG": r"\bSudan(?:ese)?\b|\bKhartoum\b|\bSDG\b",
}
_YEN_MARKS = {
    "JPY": r"\bJapan(?:ese)?\b|\bTokyo\b|\byen\b",
    "CNY": r"\bChin(?:a|ese)\b|\bBeijing\b|\byuan\b|\bRMB\b",
}
_HOME_COUNTS = 3  # a country must be named this often before its dollar displaces the US one


def read_context(text: str, published_on: date | None = None) -> ReadingContext:
    """Decide from the whole article what its ambiguous currency signs mean."""
    default = CurrencyHint()
    hint = CurrencyHint(
        dollar=_decide(text, _DOLLAR_MARKS, default.dollar)
        if "$" in text or "dollar" in text
        else default.dollar,
        rupee=_decide(text, _RUPEE_MARKS, default.rupee)
        if "Rs" in text or "rupee" in text
        else default.rupee,
        krone=_decide(text, _KRONE_MARKS, default.krone) if "kr" in text else default.krone,
        pound=_decide(text, _POUND_MARKS, default.pound) if "£" in text or "pound" in text else default.pound,
        yen=_decide(text, _YEN_MARKS, default.yen) if "¥" in text else default.yen,
    )
    return ReadingContext(hint, published_on)


def _decide(text: str, marks: dict[str, str], default: str) -> str:
    counts = {code: len(re.findall(pattern, text)) for code, pattern in marks.items()}
    best = max(counts, key=lambda code: (counts[code], code == default))
    needed = _HOME_COUNTS if marks is _DOLLAR_MARKS else 1
    return best if counts[best] >= needed and counts[best] > counts[default] else default
