"""Attribution without a reporting verb: "according to", a name and a colon, a report."""

from timeline.extract.attribution.contents import left_content, right_content, trim
from timeline.extract.attribution.cues import CUES, PAPERS, Frame
from timeline.extract.attribution.page import Found, Page
from timeline.extract.attribution.turned import source_after
from timeline.extract.verbs import DETERMINERS, PRONOUNS
from timeline.extract.words import word_set

_LONGEST_HEAD = 8
_EMERGE = word_set(
    "come comes came emerged emerge surfaced surface contained revealed disclosed detailed "
    "outlined described reported published laid found set"
)
_OPENS_REPORT = word_set("under per in")
_DASHES = frozenset({"—", "–", "―", "--", "-"})
_ACCORDING = frozenset({("according", "to"), ("as", "per")})
_ACCORDING_FIRST = frozenset(first for first, _ in _ACCORDING)
_LONGEST_CREDIT = 6
_SPEAKERS = PAPERS | word_set(
    "media tv television radio officials official ministry minister police sources source army "
    "military agency spokesman spokeswoman lawyer witnesses residents president governor mayor "
    "monitor medics rescuers un iaea who nato eu kremlin pentagon state-media union"
)
_NOT_A_NAME = word_set(
    "breaking update updated exclusive video photo photos watch live analysis opinion read more "
    "related here note editor's tags source sources location date time by image picture"
)


def according_to(page: Page, number: int, first: int, end: int) -> Found | None:
    """ "According to X, content" and "content, according to X"."""
    low = page.words.low
    if _ACCORDING_FIRST.isdisjoint(low[first:end]):
        return None
    for at in range(first, end - 2):
        if (
            low[at] not in _ACCORDING_FIRST
            or (low[at], low[at + 1]) not in _ACCORDING
            or page.in_quote[at] >= 0
        ):
            continue
        source = source_after(page, at + 2, end)
        if source is None:
            continue
        if _said_before_it(page, first, at, _up_to_comma(page, source, end)[1], end):
            continue
        if at <= first + 1:
            source = _up_to_comma(page, source, end)
            content = right_content(page, source[1] + 1, end)
        else:
            content = left_content(page, first, at - 1)
            rest = source[1] + 1
            if rest < end - 3 and low[rest] == "," and page.has_finite(rest, end):
                tail = right_content(page, rest, end)
                if content and tail:
                    return Found(source, (at, at + 1), [content, tail], "according to", number)
        if content:
            return Found(source, (at, at + 1), [content], "according to", number)
    return None


def _said_before_it(page: Page, first: int, at: int, last: int, end: int) -> bool:
    """ "Oslo said that, according to a poll, ...": the poll is within what Oslo says."""
    if not page.has_finite(last + 1, end):
        return False
    return any(page.words.low[i] == "said" or _says(page, i) for i in range(first, at))


def _says(page: Page, at: int) -> bool:
    return Frame.SAY in CUES.get(page.words.low[at], ()) and page.words.low[at + 1] in {"that", ","}


def _up_to_comma(page: Page, source: tuple[int, int], end: int) -> tuple[int, int]:
    """An opening "According to X," ends at its comma, or after an apposition without a verb."""
    low = page.words.low
    commas = [i for i in range(source[0] + 1, end) if low[i] == ","]
    if not commas:
        return source
    last = commas[0]
    if len(commas) > 1 and low[last + 1] in {"a", "an", "the", "who", "which", "head", "director"}:
        verbless = not page.has_finite(last + 1, commas[1])
        if (verbless or low[last + 1] in {"who", "which"}) and page.has_finite(commas[1] + 1, end):
            last = commas[1]
    return source[0], last - 1


