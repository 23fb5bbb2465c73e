import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.link.terms import content_terms, weight
from timeline.records import Span


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bought drones", "purchased unmanned aerial vehicles"),
        ("the ceasefire was prolonged", "the truce is extended"),
        ("an ambassador met separatists", "envoys hold talks with secessionists"),
        ("militia agreed to lay down their weapons in truce", "rebels disarm under ceasefire"),
        ("the defence programme was authorised", "defense programs are authorized"),
        ("the army staged a putsch", "soldiers overthrew him"),
        ("wheat left the harbour", "grain departing from ports"),
    ],
)
def test_different_words_for_one_thing_share_terms(one: str, other: str) -> None:
    shared = content_terms(one) & content_terms(other)
    assert len(shared) >= 2


def test_small_words_numbers_and_the_left_out_names_are_no_terms() -> None:
    text = "The 35 tankers of Iran were in the strait"
    name = Span(text.index("Iran"), text.index("Iran") + 4)
    assert content_terms(text, [name]) == {"tanker", "strait"}


def test_accents_and_case_make_no_difference() -> None:
    assert content_terms("ERDOĞAN café") == content_terms("Erdogan CAFE")


def test_a_word_any_report_could_hold_weighs_less() -> None:
    (official,) = content_terms("officials")
    (corridor,) = content_terms("corridor")
    assert weight(official) < weight(corridor)


@given(st.text(max_size=300))
def test_any_text_gives_terms(text: str) -> None:
    assert all(term for term in content_terms(text))
