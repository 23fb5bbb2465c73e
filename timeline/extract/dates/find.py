"""Finding the time expressions of an article: rules, the longest match, resolution.

Every sentence becomes a string of token kinds; each rule looks for its pattern there; of
overlapping matches the longest stays. What stays is resolved in order of the text, since
"the following day" and a narrative's "in April" lean on the date named before.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline.edtf import try_parse
from timeline.extract.dates import (
    centuries,
    clock,
    counted,
    days,
    durations,
    eras,
    feasts,
    months,
    periods,
    relative,
    seasons,
    sets,
    today,
    vague,
    weekdays,
    years,
)
from timeline.extract.dates.asides import is_aside, is_flashback
from timeline.extract.dates.grammar import CODE, Found, Rule
from timeline.extract.dates.holidays import HOLIDAY_WORDS
from timeline.extract.dates.joins import join_parts
from timeline.extract.dates.lexicon import LEXICON, WEEKDAY_SHORT
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.narrative import is_narrative
from timeline.extract.dates.points import Point
from timeline.extract.dates.ranges import order_ranges
from timeline.extract.dates.reference import Reference, at_both_ends
from timeline.extract.dates.tense import tense_at
from timeline.extract.dates.tokens import Token, tokenise
from timeline.records import Span, TimeExpression

RULES = (
    *sets.RULES,
    *days.RULES,
    *months.RULES,
    *years.RULES,
    *seasons.RULES,
    *centuries.RULES,
    *eras.RULES,
    *feasts.RULES,
    *periods.RULES,
    *weekdays.RULES,
    *today.RULES,
    *relative.RULES,
    *counted.RULES,
    *clock.RULES,
    *vague.RULES,
    *durations.RULES,
)
_ANCHORS = frozenset().union(*(rule.needs for rule in RULES))
_ANCHOR_WORDS = (
    {word for word, (kind, _) in LEXICON.items() if CODE[kind] in _ANCHORS}
    | HOLIDAY_WORDS
    | set(WEEKDAY_SHORT)
)
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
# "next year, by August": the month is one of that year.
_GAP_INTO_YEAR = re.compile(r",\s(?:(?:in|on|by|around)\s)?(?:the\s)?", re.IGNORECASE)
_NAMED_UNITS = frozenset({"day", "week", "weekend", "month", "season", "quarter", "half", "year"})
_BUSINESS = re.compile(
    r"\b(?:net income|earnings|quarter(?:ly)?|revenue|profits?|a share|sales|fiscal)\b",
    re.IGNORECASE,
)
# One of these is in every word of the pattern: counting them is quicker than the pattern.
_BUSINESS_STEMS = "net income|earnings|quarter|revenue|profit|a share|sales|fiscal".split("|")
_SHOWN_BEFORE = frozenset({"ON", "IN", "SINCE", "UNTIL", "DURING", "BY", "FROM", "BEFORE", "AFTER"})
_SPORT = re.compile(
    r"\b(?:scored|touchdowns?|halftime|half-time|coach(?:es)?|quarterback|innings|goalkeeper"
    r"|striker|midfielder|playoffs?|tournament|teammates?|kick-?off|rebounds)\b",
    re.IGNORECASE,
)
_SPORT_STEMS = (
    "scored touchdown halftime half-time coach quarterback innings goalkeeper striker midfielder "
    "playoff tournament teammate kick rebounds"
).split()
_LEAST_WORDS = 3


class _Candidate(NamedTuple):
    """Tokens `low` to `high` with what a rule made of them; `order`: the rule's place."""

    low: int
    high: int
    order: int
    meaning: Meaning


def find_times(
    text: str, sentences: Sequence[Span], reference: Reference
) -> tuple[TimeExpression, ...]:
    """The time expressions within the sentences, in order, not overlapping."""
    found: list[TimeExpression] = []
    business, sport = _kinds_of_news(text)
    spot = Spot(narrative=is_narrative(text, reference), business=business, sport=sport)
    for sentence in sorted(sentences):
        if found and sentence.start < found[-1].end:
            sentence = Span(found[-1].end, sentence.end)
        if not _may_tell_time(text[sentence.start : sentence.end]):
            continue
        tokens, candidates = _read(text, sentence)
        here: list[TimeExpression] = []
        for candidate in candidates:
            expression, spot = _resolved(candidate, tokens, text, reference, spot)
            if expression is not None:
                here.append(expression)
        found.extend(join_parts(text, sentence.start, order_ranges(text, here)))
    return tuple(found)


