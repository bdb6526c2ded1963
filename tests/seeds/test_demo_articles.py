"""The demo articles are complete, invented ones say so, and a broken file is named."""

from datetime import date
from pathlib import Path

import pytest

from seeds.load import SeedError, demo_articles, read_article


def test_there_are_four_with_every_field_that_intake_takes():
    articles = demo_articles()
    assert len(articles) == 4
    assert len({article.url for article in articles}) == 4
    for article in articles:
        assert date.fromisoformat(article.published_on) < date.today()
        assert article.title
        assert article.url.startswith("https://example.org/")


def test_invented_ones_say_so_in_title_source_and_text():
    invented = [article for article in demo_articles() if "2022" not in article.published_on]
    assert len(invented) == 3
    for article in invented:
        assert "(invented example)" in article.title
        assert "(invented)" in article.source_name
        assert article.text.startswith("This report is invented")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("title: A\n\nText.", "lacks published_on, source_name, url"),
        ("title: A\nauthor: B\n\nText.", "'author: B'"),
        (
            "title: A\npublished_on: 2026-01-01\nsource_name: C\nurl: https://example.org\n\n  ",
            "lacks a text",
        ),
    ],
)
def test_a_file_that_is_no_article_is_named(tmp_path: Path, content: str, complaint: str):
    path = tmp_path / "9-broken.md"
    path.write_text(content)
    with pytest.raises(SeedError, match=r"9-broken\.md") as raised:
        read_article(path)
    assert complaint in str(raised.value)
