"""The model card says what the reports say."""

from lab.card import CARD, with_figures


def test_the_cards_tables_are_those_of_the_reports() -> None:
    card = CARD.read_text(encoding="utf-8")
    assert "<!-- model -->" in card
    assert with_figures(card) == card, "run `python -m lab.card`"
