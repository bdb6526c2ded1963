"""What an article tells its readers: its day by the dateline, and its currencies once for all sentences."""

from datetime import date

import pytest

from models.domain.quantities import ReadingContext
from models.nlp import reading
from models.nlp.load import load_finder
from models.nlp.pipeline import Pipeline
from models.nlp.reading import ArticleReader

DAYS = [
    ("KYIV, March 24 — The law of 3 May 2022 was signed. Ten people died on Monday.", date(2022, 3, 24)),
    ("KYIV, March 24 — The laws of 3 May 2022 and 1 June 2021 stand.", None),
    ("KYIV, March 24 — Ten people died on Monday.", None),
    ("KYIV, March 24, 2020 — The law of 3 May 2019 stands.", date(2020, 3, 24)),
    ("Ten people died on 3 May 2022.", None),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_dateline_without_a_year_takes_the_articles_own(text: str, day: date | None):
    assert ArticleReader(text, None, None).published_on == day


def test_a_publication_date_stands_over_the_dateline():
    read = ArticleReader("KYIV, March 24, 2020 — Ten people died.", None, date(2022, 3, 25))
    assert read.published_on == date(2022, 3, 25)


def test_an_article_is_asked_for_its_context_once(monkeypatch: pytest.MonkeyPatch):
    asked = []
    real = reading.read_context

    def read_context(text: str, published_on: date | None = None) -> ReadingContext:
        asked.append(published_on)
        return real(text, published_on)

    monkeypatch.setattr(reading, "read_context", read_context)
    text = "Ottawa said A$ is Canberra's. The Canadian fund paid $5 million. Canada's Ottawa paid $3 million."
    Pipeline(load_finder("rules")).extract(text, None, date(2022, 3, 25))
    assert asked == [date(2022, 3, 25)]
