"""Whether numbers in less usual forms are read: two bounds on one, spelled ordinals, coins apart, "yo"."""

import pytest

from tests.domain.sayings import cases, said

SAYINGS = """
Sites with at most 40 and at least 12 beds stay open.
    at most 40 and at least 12 = between 12..40 item {beds}
Villages above 900 and below 1,400 metres lost power.
    above 900 and below 1,400 metres = between 900..1400 metre
Firms with less than or equal to 30 workers are exempt.
    less than or equal to 30 = at_most 30 person {workers}
Scores greater than or equal to 70 pass.
    greater than or equal to 70 = at_least 70 item {pass}
Delivery takes 20~40 days.
    20~40 days = between 20..40 day
The choir marked its one hundred twenty-fifth season and the two hundredth concert.
The fare is Mex$ 15, tea MXN$ 16 and a ticket AUD$40.
    Mex$ 15 = exact 15 MXN
    MXN$ 16 = exact 16 MXN
    AUD$40 = exact 40 AUD
The yacht cost 30 MUSD, the bill to 120 MEUR, the tea to 100元.
    30 MUSD = exact 30000000 USD
    120 MEUR = exact 120000000 EUR
    100元 = exact 100 CNY
It lies 40 miles (64 km) or, by another road, 45 mi away.
    40 miles = exact 40 mile
    64 km = exact 64 kilometre
    45 mi = exact 45 mile
The dose was 120 μg in 33 cl, with two teaspoons of salt.
    120 μg = exact 120 microgram
    33 cl = exact 33 centilitre
    two teaspoons = exact 2 teaspoon {salt}
The cell stores 50 Wh; the ring collides beams at 13 TeV.
    50 Wh = exact 50 watt_hour
    13 TeV = exact 13 teraelectronvolt
The bus cost 3 dollars 50 cents.
    3 dollars 50 cents = exact 3.5 USD
The baby is just over two pounds.
    just over two pounds = more_than 2 pound
He is 19 and studies; she was 34 and sang.
    19 = exact 19 year
    34 = exact 34 year
The judge is 58.
    58 = exact 58 year
Her daughters, who are 16, 18 and 19, came along.
    16 = exact 16 year
    18 = exact 18 year
    19 = exact 19 year
A man of 22 and a child of about six were hurt; a boy of 16 held on.
    22 = exact 22 year
    about six = about 6 year
    16 = exact 16 year
An 87 yo woman fell.
    87 yo = exact 87 year
"""


@pytest.mark.parametrize(("sentence", "sayings"), cases(SAYINGS))
def test_says(sentence: str, sayings: list[str]) -> None:
    assert said(sentence) == sayings
