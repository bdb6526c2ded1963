"""Which news agency an article credits with its story."""

import re

#: News agencies by the names that credit lines and speakers give them, each with the name to show.
AGENCIES = {
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "associated press": "AP",
    "ap": "AP",
    "agence france presse": "AFP",
    "afp": "AFP",
    "deutsche presse agentur": "dpa",
    "dpa": "dpa",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "ukrinform": "Ukrinform",
    "anadolu": "Anadolu",
    "ansa": "ANSA",
    "efe": "EFE",
    "kyodo": "Kyodo",
    "jiji press": "Jiji",
    "yonhap": "Yonhap",
    "press trust of india": "PTI",
    "pti": "PTI",
    "asian news international": "ANI",
    "ani": "ANI",
    "bernama": "Bernama",
    "antara": "Antara",
    "united press international": "UPI",
    "upi": "UPI",
    "press association": "PA",
    "pa media": "PA",
    "belga": "Belga",
    "saudi press agency": "SPA",
    "irna": "IRNA",
    "sana": "SANA",
    "wafa": "WAFA",
}
#: A credit stands at either end of an article, within so many characters.
EDGE = 300
_NAMES = "|".join(sorted((name.replace(" ", r"[\s-]+") for name in AGENCIES), key=len, reverse=True))
_CREDIT = re.compile(
    rf"""(?:[(\[]\s*(?:with\s+inputs?\s+from\s+)?      # (Reuters)
        |©\s*(?:20\d\d\s+)?(?:the\s+)?                 # © 2024 AFP
        |(?:^|\n)\s*(?:by|source|via|from)\b:?\s+(?:the\s+)?  # By Reuters, Source: AP
        |[-–—]{{1,2}}\s*(?=\S+\s*$)                    # — AFP, as the last word
        |\bsource:\s+(?:the\s+)?
        )({_NAMES})\b""",
    re.IGNORECASE | re.VERBOSE,
)
_REPORTING = re.compile(rf"\b({_NAMES})\s+(?:contributed|news agency)\b", re.IGNORECASE)


def credit_of(text: str) -> str | None:
    """Return the agency that an article's opening or end credits, by the name to show; None without one."""
    edges = (text,) if len(text) <= 2 * EDGE else (text[:EDGE], text[-EDGE:])
    for edge in edges:
        found = _CREDIT.search(edge) or _REPORTING.search(edge)
        if found:
            return agency_named(found.group(1))
    return None


def agency_named(name: str) -> str | None:
    """Return the agency that *name* is, by the name to show: "Agence France-Presse" is AFP."""
    words = re.findall(r"\w+", name.lower())
    folded = " ".join(word for word in words if word != "the")
    return AGENCIES.get(folded) or AGENCIES.get(folded.removesuffix(" news agency").removesuffix(" news"))
