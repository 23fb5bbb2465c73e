"""Whether a name stands for a place in its sentence ("in Moscow") or for who acts there."""

import re

from timeline.extract.actors.surface import possessive_end, word_before, words_before

_WHERE = frozenset(
    """in near outside inside around across throughout within at via through northern
    southern eastern western central downtown northeast northwest southeast southwest off
    over beyond""".split()
)
_WHERE_ACTED_ON = frozenset(
    """visit visits visited visiting tour toured touring enter entered entering leave leaves
    left leaving reach reached shell shelled shelling bomb bombed bombing hit struck
    strike bombard bombarded besieged encircled capture captured recaptured liberated
    seized occupied evacuated fled flee""".split()
)
_MOVEMENT = frozenset(
    """go goes going went gone fly flies flew flown flying travel travels traveled travelled
    traveling travelling trip trips visit visits journey journeys arrive arrives arrived
    arriving return returns returned returning head heads headed heading come comes came
    coming drive drove drives march marched marching moved move moves tour flight flights
    road roads route train trains highway bound back way rushed fled flee flees ride rode
    brought take taken took bring convoy plane km miles kilometers kilometres deploy
    deployed""".split()
)
_BETWEEN = frozenset("the city of capital and downtown central".split())
# A dateline: MOSCOW (Agency) — / Washington: / KYIV, Ukraine, Jan. 5 —
_DATELINE = re.compile(
    r"(?:, [A-Z][\w.]{1,20}){0,2}(?:,? ?[A-Z][a-z]{2,8}\.? \d{1,2})?"
    r" ?(?:\([A-Z][^()\n]{1,40}\) ?)?(?:[—–:]|--?|―)(?: |$)"
)
_DATELINE_AGENCY = re.compile(
    r"(?:, [A-Z][\w.]{1,20}){0,2},? \((?:AP|AFP|Reuters|CNN|UPI|[A-Z]{2,5})\)"
)


def is_dateline(text: str, end: int, opens: bool) -> bool:
    """Whether the name that ends at `end` is the place an article was filed from.

    `opens`: the name is the first thing in its sentence.
    """
    if not opens:
        return False
    return bool(
        _DATELINE.match(text, end, end + 120) or _DATELINE_AGENCY.match(text, end, end + 80)
    )


def is_place_use(text: str, start: int, end: int) -> bool:
    """Whether the words before the name make it a place: "in", "near", "went to", "visited".

    `text` may be folded or not. "From" and "to" count only near a verb of movement, since
    "pressure from Moscow" and "a letter to Moscow" are about the government.
    """
    before = [word.lower() for word in words_before(text, start, 8)]
    while before and before[-1] in _BETWEEN:
        before.pop()
    if not before:
        return False
    last = before[-1]
    if last in _WHERE or last in _WHERE_ACTED_ON:
        return True
    if last in ("to", "from", "into", "toward", "towards", "for", "of"):
        if last == "into":
            return True
        if last == "of":
            return len(before) > 1 and before[-2] in _SIDES_OF
        return not _MOVEMENT.isdisjoint(before[-6:-1])
    return False


def is_whereabouts(text: str, start: int, end: int) -> bool:
    """Whether a name that may be somebody's stands where only a place can: "in Lagos"."""
    if possessive_end(text, end) > end:
        return False
    return word_before(text, start).lower() in ("in", "near", "outside")


_SIDES_OF = frozenset(
    """north south east west outskirts streets suburbs centre center city capital part parts
    region northeast northwest southeast southwest suburb district siege battle town
    village port""".split()
)
