"""Which currency a sign, a code or a name beside a number means, as ISO 4217."""

from dataclasses import dataclass
from decimal import Decimal

from models.domain.reading.nouns import unit_of_noun
from models.domain.reading.tokens import Tokens
from models.domain.reading.unit_words import unit_at
from models.domain.reading.word_lists import words_of


@dataclass(frozen=True, slots=True)
class CurrencyHint:
    """What "$", "£", "Rs" and "kr" mean where nothing in the sentence says more."""

    dollar: str = "USD"
    pound: str = "GBP"
    rupee: str = "INR"
    krone: str = "SEK"
    yen: str = "JPY"


SIGNS: dict[str, str] = {
    "$": "dollar", "£": "pound", "€": "EUR", "¥": "yen", "₹": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW",
    "₪": "ILS", "₦": "NGN", "₺": "TRY", "₫": "VND", "₱": "PHP", "฿": "THB", "₡": "CRC", "₵": "GHS",
    "₸": "KZT", "₼": "AZN", "₾": "GEL", "₭": "LAK", "₮": "MNT", "₲": "PYG", "₿": "XBT", "＄": "dollar",
    "￥": "yen", "￡": "pound", "₨": "rupee", "元": "CNY", "円": "JPY",
}  # fmt: skip
# Letters that stand right before "$" or "£".
PREFIXES: dict[str, str] = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "c": "CAD", "ca": "CAD",
    "can": "CAD", "cdn": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD", "nt": "TWD",
    "r": "BRL", "mx": "MXN", "mex": "MXN", "tt": "TTD", "j": "JMD", "ec": "XCD", "bz": "BZD",
    "fj": "FJD", "z": "ZWL", "n": "NAD", "l": "LRD", "b": "BND", "ar": "ARS", "col": "COP",
    "clp": "CLP", "e": "EGP", "le": "EGP", "ir": "IEP",
}  # fmt: skip
_ALWAYS_PREFIXES = frozenset(["hk", "nz", "nt", "cdn", "aus"])  # no words of English
_ISO_CODES = words_of(
    """
    USD EUR GBP JPY CNY INR AUD CAD NZD HKD SGD TWD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN RUB UAH BYN
    KZT TRY ILS EGP ZAR NGN KES GHS ETB TZS UGX MAD TND DZD LYD SAR AED QAR KWD BHD OMR JOD LBP SYP IQD
    IRR AFN PKR BDT LKR NPR MMK THB VND IDR MYR PHP KRW KPW BRL ARS CLP COP PEN MXN BOB PYG UYU VES CRC
    GTQ HNL NIO DOP HTG JMD TTD XOF XAF XDR RWF SDG SSP SOS YER ZMW MZN AOA GEL AMD AZN RSD ALL MKD BAM
    MDL MNT
    """
)
# Codes and short names that stand before the number as well as behind it.
CODES: dict[str, str] = {
    code.lower(): code
    for code in _ISO_CODES
    if code not in ("ALL", "TRY", "SOS", "TOP")  # words of English
} | {"rs": "rupee", "re": "rupee", "nrs": "NPR", "rmb": "CNY", "kr": "krone", "nkr": "NOK", "skr": "SEK",
     "dkr": "DKK", "ksh": "KES", "tk": "BDT", "rp": "IDR", "rm": "MYR", "sfr": "CHF", "fr": "CHF",
     "cfa": "XOF", "stg": "GBP", "php": "PHP", "ush": "UGX", "le": "EGP", "sh": "KES", "shs": "KES",
     "tsh": "TZS"}  # fmt: skip
