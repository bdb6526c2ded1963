"""The closed word lists of English time expressions."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _numbered(words: str, start: int = 0) -> dict[str, int]:
    """Number the words from *start* on; names joined by "/" share a number."""
    return {name: n for n, names in enumerate(words.split(), start) for name in names.split("/")}


MONTHS = _numbered(
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept "
    "october/oct november/nov december/dec",
    start=1,
)
# Also a verb, a name or an adjective: without a day, a year or a preposition they are no month.
AMBIGUOUS_MONTHS = _set("march may april june august")
MONTH_ABBREVIATIONS = _set("jan feb mar apr jun jul aug sep sept oct nov dec")

WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAY_ABBREVIATIONS = _numbered("mon tue/tues wed thu/thur/thurs fri sat sun")
# "Bloody Sunday" and the Sunday Times are names, no days.
NAMES_BEFORE_WEEKDAY = _set("black bloody good super ash palm holy maundy cyber giving sheffield")
NAMES_AFTER_WEEKDAY = _set("times telegraph mirror express herald post mail")

#: The first month of each season, north of the equator (meteorological seasons).
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
#: Month and day; None is Easter, which moves.
HOLIDAYS: dict[tuple[str, ...], tuple[int, int] | None] = {
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("boxing", "day"): (12, 26),
    ("new", "year", "'", "s", "eve"): (12, 31),
    ("new", "year", "’", "s", "eve"): (12, 31),
    ("new", "year", "'", "s", "day"): (1, 1),
    ("new", "year", "’", "s", "day"): (1, 1),
    ("new", "year"): (1, 1),
    ("easter", "sunday"): None,
    ("christmas",): (12, 25),
    ("easter",): None,
}


def _read_units(table: str) -> dict[str, str]:
    return {name: names.split("/")[0] for names in table.split() for name in names.split("/")}


UNITS = _read_units(
    "hour/hours/hrs/minute/minutes day/days/night/nights week/weeks fortnight month/months quarter/quarters "
    "year/years decade/decades century/centuries"
)
CALENDAR_UNITS = _set("week month quarter year decade century")

NUMBERS = _numbered(
    "a/an/one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
    start=1,
) | {tens: 10 * n for tens, n in _numbered("thirty forty fifty sixty seventy eighty ninety", start=3).items()}
TENS = _set("twenty thirty forty fifty sixty seventy eighty ninety")
VAGUE_AMOUNTS = _set("few several many recent")

ORDINALS = _numbered(
    "first/opening second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    start=1,
) | {"last": -1, "final": -1, "closing": -1}

WHICH = {
    "last": "last",
    "previous": "last",
    "past": "past",
    "this": "this",
    "current": "this",
    "next": "next",
    "coming": "next",
    "following": "next",
    "upcoming": "next",
}
PARTS_OF_DAY = _set("morning afternoon evening night noon midday midnight lunchtime")
THIRDS = {"early": "early", "mid": "mid", "late": "late"}
EDGES = {"start": "start", "beginning": "start", "turn": "start", "end": "end", "close": "end"}

# Words before a bare year or an ambiguous month that show it is one.
CUES_BEFORE_YEAR = _set(
    "in since by until till during of from before after early late mid through throughout to between around "
    "circa for than year as"
)
CUES_BEFORE_DATE = CUES_BEFORE_YEAR | _set("last next this past on about or and")
# What a four-digit number counts when these words follow it: no year.
COUNTED_AFTER_YEAR = _set(
    "people men women children homes houses cases deaths votes soldiers troops civilians families points "
    "metres meters feet miles km kilometres kilometers kg tonnes tons dollars euros pounds workers jobs "
    "students hours percent per of million billion thousand more others"
)

FUTURE_CUES = _set("will shall wo ll scheduled expected planned plans plan aims upcoming going")
PAST_CUES = _set(
    "said told says was were had did has have announced reported took began came went hit left rose fell met "
    "held won lost made got found fled shot sent gave saw broke became grew led fought struck spoke wrote "
    "put caught brought stood sank died hurt ran drove drew felt heard kept paid sold threw blew bought "
    "built shut burst lost"
)
#: What "due to" stands before when it looks ahead ("due to open"); before a noun it gives a cause.
DUE_VERBS = _set(
    "be open start begin meet vote arrive leave hold take end expire return appear visit face play publish "
    "report speak close launch go decide rule sign run stand attend give make receive step travel join "
    "resume finish come last continue become get host move retire testify land depart enter reopen announce "
    "present deliver complete"
)
