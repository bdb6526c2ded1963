"""Where an article was written and when, from its first line."""

from datetime import date

import pytest

from models.domain.periods import find_dateline

DATELINES = [
    ("KYIV, March 24 (Agency) — Three people died.", 2022, "KYIV", "2022-03-24"),
    ("KYIV, March 24, 2022 (Agency) — Three people died.", None, "KYIV", "2022-03-24"),
    ("BRUSSELS — Leaders met.", None, "BRUSSELS", None),
    ("NEW DELHI (Agency) -- Leaders met.", None, "NEW DELHI", None),
    ("Rio de Janeiro, 3 May 2021 – Rains fell.", None, "Rio de Janeiro", "2021-05-03"),
    ("Friday, January 4, 2019\n\nA house fell in.", None, None, "2019-01-04"),
    ("4 January 2019\nGENEVA — A house fell in.", None, "GENEVA", "2019-01-04"),
    ("KYIV, March 24 — No year is known.", None, "KYIV", None),
    ("WASHINGTON, D.C., May 3, 2021 — Leaders met.", None, "WASHINGTON, D.C.", "2021-05-03"),
    ("OAKLAND, Calif. — A bus hit a wall.", None, "OAKLAND, Calif.", None),
    ("Oakland, he said — twice.", None, None, None),
    ("Lviv (Agency) — Leaders met.", None, "Lviv", None),
    ("Pope Francis – who is 80 – spoke.", None, None, None),
    ("3 May 2021\n3 May 2021\n" * 3000, None, None, "2021-05-03"),
    ("A house fell in – nobody was hurt.", None, None, None),
    ("Three people died on Monday.", None, None, None),
    ("", None, None, None),
    ("\n\n", None, None, None),
]


@pytest.mark.parametrize(("text", "year", "place", "day"), DATELINES)
def test_datelines(text: str, year: int | None, place: str | None, day: str | None) -> None:
    found, read = find_dateline(text, year)
    assert (found.text if found else None) == place
    assert found is None or text[found.start : found.end] == found.text
    assert read == (date.fromisoformat(day) if day else None)
