"""`claimbench explain`: the words, the rule and what it says, for every number of a sentence."""

from click.testing import CliRunner

from cli.explain import explain


def test_every_number_is_shown_with_its_words_and_rules() -> None:
    sentence = "Officials said at least 14 people were killed in Kabul on 2 May 2024 and [brackets] stay."
    result = CliRunner().invoke(explain, [sentence, "--rules"])
    assert result.exit_code == 0
    assert "[brackets] stay" in result.stdout
    for words in ("at least 14", "this number or more", "killed, ", "Kabul", "AF", "2 May 2024", "Officials"):
        assert words in result.stdout


def test_a_sentence_without_claims_says_so() -> None:
    result = CliRunner().invoke(explain, ["Good morning.", "--rules"])
    assert result.exit_code == 0
    assert "Nothing to check" in result.stdout
