"""A bare pronoun is no name: the actor behind it is, or nobody."""

import pytest

from timeline.browse.speakers import points_only, speaker


@pytest.mark.parametrize(
    ("text", "actor", "words"),
    [
        ("He", "Donald Trump", "“he”, taken to be Donald Trump"),
        ("Both sides", "", "“both sides”, not identified"),
        ("I", "", "“I”, not identified"),
        ("the two leaders", "", "“the two leaders”, not identified"),
        # a form of words that names somebody stays as the article has it
        ("Mr Trump", "Donald Trump", "Mr Trump"),
        ("the Kremlin", "Russia", "the Kremlin"),
        ("", "Russia", "Russia"),
    ],
)
def test_who_says_so_is_a_name_or_said_to_be_none(text: str, actor: str, words: str) -> None:
    assert str(speaker(text, actor)) == words


def test_the_article_itself_is_nobody() -> None:
    assert speaker("", "") is None


@pytest.mark.parametrize(
    "text", ["the ministry", "the", "one official", "both ministers", "It ministry", "US", ""]
)
def test_words_that_describe_somebody_do_not_only_point(text: str) -> None:
    assert not points_only(text)
