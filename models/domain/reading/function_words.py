"""Which small words stand around nouns and verbs: auxiliaries, prepositions, verbs that end a phrase."""

from models.domain.reading.word_lists import words_of

AUXILIARIES = words_of(
    """
    was were is are am be been being has have had having will would can could may might shall should must
    do does did
    """
)
PREPOSITIONS = words_of(
    """
    of to from by with without in on at for into onto over under after before since until till during
    through throughout across against between among amid along around near off up down out about than as
    per via versus toward towards upon within beyond behind below above despite including excluding plus
    minus like
    """
)
ARTICLES = words_of(
    """
    the a an this that these those his her its their our your my all both each every
    """
)