_CODES_WRITTEN_SMALL = words_of(
    """
    rs kr tk rp ksh ush tsh sh shs sfr nrs nkr skr dkr rmb usd eur gbp jpy cny inr aud chf nzd hkd sgd rub uah
    """
)
# Names behind the number: ISO code or a hint's field, and what one of them is worth of that currency.
_NAMES: dict[str, str] = {
    "dollar": "dollar", "buck": "dollar", "greenback": "USD", "euro": "EUR", "pound": "pound",
    "quid": "GBP", "sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupee": "rupee",
    "rouble": "RUB", "ruble": "RUB", "hryvnia": "UAH", "hryvnya": "UAH", "hryvnyas": "UAH",
    "shekel": "ILS", "lira": "TRY", "lire": "ITL", "franc": "CHF", "won": "KRW", "peso": "MXN",
    "real": "BRL", "rand": "ZAR", "naira": "NGN", "cedi": "GHS", "dirham": "AED", "riyal": "SAR",
    "rial": "IRR", "dinar": "IQD", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dong": "VND",
    "zloty": "PLN", "złoty": "PLN", "forint": "HUF", "koruna": "CZK", "krona": "SEK", "krone": "krone",
    "kroner": "krone", "kronor": "SEK", "lev": "BGN", "leva": "BGN", "leu": "RON", "lei": "RON",
    "taka": "BDT", "kyat": "MMK", "birr": "ETB", "tenge": "KZT", "som": "KGS", "manat": "AZN",
    "lari": "GEL", "dram": "AMD", "afghani": "AFN", "bolivar": "VES", "bolívar": "VES",
    "guarani": "PYG", "sol": "PEN", "soles": "PEN", "quetzal": "GTQ", "lempira": "HNL", "gourde": "HTG",
    "kwacha": "ZMW", "metical": "MZN", "pula": "BWP", "ariary": "MGA", "deutschmark": "DEM",
    "deutschemark": "DEM", "guilder": "NLG", "peseta": "ESP", "drachma": "GRD", "markka": "FIM",
    "schilling": "ATS", "reais": "BRL", "pengo": "HUP", "shilling": "KES", "bitcoin": "XBT",
    "tugrik": "MNT", "riel": "KHR", "kip": "LAK", "crown": "CZK", "eur": "EUR",
}  # fmt: skip
NAMES = _NAMES | {f"{name}s": unit for name, unit in _NAMES.items() if name[-1] != "s"} | {"cruzeiros": "BRC"}
CENTS: dict[str, str] = {
    "cent": "dollar", "cents": "dollar", "penny": "pound", "pence": "pound", "p": "pound", "¢": "dollar",
    "eurocents": "EUR", "kopecks": "RUB", "paise": "INR", "paisa": "INR",
}  # fmt: skip
# "won" the verb, "real" the adjective, "sol" the day: only directly behind a number and before no noun.
DOUBTFUL_NAMES = words_of(
    """
    won real reals sol crown crowns som buck lev dong kip pound
    """
)

