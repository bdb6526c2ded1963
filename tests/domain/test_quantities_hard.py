"""Quantities: what news sentences of the hard kind taught the reader, a cause each."""

import pytest

from tests.domain.sayings import cases, said

DIGITS = cases("""
More than 10⁶ tons of grain and 2.5 × 10⁶ litres of milk were lost.
    More than 10⁶ tons = more_than 1000000 ton {grain}
    2.5 × 10⁶ litres = exact 2500000 litre {milk}
About １２３ people lost １，２００ homes, and ٣٠٠ people fled.
    About １２３ = about 123 person {people}
    １，２００ = exact 1200 building {homes}
    ٣٠٠ = exact 300 person {people}
The bill was C $ 300, not $300.
    C $ 300 = exact 300 CAD
    $300 = exact 300 USD
She ran the 100m in 11 seconds.
    100m = exact 100 metre
    11 seconds = exact 11 second
""")

OUTSIDE = cases("""
The ferry, licensed for 70, sank; the camp, built to house 8,000, now holds 26,000.
    70 = exact 70 person
    8,000 = exact 8000 person
    26,000 = exact 26000 person
One child in six is malnourished, and one man in six cars was hurt.
    One child in six = exact 16.667 percent
    one = exact 1 person {man}
    six = exact 6 item {cars}
Sixty-nine of every hundred adults voted.
    Sixty-nine of every hundred = exact 69 percent {adults}
The bill failed 48-52 in the Senate after lawmakers voted 45 to 55 in May.
    48 = exact 48 item
    52 = exact 52 item
    45 = exact 45 item
    55 = exact 55 item
A father of four died; a man of 70 was hurt.
    four = exact 4 person
    70 = exact 70 year
They will hand over €1.5bn, and trucks moved up to 400 families.
    €1.5bn = exact 1500000000 EUR
    up to 400 = at_most 400 household {families}
Between March and June 15-20,000 fighters came, injuring scores.
    15-20,000 = between 15000..20000 person {fighters}
    scores = vague 40..199 person
It left 1,100 families homeless, and 700,000 of the 2.1m who fled went home.
    1,100 = exact 1100 household {families}
    700,000 = exact 700000 person
    2.1m = exact 2100000 person
It lies 90-odd miles, or 130 or so kilometres, away after 40-plus hours.
    90-odd miles = about 90 mile
    130 or so kilometres = about 130 kilometre
    40-plus hours = more_than 40 hour
The garrison was reinforced from 900 to 1,400.
    900 = exact 900 person
    1,400 = exact 1400 person <up from 900 person>
Cases passed 10,000, and 2.1 per cent died.
    10,000 = exact 10000 item
    2.1 per cent = exact 2.1 percent
The toll has risen to 61, up from the 48 first reported.
    61 = exact 61 person <up from 48 person>
    48 = exact 48 person
It cost hk $ 10.05 billion, mxn$ 15 or half million usd.
    hk $ 10.05 billion = exact 10050000000 HKD
    mxn$ 15 = exact 15 MXN
    half million usd = exact 500000 USD
The plant burns roughly 4,500 tpd and cost 420 million Finnish markka.
    roughly 4,500 tpd = about 4500 tonne per day
    420 million Finnish markka = exact 420000000 FIM
It was 10.5 celcius, and the rate fell to nine point nought four per cent.
    10.5 celcius = exact 10.5 celsius
    nine point nought four per cent = exact 9.04 percent <down>
Temperatures ranged from -18 °C to -34 °C, approximately one-half mile up.
    -18 °C to -34 °C = between -34..-18 celsius
    approximately one-half mile = about 0.5 mile
He served twenty years and more. They killed 20 and more than 30 fled.
    twenty years and more = at_least 20 year
    20 = exact 20 person
    more than 30 = more_than 30 person
A third more than in April, not one of the 90 guests was hurt, and pay goes up to $13.
    A third = exact 33.333 percent
    not one = exact 0 person {guests}
    90 = exact 90 person {guests}
    $13 = exact 13 USD <up>
Life expectancy fell by 1.4 years to 76.1; 27 died, nine fewer than in 2022.
    1.4 years = exact 1.4 year <down by 1.4 year>
    76.1 = exact 76.1 year <down by 1.4 year>
    27 = exact 27 person
    nine = exact 9 person
""")

