"""Quantities: rises and falls, the wire, and what is no quantity."""

import pytest

from tests.domain.sayings import cases, said

CHANGE = cases("""
The toll rose to 33 from 28.
    33 = exact 33 person <up from 28 person>
    28 = exact 28 person
The toll rose from 28 to 33.
    28 = exact 28 person
    33 = exact 33 person <up from 28 person>
The number of members, 33, is up from 28.
    33 = exact 33 person <up from 28 person>
    28 = exact 28 person
Sales fell by 200 units.
    200 = exact 200 item {units} <down by 200 item>
Arrivals are up 40% to 3 million.
    40% = exact 40 percent <up by 40 percent>
    3 million = exact 3000000 person <up by 40 percent>
The force doubled to 8,000.
    8,000 = exact 8000 person <up by 2 factor>
Cases rose tenfold.
    tenfold = exact 10 factor <up by 10 factor>
Prices saw a 3% increase.
    3% = exact 3 percent <up by 3 percent>
The army will grow by 5,000 to 25,000.
    5,000 = exact 5000 person <up by 5000 person>
    25,000 = exact 25000 person <up by 5000 person>
Wages climbed 4%, and rents 9%.
    4% = exact 4 percent <up by 4 percent>
    9% = exact 9 percent
Temperatures swung from -5 to +8 degrees.
    -5 = exact -5 celsius
    +8 degrees = exact 8 celsius <up from -5 celsius>
The company cut its forecast by half a point to 1.5%.
    half a point = exact 0.5 percentage_point <down by 0.5 percentage_point>
    1.5% = exact 1.5 percent <down by 0.5 percentage_point>
Output slipped to 4.1 million barrels, down 200,000 barrels.
    4.1 million barrels = exact 4100000 barrel <down by 200000 barrel>
    200,000 barrels = exact 200000 barrel <down by 200000 barrel>
She was sentenced to 12 years and 40 strokes.
    12 years = exact 12 year
    40 = exact 40 item {strokes}
""")

