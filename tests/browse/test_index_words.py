"""Words are numbered, and found, as going through them one by one does it."""

from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline.browse.index.numbering import Numbers
from timeline.browse.index.texts import NO_WORD, Texts, TextsBuilder, worded
from timeline.folding import searchable

# Of all lengths around those that are looked at together, and beyond ASCII.
WORDS = st.text("abé語", min_size=1, max_size=20) | st.sampled_from(
    ["eightish", "ninechars", "sixteencharacter", "seventeencharacte", "seventeencharact"]
)
LINES = st.lists(WORDS, max_size=6).map(" ".join)
TEXTS = st.lists(st.lists(LINES, max_size=4).map(searchable), max_size=12)


def _one_by_one(words: list[str], known: dict[str, int]) -> list[int]:
    return [known.setdefault(word, len(known)) for word in words]


@given(st.lists(st.lists(WORDS, max_size=30), max_size=6))
def test_words_are_numbered_as_they_come(texts: list[list[str]]) -> None:
    numbers, known = Numbers("first"), {"first": 0}
    for words in texts:
        assert numbers.of(" ".join(words)).tolist() == _one_by_one(words, known)
    assert numbers.known == known


def test_words_that_share_a_place_have_numbers_of_their_own() -> None:
    """More words than places: most are looked up one by one."""
    words = [f"w{n}" for n in range(400_000)]
    numbers = Numbers()
    for _ in range(2):
        found = numbers.of(" ".join(words[:300_000]))
        assert np.array_equal(found, np.arange(300_000))
    assert numbers.of(f"  {words[0]}   {words[299_999]} ").tolist() == [0, 299_999]


@given(TEXTS, st.randoms())
def test_each_word_has_the_texts_it_stands_in(texts: list[str], rng) -> None:
    order = list(range(len(texts)))
    rng.shuffle(order)
    builder = TextsBuilder()
    builder.add(texts[:5])
    builder.add(texts[5:])
    found = worded(builder.done(), np.array(order, np.int64))
    has = defaultdict(list)
    for rank, place in enumerate(order):
        assert _spelt(found.texts, rank) == [line.split() for line in texts[place].split("\n")]
        for word in sorted(set(texts[place].split())):
            has[word].append(rank)
    for word, ranks in has.items():
        number = found.texts.number_of(word)
        begin, end = found.posting_from[number : number + 2]
        assert found.posting[begin:end].tolist() == ranks
    assert len(found.posting) == sum(map(len, has.values()))


def test_more_words_than_sixteen_bits_tell_apart_keep_their_texts() -> None:
    words = [f"w{n}" for n in range(70_000)]
    builder = TextsBuilder()
    builder.add([f" {' '.join(words[start::7])} " for start in range(7)])
    found = worded(builder.done(), np.arange(7)[::-1])
    assert found.texts.words.dtype == np.int32
    spelt = sorted(words)
    expected = [6 - int(word[1:]) % 7 for word in spelt]
    assert found.posting.tolist() == expected
    assert np.array_equal(np.diff(found.posting_from)[1:], np.ones(len(words)))


def _spelt(texts: Texts, text: int) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    for number in texts.words[texts.begins[text] : texts.ends[text]].tolist():
        if number == NO_WORD:
            lines.append([])
        else:
            start, end = texts.spelt[number - 1 : number + 1]
            lines[-1].append(texts.letters[start:end].tobytes().decode())
    return lines
