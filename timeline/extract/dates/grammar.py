"""Rules as patterns over token kinds, and what a rule makes of a match.

A pattern is a regular expression whose letters are kinds: `LAST UNIT` or
`(?P<n>CARDINAL) UNITS AGO`. Upper-case names are kinds or the groups of kinds below;
spaces mean nothing. Every repeat is bounded, so matching is linear in the sentence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from timeline.extract.dates.lexicon import LEXICON
from timeline.extract.dates.meaning import Meaning
from timeline.extract.dates.tokens import Token

_OTHER_KINDS = (
    "WORD CAP MARK NUMX DAYNUM NUM YEARNUM ORDNUM DECADEYEARS CENTURYYEARS DECADESHORT YEARSHORT "
    "CLOCK CLOCKHALF HALFDAY DECIMAL BIGNUM FULLDATE POSSESSIVE HYPHEN DASH COMMA DOT SLASH OPEN "
    "SHUT APOSTROPHE QNUMBER HNUMBER FYEAR HOLIDAY WEEKDAYABBR AND"
).split()
_KINDS = sorted({kind for kind, _ in LEXICON.values()} | set(_OTHER_KINDS))
# Private-use characters: one a kind.
CODE = {kind: chr(0xE000 + number) for number, kind in enumerate(_KINDS)}

_CLASSES = {
    "MONTHS_ANY": "MONTHNAME MONTHABBR MONTHVERB",
    "DOM": "DAYNUM ORDNUM",
    "JOIN": "HYPHEN DASH TO UNTIL AND OR SLASH",
    "ORDINAL": "ORDWORD ORDNUM SECOND",
    "UNIT": "DAY WEEK MONTH YEAR QUARTER DECADE CENTURY WEEKEND FORTNIGHT",
    "UNITS": "DAYS WEEKS MONTHS YEARS DECADES CENTURYS HOURS QUARTERS FORTNIGHTS WEEKENDS",
    "ANYUNIT": "DAY WEEK MONTH YEAR QUARTER DECADE CENTURY FORTNIGHT HOUR "
    "DAYS WEEKS MONTHS YEARS DECADES CENTURYS HOURS QUARTERS FORTNIGHTS WEEKENDS",
    "SEASONWORD": "SEASON FALL",
    "PART": "EARLY LATE MID BEGIN END MIDDLE EARLIER LATER",
    "SAID_OF": "A THE ITS THIS THAT",
}
_MACROS = {
    "MONTHWORD": "(?:MONTHNAME|MONTHVERB|MONTHABBR DOT?)",
    "ABBRDOT": "(?:(?<=MONTHABBR)DOT)?",
    "WEEKDAYWORD": "(?:WEEKDAY|WEEKDAYABBR DOT?)",
    "CARDINAL": "(?:(?:DAYNUM|NUM|YEARNUM|BIGNUM|DECIMAL)(?:HUNDRED|THOUSAND|DOZEN)?"
    "|(?:TENS HYPHEN? ONES|TENS|ONES|A)(?:HUNDRED|THOUSAND|DOZEN)"
    "|TENS HYPHEN? ONES|TENS|ONES|DOZEN|A? HALF (?:A|HYPHEN)? DOZEN)",
    "VAGUECOUNT": "(?:A? (?:FEW|COUPLE OF?)|SEVERAL|RECENT)",
    "ROUGHLY": "(?:APPROX|AROUND|SOME|NEARLY|OVER|NO? (?:MORE|LESS) THAN|AT LEAST|AT MOST|UP TO)",
    "PARTWORD": "(?:(?:EARLY|LATE|EARLIER|LATER)(?: IN)?|MID HYPHEN?|THE? (?:BEGIN|END|MIDDLE) OF"
    "|(?:BEGIN|END) HYPHEN)",
    "SPELTYEAR": "(?:ONES|TENS)(?: HUNDRED)?(?: TENS HYPHEN? ONES| TENS| ONES)",
}


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Turn kinds into characters; groups are named in lower case."""
    for _ in range(2):
        pattern = re.sub(r"\b[A-Z_]{2,}\b", lambda m: _MACROS.get(m[0], m[0]), pattern)
    coded = re.sub(r"\b[A-Z_]+\b(?!>)", _code, _guard(pattern))
    return re.compile(coded.replace(" ", "").replace("\N{NULL}", "P"))


def _guard(pattern: str) -> str:
    return pattern.replace("?P<", "?\N{NULL}<")


def _code(match: re.Match[str]) -> str:
    name = match[0]
    if name in _CLASSES:
        return "[" + "".join(CODE[kind] for kind in _CLASSES[name].split()) + "]"
    return CODE[name]


class Found(NamedTuple):
    """A match: its tokens, and the tokens of its named groups."""

    tokens: list[Token]
    match: re.Match[str]
    text: str

    def span(self, name: str) -> tuple[int, int]:
        """Token indices of a group; -1 when it took no part or the pattern has none."""
        return self.match.span(name) if name in self.match.re.groupindex else (-1, -1)

    def group(self, name: str) -> list[Token]:
        low, high = self.span(name)
        return self.tokens[low:high] if low >= 0 else []

    def first(self, name: str) -> Token | None:
        low, high = self.span(name)
        return self.tokens[low] if 0 <= low < high else None

    def number(self, name: str) -> int | None:
        """The value of the group's first token, when that is a number."""
        token = self.first(name)
        return token.value if token is not None and isinstance(token.value, int) else None

    def has(self, name: str) -> bool:
        low, high = self.span(name)
        return 0 <= low < high

    def before(self, steps: int = 1) -> Token | None:
        index = self.match.start() - steps
        return self.tokens[index] if index >= 0 else None

    def after(self, steps: int = 0) -> Token | None:
        index = self.match.end() + steps
        return self.tokens[index] if index < len(self.tokens) else None

    @property
    def words(self) -> str:
        return self.text[
            self.tokens[self.match.start()].start : self.tokens[self.match.end() - 1].end
        ]


Build = Callable[[Found], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`group` x, when the pattern has one, is the expression; the rest is its company.

    `needs`: a sentence without any of these characters cannot match.
    """

    pattern: re.Pattern[str]
    build: Build
    needs: frozenset[str]


def rule(pattern: str, needs: str, build: Build) -> Rule:
    """A rule from its pattern and the kinds of which a match holds at least one."""
    codes = "".join(_code_of(name) for name in needs.split())
    return Rule(compile_pattern(pattern), build, frozenset(codes))


def _code_of(name: str) -> str:
    if name in _CLASSES:
        return "".join(CODE[kind] for kind in _CLASSES[name].split())
    return CODE[name]
