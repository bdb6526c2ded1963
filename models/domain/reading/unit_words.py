"""Which words measure, by the field's usual name of their unit and the dimension they measure."""

from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Dimension

# unit: dimension, the words for it (plurals with s are made), the short forms.
_TABLE: tuple[tuple[str, Dimension, str, str], ...] = (
    ("kilometre", Dimension.LENGTH, "kilometre kilometer", "km kms"),
    ("metre", Dimension.LENGTH, "metre meter", "m"),
    ("centimetre", Dimension.LENGTH, "centimetre centimeter", "cm cms"),
    ("millimetre", Dimension.LENGTH, "millimetre millimeter", "mm"),
    ("nanometre", Dimension.LENGTH, "nanometre nanometer", "nm"),
    ("micrometre", Dimension.LENGTH, "micrometre micrometer micron", ""),
    ("mile", Dimension.LENGTH, "mile", "mi"),
    ("nautical_mile", Dimension.LENGTH, "", "nmi"),
    ("yard", Dimension.LENGTH, "yard", "yd yds"),
    ("foot", Dimension.LENGTH, "foot feet", "ft"),
    ("inch", Dimension.LENGTH, "inch inches", ""),
    ("light_year", Dimension.LENGTH, "lightyear", ""),
    ("hectare", Dimension.AREA, "hectare", "ha"),
    ("acre", Dimension.AREA, "acre", ""),
    ("square_kilometre", Dimension.AREA, "", "km² km2 sqkm"),
    ("square_metre", Dimension.AREA, "", "m² m2 sqm"),
    ("tonne", Dimension.MASS, "tonne", "t mt"),
    ("ton", Dimension.MASS, "ton", ""),
    ("kilogram", Dimension.MASS, "kilogram kilogramme kilo", "kg kgs"),
    ("gram", Dimension.MASS, "gram gramme", "g"),
    ("milligram", Dimension.MASS, "milligram", "mg"),
    ("microgram", Dimension.MASS, "microgram", "µg μg"),
    ("pound", Dimension.MASS, "", "lb lbs"),
    ("ounce", Dimension.MASS, "ounce", "oz"),
    ("stone", Dimension.MASS, "", "st"),
    ("litre", Dimension.VOLUME, "litre liter", "l"),
    ("centilitre", Dimension.VOLUME, "centilitre centiliter", "cl"),
    ("teaspoon", Dimension.VOLUME, "teaspoon", "tsp"),
    ("tablespoon", Dimension.VOLUME, "tablespoon", "tbsp"),
    ("millilitre", Dimension.VOLUME, "millilitre milliliter", "ml"),
    ("gallon", Dimension.VOLUME, "gallon", "gal"),
    ("quintal", Dimension.MASS, "quintal", ""),
    ("barrel", Dimension.VOLUME, "barrel", "bbl bbls"),
    ("pint", Dimension.VOLUME, "pint", ""),
    ("cubic_metre", Dimension.VOLUME, "", "m³ m3"),
    ("second", Dimension.TIME, "second", "sec secs"),
    ("minute", Dimension.TIME, "minute", "min mins"),
    ("hour", Dimension.TIME, "hour", "hr hrs"),
    ("day", Dimension.TIME, "day", ""),
    ("week", Dimension.TIME, "week", "wk wks"),
    ("night", Dimension.TIME, "night", ""),
    ("fortnight", Dimension.TIME, "fortnight", ""),
    ("month", Dimension.TIME, "month", ""),
    ("year", Dimension.TIME, "year", "yr yrs"),
    ("decade", Dimension.TIME, "decade", ""),
    ("century", Dimension.TIME, "century centuries", ""),
    ("knot", Dimension.SPEED, "knot", ""),
    ("celsius", Dimension.TEMPERATURE, "celsius centigrade celcius", "°c ℃"),
    ("fahrenheit", Dimension.TEMPERATURE, "fahrenheit", "°f ℉"),
    ("kelvin", Dimension.TEMPERATURE, "kelvin", ""),
    ("watt", Dimension.OTHER, "watt", ""),
    ("kilowatt", Dimension.OTHER, "kilowatt", "kw"),
    ("megawatt", Dimension.OTHER, "megawatt", "mw"),
    ("gigawatt", Dimension.OTHER, "gigawatt", "gw"),
    ("watt_hour", Dimension.OTHER, "", "wh"),
    ("kilowatt_hour", Dimension.OTHER, "", "kwh"),
    ("megawatt_hour", Dimension.OTHER, "", "mwh"),
    ("gigawatt_hour", Dimension.OTHER, "", "gwh"),
    ("terawatt_hour", Dimension.OTHER, "", "twh"),
    ("joule", Dimension.OTHER, "joule", ""),
    ("megajoule", Dimension.OTHER, "megajoule", "mj"),
    ("volt", Dimension.OTHER, "volt", ""),
    ("kilovolt", Dimension.OTHER, "kilovolt", "kv"),
    ("ampere", Dimension.OTHER, "ampere amp", ""),
    ("newton", Dimension.OTHER, "newton", ""),
    ("hertz", Dimension.OTHER, "hertz", "hz"),
    ("kilohertz", Dimension.OTHER, "kilohertz", "khz"),
    ("megahertz", Dimension.OTHER, "megahertz", "mhz"),
    ("gigahertz", Dimension.OTHER, "gigahertz", "ghz"),
    ("byte", Dimension.OTHER, "byte", ""),
    ("kilobyte", Dimension.OTHER, "kilobyte", "kb"),
    ("megabyte", Dimension.OTHER, "megabyte", "mb"),
    ("gigabyte", Dimension.OTHER, "gigabyte", "gb"),
    ("terabyte", Dimension.OTHER, "terabyte", "tb"),
    ("petabyte", Dimension.OTHER, "petabyte", "pb"),
    ("exabyte", Dimension.OTHER, "exabyte", ""),
    ("decibel", Dimension.OTHER, "decibel", "db"),
    ("calorie", Dimension.OTHER, "calorie", ""),
    ("kilocalorie", Dimension.OTHER, "kilocalorie", "kcal"),
    ("carat", Dimension.MASS, "carat", ""),
    ("horsepower", Dimension.OTHER, "horsepower", "hp bhp"),
    ("megaton", Dimension.OTHER, "megaton", ""),
    ("kiloton", Dimension.OTHER, "kiloton", ""),
    ("hectopascal", Dimension.OTHER, "hectopascal", "hpa"),
    ("millibar", Dimension.OTHER, "millibar", ""),
    ("sievert", Dimension.OTHER, "sievert", ""),
    ("millisievert", Dimension.OTHER, "millisievert", "msv"),
    ("becquerel", Dimension.OTHER, "becquerel", ""),
    ("millisecond", Dimension.TIME, "millisecond", ""),
    ("microsecond", Dimension.TIME, "microsecond", ""),
    ("nanosecond", Dimension.TIME, "nanosecond", ""),
    ("bushel", Dimension.VOLUME, "bushel", ""),
    ("quart", Dimension.VOLUME, "quart", ""),
    ("gigaton", Dimension.OTHER, "gigaton", ""),
    ("gigatonne", Dimension.MASS, "gigatonne", ""),
    ("megatonne", Dimension.MASS, "megatonne", ""),
    ("kilotonne", Dimension.MASS, "kilotonne", ""),
    ("terawatt", Dimension.OTHER, "terawatt", "tw"),
    ("kilojoule", Dimension.OTHER, "kilojoule", "kj"),
    ("gigajoule", Dimension.OTHER, "gigajoule", "gj"),
    ("terahertz", Dimension.OTHER, "terahertz", "thz"),
    ("megapixel", Dimension.OTHER, "megapixel", ""),
    ("kilobit", Dimension.OTHER, "kilobit", ""),
    ("megabit", Dimension.OTHER, "megabit", ""),
    ("gigabit", Dimension.OTHER, "gigabit", ""),
    ("teraflop", Dimension.OTHER, "teraflop", ""),
    ("petaflop", Dimension.OTHER, "petaflop", ""),
    ("milliampere_hour", Dimension.OTHER, "", "mah"),
    ("electronvolt", Dimension.OTHER, "electronvolt", "ev"),
    ("teraelectronvolt", Dimension.OTHER, "", "tev"),
    ("gigaelectronvolt", Dimension.OTHER, "", "gev"),
    ("kilopascal", Dimension.OTHER, "kilopascal", "kpa"),
)
_RATES = {
    "mph": ("mile", "hour"), "kph": ("kilometre", "hour"), "kmh": ("kilometre", "hour"),
    "kmph": ("kilometre", "hour"), "bpd": ("barrel", "day"), "tpd": ("tonne", "day"),
    "rpm": ("revolution", "minute"),
    "mpg": ("mile", "gallon"), "psi": ("pound", "square_inch"), "kbps": ("kilobit", "second"),
    "mbps": ("megabit", "second"), "gbps": ("gigabit", "second"), "fps": ("frame", "second"),
}  # fmt: skip
# Two words and their unit.
_PAIRS: dict[tuple[str, str], str] = {
    ("nautical", "mile"): "nautical_mile", ("light", "year"): "light_year", ("metric", "ton"): "tonne",
    ("metric", "tonne"): "tonne", ("long", "ton"): "long_ton", ("short", "ton"): "ton",
    ("kilowatt", "hour"): "kilowatt_hour", ("megawatt", "hour"): "megawatt_hour", ("gigawatt", "hour"):
    "gigawatt_hour", ("terawatt", "hour"): "terawatt_hour", ("watt", "hour"): "watt_hour",
    ("astronomical", "unit"): "astronomical_unit", ("degree", "celsius"): "celsius",
    ("degree", "centigrade"): "celsius", ("degree", "c"): "celsius", ("degree", "fahrenheit"):
    "fahrenheit", ("degree", "farenheit"): "fahrenheit",
    ("degree", "celcius"): "celsius", ("degree", "f"): "fahrenheit",
    ("°", "c"): "celsius", ("°", "f"): "fahrenheit",
    ("º", "c"): "celsius", ("sea", "mile"): "nautical_mile", ("calendar", "day"): "day",
    ("working", "day"): "day", ("calendar", "month"): "month", ("troy", "ounce"): "troy_ounce",
    ("º", "f"): "fahrenheit", ("acre", "feet"): "acre_foot", ("acre", "foot"): "acre_foot",
    ("pound", "feet"): "pound_foot", ("pound", "foot"): "pound_foot", ("lb", "ft"): "pound_foot",
    ("foot", "pound"): "pound_foot", ("newton", "metre"): "newton_metre", ("newton", "meter"): "newton_metre",
    ("milliamp", "hour"): "milliampere_hour", ("amp", "hour"): "ampere_hour",
}  # fmt: skip
_EXTRA_DIMENSIONS = {
    "long_ton": Dimension.MASS,
    "troy_ounce": Dimension.MASS,
    "astronomical_unit": Dimension.LENGTH,
    "acre_foot": Dimension.VOLUME,
    **dict.fromkeys(("pound_foot", "newton_metre", "ampere_hour", "frame"), Dimension.OTHER),
    **dict.fromkeys(("percent", "percentage_point", "basis_point"), Dimension.SHARE),
    **dict.fromkeys(("revolution", "degree", "factor", "point", "magnitude"), Dimension.OTHER),
}
_RAISED = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_LENGTHS = frozenset(["kilometre", "metre", "centimetre", "mile", "yard", "foot", "inch", "millimetre"])


