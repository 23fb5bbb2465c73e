import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.statement import stand_alone
from timeline.records import Span


def statement(passage: str) -> str:
    """The passage holds its content in [brackets]."""
    start, end = passage.index("["), passage.index("]") - 1
    text = passage.replace("[", "").replace("]", "")
    found = stand_alone(text, Span(0, len(text)), Span(start, end))
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("Kyiv said [the port had been shelled twice].", "the port had been shelled twice"),
        ("Kyiv said [that the port was shelled].", "the port was shelled"),
        ("“[The port is open,]” he said.", "The port is open,"),
        ("The harbour master said [“the port is open”].", "“the port is open”"),
    ],
)
def test_a_clause_stands_without_its_frame(passage: str, expected: str) -> None:
    assert statement(passage) == expected


@pytest.mark.parametrize(
    "passage",
    [
        "Kyiv blamed [a Russian blockade for the stoppage].",
        "Paris hailed [the accord as a critical first step].",
        "The two agreed [on Friday to work for peace].",
        "Kyiv accused [Russia of shelling the port that feeds the town].",
        "The ministry promised [to clear the mines].",
        "Borrell spoke of [a first step].",
        "He said [no].",
        "Lagos condemned [what it called an attempted mutiny].",
        "Rome praised [the accord and said its ships would sail].",
        "The accord, he noted, [caps the programme for ten years].",
    ],
)
def test_a_phrase_keeps_the_verb_it_depends_on(passage: str) -> None:
    assert statement(passage) == passage.replace("[", "").replace("]", "")


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_a_statement_lies_within_its_claim(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    found = stand_alone(text, Span(0, len(text)), Span(start, end))
    assert 0 <= found.start <= found.end <= len(text)
