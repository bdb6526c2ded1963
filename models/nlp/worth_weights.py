"""What each signal adds to the logarithm of a figure's worth; `python -m lab.fit_worth --write` writes it."""

LIFT = 0.194
"""Added to all, so that half of the figures of news stay above what they were worth by hand-set weights."""

WEIGHTS = {
    "small": -0.253,
    "late": -0.268,
    "dull": -0.432,
    "share": -0.215,
    "denied": -0.030,
    "possible": -0.133,
    "planned": -0.073,
    "dated": 0.117,
    "moved": 0.225,
    "few_displaced": -0.056,
    "few_evacuated": -0.359,
    "built": 0.052,
    "few_built": -0.082,
    "part": -0.195,
    "more": -0.109,
    "past": -0.125,
    "total": 0.050,
    "new": 0.175,
    "standing": -0.046,
    "whole": -0.317,
    "unsure": -0.143,
    "told": -0.161,
    "restated": -0.237,
    "rate": -0.183,
    "loose": -0.138,
    "headlined": 0.089,
}
