"""How long a document may be that is searched while somebody waits."""

#: Characters: some 40,000 words, a report of a hundred pages.
LONGEST_DOCUMENT = 250_000