def name_and_colon(page: Page, number: int, first: int, end: int) -> Found | None:
    """ "Kremlin: no talks planned" and "Smith: “We will stay.”": a short name, a colon, words."""
    low, words = page.words.low, page.words
    limit = min(end - 2, first + _LONGEST_HEAD)
    if ":" not in low[first + 1 : limit]:
        return None
    for at in range(first + 1, limit):
        if low[at] != ":":
            if not words.is_word(at) and words.raw[at] not in "-.&":
                return None
            continue
        if page.has_finite(first, at) or low[first] in PRONOUNS or low[first] in _NOT_A_NAME:
            return None
        if not words.capital(first) or not words.capital(at - 1) or low[at - 1] in _NOT_A_NAME:
            return None
        quoted = page.opens_quote(at + 1)
        headline = low[end - 1] != "." and end - at > 3
        content = right_content(page, at + 1, end) if quoted or headline else None
        if content is None:
            return None
        return Found((first, at - 1), (at, at), [content], "a name and a colon", number)
    return None


def dash_and_name(page: Page, number: int, first: int, end: int) -> Found | None:
    """A quotation followed by a dash and who said it, and a headline with its source there."""
    form = "a dash and a name"
    low, words = page.words.low, page.words
    if _DASHES.isdisjoint(low[first:end]):
        return None
    if first and low[first] in _DASHES and page.closes_quote(first - 1) and end - first < 9:
        quote, source = page.quote_of(first - 1), source_after(page, first + 1, end)
        named = words.capital(first + 1) and low[first + 1] not in DETERMINERS
        if quote and source and named and not page.has_finite(first, end):
            return Found(source, (first, first), [quote], form, number)
    for at in range(first + 2, end - 1):
        if low[at] in _DASHES and _is_headline_source(page, at, end):
            content = trim(page, first, at - 1)
            return Found((at + 1, end - 1), (at, at), [content], form, number) if content else None
        if low[at] not in _DASHES or not page.closes_quote(at - 1):
            continue
        if words.capital(at + 1) and end - at < 12 and not page.has_finite(at + 1, end):
            content = left_content(page, first, at - 1)
            source = source_after(page, at + 1, end)
            if content and source:
                return Found(source, (at, at), [content], form, number)
    return None


def _is_headline_source(page: Page, dash: int, end: int) -> bool:
    """ "Two men hanged over killing - state TV": who speaks, after a last dash between blanks."""
    low, words = page.words.low, page.words
    if end - dash > _LONGEST_CREDIT or low[end - 1] not in _SPEAKERS or page.in_quote[dash] >= 0:
        return False
    blanks = words.starts[dash] > words.ends[dash - 1] and words.starts[dash + 1] > words.ends[dash]
    return blanks and all(words.is_word(i) for i in range(dash + 1, end))


def in_a_report(page: Page, number: int, first: int, end: int) -> Found | None:
    """ "This came to light in a US report", "under a finding by inspectors"."""
    low = page.words.low
    if low[first] not in _OPENS_REPORT and _EMERGE.isdisjoint(low[first:end]):
        return None
    emerged = -1
    for at in range(first, end - 2):
        if page.in_quote[at] >= 0:
            continue
        if low[at] in _EMERGE:
            emerged = at
        opener = low[at] in {"in", "from"} and emerged >= 0 and at - emerged < 7
        opener = opener or (low[at] in _OPENS_REPORT and at == first)
        if not opener or low[at + 1] not in DETERMINERS:
            continue
        for head in range(at + 2, min(end, at + 9)):
            if low[head] in {",", "."} or page.finite(head):
                break
            if low[head] not in PAPERS or (head + 1 < end and low[head + 1] in PAPERS):
                continue
            if low[at] == "in" and at == first:
                break
            content = (
                trim(page, first, at - 1) if at > first else right_content(page, head + 1, end)
            )
            if content is None:
                break
            contents = [content]
            if low[first] in {"this", "that", "it", "these"} and number > 0:
                contents.insert(0, page.sentences[number - 1])
            return Found((at + 1, head), (emerged, at) if emerged >= 0 else (at, at), contents,
                         "a report named as the place where it stands", number)  # fmt: skip
    return None
