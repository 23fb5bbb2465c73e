"""Words read from a whole text are those of its part, wherever the part begins and ends."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.words import Words, words_in

TEXTS = st.text(st.sampled_from("aB1 .,'’-&/“”\n_é"), max_size=40)


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_the_words_of_a_part_are_as_if_it_stood_alone(text: str, one: int, two: int) -> None:
    start, end = min(one, two, len(text)), min(max(one, two), len(text))
    shared, alone = words_in(text, start, end), Words(text, start, end)
    assert (shared.starts, shared.ends, shared.raw, shared.low) == (
        alone.starts,
        alone.ends,
        alone.raw,
        alone.low,
    )


@given(TEXTS)
def test_each_word_stands_where_it_says(text: str) -> None:
    words = Words(text)
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == words.raw
    assert "".join(words.raw) == "".join(text.split())
