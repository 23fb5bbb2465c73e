"""Quotations whose speaker is named beside them, before a colon, or behind a dash."""

import pytest

from tests.extract.attribution.looking import found_in, parts

BESIDE = [
    ("“Wait for me here,” Ruiz urged.", "Ruiz"),
    ("“Wait for me here,” sighed the mayor.", "the mayor"),
    ("Ruiz answered with a smile: “Wait for me here.”", "Ruiz"),
    ("That came as no surprise to Ana Ruiz: “Wait for me here.”", "Ana Ruiz"),
    ("Added Ruiz: “Wait for me here.”", "Ruiz"),
    ("When he retired in 1998, the bank released this note: “Wait for us here.”", "the bank"),
    ("“Wait for me here.” Ruiz said.", "Ruiz"),
    ("“Who pays for this?” Ruiz went on, as if nobody had spoken.", "Ruiz"),
    ("“Wait for me here.” ― Ana Ruiz", "Ana Ruiz"),
    ("“Wait for me here.”\n\n— Ana Ruiz, 23", "Ana Ruiz, 23"),
]


@pytest.mark.parametrize(("text", "source"), BESIDE, ids=[t[:40] for t, _ in BESIDE])
def test_the_speaker_stands_beside_the_quotation(text: str, source: str) -> None:
    found = found_in(text)
    assert [item.text for item in found] == [source]
    assert "ait for" in parts(text, found[0])[0] or "Who pays" in parts(text, found[0])[0]


HEADLINES = [
    ("Two men fined over killing of whale - state TV", "state TV"),
    ("Nine killed in Nairobi floods – police", "police"),
]


@pytest.mark.parametrize(("text", "source"), HEADLINES)
def test_a_headline_names_its_source_behind_a_dash(text: str, source: str) -> None:
    assert [item.text for item in found_in(text)] == [source]


def test_a_heading_or_an_aside_behind_a_dash_is_no_speaker() -> None:
    assert found_in("The wheat harvest was lost - the worst in years.") == ()
    text = "“Wait for me here, all of you.”\n\n– A miner himself –"
    assert [item.text for item in found_in(text)] == [""]


def test_she_who_says_that_he_shouted_is_the_source() -> None:
    found = found_in("She said she saw him shouting at the clerk: “Wait for me here.”")
    assert found[0].text == "She"


def test_quoted_paragraphs_after_a_lead_in_are_all_its_speakers() -> None:
    text = (
        "Dr. Ruiz stated:\n\n“The port is old. It must close.\n\n“The road is worse than the "
        "port.\n\n“We shall build both.”\n\nThe council votes in May."
    )
    (item,) = found_in(text)
    assert item.text == "Dr. Ruiz"
    assert len(item.content) == 3


def test_a_block_may_be_introduced_by_any_verb_when_it_is_quoted() -> None:
    text = "Jared Soto, 17, echoed:\n\n“He speaks his mind. The city needs it.”"
    (item,) = found_in(text)
    assert item.text == "Jared Soto, 17"


def test_a_lead_in_too_short_to_be_a_sentence_still_names_the_speaker() -> None:
    text = "Stated Soto:\n\n“He speaks his mind. The city needs it.”"
    whole = found_in(text)
    assert [item.text for item in whole] == ["Soto"]


def test_a_transcript_without_a_speaker_is_named_as_what_it_is() -> None:
    text = "Partial transcript as follows:\n\n“We came to Lima. We ate late.”"
    (item,) = found_in(text)
    assert item.text == "Partial transcript"


def test_the_speaker_of_the_main_clause_goes_on_in_the_next_paragraph() -> None:
    text = (
        "The guild issued a statement suggesting someone should question the mayor.\n\n"
        "“On behalf of all members, we offer an apology to the city.”"
    )
    assert found_in(text)[-1].text == "The guild"
