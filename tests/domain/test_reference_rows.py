"""A file of trusted figures is taken whole or refused whole, with every cell named that has a problem."""

import json

import pytest

from models.domain.errors import Invalid
from models.domain.reference_rows import MOST_PROBLEMS, NewReference, changed_fields, read_rows
from models.domain.references.files import (
    LARGEST_FILE,
    MOST_ROWS,
    Row,
    row_of_object,
    rows_of_csv,
    rows_of_json_lines,
)

HEADER = "publisher,as_of,place,measure,value,unit,population,basis,url,external_id"
LINE = "Civil Agency,2026-03-12,Tarvenna,killed,28,,people,stock,https://example.org/a,K1"


def one(**cells: str) -> NewReference:
    """The reference of one row; *cells* over a row that is right."""
    given = {"publisher": "Agency", "as_of": "2026-03-12", "measure": "killed", "value": "28", **cells}
    reading = read_rows([Row(2, {name: cell for name, cell in given.items() if cell})])
    assert not reading.problems, reading.errors
    return reading.references[0]


def errors_of(**cells: str) -> dict[str, list[str]]:
    given = {"publisher": "Agency", "as_of": "2026-03-12", "measure": "killed", "value": "28", **cells}
    return read_rows([Row(7, {name: cell for name, cell in given.items() if cell})]).errors


@pytest.mark.parametrize(
    ("cells", "bound", "low", "high", "unit"),
    [
        ({}, "exact", "28", "28", "person"),
        ({"value": "at least 17"}, "at_least", "17", None, "person"),
        ({"value": "up to 40", "population": "people"}, "at_most", None, "40", "person"),
        ({"value": "19,000 to 22,000", "measure": "displaced"}, "between", "19000", "22000", "person"),
        ({"value": "about 3,000", "measure": "evacuated"}, "about", "3000", "3000", "person"),
        ({"value": "", "low": "19000", "high": "22000"}, "between", "19000", "22000", "person"),
        ({"value": "", "low": "17"}, "at_least", "17", None, "person"),
        ({"value": "", "high": "40"}, "at_most", None, "40", "person"),
        ({"value": "", "low": "28", "high": "28"}, "exact", "28", "28", "person"),
        ({"value": "50 million", "measure": "money", "unit": "EUR"}, "exact", "50000000", "50000000", "EUR"),
        ({"value": "50 million euros", "measure": "money"}, "exact", "50000000", "50000000", "EUR"),
        ({"value": "12", "measure": "displaced", "unit": "percent"}, "exact", "12", "12", "percent"),
        ({"value": "12", "measure": "share"}, "exact", "12", "12", "percent"),
        ({"value": "512", "measure": "buildings_destroyed"}, "exact", "512", "512", "building"),
        (
            {"value": "4100", "unit": "household", "measure": "displaced"},
            "exact",
            "4100",
            "4100",
            "household",
        ),
        ({"value": "30", "unit": "kilometre", "measure": "distance"}, "exact", "30", "30", "kilometre"),
        ({"value": "300", "measure": "cases", "population": "cholera cases"}, "exact", "300", "300", "item"),
        ({"value": "dozens"}, "vague", "24", "99", "person"),
    ],
)
def test_a_value_is_read_with_its_bound_and_unit(
    cells: dict[str, str], bound: str, low: str | None, high: str | None, unit: str
):
    data = one(**cells).data
    quantity = data["quantity"]
    assert (quantity["bound"], quantity["low"], quantity["high"], quantity["unit"]) == (
        bound,
        low,
        high,
        unit,
    )
    assert data["standalone"][quantity["start"] : quantity["end"]] == quantity["text"]


def test_a_reference_says_where_when_and_who():
    data = one(place="Lviv", first_day="2026-03-01", basis="flow", url="https://example.org/x").data
    assert data["place"]["country"] == "UA"
    assert (data["period"]["first_day"], data["period"]["last_day"]) == ("2026-03-01", "2026-03-12")
    assert "Lviv" in data["standalone"]
    assert "Agency" in data["standalone"]


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        ({"publisher": ""}, "publisher", "fill it in"),
        ({"publisher": "x" * 201}, "publisher", "shorten"),
        ({"as_of": ""}, "as_of", "fill it in"),
        ({"as_of": "12.3.2026"}, "as_of", "YYYY-MM-DD"),
        ({"as_of": "2026-02-30"}, "as_of", "YYYY-MM-DD"),
        ({"first_day": "2026-03-13"}, "first_day", "later than as_of"),
        ({"measure": "deaths"}, "measure", "none of killed"),
        ({"basis": "total"}, "basis", "none of stock"),
        ({"url": "ftp://example.org"}, "url", "http"),
        ({"url": "javascript:alert(1)"}, "url", "http"),
        ({"country": "Ukraine", "place": "Lviv"}, "country", "two capital letters"),
        ({"country": "UA"}, "place", "Name the place"),
        ({"value": ""}, "value", "low and high"),
        ({"low": "3"}, "value", "either"),
        ({"value": "twelve or maybe 14 and 20"}, "value", "not one number"),
        ({"value": "many"}, "value", "not one number"),
        ({"value": "", "low": "1,000"}, "low", "plain number"),
        ({"value": "", "low": "9", "high": "3"}, "low", "swap"),
        ({"value": "12", "unit": "bananas"}, "unit", "does not fit"),
        ({"value": "12 km", "unit": "person"}, "unit", "does not fit"),
        ({"value": "12", "measure": "other"}, "unit", "what the number counts"),
        ({"external_id": "content:1"}, "external_id", "kept for"),
    ],
)
def test_a_problem_names_row_column_and_what_to_do(cells: dict[str, str], column: str, says: str):
    errors = errors_of(**cells)
    assert list(errors) == [f"row.7.{column}"]
    assert says in errors[f"row.7.{column}"][0]