@lru_cache(maxsize=256)
def _read(text: str, sentence: Span) -> tuple[list[Token], list[_Candidate]]:
    """Tokens and candidates of a sentence: nothing in them depends on the reference.

    An article without a date is read once to infer the date and once from it.
    """
    tokens = tokenise(text, sentence)
    return tokens, _candidates(tokens, text)


def _may_tell_time(sentence: str) -> bool:
    """Whether it holds a digit or a word without which no rule matches; cheap, never too strict."""
    return _DIGIT.search(sentence) is not None or not _ANCHOR_WORDS.isdisjoint(
        _LETTERS.findall(sentence.lower())
    )


@lru_cache(maxsize=2)
def _kinds_of_news(text: str) -> tuple[bool, bool]:
    """Whether it is on business, on sport; asked for the body, the headings, a second reading."""
    business = _has_words(_BUSINESS, tuple(_BUSINESS_STEMS), text)
    return business, _has_words(_SPORT, tuple(_SPORT_STEMS), text)


def _has_words(words: re.Pattern[str], stems: Sequence[str], text: str) -> bool:
    low = text.lower()
    if sum(map(low.count, stems)) < _LEAST_WORDS:
        return False
    return sum(1 for _ in zip(range(_LEAST_WORDS), words.finditer(text), strict=False)) >= (
        _LEAST_WORDS
    )


def _candidates(tokens: list[Token], text: str) -> list[_Candidate]:
    codes = "".join([CODE[token.kind] for token in tokens])
    matches: list[_Candidate] = []
    for order, rule in _rules_for(_ANCHORS.intersection(codes)):
        position = 0
        while match := rule.pattern.search(codes, position):
            position = match.start() + 1
            if match.end() == match.start():
                continue
            meaning = rule.build(Found(tokens, match, text))
            if meaning is None:
                continue
            group = "x" if "x" in rule.pattern.groupindex else 0
            low, high = match.span(group)
            matches.append(_Candidate(low, high, order, meaning))
            position = match.end()
    return _longest(matches)


@lru_cache(maxsize=4096)
def _rules_for(anchors: frozenset[str]) -> tuple[tuple[int, Rule], ...]:
    """The rules that may match in a sentence with these kinds, each with its place."""
    return tuple(
        (order, rule) for order, rule in enumerate(RULES) if not rule.needs.isdisjoint(anchors)
    )


def _longest(matches: list[_Candidate]) -> list[_Candidate]:
    """Of overlapping candidates the longest, then the earliest rule's; in order of start."""
    taken: set[int] = set()
    kept: list[_Candidate] = []
    for candidate in sorted(matches, key=lambda c: (c.low - c.high, c.order, c.low)):
        places = range(candidate.low, candidate.high)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(candidate)
    return sorted(kept)


def _resolved(
    candidate: _Candidate, tokens: list[Token], text: str, reference: Reference, spot: Spot
) -> tuple[TimeExpression | None, Spot]:
    """The expression and what it changes for the next; None when it turns out to be no time."""
    meaning = candidate.meaning
    start, end = tokens[candidate.low].start, tokens[candidate.high - 1].end
    words = text[start:end]
    quoted = _quoted(words, tokens, candidate.low)
    if meaning.played and spot.sport and not spot.business:
        return None, spot
    if meaning.uses_tense:
        tense, tense_word = tense_at(tokens, candidate.low, candidate.high)
        spot = spot._replace(tense=tense, tense_word=tense_word)
    gap = text[spot.last_end : start]
    apposed = meaning.restates and gap.strip() == ","
    in_year = spot.last is not None and spot.last.unit == "year"
    within = in_year and _GAP_INTO_YEAR.fullmatch(gap) is not None
    point, base_words = _point(
        meaning, reference, spot._replace(apposed=apposed, within_last=within)
    )
    if point is None and not meaning.value:
        return None, spot
    value = point.timex() if point else meaning.value
    if point is None and meaning.from_today and spot.narrative:
        value = "PRESENT_REF"
    edtf = point.edtf() if point else meaning.edtf
    if edtf and point and candidate.low and tokens[candidate.low - 1].kind == "SINCE":
        edtf = f"{edtf.split('/')[0]}/.."
    elif edtf and meaning.mod == "APPROX" and "/" not in edtf and "X" not in edtf:
        edtf += "~"
    expression = TimeExpression(
        start,
        end,
        words,
        meaning.type,
        value,
        edtf if try_parse(edtf) else None,
        _reason(quoted, meaning, point, base_words, spot),
        meaning.mod,
    )
    return expression, _after(candidate, tokens, spot, point, words, end)


