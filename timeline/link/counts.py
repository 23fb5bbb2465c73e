"""Counts in a statement: how many of what, and how exactly it is said.

A count is a range of what its words allow: "64" is 64, "more than 50" anything above,
"dozens" from 24 to 120. Two counts contradict each other when their ranges do not meet.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from timeline.folding import fold
from timeline.link.terms import stem

_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SMALL = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}
_NUMBER = re.compile(
    r"(?<![\w.,$€£#-])(?P<figure>\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,3})?|"
    + "|".join(_SMALL)
    + r")(?P<scale>[ -](?:hundred|thousand|million|billion))?(?![\w%])"
    r"(?P<noun>(?:[ -][a-z]{2,20}){1,3})"
)
# "11 rounds of sanctions": what is counted is the first word that can be counted.
_NO_NOUN = frozenset("was is has his its this us as yes billions millions thousands".split())
# Distances run from different places, and sums of money pay for different things.
_MEASURES = frozenset(
    "mile kilometr km metr meter foot feet inch yard dollar euro pound rubl yuan".split()
)
_NOT_COUNTED = frozenset(
    "and or in on at to of the a an for by from with other more new people's percent per "
    "january february march april may june july august september october november december "
    "am pm gmt".split()
)

# Words that stand for a count, with the least and most they can mean.
_VAGUE = {
    "tens of thousands of": (20_000, 200_000),
    "hundreds of thousands of": (200_000, 2_000_000),
    "dozens of": (24, 120),
    "scores of": (40, 200),
    "hundreds of": (200, 2_000),
    "thousands of": (2_000, 20_000),
    "half a dozen": (5, 7),
    "a dozen": (10, 14),
    "dozens": (24, 120),
    "hundreds": (200, 2_000),
    "thousands": (2_000, 20_000),
}
_VAGUE_COUNT = re.compile(r"\b(?P<figure>" + "|".join(_VAGUE) + r")(?P<noun>(?: [a-z]{2,20}){1,3})")
_AT_LEAST = re.compile(r"\b(?:at least|more than|over|no fewer than|not less than|upwards of) $")
_AT_MOST = re.compile(r"\b(?:up to|at most|as many as|fewer than|less than|under|below) $")
_NEARLY = re.compile(r"\b(?:nearly|almost|close to|just under) $")
_ABOUT = re.compile(r"\b(?:about|around|some|roughly|an estimated|estimated|approximately) $")
_RANGE = re.compile(
    r"(?:\bbetween |\bfrom )?(?<![\w.,-])(\d{1,7}(?:,\d{3}){0,3}) ?(?:to|and|-|–) ?$"
)
# Those counted are a part of others, or come on top of them.
_PART = re.compile(r"^ (?:of|out|in|more|other|others|further|additional|later|per|times?|a)\b")
_ON_TOP = re.compile(
    r"\b(?:another|other|further|additional|including|among them|last|next|past|first"
    r"|previous|the) $"
)
_PLURALS = frozenset("people men women children police troops dead fish sheep aircraft".split())
# Time is a count of the thing itself only where the thing is said to last: "for 60 days".
_TIME = frozenset("day week month year hour minut second decad".split())
_LASTS = re.compile(r"\b(?:for|by|lasts|lasted|last|lasting|of) (?:a further |another |about )?$")
_SAYS = frozenset("said says say told believe warned added".split())
# What befell those counted: without it "three soldiers" may be any three.
_FATES = {
    "killed": "kill(?:ed|s|ing)?|died|dead|deaths?|dies?|lives|fatalities|bodies|slain|massacred?",
    "hurt": "injur(?:ed|ing|ies)|wounded|wounding|hurt",
    "held": "arrest(?:ed|s|ing)?|detain(?:ed|ing|ees)?|captured|prisoners|hostages|jailed|held",
    "freed": "freed|released|releasing|freeing",
    "missing": "missing|unaccounted",
    "displaced": "displac(?:ed|ing)|fled|evacuat(?:ed|ing)|homeless|uprooted|fleeing",
    "aboard": "aboard|on board",
    "rescued": "rescued|rescuing|saved|survivors",
}
_FATE = re.compile("|".join(f"(?P<{name}>\\b(?:{words})\\b)" for name, words in _FATES.items()))
_NEAR = 40
_JOINT = re.compile(r"[,;]| and | while | but ")
_PERSONS = frozenset("peopl person victim passeng".split())
_BARE = re.compile(
    r"\b(?:kill(?:ed|s|ing)|injur(?:ed|ing)|wounded|wounding) "
    r"(?:(?:at least|more than|about|some) )?"
    r"(?P<figure>\d{1,3}(?:,\d{3}){0,2})(?= ?(?:[.,;]|$|and|in))"
    r"|(?<![\w.,$€£#-])(?P<count>\d{1,3}(?:,\d{3}){0,2}) (?:were |are |was )?"
    r"(?P<fate>killed|dead|died|wounded|injured|missing)\b"
)


@dataclass(frozen=True, slots=True)
class Count:
    """`subject`: what is counted, as a term, and what befell it. `label`: the words."""

    subject: str
    least: float
    most: float
    label: str

    def contradicts(self, other: "Count") -> bool:
        if self.most < other.least or other.most < self.least:
            return not _rounds(self, other)
        return False


def _rounds(one: Count, two: Count) -> bool:
    """One is the other, rounded: 26,000 and 26,527."""
    if one.least != one.most or two.least != two.most:
        return False
    return any(
        unit <= value and value % unit == 0 and abs(value - other) <= unit * 0.6
        for value, other in ((one.least, two.least), (two.least, one.least))
        for unit in (100, 1_000, 10_000, 100_000, 1_000_000)
        if value >= 10 * unit
    )


# An event is looked at again with each further claim, and its texts are the same.
@lru_cache(maxsize=16_384)
def counts(text: str) -> tuple[Count, ...]:
    """The counts of a statement that another statement of the same event could contradict."""
    folded = fold(text)
    found = [c for m in _NUMBER.finditer(folded) if (c := _counted(folded, m))]
    found += [c for m in _VAGUE_COUNT.finditer(folded) if (c := _vague(folded, m))]
    subjects = {c.subject for c in found}
    found += [c for m in _BARE.finditer(folded) if (c := _bare(folded, m)).subject not in subjects]
    return tuple(found)


def _counted(text: str, match: re.Match[str]) -> Count | None:
    value = _value(match)
    before, noun_words = text[max(0, match.start() - 24) : match.start()], match["noun"]
    if value is None or _PART.match(noun_words) or _ON_TOP.search(before):
        return None
    noun = _plural(noun_words, value)
    if noun is None:
        return None
    subject = _subject(text, match, noun, before)
    if subject is None:
        return None
    first = _RANGE.search(before)
    least, most = _range(before, value)
    label = " ".join((match["figure"], *_scale(match), *noun))
    if first:
        low = first[1] or first[2]
        least = min(float(low.replace(",", "")) * _scaled(match), value)
        most, label = value, f"{low} to {label}"
    return Count(subject, least, most, _hedge(before) + label)


def _value(match: re.Match[str]) -> float | None:
    figure = match["figure"].replace(",", "")
    value = float(_SMALL[figure]) if figure in _SMALL else float(figure)
    if value.is_integer() and 1900 <= value <= 2100 and "," not in match["figure"]:
        return None  # a year
    return value * _scaled(match)


def _scaled(match: re.Match[str]) -> int:
    return next((_SCALE[scale] for scale in _scale(match)), 1)


def _scale(match: re.Match[str]) -> list[str]:
    scale = (match["scale"] or "").strip(" -")
    return [scale] if scale else []


def _plural(noun_words: str, value: float) -> list[str] | None:
    """The words up to the one that names what is counted."""
    words = re.split(r"[ -]", noun_words.strip(" -"))
    for place, word in enumerate(words):
        if word in _NOT_COUNTED or word in _NO_NOUN:
            return None
        several = word in _PLURALS or (word.endswith("s") and not word.endswith("ss"))
        if several or (value == 1 and place == len(words) - 1):
            return None if set(words[place + 1 :]) & _SAYS else words[: place + 1]
    return None


def _subject(text: str, match: re.Match[str], noun: list[str], before: str) -> str | None:
    term = stem(noun[-1])
    if term in _MEASURES:
        return None
    if term in _TIME:
        after = text[match.start("noun") :]
        late = re.match(r"^[ -]\w+ (?:after|before|ago|earlier|later|old|of)\b", after)
        return term if _LASTS.search(before) and not late else None
    fate = _fate_of(text, match.start(), _end(match, noun))
    if term in _PERSONS:
        return f"people {fate}" if fate else None
    if match["figure"] == "one" and not fate:
        return None
    return f"{term} {fate}".strip()


def _end(match: re.Match[str], noun: list[str]) -> int:
    """Where the noun ends: in "64 people and wounded 180" what follows befell others."""
    return match.start("noun") + 1 + len(" ".join(noun))


def _fate_of(text: str, start: int, end: int) -> str:
    """What befell those counted between `start` and `end`: the nearest word for it.

    A word in the same breath goes before one beyond an "and" or a comma.
    """
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    breath, following = _JOINT.split(before)[-1], _JOINT.split(after)[0]
    inside = _FATE.search(text[start:end])
    if inside:
        return inside.lastgroup or ""
    return _nearest_fate(breath, following) or _nearest_fate(before, after)


def _nearest_fate(before: str, after: str) -> str:
    near = [(len(before) - m.end(), m.lastgroup or "") for m in _FATE.finditer(before)]
    near += [(m.start(), m.lastgroup or "") for m in _FATE.finditer(after)]
    return min(near)[1] if near else ""


def _range(before: str, value: float) -> tuple[float, float]:
    if _AT_LEAST.search(before):
        return value, inf
    if _AT_MOST.search(before):
        return 0, value
    if _NEARLY.search(before):
        return value * 0.85, value
    if _ABOUT.search(before):
        return value * 0.85, value * 1.15
    return value, value


def _hedge(before: str) -> str:
    found = next(
        (m for p in (_AT_LEAST, _AT_MOST, _NEARLY, _ABOUT) if (m := p.search(before))), None
    )
    return found[0] if found else ""


def _vague(text: str, match: re.Match[str]) -> Count | None:
    noun = _plural(match["noun"], 2)
    before = text[max(0, match.start() - 24) : match.start()]
    if noun is None or _ON_TOP.search(before):
        return None
    term = stem(noun[-1])
    fate = _fate_of(text, match.start(), _end(match, noun))
    if term in _TIME or (term in _PERSONS and not fate):
        return None
    least, most = _VAGUE[match["figure"]]
    subject = f"{'people' if term in _PERSONS else term} {fate}".strip()
    return Count(subject, least, most, " ".join((match["figure"], *noun)))


def _bare(text: str, match: re.Match[str]) -> Count:
    """ "killing 64", "64 dead": people, though nobody says so."""
    figure = match["figure"] or match["count"]
    value = float(figure.replace(",", ""))
    place = match.start("figure") if match["figure"] else match.start("count")
    least, most = _range(text[max(0, place - 24) : place], value)
    fate = _fate_of(match[0], 0, len(match[0]))
    return Count(f"people {fate}", least, most, f"{figure} {fate}")


def numbers(text: str) -> list[tuple[str, float, str]]:
    """What is counted (as a term), the count, and the words: "11 rounds", "9 million tonnes"."""
    found = []
    for match in _NUMBER.finditer(fold(text)):
        words = re.split(r"[ -]", match["noun"].strip(" -"))
        noun = next((i for i, word in enumerate(words) if word not in _NOT_COUNTED), None)
        value = _value(match)
        if noun is None or value is None:
            continue
        label = " ".join((match["figure"], *_scale(match), *words[: noun + 1]))
        found.append((stem(words[noun]), value, label))
    return found
