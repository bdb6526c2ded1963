"""Quantities: more sentences of the wire, each with what the reader must say of it."""

import pytest

from tests.domain.sayings import cases, said

WIRE = cases("""
As much as a third of the harvest, worth at least £300m, has been lost.
    As much as a third = at_most 33.333 percent {the harvest}
    at least £300m = at_least 300000000 GBP
More than two-thirds of voters and at least half of MPs backed it.
    More than two-thirds = more_than 66.667 percent {voters}
    at least half = at_least 50 percent {MPs}
Output is expected to drop 40-50 percent, to between 5 and 7 million tonnes.
    40-50 percent = between 40..50 percent <down>
    between 5 and 7 million tonnes = between 5000000..7000000 tonne
The £1.2bn-a-year scheme covers just under a million pensioners.
    £1.2bn = exact 1200000000 GBP per year
    just under a million = less_than 1000000 person {pensioners}
Shops open from 9am to 5pm on 24 and 25 December.
Exports were double the 2019 level, and prices three to four times higher.
    three to four times = between 3..4 factor <up>
He paid hundreds of thousands of dollars to some 20-25 lobbyists.
    hundreds of thousands of dollars = vague 200000..999999 USD
    some 20-25 = between 20..25 person {lobbyists}
Profit fell 12 percent to $30 million from $34 million a year earlier.
    12 percent = exact 12 percent <down by 12 percent>
    $30 million = exact 30000000 USD <down from 34000000 USD by 12 percent>
    $34 million = exact 34000000 USD
At its peak the queue was 10 km long and held up to 50,000 mourners.
    10 km = exact 10 kilometre
    up to 50,000 = at_most 50000 person {mourners}
The country's 1.4 billion people produce 30% of the world's goods.
    1.4 billion = exact 1400000000 person {people}
    30% = exact 30 percent {the world's goods}
Casualties: 43 killed, 112 wounded, 7 missing.
    43 = exact 43 person
    112 = exact 112 person
    7 = exact 7 person
The blast killed at least 8, including 3 children, and wounded dozens more.
    at least 8 = at_least 8 person
    3 = exact 3 person {children}
    dozens = vague 24..99 person
Israel says about 1,200 people were killed and 253 taken hostage; more than 100 are still held.
    about 1,200 = about 1200 person {people}
    253 = exact 253 person
    more than 100 = more_than 100 person
The strike, which killed two, wounded as many as 30.
    two = exact 2 person
    as many as 30 = at_most 30 person
An additional 3,000 troops, on top of the 12,000 already there, will arrive within 10 days.
    3,000 = exact 3000 person {troops}
    12,000 = exact 12000 person
    10 days = exact 10 day
No fewer than 17 of the 20 ministers resigned, not one of whom was replaced.
    No fewer than 17 = at_least 17 person {ministers}
    20 = exact 20 person {ministers}
    one = exact 1 person
Around 7 in 10 respondents, or 68 per cent, said no.
    Around 7 in 10 = about 70 percent {respondents}
    68 per cent = exact 68 percent
The virus killed one in every 500 Americans.
    one in every 500 = exact 0.2 percent {Americans}
Between 1.5 and 2 million people live on less than $2 a day.
    Between 1.5 and 2 million = between 1500000..2000000 person {people}
    less than $2 = less_than 2 USD per day
Since 2015, some 3.6m Syrians have crossed; 500,000 returned.
    some 3.6m = about 3600000 person {Syrians}
    500,000 = exact 500000 person
France ordered 42 Rafale jets and Greece 24.
    42 = exact 42 item {Rafale jets}
    24 = exact 24 item
It is 5,000km from Paris, 30 minutes by car from the airport and 3 hours away by train.
    5,000km = exact 5000 kilometre
    30 minutes = exact 30 minute
    3 hours = exact 3 hour
The UN appealed for $3.85bn, of which it has received only 43%.
    $3.85bn = exact 3850000000 USD
    43% = exact 43 percent
The bank raised its rate to 5.25 per cent, the highest in 15 years.
    5.25 per cent = exact 5.25 percent <up>
    15 years = exact 15 year
The ruling was 6-3, and the Senate voted 51-49.
    6 = exact 6 item
    3 = exact 3 item
    51 = exact 51 item
    49 = exact 49 item
The party won 24.5% of the vote and 120 of 460 seats.
    24.5% = exact 24.5 percent {the vote}
    120 = exact 120 item {seats}
    460 = exact 460 item {seats}
GDP shrank by 0.3% in the three months to September after growth of 0.1%.
    0.3% = exact 0.3 percent <down by 0.3 percent>
    three months = exact 3 month
    0.1% = exact 0.1 percent
About 2,000 to 2,500 fighters remain, down from a peak of 30,000.
    About 2,000 to 2,500 = between 2000..2500 person {fighters} <down from 30000 person>
    30,000 = exact 30000 person
Fuel costs 145.7p a litre, up 3p in a week.
    145.7p = exact 1.457 GBP per litre
    3p = exact 0.03 GBP <up by 0.03 GBP>
She is one of 12 women among the 65 deputies.
    12 = exact 12 person {women}
    65 = exact 65 person {deputies}
At 4,810 metres, Mont Blanc is higher than any of its neighbours.
    4,810 metres = exact 4810 metre
A record 117.3 million people, or 1.5% of humanity, were displaced at the end of 2023.
    117.3 million = exact 117300000 person {people}
    1.5% = exact 1.5 percent {humanity}
The quake, of magnitude 7.8, flattened 6,500 buildings in ten provinces.
    7.8 = exact 7.8 magnitude
    6,500 = exact 6500 building {buildings}
    ten = exact 10 item {provinces}
Within hours, half of the town's 20,000 residents had left.
    half = exact 50 percent {residents}
    20,000 = exact 20000 person {residents}
Roughly 80,000 sq m of housing, about 900 flats, was destroyed.
    Roughly 80,000 sq m = about 80000 square_metre {housing}
    about 900 = about 900 building {flats}
The patrol, 200-strong, lost a fifth of its men.
    200-strong = exact 200 person
    a fifth = exact 20 percent {its men}
The court jailed six men for between 12 and 27 years each.
    six = exact 6 person {men}
    between 12 and 27 years = between 12..27 year
Their average age is 31; the youngest is 16.
    31 = exact 31 year
    16 = exact 16 year
Drones hit two of the refinery's four units, cutting capacity by 40%.
    two = exact 2 item {units}
    four = exact 4 item {units}
    40% = exact 40 percent <down by 40 percent>
Ten thousand soldiers and 300-odd tanks crossed the border at 5 a.m.
    Ten thousand = exact 10000 person {soldiers}
    300-odd = about 300 item {tanks}
Over the past 24 hours, 1.2 inches of rain fell.
    24 hours = exact 24 hour
    1.2 inches = exact 1.2 inch {rain}
Only a handful of the 700 hostages survived.
    a handful = vague 3..9 person {hostages}
    700 = exact 700 person {hostages}
The company, which has 230,000 staff, will shed up to 8,500 jobs.
    230,000 = exact 230000 person {staff}
    up to 8,500 = at_most 8500 item {jobs}
Up to three-quarters of a million homes lost power.
    Up to three-quarters of a million = at_most 750000 building {homes}
Deaths fell to fewer than 500 from more than 1,000.
    fewer than 500 = less_than 500 person <down from 1000 person>
    more than 1,000 = more_than 1000 person
The army put its own losses at 79 killed and 231 wounded.
    79 = exact 79 person
    231 = exact 231 person
Admission is $15 ($10 for children under 12).
    $15 = exact 15 USD
    $10 = exact 10 USD {children}
    under 12 = less_than 12 year
He took 3 of the 5 wickets to fall for 27 runs.
    3 = exact 3 item {wickets}
    5 = exact 5 item {wickets}
    27 = exact 27 item {runs}
Nearly 3 in 4 of those aged 18-24 have a job.
    Nearly 3 in 4 = about 75 percent
    18-24 = between 18..24 year
The flood left 1,000 dead and 1 million homeless.
    1,000 = exact 1000 person
    1 million = exact 1000000 person {homeless}
One in three of the town's 9,000 homes is empty.
    One in three = exact 33.333 percent {homes}
    9,000 = exact 9000 building {homes}
Mexico reported 30,000-plus murders a year, a rate of 25 per 100,000.
    30,000-plus = more_than 30000 person per year {murders}
    25 = exact 25 person per 100000 person
Four more bodies were found on Monday, bringing the total to 27.
    Four = exact 4 person {bodies}
    27 = exact 27 person
The 27-nation bloc agreed a 10th package of sanctions on 120 people.
    27-nation = exact 27 item {bloc}
    120 = exact 120 person {people}
The 1,000th patient arrived on day 12.
It fired 12 Iskander-M and 5 Kh-101 missiles.
    12 = exact 12 item {Iskander-M}
    5 = exact 5 item {Kh-101 missiles}
Troop numbers doubled, from 10,000 to 20,000, within two years.
    10,000 = exact 10000 person
    20,000 = exact 20000 person <up from 10000 person>
    two years = exact 2 year
""")


@pytest.mark.parametrize(("sentence", "sayings"), WIRE)
def test_says(sentence: str, sayings: list[str]) -> None:
    assert said(sentence) == sayings
