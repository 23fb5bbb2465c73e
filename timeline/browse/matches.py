"""Where the words of a search stand in a text, so that they can be marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from timeline.browse.search import Term
from timeline.folding import tokens

# A word as it stands in the text, with its accents; initials hold together as in `tokens`.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|(?:[^\W_]|[\u0300-\u036f])+")
_OPEN, _CLOSE = mark_safe("<mark>"), mark_safe("</mark>")
Pieces = tuple[tuple[str, bool], ...]


def marked(text: str, terms: Iterable[Term]) -> Pieces:
    """The text in pieces, each with whether a term is found there. Joined they are the text."""
    wanted = [term for term in terms if not term.excluded]
    if not wanted:
        return ((text, False),) if text else ()
    words = [
        (token, match.start(), match.end())
        for match in _WORD.finditer(text)
        for token in _folded(match[0])
    ]
    spans = sorted(span for term in wanted for span in _spans(words, term))
    return tuple(_pieces(text, spans))


# The words of a page are mostly those of the page before.
@lru_cache(maxsize=32_768)
def _folded(word: str) -> tuple[str, ...]:
    """As it is compared with a term; nothing for what is no word."""
    return tuple(tokens(word)[:1])


def highlighted(text: str, terms: Sequence[Term]) -> str:
    """The text with what is found marked; escaped, and plain when nothing is looked for."""
    if not terms:
        return text
    pieces = marked(text, terms)
    if not any(hit for _, hit in pieces):
        return text
    return format_html_join(
        "", "{}{}{}", ((_OPEN, piece, _CLOSE) if hit else ("", piece, "") for piece, hit in pieces)
    )


def _spans(words: Sequence[tuple[str, int, int]], term: Term) -> Iterator[tuple[int, int]]:
    *same, last = term.words
    if not same:
        for word, start, end in words:
            if word.startswith(last) if term.beginning else word == last:
                yield start, end
        return
    size = len(term.words)
    for at in range(len(words) - size + 1):
        run = [word for word, _, _ in words[at : at + size]]
        ends = run[-1].startswith(last) if term.beginning else run[-1] == last
        if ends and run[:-1] == same:
            yield words[at][1], words[at + size - 1][2]


def _pieces(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    done = 0
    for start, end in spans:
        start = max(start, done)
        if end <= start:
            continue
        if start > done:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False
