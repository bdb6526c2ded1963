"""Quantities: what opens, rounds or closes a number, each sentence with what the reader must say of it."""

import pytest

from tests.domain.sayings import cases, said

BOUNDS = cases("""
More than 300 people drowned.
    More than 300 = more_than 300 person {people}
Over 300 people drowned.
    Over 300 = more_than 300 person {people}
Upwards of 300 people drowned.
    Upwards of 300 = more_than 300 person {people}
In excess of 300 tonnes burned.
    In excess of 300 tonnes = more_than 300 tonne
The bill exceeded $40 million.
    exceeded $40 million = more_than 40000000 USD
Losses exceeding 2,000 men were reported.
    exceeding 2,000 = more_than 2000 person {men}
At least 60 homes burned.
    At least 60 = at_least 60 building {homes}
No fewer than 60 homes burned.
    No fewer than 60 = at_least 60 building {homes}
As few as 60 survivors remain.
    As few as 60 = at_least 60 person {survivors}
A minimum of 60 beds is needed.
    A minimum of 60 = at_least 60 item {beds}
60 or more beds are needed.
    60 or more = at_least 60 item {beds}
Up to 60 people are trapped.
    Up to 60 = at_most 60 person {people}
As many as 60 people are trapped.
    As many as 60 = at_most 60 person {people}
No more than 60 people may enter.
    No more than 60 = at_most 60 person {people}
A maximum of 60 people may enter.
    A maximum of 60 = at_most 60 person {people}
60 or fewer people may enter.
    60 or fewer = at_most 60 person {people}
60 people at most may enter.
    60 people at most = at_most 60 person {people}
Fewer than 60 people remain.
    Fewer than 60 = less_than 60 person {people}
Less than half of the money arrived.
    Less than half = less_than 50 percent {the money}
Just under 60 tonnes arrived.
    Just under 60 tonnes = less_than 60 tonne
Below 60 metres nothing lives.
    Below 60 metres = less_than 60 metre
About 60 people came.
    About 60 = about 60 person {people}
Some 60 people came.
    Some 60 = about 60 person {people}
Around 60 people came.
    Around 60 = about 60 person {people}
Roughly 60 people came.
    Roughly 60 = about 60 person {people}
An estimated 60 people came.
    An estimated 60 = about 60 person {people}
Circa 60 people came.
    Circa 60 = about 60 person {people}
~60 people came.
    ~60 = about 60 person {people}
Nearly 60 people came.
    Nearly 60 = about 60 person {people}
Almost 60 people came.
    Almost 60 = about 60 person {people}
Close to 60 people came.
    Close to 60 = about 60 person {people}
60 or so people came.
    60 or so = about 60 person {people}
Twenty-odd people came.
    Twenty-odd = about 20 person {people}
60-plus people came.
    60-plus = more_than 60 person {people}
60+ people came.
    60+ = more_than 60 person {people}
North of 60 people came.
    North of 60 = more_than 60 person {people}
Well over 60 people came.
    Well over 60 = more_than 60 person {people}
Slightly less than 60 tonnes arrived.
    Slightly less than 60 tonnes = less_than 60 tonne
≥60 people came, <20 stayed.
    ≥60 = at_least 60 person {people}
    <20 = less_than 20 person
Exactly 60 people came.
    Exactly 60 = exact 60 person {people}
At least about 60 people came.
    At least about 60 = at_least 60 person {people}
Talks ran over two days.
    two days = exact 2 day
He has been in office for over two years.
    over two years = more_than 2 year
""")

RANGES = cases("""
Between 400 and 600 people are missing.
    Between 400 and 600 = between 400..600 person {people}
400–600 people are missing.
    400–600 = between 400..600 person {people}
400-600 people are missing.
    400-600 = between 400..600 person {people}
From 400 to 600 people are missing.
    From 400 to 600 = between 400..600 person {people}
400 to 600 people are missing.
    400 to 600 = between 400..600 person {people}
The bridge will cost £6-7m.
    £6-7m = between 6000000..7000000 GBP
The bridge will cost $6 to $7 billion.
    $6 to $7 billion = between 6000000000..7000000000 USD
20-25,000 people came.
    20-25,000 = between 20000..25000 person {people}
500-1,000 people came.
    500-1,000 = between 500..1000 person {people}
Three or four shells fell.
    Three or four = between 3..4 item {shells}
30-40% of the crop is gone.
    30-40% = between 30..40 percent {the crop}
More than 50 but fewer than 80 people came.
    More than 50 but fewer than 80 = between 50..80 person {people}
The blasts killed 150 and 190 people.
    150 = exact 150 person {people}
    190 = exact 190 person {people}
They won 4-2 and later 3-1 on penalties.
The motion passed by 52 votes to 48.
    52 = exact 52 item {votes}
    48 = exact 48 item
In the 2012–13 season 40 players were fined.
    40 = exact 40 person {players}
From 2014 to 2018 the army lost 90 tanks.
    90 = exact 90 item {tanks}
""")

VAGUE = cases("""
Dozens were arrested.
    Dozens = vague 24..99 person
Scores of people were trapped.
    Scores = vague 40..199 person {people}
Hundreds of shells fell.
    Hundreds = vague 200..999 item {shells}
Tens of thousands fled.
    Tens of thousands = vague 20000..99999 person
Hundreds of thousands of people marched.
    Hundreds of thousands = vague 200000..999999 person {people}
Several people were hurt.
    Several = vague 3..9 person {people}
A handful of villagers stayed.
    A handful = vague 3..9 person {villagers}
Several hundred families returned.
    Several hundred = vague 300..999 household {families}
A few thousand rebels remain.
    A few thousand = vague 3000..9999 person {rebels}
Millions of euros vanished.
    Millions of euros = vague 2000000..9999999 EUR
His scores at school were poor.
""")

ZERO = cases("""
No casualties were reported.
    No = exact 0 person {casualties}
No one was hurt.
    No one = exact 0 person
Nobody was killed.
    Nobody = exact 0 person
None of the 12 hostages was freed.
    None = exact 0 person {hostages}
    12 = exact 12 person {hostages}
Zero cases were found.
    Zero = exact 0 item {cases}
There were no new infections.
    no = exact 0 item {infections}
No bridge was hit.
    No = exact 0 item {bridge}
Not a single house was damaged.
    Not a single = exact 0 building {house}
He had no comment and no doubt.
No one has claimed the attack.
The policy is one of zero tolerance.
""")


@pytest.mark.parametrize(("sentence", "sayings"), [*BOUNDS, *RANGES, *VAGUE, *ZERO])
def test_says(sentence: str, sayings: list[str]) -> None:
    assert said(sentence) == sayings
