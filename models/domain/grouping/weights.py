"""The weights of the facts by which figures are grouped; `python -m lab.fit_grouping` writes this file."""

MODEL = "claimbench-figures-0.2.0"
"""Written on every hint: what compared it."""

BIAS = -2.807
WEIGHTS = {
    "place_abroad": -3.439,
    "place_unknown": -0.061,
    "place_same": 1.064,
    "country_same": 1.618,
    "place_in_country": 0.679,
    "place_part": -0.809,
    "place_within": 1.777,
    "place_near": 0.761,
    "place_unlocated": -1.120,
    "place_other": -2.172,
    "event_unknown": 0.832,
    "event_same": -0.180,
    "event_kin": 0.400,
    "event_other": -4.000,
    "days_unknown": -1.000,
    "days_of_event": -1.829,
    "days": -1.148,
    "same_day": 1.462,
    "days_of_two_events": -2.129,
    "population_same": 0.498,
    "population_wider": -0.657,
    "population_other": -0.960,
    "cosine": 5.935,
    "cosine_unknown": 3.000,
    "words": 1.778,
    "names": -0.286,
    "names_apart": -0.150,
    "value_same": -0.707,
    "value_telling": 0.378,
    "meets": -0.219,
    "apart": -1.391,
    "place_part_apart": -0.681,
    "value_ratio": -1.731,
    "one_article": 0.379,
    "recalled": 5.001,
    "told_apart": -2.568,
    "one_sentence": -1.867,
}
SAME = 0.75
"""From this probability on a claim joins a figure."""
APART = 0.86
"""From this probability on one whose number conflicts with the figure's does: a false conflict costs more."""