def _after(
    candidate: _Candidate,
    tokens: list[Token],
    spot: Spot,
    point: Point | None,
    words: str,
    end: int,
) -> Spot:
    """The surroundings after the expression: moved to it, unless it was named in passing."""
    meaning, last = candidate.meaning, spot.last
    if point is None or last is None:
        return _moved(spot, point, words, end)
    if meaning.aside:
        return spot
    if spot.narrative and meaning.point is not None:
        place = (tokens, candidate.low, candidate.high, point, last)
        if is_aside(*place):
            return spot
        if is_flashback(*place):
            return spot._replace(aside=point, aside_words=words, last_end=end)
    if spot.aside is not None and meaning.follows:
        return spot._replace(aside=point, aside_words=words, last_end=end)
    return _moved(spot, point, words, end)


def _point(meaning: Meaning, reference: Reference, spot: Spot) -> tuple[Point | None, str]:
    """The point meant, and the words naming the date it was counted from."""
    if meaning.point is not None:
        return meaning.point, ""
    resolve = meaning.resolve
    if resolve is None or (spot.narrative and meaning.from_today and meaning.value == "XXXX-XX-XX"):
        return None, ""
    if spot.aside is not None and meaning.follows:
        point = resolve(spot.aside.start, spot._replace(last=spot.aside))
        if point is not None:
            return point, f'"{spot.aside_words}"'
    if spot.last is not None and _counts_on(meaning, spot, spot.last):
        point = resolve(spot.last.start, spot)
        if point is not None and spot.last.bc:
            point = replace(point, bc=True)
        return point, f'"{spot.last_words}"'

    def from_day(base: date) -> Point | None:
        return resolve(base, spot)

    return at_both_ends(reference, from_day), reference.phrase()


def _counts_on(meaning: Meaning, spot: Spot, last: Point) -> bool:
    """The meaning is counted from the date named before, not from the publication date."""
    if meaning.follows_day:
        return last.unit == "day"
    return meaning.follows or (spot.narrative and not meaning.from_today)


def _moved(spot: Spot, point: Point | None, words: str, end: int) -> Spot:
    """The surroundings of the next expression."""
    if point is None or point.unit not in _NAMED_UNITS:
        return spot
    moved = spot._replace(last=replace(point, part=""), last_words=words, last_end=end, aside=None)
    return moved._replace(quarter=point) if point.unit == "quarter" else moved


def _quoted(words: str, tokens: list[Token], low: int) -> str:
    """The words, with the preposition before them: `"on Monday"`."""
    before = tokens[low - 1] if low else None
    front = f"{before.text} " if before is not None and before.kind in _SHOWN_BEFORE else ""
    return f'"{front}{" ".join(words.split())}"'


def _reason(quoted: str, meaning: Meaning, point: Point | None, base: str, spot: Spot) -> str:
    if meaning.point is not None:
        return f"{quoted} {meaning.rule}"
    if meaning.resolve is None:
        kind = {"DURATION": "a length of time", "SET": "a repeated time"}.get(
            meaning.type.value, "no calendar date"
        )
        return f"{quoted}: {kind}"
    tense = f' ({spot.tense}: "{spot.tense_word}")' if meaning.uses_tense and spot.tense else ""
    if point is None:
        return f"{quoted}{tense} + {base}: not resolved"
    return f"{quoted}{tense} + {base} = {point.phrase()}"
