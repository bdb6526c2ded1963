"""The weights of the facts by which figures are grouped; `python -m lab.fit_grouping` writes this file."""

MODEL = "claimbench-figures-0.2.0"
"""Written on every hint: what compared it."""

BIAS = -0.887
WEIGHTS = {
    "place_abroad": -4.593,
    "place_unknown": -0.111,
    "place_same": 1.531,
    "country_same": 2.432,
    "place_in_country": 0.638,
    "place_part": -0.647,
    "place_within": 2.543,
    "place_near": 0.532,
    "place_unlocated": -0.523,
    "place_other": -3.346,
    "event_unknown": 0.214,
    "event_same": -1.138,
    "event_kin": -0.234,
    "event_other": -2.962,
    "days_unknown": -1.000,
    "days_of_event": -2.387,
    "days_running": -2.227,
    "days": -1.565,
    "days_of_one_telling": 0.254,
    "happened_unknown": -0.500,
    "happened_apart": -0.201,
    "happened_same": 0.126,
    "same_day": -0.367,
    "days_of_two_events": -3.068,
    "population_same": -0.679,
    "population_wider": -1.085,
    "population_other": -0.905,
    "cosine": 6.671,
    "cosine_unknown": 5.500,
    "words": 1.072,
    "names": -1.292,
    "names_apart": -0.251,
    "telling": 10.992,
    "telling_unknown": 1.126,
    "value_same": -1.785,
    "value_telling": 1.321,
    "meets": 0.931,
    "rises": 1.348,
    "apart": -1.664,
    "place_part_apart": 0.815,
    "value_ratio": -2.275,
    "one_article": 0.460,
    "recalled": 5.004,
    "told_apart": -2.568,
    "one_sentence": -1.448,
}
SAME = 0.7
"""From this probability on a claim joins a figure."""
APART = 0.9
"""From this probability on one whose number conflicts with the figure's does: a false conflict costs more."""
