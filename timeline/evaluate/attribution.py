"""Who says what, sentence by sentence: the reader's question, "is this somebody's word, whose?".

A sentence carries attributed content when half of its tokens or more are within some content.
source right: the source of the sentence's main attribution shares a word with the gold one
(stop words apart), or both name none.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from timeline.evaluate.measures import Counts

Said = dict[str, Any]
_TOKEN = re.compile(r"\w+(?:[’'.\-]\w+)*|[^\w\s]")
_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r".+?(?:[.!?][\"”’')]*(?=\s+[\"“‘A-Z0-9])|$)")
_SMALL = frozenset(
    "the a an of in on at to for and or his her its their our my 's ’s mr ms mrs"
    " , . ' \" “ ”".split()
)
Indexed = tuple[frozenset[int], frozenset[int]]


def score(documents: Sequence[tuple[str, Sequence[Said], Sequence[Said]]]) -> dict[str, float]:
    """`documents`: (text, gold, found); content and source are lists of {start, end}."""
    carried = sourced = answered = expected = 0
    for text, gold, found in documents:
        tokens = [(m.start(), m.end(), m.group().lower()) for m in _TOKEN.finditer(text)]
        want, got = _indexed(tokens, gold), _indexed(tokens, found)
        all_want = frozenset[int]().union(*(content for content, _ in want))
        all_got = frozenset[int]().union(*(content for content, _ in got))
        for sentence in _sentences(text, tokens):
            in_gold = 2 * len(sentence & all_want) >= len(sentence)
            in_found = 2 * len(sentence & all_got) >= len(sentence)
            expected += in_gold
            answered += in_found
            if in_gold and in_found:
                carried += 1
                sourced += _same_source(tokens, _main(sentence, want), _main(sentence, got))
    return {
        "attributed sentences F1": Counts(carried, answered, expected).f1,
        "source-right sentences F1": Counts(sourced, answered, expected).f1,
    }


def _indexed(tokens: Sequence[tuple[int, int, str]], said: Sequence[Said]) -> list[Indexed]:
    return [
        (_inside(tokens, one["content"]), _inside(tokens, one.get("source") or []))
        for one in said
        if one["content"]
    ]


def _inside(
    tokens: Sequence[tuple[int, int, str]], fragments: Sequence[dict[str, int]]
) -> frozenset[int]:
    return frozenset(
        i
        for i, (start, end, _) in enumerate(tokens)
        for part in fragments
        if part["start"] < end and start < part["end"]
    )


def _sentences(text: str, tokens: Sequence[tuple[int, int, str]]) -> Iterator[set[int]]:
    for line in _LINE.finditer(text):
        for sentence in _SENTENCE.finditer(line.group()):
            start, end = line.start() + sentence.start(), line.start() + sentence.end()
            inside = {i for i, (a, b, _) in enumerate(tokens) if start <= a and b <= end}
            if inside:
                yield inside


def _main(sentence: set[int], said: Sequence[Indexed]) -> frozenset[int]:
    return max(said, key=lambda one: len(one[0] & sentence))[1]


def _same_source(
    tokens: Sequence[tuple[int, int, str]], one: frozenset[int], two: frozenset[int]
) -> bool:
    words = [{tokens[i][2] for i in source} - _SMALL for source in (one, two)]
    return bool(words[0] & words[1]) or not (words[0] or words[1])
