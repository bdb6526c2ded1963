"""Quantities: what a number is counted in, each sentence with what the reader must say of it."""

import pytest

from tests.domain.sayings import cases, said

UNITS = cases("""
The convoy drove 30 km and then 12 miles.
    30 km = exact 30 kilometre
    12 miles = exact 12 mile
A 30-kilometre wall rises eight metres.
    30-kilometre = exact 30 kilometre {wall}
    eight metres = exact 8 metre
The farm covers 400 hectares, or 4 sq km.
    400 hectares = exact 400 hectare
    4 sq km = exact 4 square_kilometre
The ship carries 816 000 t of ore and 3,000 barrels of oil.
    816 000 t = exact 816000 tonne {ore}
    3,000 barrels = exact 3000 barrel {oil}
Gusts reached 140 km/h, 87 mph and 75 knots.
    140 km/h = exact 140 kilometre per hour
    87 mph = exact 87 mile per hour
    75 knots = exact 75 knot
It was minus 12 degrees, then 35°C, then 100 degrees Fahrenheit.
    minus 12 degrees = exact -12 celsius
    35°C = exact 35 celsius
    100 degrees Fahrenheit = exact 100 fahrenheit
The parcel weighed 3.5 kg.
    3.5 kg = exact 3.5 kilogram
He ran the 100m race and 1.5m people watched.
    100m = exact 100 metre
    1.5m = exact 1500000 person {people}
The wave was 12m high.
    12m = exact 12 metre
A 10-storey block and a 250-bed hospital burned.
    10-storey = exact 10 item {block}
    250-bed = exact 250 item {hospital}
The three-day visit began.
    three-day = exact 3 day
A 92-year-old woman and her six-month-old grandson escaped.
    92-year-old = exact 92 year {woman}
    six-month-old = exact 6 month {grandson}
A 12-member council and a 5,000-strong militia rule there.
    12-member = exact 12 person {council}
    5,000-strong = exact 5000 person {militia rule}
The suspect, aged 34, and a girl of 12 were held.
    34 = exact 34 year
    12 = exact 12 year
Anna Berg, 58, leads the party.
    58 = exact 58 year
Those over 65 and children under five go first.
    over 65 = more_than 65 year
    under five = less_than 5 year
The engine makes 250 horsepower and 258 pound-feet of torque and returns 32 mpg.
    250 horsepower = exact 250 horsepower
    258 pound-feet = exact 258 pound_foot {torque}
    32 mpg = exact 32 mile per gallon
The phone has a 5,000 mAh battery, a 108-megapixel camera and loads at 1.2 Gbps.
    5,000 mAh = exact 5000 milliampere_hour
    108-megapixel = exact 108 megapixel {camera}
    1.2 Gbps = exact 1.2 gigabit per second
The lake holds 28.9 million acre-feet and the pipe 32 psi under a 220 kV line.
    28.9 million acre-feet = exact 28900000 acre_foot
    32 psi = exact 32 pound per square_inch
    220 kV = exact 220 kilovolt
A magnitude-6.4 quake struck; the plant emits 3.4 million tonnes of CO2 a year.
    6.4 = exact 6.4 magnitude
    3.4 million tonnes = exact 3400000 tonne per year {CO2}
The 220-pound striker paid a 500-pound fine.
    220-pound = exact 220 pound {striker}
    500-pound = exact 500 GBP {fine}
Families displaced: 300; houses destroyed: 45; deaths: 3; hectares burnt: 12.
    300 = exact 300 household {Families displaced}
    45 = exact 45 building {houses destroyed}
    3 = exact 3 person {deaths}
    12 = exact 12 item
The number of displaced families is 349.
    349 = exact 349 household
The number of homes without power stands at about 7,000.
    about 7,000 = about 7000 building
Population Evacuated 116129
    116129 = exact 116129 person
The kits came in packs of 10, 200 and 300; some 61, 000 people fled.
    10 = exact 10 item
    200 = exact 200 item
    300 = exact 300 item
    some 61, 000 = about 61000 person {people}
The index lost 120 points.
    120 points = exact 120 point
Turnout fell four points to 61 percent.
    four points = exact 4 percentage_point <down by 4 percentage_point>
    61 percent = exact 61 percent <down by 4 percentage_point>
A 6.4-magnitude earthquake struck.
    6.4-magnitude = exact 6.4 magnitude {earthquake}
Ten times the usual amount fell, twice as much as in May.
    Ten times = exact 10 factor
    twice = exact 2 factor
They held 40 houses, 30 families and 12 schools.
    40 = exact 40 building {houses}
    30 = exact 30 household {families}
    12 = exact 12 item {schools}
Two houses of parliament met.
    Two = exact 2 item {houses of parliament}
""")

MONEY = cases("""
The fund holds $5m, US$6m, A$7m, C$8m, NZ$9m and HK$10m.
    $5m = exact 5000000 USD
    US$6m = exact 6000000 USD
    A$7m = exact 7000000 AUD
    C$8m = exact 8000000 CAD
    NZ$9m = exact 9000000 NZD
    HK$10m = exact 10000000 HKD
It cost £3.50, €4, ¥500 and ₹600.
    £3.50 = exact 3.5 GBP
    €4 = exact 4 EUR
    ¥500 = exact 500 JPY
    ₹600 = exact 600 INR
They paid 20 million Canadian dollars and 3 million Danish kroner.
    20 million Canadian dollars = exact 20000000 CAD
    3 million Danish kroner = exact 3000000 DKK
Pakistan will pay Rs 300, India Rs. 400.
    Rs 300 = exact 300 PKR
    Rs. 400 = exact 400 INR
A ticket costs 50 cents, or 40p.
    50 cents = exact 0.5 USD
    40p = exact 0.4 GBP
The bond is worth USD 12 million.
    USD 12 million = exact 12000000 USD
Norway will lend 4bn kroner.
    4bn kroner = exact 4000000000 NOK
The bomb weighed 500 pounds of steel; the fine was 500 pounds.
    500 pounds = exact 500 pound {steel}
    500 pounds = exact 500 GBP
A million-dollar prize was offered.
    million-dollar = exact 1000000 USD {prize}
""")

RATES = cases("""
The clinic treats 40 people a day.
    40 = exact 40 person per day {people}
The rate is 12 per 100,000 people.
    12 = exact 12 item per 100000 person
The toll reached 17 a day earlier.
    17 = exact 17 person
Oil fell to $70 a barrel.
    $70 = exact 70 USD per barrel <down>
Each family gets 20 litres per person.
    20 litres = exact 20 litre per person
The port handles 300 ships a year.
    300 = exact 300 item per year {ships}
Five people die every hour.
    Five = exact 5 person per hour {people}
""")


@pytest.mark.parametrize(("sentence", "sayings"), [*UNITS, *MONEY, *RATES])
def test_says(sentence: str, sayings: list[str]) -> None:
    assert said(sentence) == sayings