def test_two_rows_about_one_figure_are_told():
    rows = [
        Row(n, {"publisher": "A", "as_of": "2026-03-12", "measure": "killed", "value": v})
        for n, v in ((2, "1"), (3, "2"))
    ]
    assert list(read_rows(rows).errors) == ["row.3.external_id"]
    assert "Row 2" in read_rows(rows).errors["row.3.external_id"][0]


def test_without_a_name_of_its_own_a_row_is_the_same_when_only_its_value_differs():
    assert one(value="28").key == one(value="31").key
    assert one(external_id="K1").key == "K1"
    for other in ({"place": "Lviv"}, {"as_of": "2026-03-13"}, {"measure": "injured"}, {"population": "men"}):
        assert one(**other).key != one().key


def test_what_changed_is_told_by_column():
    assert changed_fields(one(value="28").data, one(value="31", url="https://x.org").data) == ["url", "value"]


def test_problems_are_listed_up_to_a_number():
    rows = [Row(n, {"publisher": "A"}) for n in range(2, 2 + MOST_PROBLEMS)]
    errors = read_rows(rows).errors
    assert len(errors) == MOST_PROBLEMS + 1
    assert "more problems" in errors["file"][0]


@pytest.mark.parametrize(
    "content",
    [
        f"{HEADER}\n{LINE}\n",
        f"\ufeff{HEADER}\r\n{LINE}\r\n",
        f"\ufeff{HEADER}\r\n{LINE}\r\n".replace(",", ";"),
        f"{HEADER}\n{LINE}\n".replace(",", "\t"),
        f"\n\n{HEADER},,\n\n{LINE},,\n,,,\n",
        f"{HEADER}\n{LINE}".replace("as_of", "As Of").replace("Civil Agency", '"Civil Agency"'),
    ],
    ids=["plain", "bom", "excel", "tabs", "empty lines", "quoted"],
)
def test_files_of_spreadsheets_and_programs_are_read_alike(content: str):
    (row,) = rows_of_csv(content.encode())
    assert row.cells == {
        "publisher": "Civil Agency", "as_of": "2026-03-12", "place": "Tarvenna", "measure": "killed",
        "value": "28", "population": "people", "basis": "stock", "url": "https://example.org/a",
        "external_id": "K1",
    }  # fmt: skip


def test_a_quoted_cell_may_hold_commas_quotes_and_lines():
    (row, after) = rows_of_csv(
        b'publisher,as_of,measure,value,statement\nA,2026-03-12,killed,"1,028","He said ""no"",\nthen left"\n'
        b"B,2026-03-12,killed,1,\n"
    )
    assert row.cells["value"] == "1,028"
    assert row.cells["statement"] == 'He said "no",\nthen left'
    assert (row.number, after.number) == (2, 3)


@pytest.mark.parametrize(
    ("content", "where", "says"),
    [
        (b"", "file", "empty"),
        (b"publisher,as_of,measure,value,value\n", "header.value", "twice"),
        (b"publisher,as_of,measure,number\n", "header.number", "no such column"),
        (b"publisher,measure,value\n", "header.as_of", "missing"),
        (b"publisher,as_of,measure\nA,2026-03-12,killed,28\n", "row.2", "more cells"),
        (b'publisher,as_of,measure\nA,"2026', "row.2", "quotation mark"),
        (b"publisher,as_of,measure\n\xff\xfe\n", "file", "UTF-8"),
        (b"publisher,as_of,measure\nA\x00,,\n", "file", "U+0000"),
        (b"x" * (LARGEST_FILE + 1), "file", "bytes"),
        (b"publisher,as_of,measure\n" + b"A,,\n" * (MOST_ROWS + 1), "file", "rows"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, where: str, says: str):
    with pytest.raises(Invalid) as refused:
        rows_of_csv(content)
    assert any(says in problem for problem in refused.value.fields[where]), refused.value.fields


def test_json_lines_keep_the_digits_of_numbers():
    record = {
        "publisher": "A",
        "as_of": "2026-03-12",
        "measure": "killed",
        "low": 28.10,
        "high": 1e2,
        "url": None,
    }
    (row,) = rows_of_json_lines(("\n" + json.dumps(record) + "\n").replace("28.1", "28.10").encode())
    assert row.number == 2
    assert row.cells["low"] == "28.10"
    assert "url" not in row.cells


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("{", "row.1"),
        ("[1]", "row.1"),
        ('{"publisher": NaN}', "row.1"),
        ('{"publisher": true}', "row.1.publisher"),
        ('{"publisher": ["A"]}', "row.1.publisher"),
        ('{"surprise": 1}', "row.1.surprise"),
        ('{"publisher": "\\ud800"}', "row.1.publisher"),
    ],
)
def test_a_line_that_is_no_reference_is_refused(line: str, where: str):
    with pytest.raises(Invalid) as refused:
        rows_of_json_lines(line.encode())
    assert list(refused.value.fields) == [where]


def test_one_object_is_a_row():
    assert row_of_object({"publisher": "A", "low": 3}).cells == {"publisher": "A", "low": "3"}
