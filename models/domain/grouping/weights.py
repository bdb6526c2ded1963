"""The weights of the facts by which figures are grouped; `python -m lab.fit_grouping` writes this file."""

MODEL = "claimbench-figures-0.1.0"
"""Written on every hint: what compared it."""

BIAS = -6.0
WEIGHTS = {
    "place_abroad": -6.0,
    "place_unknown": 0.3,
    "place_same": 1.6,
    "country_same": 0.8,
    "place_in_country": 0.9,
    "place_within": 1.3,
    "place_other": -1.6,
    "event_unknown": -0.2,
    "event_same": 0.8,
    "event_kin": 0.4,
    "event_other": -2.5,
    "days_unknown": -1.0,
    "days_of_event": -0.9,
    "days": -0.4,
    "same_day": 0.4,
    "population_same": 0.8,
    "population_wider": -0.6,
    "population_other": -3.0,
    "cosine": 6.0,
    "cosine_unknown": 3.0,
    "words": 3.0,
    "names": 2.0,
    "value_same": 1.5,
    "value_ratio": -0.4,
    "one_article": -0.3,
    "recalled": 5.0,
    "told_apart": -3.0,
    "one_sentence": -2.0,
}
SAME = 0.5
"""From this probability on a claim joins a figure."""
