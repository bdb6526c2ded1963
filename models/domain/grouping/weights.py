"""The weights of the facts by which figures are grouped; `python -m lab.fit_grouping` writes this file."""

MODEL = "claimbench-figures-0.2.0"
"""Written on every hint: what compared it."""

BIAS = -1.838
WEIGHTS = {
    "place_abroad": -4.854,
    "place_unknown": -0.833,
    "place_same": 2.187,
    "country_same": 2.507,
    "place_in_country": 0.062,
    "place_part": -0.662,
    "place_within": 2.513,
    "place_near": 0.971,
    "place_unlocated": -1.789,
    "place_other": -2.612,
    "event_unknown": 0.482,
    "event_same": -0.714,
    "event_kin": -0.213,
    "event_other": -4.013,
    "days_unknown": -1.000,
    "days_of_event": -2.081,
    "days_running": -2.106,
    "days": -1.418,
    "same_day": 1.107,
    "days_of_two_events": -2.854,
    "population_same": -0.205,
    "population_wider": -0.464,
    "population_other": -1.031,
    "cosine": 6.391,
    "cosine_unknown": 4.000,
    "words": 1.714,
    "names": -1.142,
    "names_apart": 0.261,
    "value_same": -1.628,
    "value_telling": 0.939,
    "meets": 0.129,
    "rises": 1.016,
    "apart": -1.484,
    "place_part_apart": 0.478,
    "value_ratio": -2.143,
    "one_article": 0.699,
    "recalled": 5.003,
    "told_apart": -2.276,
    "one_sentence": -1.510,
}
SAME = 0.5
"""From this probability on a claim joins a figure."""
APART = 0.8
"""From this probability on one whose number conflicts with the figure's does: a false conflict costs more."""
