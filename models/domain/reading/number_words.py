"""Which words are numbers, how large, and which words multiply them.

The grammar over these words is our own (numerals.py) rather than text2num's: a reading needs the exact span
of each number, the place of its last digit for the precision, mixed forms ("two and a half million",
"1.2 million", "half a dozen") and no rewriting of the sentence, and it has about 50 microseconds for it.
"""

from decimal import Decimal

from models.domain.reading.word_lists import words_of

ONES: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip

# Words that multiply the number before them. Short scale throughout, as English news has it.
SCALES: dict[str, Decimal] = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "quadrillion": Decimal(10**15),
    "lakh": Decimal(10**5),
    "lakhs": Decimal(10**5),
    "lac": Decimal(10**5),
    "lacs": Decimal(10**5),
    "crore": Decimal(10**7),
    "crores": Decimal(10**7),
    "dozen": Decimal(12),
}
# Short forms, read only right behind digits ("1.5m", "20 bn", "$3 tn").
SHORT_SCALES: dict[str, Decimal] = {
    "k": Decimal(1000),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mio": Decimal(10**6),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
    "tln": Decimal(10**12),
    "cr": Decimal(10**7),
}
# Short forms that are units or letters elsewhere: they need a currency sign or a counted noun beside them.
DOUBTFUL_SCALES: dict[str, Decimal] = {
    "m": Decimal(10**6),
    "mil": Decimal(10**6),
    "mm": Decimal(10**6),
    "b": Decimal(10**9),
    "t": Decimal(10**12),
}
PLURAL_SCALES: dict[str, Decimal] = {
    "dozens": Decimal(12),
    "scores": Decimal(20),
    "tens": Decimal(10),
    "hundreds": Decimal(100),
    "thousands": Decimal(1000),
    "millions": Decimal(10**6),
    "billions": Decimal(10**9),
    "trillions": Decimal(10**12),
    "lakhs": Decimal(10**5),
    "crores": Decimal(10**7),
}
# Denominators; "half" and "quarter" have their own plurals.
FRACTION_PARTS: dict[str, int] = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8,
    "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100,
    "hundredths": 100, "thousandth": 1000, "thousandths": 1000,
}  # fmt: skip
FRACTION_SIGNS: dict[str, Decimal] = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal("0.333"),
    "⅔": Decimal("0.667"), "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"), "⅕": Decimal("0.2"), "⅖": Decimal("0.4"), "⅗": Decimal("0.6"), "⅘": Decimal("0.8"),
}  # fmt: skip

NUMBER_WORDS = frozenset([*ONES, *TENS])
# Any of these words, or a digit, must be in a sentence that holds a quantity.
TRIGGERS = frozenset([*NUMBER_WORDS, *SCALES, *PLURAL_SCALES, *FRACTION_PARTS, *FRACTION_SIGNS]) | words_of(
    """
    several few twice year hour month week mile day decade century minute handful couple no none nobody
    noone not without single tenfold twofold threefold fourfold fivefold sixfold sevenfold eightfold
    ninefold twentyfold hundredfold thousandfold
    """
)
