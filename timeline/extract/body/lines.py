"""A page as lines with what can be counted about each."""

import re
from dataclasses import dataclass

from timeline.extract.body.chrome import chrome_kind
from timeline.extract.body.kinds import Chrome
from timeline.extract.body.tails import without_tail
from timeline.extract.body.wrapped import paragraphs
from timeline.records import Span

# White space and characters without width, which scrapes leave at the ends of lines.
BLANK = (
    " \t\r\n\f\v\x1c\x1d\x1e\x1f\x85\xa0\xad\u1680\u2028\u2029\u202f\u205f\u3000\ufeff"
    + "".join(map(chr, (*range(0x2000, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065))))
)
_WORD = re.compile(r"\w[\w'’.-]*")
# A sentence end within a line: stop, closing marks, space, then a capital, digit or quote.
_INNER_STOP = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s{1,3}[\"'“‘(\[]{0,2}[A-Z0-9]")
_PROSE_WORDS = 6
_TOPIC_LETTERS = 4
_CLOSERS = "\"'”’)]*»」』"
_STOPS = tuple(".!?…。！？؟।")
# "Reuters writes:" brings in a quotation, "Topics:" a list.
_SAYS = re.compile(
    r"\b(?:writes?|reports?|says?|notes?|adds?|explains?|continues?|states?|observes?|tweets?"
    r"|wrote|reported|said|noted|added|explained|continued|stated|observed|tweeted)\s?:$",
    re.I,
)
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")

# The commonest small words of English: a sentence is a quarter to a half of them.
SMALL_WORDS = frozenset(
    "a about after against all also an and any are as at be because been before being between both"
    " but by can could did do does during each even every few for from had has have he her him his"
    " how however i if in into is it its just last like made may me might more most much must my no"
    " nor not now of off on one only or other our out over own said same say says she should since"
    " so some still such than that the their them then there these they this those through to too"
    " two under until up upon was we were what when where whether which while who whom whose why"
    " will with within without would yet you your".split()
)


@dataclass(slots=True)
class Line:
    """A line that is not blank. `start`, `end`: code points, without outer white space.

    `small`, `lower`: share of small English words, of words without a capital (all words of a
    script that has none). `gap`: there is a blank line before it.
    """

    start: int
    end: int
    text: str
    words: int
    small: float
    lower: float
    stops: bool
    sentences: int
    gap: bool
    kind: Chrome | None
    repeats: int = 1

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_prose(self) -> bool:
        """Reads like a sentence or more of running text."""
        if self.kind is not None:
            return False
        if self.words >= 25 and (self.small >= 0.2 or self.lower >= 0.7):
            return True
        return self.stops and self.words >= _PROSE_WORDS and not self.is_title_case

    @property
    def is_title_case(self) -> bool:
        """A headline in capitals that ends like a sentence: "Who Will Lead The Party Now?" """
        return self.lower < 0.4 and self.sentences == 1 and not self.text.endswith(".")

    @property
    def is_sentence(self) -> bool:
        """Also short: "He did not answer." """
        return self.is_prose or (
            self.kind is None
            and self.stops
            and self.words >= 2
            and self.text[0] not in "[(*"
            and not (self.is_title_case and self.words >= 4)
        )

    @property
    def topic(self) -> frozenset[str]:
        """Beginnings of the longer words, by which texts on one matter are alike."""
        words = (word.lower() for word in _WORD.findall(self.text))
        return frozenset(w[:_TOPIC_LETTERS] for w in words if len(w) > 3 and w not in SMALL_WORDS)

    @property
    def is_lead_in(self) -> bool:
        """Leads to what follows: "The paper adds:"."""
        return self.text.endswith(":") and (self.words >= 3 or bool(_SAYS.search(self.text)))


def read_lines(text: str) -> list[Line]:
    """The lines of `text` that hold something, with repeats counted. Linear time."""
    lines: list[Line] = []
    blanks = 1
    for begin, end in paragraphs(text):
        raw = text[begin:end]
        bare = raw.strip(BLANK)
        if bare:
            start = begin + len(raw) - len(raw.lstrip(BLANK))
            lines.append(_line(bare, start, gap=blanks > 0))
            blanks = 0
        else:
            blanks += 1
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.text] = counts.get(line.text, 0) + 1
    for line in lines:
        line.repeats = counts[line.text]
    return lines


def _stops(text: str) -> bool:
    return text.rstrip(_CLOSERS + " ").endswith(_STOPS)


def _line(text: str, start: int, *, gap: bool) -> Line:
    words = _WORD.findall(text)
    small = sum(map(SMALL_WORDS.__contains__, map(str.lower, words)))
    # Writing without spaces: two characters make about a word.
    count = max(len(words), len(_UNSPACED.findall(text)) // 2)
    small_letters = sum(1 for word in words if word[0].isalpha() and not word[0].isupper())
    stops = _stops(text) or (count >= _PROSE_WORDS and _stops(without_tail(text)))
    return Line(
        start=start,
        end=start + len(text),
        text=text,
        words=count,
        small=small / count if count else 0.0,
        lower=small_letters / len(words) if words else 0.0,
        stops=stops,
        sentences=len(_INNER_STOP.findall(text)) + 1,
        gap=gap,
        kind=chrome_kind(text, count),
    )