SIGNS = cases("""
-17 people were on the list.
    17 = exact 17 person {people}
Net migration was -17,000 people.
    -17,000 = exact -17000 person {people}
The temperature fell to -17 in the hills.
    -17 = exact -17 celsius <down>
Temperatures will fall to between -5 and -10 tonight.
    between -5 and -10 = between -10..-5 celsius <down>
The quake measured 6.8 on the Richter scale.
    6.8 = exact 6.8 magnitude
""")

PEOPLE = cases("""
Another 60 are feared dead.
    60 = exact 60 person
Four drowned; one is still being sought.
    Four = exact 4 person
    one = exact 1 person
The ferry had 83 on board, of whom 61 swam ashore.
    83 = exact 83 person
    61 = exact 61 person
The clinic admitted 27, and crews pulled 14 alive from the mud.
    27 = exact 27 person
    14 = exact 14 person
Police put the crowd at 10-15,000.
    10-15,000 = between 10000..15000 person
More than half of the dead were women, and a quarter were under 12.
    More than half = more_than 50 percent {the dead}
    a quarter = exact 25 percent
    under 12 = less_than 12 year
A boy and two girls, both 14, were hurt.
    two = exact 2 person {girls}
    14 = exact 14 year
The motion was carried 7-2.
    7 = exact 7 item
    2 = exact 2 item
""")

LEVELS = cases("""
The number of unemployed rose by 23,000 to 2.41 million.
    23,000 = exact 23000 person <up by 23000 person>
    2.41 million = exact 2410000 person <up by 23000 person>
The lead has narrowed from eight points to three in the poll.
    eight points = exact 8 percentage_point
    three = exact 3 percentage_point <down from 8 percentage_point>
Cases per 100,000 rose to 312 from 280.
    312 = exact 312 item per 100000 person <up from 280 item>
    280 = exact 280 item per 100000 person
Shares closed down 45 points, or 0.6%, at noon.
    45 points = exact 45 point <down by 45 point>
    0.6% = exact 0.6 percent
The firm had a net loss of $1.2 billion, beating estimates of $1.3 billion.
    $1.2 billion = exact 1200000000 USD
    $1.3 billion = exact 1300000000 USD
Deaths are down from 40 last week to 12.
    40 = exact 40 person
    12 = exact 12 person <down from 40 person>
""")

NAMES = cases("""
Berlin will send 14 Leopard 2 tanks and 20 M1A2 tanks.
    14 = exact 14 item {Leopard 2 tanks}
    20 = exact 20 item {M1A2 tanks}
The iPhone 14 costs $799.
    $799 = exact 799 USD
The court sat from 10 to 12 and heard two witnesses.
    two = exact 2 person {witnesses}
""")


WHOLES = cases("""
The number of people facing hunger could double to 270 million.
    270 million = exact 270000000 person <up by 2 factor>
Some 1,100 of them were children, in a city of eight million.
    Some 1,100 = about 1100 person
    eight million = exact 8000000 person
The caravan, 7,000 strong, was met by 3m people.
    7,000 strong = exact 7000 person
    3m = exact 3000000 person {people}
He has spent 27 years in jail, 18 of them on the island.
    27 years = exact 27 year
    18 = exact 18 year
She leads by 51 to 43 per cent.
    51 = exact 51 percent
    43 per cent = exact 43 percent
Nine hundred and fifty were laid off.
    Nine hundred and fifty = exact 950 person
Some 90 per cent of Gaza's 2.3 million people were displaced.
    Some 90 per cent = about 90 percent {people}
    2.3 million = exact 2300000 person {people}
The S&P 500 added 1.1%, and levels reached 419 parts per million.
    1.1% = exact 1.1 percent
    419 = exact 419 item per 1000000 {parts}
Between 1000 - 5000 people came.
    Between 1000 - 5000 = between 1000..5000 person {people}
""")


ELIDED = cases("""
The clinics saw 640 cases and 12 deaths in May, against 702 and 15 in April.
    640 = exact 640 item {cases}
    12 = exact 12 person {deaths}
    702 = exact 702 item
    15 = exact 15 person
The strike was to last 36 hours but was over after ten.
    36 hours = exact 36 hour
    ten = exact 10 hour
One of the sailors drowned; the other 15 swam ashore, one of them seriously hurt.
    15 = exact 15 person
    one = exact 1 person
Those in the cellars number fewer than 60.
    fewer than 60 = less_than 60 person
Hundreds spent a third night outdoors.
    Hundreds = vague 200..999 person
Six were hit, two of them under 16, at a fair for children under 12 held in May.
    Six = exact 6 item
    two = exact 2 item
    under 16 = less_than 16 year
    under 12 = less_than 12 year
""")

