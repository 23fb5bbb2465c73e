"""A passage stands in its paragraph, and is never more or less than the quote."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.browse.passages import LONGEST, paragraph_around


def test_a_paragraph_ends_at_blank_lines() -> None:
    text = "First.\n\nBefore it. The quote. After it,\nstill the same.\n \nLast."
    start = text.index("The quote.")
    found = paragraph_around(text, start, start + len("The quote."))
    assert (found.before, found.quote, found.after) == (
        "Before it. ",
        "The quote.",
        " After it,\nstill the same.",
    )
    assert not (found.cut_before or found.cut_after)


def test_without_blank_lines_a_long_text_is_cut_at_its_line() -> None:
    text = "x " * LONGEST + "\nThe line. The quote. The end.\n" + "y " * LONGEST
    start = text.index("The quote.")
    found = paragraph_around(text, start, start + len("The quote."))
    assert (found.before, found.after) == ("The line. ", " The end.")


def test_an_endless_line_is_cut_on_a_word_and_says_so() -> None:
    text = "word " * 2000 + "The quote." + " word" * 2000
    start = text.index("The quote.")
    found = paragraph_around(text, start, start + len("The quote."))
    assert found.cut_before and found.cut_after
    assert found.before.split() == ["word"] * len(found.before.split())
    assert len(found.before) < LONGEST


@given(st.text(alphabet="ab \n.", max_size=4000), st.integers(0, 4000), st.integers(1, 300))
def test_the_paragraph_is_the_articles_own_text(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = paragraph_around(text, start, end)
    assert found.quote == text[start:end]
    assert found.before + found.quote + found.after in text
