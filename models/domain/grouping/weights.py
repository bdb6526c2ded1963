"""The weights of the facts by which figures are grouped; `python -m lab.fit_grouping` writes this file."""

MODEL = "claimbench-figures-0.2.0"
"""Written on every hint: what compared it."""

BIAS = 0.634
WEIGHTS = {
    "place_abroad": -2.138,
    "place_unknown": -0.309,
    "place_same": 0.790,
    "country_same": 1.377,
    "place_in_country": 1.018,
    "place_part": -0.995,
    "place_within": 1.018,
    "place_near": -0.372,
    "place_unlocated": -0.047,
    "place_other": -0.962,
    "event_unknown": 1.190,
    "event_same": 0.343,
    "event_kin": -0.357,
    "event_other": -4.000,
    "days_unknown": 0.000,
    "days_of_event": -1.776,
    "days_running": -1.108,
    "days": -1.113,
    "past_and_present": -0.186,
    "happened_unknown": 0.033,
    "happened_apart": -0.205,
    "happened_same": 0.634,
    "same_day": -0.184,
    "days_of_two_events": -1.302,
    "population_same": 0.400,
    "population_wider": -0.066,
    "population_other": -0.352,
    "cosine": 1.465,
    "cosine_unknown": 1.503,
    "words": 0.976,
    "names": -0.174,
    "names_apart": -0.645,
    "telling": 1.537,
    "telling_unknown": -0.560,
    "anything": -0.502,
    "anything_else": 0.350,
    "value_same": -1.480,
    "value_telling": 0.895,
    "meets": 0.959,
    "rises": 0.662,
    "apart": -1.212,
    "place_part_apart": 0.358,
    "value_ratio": -1.621,
    "one_article": -1.963,
    "recalled": 0.428,
    "told_apart": -1.575,
    "one_sentence": -0.096,
}
SAME = 0.6
"""From this probability on a claim joins a figure."""
APART = 0.75
"""From this probability on one whose number conflicts with the figure's does: a false conflict costs more."""