EARLIER = cases("""
Bread sells for €5 a loaf, up from 3, and support fell to 27%, down from 31 in May.
    €5 = exact 5 EUR per loaf <up from 3 EUR>
    3 = exact 3 EUR
    27% = exact 27 percent <down from 31 percent>
    31 = exact 31 percent
Sales rose to 3.2 million from 2.8 a year before.
    3.2 million = exact 3200000 item <up from 2800000 item>
    2.8 = exact 2800000 item
It serves 12 schools, up from 9 schools, and fell to $20 from 2021.
    12 = exact 12 item {schools} <up from 9 item>
    9 = exact 9 item {schools}
    $20 = exact 20 USD <down>
The lira slid past 41 to the dollar, from 38.
    41 = exact 41 TRY {the dollar}
    38 = exact 38 TRY
""")

LOOK_ALIKES = cases("""
It feeds 1.1m of the 3.4m who need it and cut output by 2.2m barrels.
    1.1m = exact 1100000 person
    3.4m = exact 3400000 person
    2.2m barrels = exact 2200000 barrel <down by 2200000 barrel>
Ten camps, laid out for 900, hold up to 300 more who could be driven out.
    Ten = exact 10 item {camps}
    900 = exact 900 person
    up to 300 = at_most 300 person
They took four golds over 10,000m, by one count, and a rival put the number at none.
    four = exact 4 item {golds}
    10,000m = exact 10000 metre
    none = exact 0 item
She beat him by nine seconds and has 44 points to his 30 in the standings.
    nine seconds = exact 9 second
    44 points = exact 44 point
    30 = exact 30 item
The tide rose to 9.1m, some 30cm lower than feared.
    9.1m = exact 9.1 metre <up>
    some 30cm = about 30 centimetre
The boats, seven in number, sank, and the ward sent nine home.
    seven = exact 7 item {boats}
    nine = exact 9 person
Four youths, two of them 15, were three times over the limit.
    Four = exact 4 person {youths}
    two = exact 2 person
    15 = exact 15 year
    three times = exact 3 factor
They fired 30 155mm shells and 816 155 people heard it.
    30 = exact 30 item
    155mm = exact 155 millimetre
    816 155 = exact 816155 person {people}
Wave 12 found 90 families who spent a month in the camp, and 14 a month since.
    90 = exact 90 household {families}
    14 = exact 14 household per month
Her leap of 6.91m won; he threw 61.3m.
    6.91m = exact 6.91 metre
    61.3m = exact 61.3 metre
""")

AROUND = cases("""
The firm offers 4 per cent over two years; the union wants 7.5.
    4 per cent = exact 4 percent
    two years = exact 2 year
    7.5 = exact 7.5 percent
Polls gave the party 31 per cent, ahead of its rival on 27.
    31 per cent = exact 31 percent
    27 = exact 27 percent
Families spread over 23 sites went without rations for two consecutive months and three straight days.
    23 = exact 23 item {sites}
    two consecutive months = exact 2 month
    three straight days = exact 3 day
The dead now number 129, and flight number 129 took the bodies home.
    129 = exact 129 person
In Harna 230 people were buried; in nearby Kot, 64.
    230 = exact 230 person {people}
    64 = exact 64 person
Round 7 of the survey, read aboard the trawler Stella 2, and the Under-23 side met in round 4 of talks.
Before COP30 a study for Radio 5 put the cost at COP30,000 on day two.
    COP30,000 = exact 30000 COP
A bag fetches Sh4,200, up from Sh2,950.
    Sh4,200 = exact 4200 KES <up from 2950 KES>
    Sh2,950 = exact 2950 KES
Inflation eased to 27.5 from 29.8 per cent, and she led by 47.1% to 44.9.
    27.5 = exact 27.5 percent <down from 29.8 percent>
    29.8 per cent = exact 29.8 percent
    47.1% = exact 47.1 percent
    44.9 = exact 44.9 percent
Insurers say €600m; the premier spoke of one and a half billion.
    €600m = exact 600000000 EUR
    one and a half billion = exact 1500000000 EUR
Of the 212 pulled from the hold, nine died.
    212 = exact 212 person
    nine = exact 9 person
""")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    DIGITS + ELIDED + EARLIER + LOOK_ALIKES + OUTSIDE + SIGNS + PEOPLE + LEVELS + NAMES + WHOLES + AROUND,
)
def test_a_hard_sentence_is_read_whole(sentence: str, expected: list[str]):
    assert said(sentence) == expected
