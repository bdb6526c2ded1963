"""Which words name months, weekdays and the prepositions that stand before a year."""

from models.domain.reading.word_lists import words_of

MONTHS = words_of(
    """
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec
    """
)
WEEKDAYS = words_of(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri
    """
)
SEASONS = words_of(
    """
    spring summer autumn fall winter early late mid year fiscal fy season christmas easter ramadan
    """
)
YEAR_BEFORE = words_of(
    """
    in since until till during before after by from through throughout of for the to early late mid circa
    ca around spring summer autumn winter fiscal fy year and or ( season its his her their this back
    between on our as into a an , / ; s 's christmas easter ramadan than
    """
)
# Where a year is certain whatever follows, but for a counted noun.
SURE_YEAR_BEFORE = words_of(
    """
    in since until till during before throughout early late mid spring summer autumn winter fiscal fy year
    ( season christmas easter ramadan back
    """
)
CLOCK_ZONES = words_of(
    """
    gmt utc est edt cst pst pdt bst cet cest ist msk local hours hrs
    """
)