WIRE = cases("""
An estimated 1,300 to 1,500 people, many of them children, are still trapped under the rubble.
    An estimated 1,300 to 1,500 = between 1300..1500 person {people}
The army said no fewer than 340 fighters, including 27 commanders, had surrendered since Friday.
    no fewer than 340 = at_least 340 person {fighters}
    27 = exact 27 person {commanders}
Upwards of 40,000 homes were left without electricity after winds of 140km/h.
    Upwards of 40,000 = more_than 40000 building {homes}
    140km/h = exact 140 kilometre per hour
The bank will lend as much as $750m over three years, down from $1.1bn.
    as much as $750m = at_most 750000000 USD <down from 1100000000 USD>
    three years = exact 3 year
    $1.1bn = exact 1100000000 USD
Between three and five million doses will be delivered by the end of June.
    Between three and five million = between 3000000..5000000 item {doses}
Roughly two in three Britons back the plan, a YouGov survey of 2,018 adults found.
    Roughly two in three = about 66.667 percent {Britons}
    2,018 = exact 2018 person {adults}
Inflation eased to 3.9% in November from 4.6% the month before.
    3.9% = exact 3.9 percent <down from 4.6 percent>
    4.6% = exact 4.6 percent
The company cut 1,200 jobs, or 7 per cent of its workforce.
    1,200 = exact 1200 item {jobs}
    7 per cent = exact 7 percent {its workforce}
Prices have more than doubled since 2020, reaching $2.40 a litre.
    $2.40 = exact 2.4 USD per litre
Sales rose by a third to £4.2bn in the year to March.
    a third = exact 33.333 percent <up by 33.333 percent>
    £4.2bn = exact 4200000000 GBP <up by 33.333 percent>
The army lost 12 tanks, 30 armoured vehicles and more than 400 men in a single week.
    12 = exact 12 item {tanks}
    30 = exact 30 item {armoured vehicles}
    more than 400 = more_than 400 person {men}
He was sentenced to 25 years in prison and fined €50,000.
    25 years = exact 25 year
    €50,000 = exact 50000 EUR
At least one person died and three others were injured, two of them seriously.
    At least one = at_least 1 person {person}
    three = exact 3 person {others}
    two = exact 2 person
The storm dumped 30-40cm of snow on the capital, with temperatures falling to minus 15C.
    30-40cm = between 30..40 centimetre {snow}
    minus 15C = exact -15 celsius <down>
A 7.2-magnitude earthquake struck 45km south-west of the city at a depth of 10km.
    7.2-magnitude = exact 7.2 magnitude {earthquake}
    45km = exact 45 kilometre
    10km = exact 10 kilometre
Nearly a quarter of the country's 38 million people need food aid.
    Nearly a quarter = about 25 percent {people}
    38 million = exact 38000000 person {people}
The fund has shrunk from $30bn to $12bn in two years.
    $30bn = exact 30000000000 USD
    $12bn = exact 12000000000 USD <down from 30000000000 USD>
    two years = exact 2 year
Turnout was 48.3%, up 5.1 percentage points on the last election.
    48.3% = exact 48.3 percent
    5.1 percentage points = exact 5.1 percentage_point <up by 5.1 percentage_point>
The rate was raised by 50 basis points to 4.25%.
    50 basis points = exact 50 basis_point <up by 50 basis_point>
    4.25% = exact 4.25 percent <up by 50 basis_point>
The 18-year-old scored twice in the 3-2 win over Spain.
    18-year-old = exact 18 year
Ukraine received 31 Abrams tanks and 155mm shells.
    31 = exact 31 item {Abrams tanks}
    155mm = exact 155 millimetre
More than 100,000 people - about half of them women - marched through Paris.
    More than 100,000 = more_than 100000 person {people}
    about half = about 50 percent
The death toll has passed 5,000, with over 10,000 missing.
    5,000 = exact 5000 person
    over 10,000 = more_than 10000 person
Some 200 migrants were rescued from two boats 60 nautical miles off Lampedusa.
    Some 200 = about 200 person {migrants}
    two = exact 2 item {boats}
    60 nautical miles = exact 60 nautical_mile
Fewer than one in ten of the 2,400 schools have reopened.
    Fewer than one in ten = less_than 10 percent {schools}
    2,400 = exact 2400 item {schools}
The UN says 1.9m people - nearly 85% of the population - have been displaced.
    1.9m = exact 1900000 person {people}
    nearly 85% = about 85 percent {the population}
The government has spent Rs 2.3 lakh crore on subsidies.
    Rs 2.3 lakh crore = exact 2300000000000 INR {subsidies}
The reservoir holds 3.5bn litres, less than half its capacity.
    3.5bn litres = exact 3500000000 litre
    less than half = less_than 50 percent {its capacity}
Officials put the number of dead at 43 and the number of injured at 112.
    43 = exact 43 person
    112 = exact 112 person
The parade drew tens of thousands of spectators, police said.
    tens of thousands = vague 20000..99999 person {spectators}
Hospitals treated several hundred patients for smoke inhalation.
    several hundred = vague 300..999 person {patients}
Two-thirds of the 650 MPs voted for the bill: 412 to 183.
    Two-thirds = exact 66.667 percent {MPs}
    650 = exact 650 person {MPs}
    412 = exact 412 person
    183 = exact 183 person
The drone flew 1,000 km at 180 km per hour.
    1,000 km = exact 1000 kilometre
    180 km per hour = exact 180 kilometre per hour
The pipeline carries 1.5 million barrels per day.
    1.5 million barrels = exact 1500000 barrel per day
Russia launched 45 drones and 12 missiles overnight; 38 drones were shot down.
    45 = exact 45 item {drones}
    12 = exact 12 item {missiles}
    38 = exact 38 item {drones}
Half of those polled said they would vote for him.
    Half = exact 50 percent {those polled}
The factory employs 3,000 and makes 250,000 cars a year.
    3,000 = exact 3000 person
    250,000 = exact 250000 item per year {cars}
Unemployment among under-25s stands at 27.8%.
    27.8% = exact 27.8 percent
The court awarded him $1 in damages.
    $1 = exact 1 USD {damages}
The ship was carrying 2,750 tonnes of ammonium nitrate.
    2,750 tonnes = exact 2750 tonne {ammonium nitrate}
The price fell below $20 for the first time since 2002.
    below $20 = less_than 20 USD <down>
Only 1 in 20 patients recovered within 48 hours.
    1 in 20 = exact 5 percent {patients}
    48 hours = exact 48 hour
The bill passed by 219 votes to 212.
    219 = exact 219 item {votes}
    212 = exact 212 item
An average of 38 people a day were killed in March.
    38 = exact 38 person per day {people}
The population grew 1.2 percent a year between 2010 and 2020.
    1.2 percent = exact 1.2 percent per year <up by 1.2 percent>
About 60-70 people were inside when the roof caved in.
    About 60-70 = between 60..70 person {people}
The suspect, a 34-year-old man, was arrested 20 minutes later.
    34-year-old = exact 34 year {man}
    20 minutes = exact 20 minute
They demanded 10m roubles ($130,000) for his release.
    10m roubles = exact 10000000 RUB
    $130,000 = exact 130000 USD
The group said it had killed "more than 50" soldiers.
    more than 50 = more_than 50 person {soldiers}
Exports totalled $4.3-billion in 2021.
    $4.3-billion = exact 4300000000 USD
The hospital has 1,000-plus beds and 90 intensive-care beds.
    1,000-plus = more_than 1000 item {beds}
    90 = exact 90 item {intensive-care beds}
The plant will produce 1.2GW, enough for 1 million homes.
    1.2GW = exact 1.2 gigawatt
    1 million = exact 1000000 building {homes}
Up to 20cm of rain fell in 24 hours, displacing over 3,400 families.
    Up to 20cm = at_most 20 centimetre {rain}
    24 hours = exact 24 hour
    over 3,400 = more_than 3400 household {families}
It was the third attack in two weeks and the deadliest since October 7.
    two weeks = exact 2 week
The two men, aged 24 and 31, appeared in court on Monday.
    two = exact 2 person {men}
    24 = exact 24 year
    31 = exact 31 year
Aid has reached just 12 of the 60 villages.
    12 = exact 12 item {villages}
    60 = exact 60 item {villages}
Ninety-nine percent of votes had been counted by 9 p.m.
    Ninety-nine percent = exact 99 percent {votes}
They lost four of their five matches.
    four = exact 4 item {matches}
    five = exact 5 item {matches}
The deficit widened to 5.2% of GDP, or 1.1 trillion yen.
    5.2% = exact 5.2 percent {GDP} <up>
    1.1 trillion yen = exact 1100000000000 JPY
Losses could reach as high as $10 billion.
    as high as $10 billion = at_most 10000000000 USD
The budget is $5 million short of target.
    $5 million = exact 5000000 USD
The Taliban released 1,000 prisoners, 300 more than agreed.
    1,000 = exact 1000 person {prisoners}
    300 = exact 300 person
The rebels control one-fifth of the country, an area of 24,000 sq km.
    one-fifth = exact 20 percent {the country}
    24,000 sq km = exact 24000 square_kilometre
The plane was carrying 181 passengers and a crew of six.
    181 = exact 181 person {passengers}
    six = exact 6 person
Police fired dozens of rounds; nobody was injured.
    dozens = vague 24..99 item {rounds}
    nobody = exact 0 person
About three dozen protesters were detained and later released.
    About three dozen = about 36 person {protesters}
The virus has infected 2,300 people and killed 76 in 11 countries.
    2,300 = exact 2300 person {people}
    76 = exact 76 person
    11 = exact 11 item {countries}
Twelve hundred troops from the 82nd Airborne Division will deploy.
    Twelve hundred = exact 1200 person {troops}
Eight hundred thousand people fled, four times as many as in 2015.
    Eight hundred thousand = exact 800000 person {people}
    four times = exact 4 factor
Mr Khan got 52.3 per cent of the vote against 47.7 per cent for his rival.
    52.3 per cent = exact 52.3 percent {the vote}
    47.7 per cent = exact 47.7 percent
""")

NONE = cases("""
The talks resume on 21 March and end by April 3, 2024.
In 2019, and again in the 1990s, Route 66 and Article 5 were in the news.
The F-16 and the G7, MH17 and Covid-19 are names.
The train leaves at 6.30pm, or 18:45, from platform 9.
The 21st century began with the third and fourth wars.
Call +44 20 7946 0958 or visit https://example.org/2023/11/04.
Resolution 2254, type 2 diabetes and Apollo 11 count nothing.
1. The first point is moot.
The 2012-13 season and the 1914-1918 war are over.
On 9/11 and 24/7 nothing is counted.
The firm lives at 10 Downing Street and 221 Baker Street.
He wrote Nineteen Eighty-Four in 1948.
The Three Gorges dam and Formula One are known.
She came first, he came second, and both were half-hearted.
""")


@pytest.mark.parametrize(("sentence", "sayings"), [*CHANGE, *WIRE, *NONE])
def test_says(sentence: str, sayings: list[str]) -> None:
    assert said(sentence) == sayings