_DOLLARS: dict[str, str] = {
    "american": "USD", "us": "USD", "u.s.": "USD", "canadian": "CAD", "australian": "AUD",
    "zealand": "NZD", "singapore": "SGD", "singaporean": "SGD", "taiwan": "TWD", "taiwanese": "TWD",
    "jamaican": "JMD", "fijian": "FJD", "fiji": "FJD", "namibian": "NAD", "zimbabwean": "ZWL",
    "zimbabwe": "ZWL", "liberian": "LRD", "barbadian": "BBD", "bahamian": "BSD", "brunei": "BND",
    "guyanese": "GYD", "guyana": "GYD", "caribbean": "XCD", "bermudian": "BMD", "belize": "BZD",
    "kong": "HKD", "trinidad": "TTD",
}  # fmt: skip
_BY_NATION: dict[str, dict[str, str]] = {
    "dollar": _DOLLARS,
    "pound": {"british": "GBP", "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP", "sudanese": "SDG",
              "cypriot": "CYP", "sterling": "GBP", "irish": "IEP", "sudan": "SDG"},
    "rupee": {"indian": "INR", "pakistani": "PKR", "pakistan": "PKR", "lankan": "LKR", "nepali": "NPR",
              "nepalese": "NPR", "mauritian": "MUR", "seychelles": "SCR"},
    "krone": {"danish": "DKK", "norwegian": "NOK", "swedish": "SEK", "icelandic": "ISK", "faroese": "DKK"},
    "SEK": {"icelandic": "ISK", "swedish": "SEK"},
    "CZK": {"czech": "CZK", "swedish": "SEK", "danish": "DKK", "norwegian": "NOK", "slovak": "SKK"},
    "CHF": {"swiss": "CHF", "french": "FRF", "belgian": "BEF", "cfa": "XOF", "african": "XOF",
            "congolese": "CDF", "rwandan": "RWF", "burundian": "BIF", "guinean": "GNF", "djibouti": "DJF"},
    "MXN": {"mexican": "MXN", "philippine": "PHP", "colombian": "COP", "argentine": "ARS", "chilean": "CLP",
            "argentinian": "ARS", "cuban": "CUP", "dominican": "DOP", "uruguayan": "UYU"},
    "IQD": {"iraqi": "IQD", "kuwaiti": "KWD", "jordanian": "JOD", "libyan": "LYD", "tunisian": "TND",
            "algerian": "DZD", "bahraini": "BHD", "serbian": "RSD"},
    "AED": {"emirati": "AED", "uae": "AED", "moroccan": "MAD"},
    "SAR": {"saudi": "SAR", "qatari": "QAR"}, "IRR": {"iranian": "IRR", "omani": "OMR", "yemeni": "YER"},
    "KES": {"kenyan": "KES", "tanzanian": "TZS", "ugandan": "UGX", "somali": "SOS", "austrian": "ATS"},
    "TRY": {"turkish": "TRY", "italian": "ITL"}, "RUB": {"russian": "RUB", "belarusian": "BYN"},
    "KRW": {"korean": "KRW"}, "JPY": {"japanese": "JPY"}, "CNY": {"chinese": "CNY"},
    "ZAR": {"african": "ZAR"},
    "RON": {"romanian": "RON", "moldovan": "MDL"}, "BRL": {"brazilian": "BRL"}, "AZN": {"turkmen": "TMT"},
}  # fmt: skip
_NATION_WORDS = frozenset(word for table in _BY_NATION.values() for word in table) | {
    "finnish",
    "dutch",
    "spanish",
    "greek",
    "german",
    "hong",
    "new",
    "sri",
    "south",
}


@dataclass(frozen=True, slots=True)
class Money:
    """A currency beside a number: its code, the tokens that name it, and the worth of one named coin."""

    code: str
    first: int
    last: int
    worth: Decimal = Decimal(1)


def is_money_before(tokens: Tokens, at: int) -> bool:
    """Say whether a currency stands before the number at token *at*, or before the range that it ends."""
    for _ in range(3):
        before = at - 1
        if tokens.raw[before] in SIGNS or _is_code(tokens, before) or tokens.words[before] == "rs":
            return True
        if tokens.words[before] not in ("-", "–", "—", "to", "and", "or") or not tokens.is_numeral(
            before - 1
        ):
            return False
        at = before - 1
    return False


