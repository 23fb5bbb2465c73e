"""A text made ready for the attribution rules: tokens, quotations and paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.extract.attribution.quotes import find_quotes, is_speech
from timeline.extract.verbs import finite_at, is_listed
from timeline.extract.words import Words, words_of
from timeline.records import Span

_QUOTED_LINE = re.compile(r"\n\s{0,3}(?=[“\"])")
_LEAD_LINE = re.compile(r"(?:\A|\n)[ \t]{0,9}(\w[^\n]{1,60}:)\s{1,9}\Z")
_LONGEST_LEAD = 80
# Part of the reason of what a lead-in such as "The paper notes:" attributes.
BLOCK = "introduces the block after it"
# The same of "X did A, saying B".
AFTER_MAIN_VERB = "after the main verb"
# The same of what is not the main clause ("After X warned of A, ...") or only a wish or mention.
IN_PASSING = "with what it is about after it"
# The same of "part of what X says is a plan".
NAMED_SO = "with what is named so after it"
# The same of "“A,” X said".
AFTER_CONTENT = "said after its content"


@dataclass(slots=True)
class Found:
    """An attribution in token indexes: first and last token of the source, both included.

    `content` is in code points. `form` names the rule for the reason.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: list[Span]
    form: str
    sentence: int


@dataclass(slots=True)
class Page:
    """`opening`, `closing`: the tokens with which a quotation begins and ends."""

    text: str
    words: Words
    quotes: tuple[Span, ...]
    in_quote: list[int]
    sentences: Sequence[Span]
    bounds: list[tuple[int, int]]
    opening: frozenset[int]
    closing: frozenset[int]
    _finite: dict[int, bool] = field(default_factory=dict)

    def finite(self, index: int) -> bool:
        known = self._finite.get(index)
        if known is None:
            name = self.words.capital(index) and not is_listed(self.words.low[index])  # "Jared"
            known = self._finite[index] = not name and finite_at(self.words.low, index)
        return known

    def has_finite(self, first: int, last: int) -> bool:
        return any(map(self.finite, range(first, last)))

    def quote_of(self, index: int) -> Span | None:
        number = self.in_quote[index] if 0 <= index < len(self.in_quote) else -1
        return self.quotes[number] if number >= 0 else None

    def closes_quote(self, index: int) -> bool:
        return index in self.closing

    def opens_quote(self, index: int) -> bool:
        return index in self.opening

    def sentence_at(self, span: Span) -> int:
        """Number of the sentence a span begins in, 0 when there is none before it."""
        return max(0, bisect_right(self.sentences, (span.start, len(self.text) + 1)) - 1)

    def span(self, first: int, last: int) -> Span:
        """Code points from token `first` up to token `last`, both included."""
        return Span(self.words.starts[first], self.words.ends[last])


def make_page(text: str, sentences: Sequence[Span]) -> Page:
    words = words_of(text)
    quotes = tuple(quote for quote in find_quotes(text) if is_speech(text, quote))
    in_quote = [-1] * len(words)
    for number, quote in enumerate(quotes):
        for index in range(words.at(quote.start), words.at(quote.end)):
            in_quote[index] = number
    quoted = [(index, quotes[number]) for index, number in enumerate(in_quote) if number >= 0]
    opening = frozenset(index for index, quote in quoted if words.starts[index] == quote.start)
    closing = frozenset(index for index, quote in quoted if words.ends[index] == quote.end)
    whole = sorted(sentences)
    parts = [part for span in whole for part in _at_quoted_lines(text, span)]
    ordered = sorted([*parts, *_lead_lines(text, whole)])
    bounds = [(words.at(span.start), words.at(span.end)) for span in ordered]
    return Page(text, words, quotes, in_quote, ordered, bounds, opening, closing)


def _lead_lines(text: str, sentences: Sequence[Span]) -> list[Span]:
    """Lines before a quotation that end with a colon and were too short to count as text."""
    found: list[Span] = []
    reached = 0
    for sentence in sentences:
        if text[sentence.start : sentence.start + 1] in ("“", '"'):
            gap = text[max(reached, sentence.start - _LONGEST_LEAD) : sentence.start]
            line = _LEAD_LINE.search(gap)
            offset = sentence.start - len(gap)
            if line:
                found.append(Span(offset + line.start(1), offset + line.end(1)))
        reached = sentence.end
    return found


def _at_quoted_lines(text: str, sentence: Span) -> list[Span]:
    """A sentence cut where a line of it begins with a quotation: a name ended the line before."""
    cuts = [match.end() for match in _QUOTED_LINE.finditer(text, sentence.start, sentence.end)]
    starts = [sentence.start, *cuts]
    return [Span(a, b) for a, b in zip(starts, [*cuts, sentence.end], strict=True) if b > a]


def paragraph_starts(text: str) -> list[int]:
    """Offsets at which paragraphs begin: after each line break."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def paragraph_of(starts: list[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1
