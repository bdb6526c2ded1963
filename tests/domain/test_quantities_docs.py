"""docs/quantities.md: every example in it is what the reader says."""

import re
from pathlib import Path

import pytest

from tests.domain.sayings import cases, said

PAGE = (Path(__file__).parents[2] / "docs" / "quantities.md").read_text(encoding="utf-8")
EXAMPLES = cases("\n".join(re.findall(r"```reading\n(.*?)```", PAGE, re.DOTALL)))


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) > 15


@pytest.mark.parametrize(("sentence", "sayings"), EXAMPLES)
def test_the_page_tells_the_truth(sentence: str, sayings: list[str]) -> None:
    assert said(sentence) == sayings
