"""The words for a source: whole, and without what stands around it."""

import pytest

from tests.extract.attribution.looking import found_in

SOURCES = [
    ("“We wait,” Sen. Ana Ruiz (Lima) said.", "Sen. Ana Ruiz"),
    ("“We wait,” said Rep. Ana Ruiz, who leads the guild.", "Rep. Ana Ruiz"),
    ("Ana Ruiz, a member of the guild told the paper that it would wait.", "Ana Ruiz, a member"),
    ("“We wait,” Ana Ruiz, the head of the guild, told Andina.", "Ana Ruiz, the head of the guild"),
    ("The port is open, according to him, Peru’s envoy told nobody.", "him"),
    ("A 2014 study by the University of Lima found that rents had doubled.", "A 2014 study by"),
    ("A few hours later the guild said that it would wait.", "the guild"),
    ("For four months the towns of Ica and Tacna denied that they were bankrupt.", "the towns of"),
    (
        "Miners, farm workers and union leaders said the opposite all along.",
        "Miners, farm workers and",
    ),
    ("Peru’s envoy, Ana Ruiz, last month rejected the charges.", "Peru’s envoy, Ana Ruiz"),
    ("United States Forces Korea said that it had no orders.", "United States Forces Korea"),
    ("When it rained, Ruiz said that the road was closed.", "Ruiz"),
    ("If this fails, Ruiz argues, there are other roads.", "Ruiz"),
    ("In recent days, aides to Ruiz say, the mayor has grown tired.", "aides to Ruiz"),
    ("Oslo said that, according to a poll, most voters are tired.", "Oslo"),
    (
        "The notice said that rents would rise, according to a letter Mrs. Ruiz wrote.",
        "a letter Mrs",
    ),
    ("The minister was criticised by some of his rivals for the delay.", "some of his rivals"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES, ids=[t[:40] for t, _ in SOURCES])
def test_the_source_is_its_whole_noun_phrase_and_no_more(text: str, source: str) -> None:
    found = found_in(text)
    assert found
    assert found[0].text.startswith(source)


def test_a_second_verb_has_the_speaker_of_the_first() -> None:
    text = "The mayor admitted that the bridge was old, but said the city would keep it."
    found = found_in(text)
    assert [item.text for item in found] == ["The mayor", "The mayor"]
    assert text[found[0].content[-1].start : found[0].content[-1].end].endswith("old")


def test_what_is_added_has_the_speaker_of_the_quotation() -> None:
    text = "“We were at the top,” the coach recalled, suggesting the rest had been easy."
    assert [item.text for item in found_in(text)] == ["the coach", "the coach"]


def test_another_speaker_after_and_ends_what_the_first_asks_for() -> None:
    text = "A woman asked for a photograph and the mayor said, “As long as it is quick.”"
    assert [item.text for item in found_in(text)] == ["A woman", "the mayor"]


def test_who_is_told_and_what_goes_on_behind_stand_after_the_content() -> None:
    for text, source in (
        ("Nine miners were hurt, the ministry told Andina, while it rained.", "the ministry"),
        ("At least nine were hurt, officials said on Tuesday, adding that the pit was shut.",
         "officials"),
    ):  # fmt: skip
        found = found_in(text)
        assert found[0].text == source
        assert text[: found[0].content[0].end].endswith("hurt")


def test_a_pronoun_that_speaks_is_the_whole_source() -> None:
    found = found_in("Peru wants Chile to hand over dozens of men it blames for the raid.")
    assert found[-1].text == "it"
