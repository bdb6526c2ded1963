"""The weights of the facts by which figures are grouped; `python -m lab.fit_grouping` writes this file."""

MODEL = "claimbench-figures-0.1.0"
"""Written on every hint: what compared it."""

BIAS = -4.290
WEIGHTS = {
    "place_abroad": -4.419,
    "place_unknown": 0.213,
    "place_same": -0.113,
    "country_same": 1.101,
    "place_in_country": 0.842,
    "place_part": -0.980,
    "place_within": 1.300,
    "place_other": 0.085,
    "event_unknown": 0.356,
    "event_same": 0.341,
    "event_kin": 0.400,
    "event_other": -4.000,
    "days_unknown": -1.000,
    "days_of_event": -1.738,
    "days": -0.924,
    "same_day": 1.135,
    "population_same": 0.519,
    "population_wider": -0.718,
    "population_other": -0.891,
    "cosine": 5.358,
    "cosine_unknown": 3.000,
    "words": 1.905,
    "names": 0.586,
    "value_same": 0.292,
    "value_ratio": -1.236,
    "one_article": 0.191,
    "recalled": 5.000,
    "told_apart": -2.730,
    "one_sentence": -2.255,
}
SAME = 0.75
"""From this probability on a claim joins a figure."""
