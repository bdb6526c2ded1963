"""Quantities: how numbers are written, each sentence with what the reader must say of it."""

import pytest

from models.domain.quantities import read_quantities
from tests.domain.sayings import cases, said

NUMBERS = cases("""
The census found 4,812,306 people.
    4,812,306 = exact 4812306 person {people}
The census found 4 812 306 people.
    4 812 306 = exact 4812306 person {people}
Aid reached 12 500 families in the valley.
    12 500 = exact 12500 household {families}
The archive holds 1.250.000 letters.
    1.250.000 = exact 1250000 item {letters}
Engineers counted 3.500 houses in the old town.
    3.500 = exact 3500 building {houses}
Output fell to 2,5 million tonnes.
    2,5 million tonnes = exact 2500000 tonne <down>
Brussels set aside €1.3bn and Delhi Rs 450 crore.
    €1.3bn = exact 1300000000 EUR
    Rs 450 crore = exact 4500000000 INR
The state will plant 2.5 lakh trees.
    2.5 lakh = exact 250000 item {trees}
Some 40k users lost their data.
    Some 40k = about 40000 person {users}
It needs 3mn doses, 2 tn won and $7trn.
    3mn = exact 3000000 item {doses}
    2 tn won = exact 2000000000000 KRW
    $7trn = exact 7000000000000 USD
Two hundred and sixty-four miners walked out.
    Two hundred and sixty-four = exact 264 person {miners}
A hundred and twenty children were inside.
    A hundred and twenty = exact 120 person {children}
Three hundred and fifty thousand people fled.
    Three hundred and fifty thousand = exact 350000 person {people}
They waited two and a half hours.
    two and a half hours = exact 2.5 hour
The region lost two and a half million hectares of forest.
    two and a half million hectares = exact 2500000 hectare {forest}
One and a half million people have registered.
    One and a half million = exact 1500000 person {people}
Half a million people marched.
    Half a million = exact 500000 person {people}
Half a dozen ships sank.
    Half a dozen = exact 6 item {ships}
A quarter of a million soldiers are in the field.
    A quarter of a million = exact 250000 person {soldiers}
A dozen villages burned, and two dozen more were emptied.
    A dozen = exact 12 item {villages}
    two dozen = exact 24 item
Police counted eleven thousand four hundred ballots.
    eleven thousand four hundred = exact 11400 item {ballots}
A million and a half refugees crossed.
    A million and a half = exact 1500000 person {refugees}
Three and a quarter years passed.
    Three and a quarter years = exact 3.25 year
The rate stood at three point two percent.
    three point two percent = exact 3.2 percent
""")

SHARES = cases("""
Two-thirds of the houses were damaged.
    Two-thirds = exact 66.667 percent {the houses}
A third of the wheat was lost.
    A third = exact 33.333 percent {the wheat}
Nearly half the population needs aid.
    Nearly half = about 50 percent {the population}
One in five children goes hungry.
    One in five = exact 20 percent {children}
Nine out of ten voters stayed at home.
    Nine out of ten = exact 90 percent {voters}
1 in 8 hospitals has closed.
    1 in 8 = exact 12.5 percent {hospitals}
Support rose 4 percentage points to 51%.
    4 percentage points = exact 4 percentage_point <up by 4 percentage_point>
    51% = exact 51 percent <up by 4 percentage_point>
The bank cut the rate by 25 basis points.
    25 basis points = exact 25 basis_point <down by 25 basis_point>
Three-quarters of the force has deserted.
    Three-quarters = exact 75 percent {the force}
The mine is half a mile deep and half an hour away.
    half a mile = exact 0.5 mile
    half an hour = exact 0.5 hour
Some 12 per cent of the inhabitants have fled.
    Some 12 per cent = about 12 percent {the inhabitants}
Output fell by a fifth.
    a fifth = exact 20 percent <down by 20 percent>
The third man was a fourth cousin, and a third suspect fled.
""")

ONE = cases("""
One person was killed.
    One = exact 1 person {person}
One of the men fled.
One day he left, one after another.
One guard was shot, another hurt.
    One = exact 1 person {guard}
At least one was killed.
    At least one = at_least 1 person
A single vote decided it.
    A single = exact 1 item
""")


@pytest.mark.parametrize(("sentence", "sayings"), [*NUMBERS, *SHARES, *ONE])
def test_says(sentence: str, sayings: list[str]) -> None:
    assert said(sentence) == sayings


def test_a_rate_of_nothing_is_no_quantity() -> None:
    assert read_quantities("Their measure is deaths per 100 000 people rather than deaths.") == []