def _is_code(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if is_conference(tokens, at):
        return False
    return word in CODES and (tokens.raw[at].isupper() or word in _CODES_WRITTEN_SMALL)


def is_conference(tokens: Tokens, at: int) -> bool:
    """Say whether the token at *at* and the number behind it name a conference on the climate: "COP30"."""
    return tokens.raw[at] == "COP" and tokens.touch(at) and len(tokens.raw[at + 1]) == len("30")


def money_before(tokens: Tokens, at: int, hint: CurrencyHint) -> Money | None:
    """Return the currency written before the number at token *at* ("$", "US$", "EUR", "Rs."), or None."""
    before = at - 1
    if before < 0:
        return None
    if tokens.raw[before] in SIGNS:
        return _sign_before(tokens, before, hint)
    if tokens.raw[before] == "." and tokens.words[before - 1] in ("rs", "re", "kr", "nrs") and before > 0:
        before -= 1
    if _is_code(tokens, before) and (tokens.words[before] not in ("re", "le", "fr", "all")):
        base = CODES[tokens.words[before]]
        return Money(_nation_in(tokens, base, at) or _resolve(base, hint), before, at)
    return None


def _sign_before(tokens: Tokens, sign: int, hint: CurrencyHint) -> Money:
    code = SIGNS[tokens.raw[sign]]
    prefix = tokens.words[sign - 1] if sign else ""
    first = sign
    touches = sign > 0 and tokens.touch(sign - 1)
    if prefix == "." and touches and tokens.words[max(sign - 4, 0) : sign] == ["u", ".", "s", "."]:
        return Money("USD", sign - 4, sign + 1)
    is_apart = len(prefix) > 1 or (prefix == "c" and tokens.raw[sign - 2] != ".")  # "C $ 300"
    is_written = (
        prefix in _ALWAYS_PREFIXES
        or tokens.raw[sign - 1].isupper()
        or (tokens.raw[sign - 1].istitle() and len(prefix) == 3)
    )
    is_prefix = prefix in PREFIXES and is_written and (touches or is_apart)
    if code == "dollar" and is_prefix:
        code, first = PREFIXES[prefix], sign - 1
    elif code == "pound" and prefix in ("e", "le", "ir", "s") and touches:
        code, first = {"e": "EGP", "le": "EGP", "ir": "IEP", "s": "SYP"}[prefix], sign - 1
    elif prefix.upper() in CODES.values() and (
        tokens.raw[sign - 1].isupper() or (touches and len(prefix) == 3)
    ):
        code, first = prefix.upper(), sign - 1
    return Money(_resolve(code, hint), first, sign + 1)


def money_after(tokens: Tokens, at: int, hint: CurrencyHint) -> Money | None:
    """Return the currency written from token *at* on ("US dollars", "-euro", "kr", "pence"), or None."""
    first = at
    if tokens.words[at] == "-" and tokens.touch(at):
        at += 1
    nations = at
    while at < nations + 2 and tokens.words[at] in _NATION_WORDS:
        at += 1
    if tokens.words[nations : nations + 4] == ["u", ".", "s", "."]:
        at = nations + 4
    word = tokens.words[at]
    if word in NAMES and not _is_doubtful(tokens, at):
        base = NAMES[word]
        nation = tokens.words[at - 1] if at > nations else ""
        nation = "us" if nation == "." else nation
        code = _BY_NATION.get(base, {}).get(nation) or _nation_in(tokens, base, at) or _resolve(base, hint)
        last = at + 2 if word == "pounds" and tokens.words[at + 1] == "sterling" else at + 1
        return Money(code, first, last)
    if at != nations:
        return None
    if word in CENTS and (word != "p" or tokens.touch(at - 1)):
        return Money(_resolve(CENTS[word], hint), first, at + 1, Decimal("0.01"))
    if tokens.raw[at] in SIGNS:
        return Money(_resolve(SIGNS[tokens.raw[at]], hint), first, at + 1)
    if word in _MILLIONS and tokens.raw[at].isupper():
        return Money(_MILLIONS[word], first, at + 1, Decimal(1000000))
    if not _is_code(tokens, at):
        return None
    return Money(_nation_in(tokens, CODES[word], at) or _resolve(CODES[word], hint), first, at + 1)


# Banks write millions of a currency so: "30 MUSD".
_MILLIONS = {f"m{code}".lower(): code for code in ("USD", "EUR", "GBP", "SEK", "NOK", "DKK", "CHF", "AUD")}
# Countries and capitals beside the adjectives of _BY_NATION.
_COUNTRIES: dict[str, str] = {
    "india": "indian", "delhi": "indian", "mumbai": "indian", "britain": "british", "uk": "british",
    "london": "british", "mexico": "mexican", "switzerland": "swiss", "zurich": "swiss",
    "geneva": "swiss", "czech": "czech", "prague": "czech", "denmark": "danish", "copenhagen": "danish",
    "norway": "norwegian", "oslo": "norwegian", "sweden": "swedish", "stockholm": "swedish",
    "iceland": "icelandic", "reykjavik": "icelandic", "islamabad": "pakistan", "karachi": "pakistan",
    "lahore": "pakistan", "nepal": "nepali", "kathmandu": "nepali", "lanka": "lankan",
    "colombo": "lankan", "egypt": "egyptian", "cairo": "egyptian", "lebanon": "lebanese",
    "beirut": "lebanese", "syria": "syrian", "damascus": "syrian", "khartoum": "sudan", "iraq": "iraqi",
    "baghdad": "iraqi", "kuwait": "kuwaiti", "jordan": "jordanian", "amman": "jordanian",
    "libya": "libyan", "tripoli": "libyan", "tunisia": "tunisian", "tunis": "tunisian",
    "algeria": "algerian", "algiers": "algerian", "serbia": "serbian", "belgrade": "serbian",
    "philippines": "philippine", "manila": "philippine", "colombia": "colombian", "bogota": "colombian",
    "argentina": "argentine", "chile": "chilean", "cuba": "cuban", "havana": "cuban",
    "uruguay": "uruguayan", "kenya": "kenyan", "nairobi": "kenyan", "tanzania": "tanzanian",
    "uganda": "ugandan", "kampala": "ugandan", "somalia": "somali", "qatar": "qatari", "doha": "qatari",
    "oman": "omani", "yemen": "yemeni", "tehran": "iranian", "iran": "iranian", "morocco": "moroccan",
    "rabat": "moroccan", "rwanda": "rwandan", "congo": "congolese", "burundi": "burundian",
    "guinea": "guinean", "senegal": "cfa", "mali": "cfa", "niger": "cfa", "cameroon": "cfa",
    "chad": "cfa", "belarus": "belarusian", "minsk": "belarusian", "moldova": "moldovan",
    "mauritius": "mauritian",
}  # fmt: skip
# Currency names that many countries share; of the others only an adjective beside the name counts.
_SHARED_NAMES = words_of(
    """
    rupee krone pound MXN IQD CHF SAR IRR KES RON
    """
)


_NATION_REACH = 80  # tokens on either side that a country is looked for in


def _nation_in(tokens: Tokens, base: str, at: int) -> str | None:
    """Return the currency of the country named nearest before token *at*, or else behind it."""
    if base not in _SHARED_NAMES:
        return None
    nations = _BY_NATION[base]
    near = tokens.words[max(at - _NATION_REACH, 0) : at + 1]
    for word in (*near[::-1], *tokens.words[at + 1 : at + _NATION_REACH]):
        country = word.removesuffix("'s")
        code = nations.get(country) or nations.get(_COUNTRIES.get(country, ""))
        if code is not None:
            return code
    return None


def _is_doubtful(tokens: Tokens, at: int) -> bool:
    """Say whether the word is more likely another word of English ("three won", "10 real", "two crowns")."""
    word = tokens.words[at]
    if word in ("pound", "pounds"):
        weighs = not _WEIGHTS.isdisjoint(tokens.words[max(at - 8, 0) : at + 3])
        return (
            weighs
            or tokens.words[at + 1] == "of"
            or unit_at(tokens.words, at) is not None  # "258 pound-feet"
            or (tokens.words[at - 1] == "-" and _is_heavy(tokens, at + 1))
        )
    return word in DOUBTFUL_NAMES and tokens.words[at - 1] not in _LARGE


def _is_heavy(tokens: Tokens, at: int) -> bool:
    """Say whether the noun of "a 220-pound striker" has a weight rather than a price."""
    return tokens.words[at] in _HEAVY or unit_of_noun(tokens.words[at]) == "person"


_WEIGHTS = words_of(
    """
    weigh weighs weighed weighing weight heavier lighter heavy thrust overweight diet newborn baby babies
    """
)
_HEAVY = words_of(
    """
    bomb bombs man shell warhead weight bag bags gorilla block boulder payload bale tumour tumor fish baby
    dog device explosive bear shark alligator turkey pumpkin stone anchor engine satellite drone missile
    """
)  # fmt: skip
_LARGE = words_of(
    """
    million billion trillion thousand m bn tn trn mn k
    """
)


def _resolve(code: str, hint: CurrencyHint) -> str:
    match code:
        case "dollar":
            return hint.dollar
        case "pound":
            return hint.pound
        case "rupee":
            return hint.rupee
        case "krone":
            return hint.krone
        case "yen":
            return hint.yen
    return code