def _plurals(words: str) -> list[str]:
    return [
        form for word in words.split() for form in ((word,) if word in _IRREGULAR else (word, f"{word}s"))
    ]


_IRREGULAR = words_of(
    """
    foot feet inch inches century centuries celsius centigrade fahrenheit hertz horsepower
    """
)
WORDS: dict[str, str] = {form: unit for unit, _, long, _ in _TABLE for form in _plurals(long)}
ABBREVIATIONS: dict[str, str] = {form: unit for unit, _, _, short in _TABLE for form in short.split()}
DIMENSIONS: dict[str, Dimension] = {unit: dimension for unit, dimension, _, _ in _TABLE} | _EXTRA_DIMENSIONS
RATE_SHORT: dict[str, tuple[str, str]] = _RATES
TIME_UNITS = frozenset(unit for unit, dimension in DIMENSIONS.items() if dimension is Dimension.TIME)
# Read as a unit only with a plural, a hyphen, or the number one before them: "two second homes".
_NEEDS_PLURAL = words_of(
    """
    second night minute hour day week month year decade century yard
    """
)


def is_unit_word(word: str) -> bool:
    """Say whether *word* (in lower case) is the long name of a measuring unit."""
    return word in WORDS


def unit_at(words: list[str], at: int) -> tuple[str, int] | None:
    """Return the unit that the lower-case *words* name from *at* on, and the index behind it, or None."""
    word, after = words[at], words[at + 1]
    singular = word.removesuffix("s")
    joint = at + 2 if after == "-" else at + 1
    last = words[joint].removesuffix("s") if len(words[joint]) > 1 else words[joint]
    if (singular, last) in _PAIRS:
        return _PAIRS[singular, last], joint + 1
    if word in _RAISED:
        return _raised_unit(words, at)
    if word in WORDS:
        return WORDS[word], at + 1
    if word in ABBREVIATIONS:
        return ABBREVIATIONS[word], at + 1
    return None


def _raised_unit(words: list[str], at: int) -> tuple[str, int] | None:
    joint = at + 1 if words[at + 1] not in ("-", ".") else at + 2
    unit = WORDS.get(words[joint]) or ABBREVIATIONS.get(words[joint])
    if unit not in _LENGTHS:
        return None
    return f"{_RAISED[words[at]]}_{unit}", joint + 1


def dimension_of(unit: str) -> Dimension:
    """Return what *unit* measures; squares and cubes of a length are areas and volumes."""
    if unit.startswith("square_"):
        return Dimension.AREA
    if unit.startswith("cubic_"):
        return Dimension.VOLUME
    return DIMENSIONS.get(unit, Dimension.OTHER)


def needs_plural(word: str) -> bool:
    """Say whether the singular *word* measures only behind "one" or a hyphen."""
    return word in _NEEDS_PLURAL
