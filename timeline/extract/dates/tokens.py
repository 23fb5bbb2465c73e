"""A sentence as tokens, each with a kind; kinds make a string that rules match against.

Offsets are code points into the article's text. Numbers that are plainly no part of a
date (money, percentages, "Mohajer-6", "555-0199") get the kind NUMX, which no rule asks for.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from timeline.extract.dates.holidays import HOLIDAY_WORDS, holiday_at
from timeline.extract.dates.lexicon import CAPITAL_KINDS, LEXICON, WEEKDAY_SHORT, Value
from timeline.records import Span

# Kinds of words that tell time only in set phrases, so that they may be any noun beside a
# date, and the kinds of what may name a thing.
COMMON_WORDS = frozenset({"WORD", "OTHER", "TIMES", "CLOSING", "PRESENT", "AHEAD", "CIRCA"})
PRONOUNS = frozenset("he she it they we his her their its".split())
NAMING = COMMON_WORDS | {"CAP"}


class Token(NamedTuple):
    start: int
    end: int
    text: str
    kind: str
    value: Value


_DOTTED = r"(?i:[ap]\.m\.?(?!\w)|[BA]\.[CD]\.(?:E\.)?)"
# Most tokens are plain words, so these are tried first, and at a digit only what begins with one.
_TOKEN = re.compile(
    rf"(?P<word>[A-Za-z]+(?=[ ,\n])|(?!{_DOTTED})[^\W\d_]\w*(?:['’][Cc][Ll][Oo][Cc][Kk])?)"
    rf"|(?P<dotted>{_DOTTED})"
    r"|(?=\d)(?:(?P<iso>(?<!\d)(?:1[5-9]|2[01])\d\d/\d\d/\d\d(?![\d/])"
    r"|(?<!\d)\d{4}-\d\d-\d\d(?:[Tt]\d\d:\d\d(?::\d\d)?[Zz]?)?(?![\d-]))"
    r"|(?P<numeric>(?<![\d./])\d{1,2}(?P<by>[/.])\d{1,2}(?P=by)(?:1[89]|2[01])\d\d(?![\d/]|\.\d))"
    r"|(?P<clock>(?<![\d:])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:]))"
    r"|(?P<mixed>(?<![\w.,/])\d{1,3}(?:[ -]?[½¼¾]|[ -](?:1/2|1/4|3/4)(?![\d/])))"
    r"|(?P<number>\d+(?:[.,]\d+)*\w*))"
    r"|(?P<short>['’]\d\d[sS]?(?!\w))"
    r"|(?P<possessive>['’][sS](?!\w))"
    r"|(?P<mark>\S)"
)
_MARKS = {
    "-": "HYPHEN",
    "‑": "HYPHEN",
    "–": "DASH",
    "—": "DASH",
    ",": "COMMA",
    ".": "DOT",
    "/": "SLASH",
    "(": "OPEN",
    ")": "SHUT",
    "’": "APOSTROPHE",
    "'": "APOSTROPHE",
    "&": "AND",
}
_FRACTIONS = {"½": 0.5, "1/2": 0.5, "¼": 0.25, "1/4": 0.25, "¾": 0.75, "3/4": 0.75}
_FRACTION = re.compile(r"[½¼¾]|\d/\d")
_HOURS = frozenset({"CLOCK", "DAYNUM", "DECIMAL"})
_HALF_DAYS = frozenset({"am", "pm"})
_CURRENCY = frozenset("$£€¥₹₽₺#")
_PREFIXED = re.compile(r"(Q|H|FY|CY)(\d{1,4})", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.IGNORECASE)
_DECADE = re.compile(r"(1[0-9]|20)?(\d)0s", re.IGNORECASE)
_CENTURY_YEARS = re.compile(r"(1\d|20)00s")
_GLUED_HALF_DAY = re.compile(r"(\d{1,2}(?:\.[0-5]\d)?)([ap])m", re.IGNORECASE)


def tokenise(text: str, sentence: Span) -> list[Token]:
    """The tokens of one sentence."""
    tokens: list[Token] = []
    position = sentence.start
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        if start < position:
            continue  # inside a holiday's name
        group = match.lastgroup
        word = match.group()
        value: Value
        if group == "word":
            kind, value, special = _word(word)
            if special and word in _HALF_DAYS:
                if tokens and tokens[-1].kind in _HOURS:
                    kind, value = "HALFDAY", word
            elif special and (held := holiday_at(text, start, sentence.end)):
                position = held[0]
                tokens.append(Token(start, held[0], text[start : held[0]], "HOLIDAY", held[1]))
                continue
        elif group == "number":
            kind, value = _number(word)
            if kind != "NUMX" and _is_no_date_number(text, match, tokens):
                kind = "NUMX"
        elif group == "mark":
            kind, value = _MARKS.get(word, "MARK"), word
        else:
            kind, value = _other(group or "", word)
        tokens.append(Token(start, end, word, kind, value))
    return tokens


@lru_cache(maxsize=20_000)
def _word(word: str) -> tuple[str, Value, bool]:
    """Kind and value of a word, and whether the words beside it may make something else of it."""
    holiday = word[0].isupper() and word.lower() in HOLIDAY_WORDS
    return (*_kind_of(word), holiday or word in _HALF_DAYS)


def _kind_of(word: str) -> tuple[str, Value]:
    lower = word.lower()
    entry = LEXICON.get(lower)
    capital = word[0].isupper()
    if entry is not None:
        if entry[0] in CAPITAL_KINDS and not capital:
            return "WORD", lower
        if entry[0] == "ZONE" and not word.isupper():
            return "WORD", lower
        if entry[0] == "ERA" and not word.isupper():
            return "WORD", lower
        if entry[0] in COMMON_WORDS and capital:
            return "CAP", lower
        return entry
    if not capital:
        return "WORD", lower
    if lower in WEEKDAY_SHORT:
        return "WEEKDAYABBR", WEEKDAY_SHORT[lower]
    prefixed = _PREFIXED.fullmatch(word)
    if prefixed:
        return _prefixed(prefixed[1].upper(), prefixed[2])
    if word in ("AM", "PM"):
        return "HALFDAY", lower
    return "CAP", lower


def _prefixed(letter: str, digits: str) -> tuple[str, Value]:
    number = int(digits)
    if letter == "Q" and 1 <= number <= 4:
        return "QNUMBER", number
    if letter == "H" and 1 <= number <= 2:
        return "HNUMBER", number
    if letter in ("FY", "CY") and len(digits) == 4 and 1900 <= number <= 2100:
        return "FYEAR", number
    if letter in ("FY", "CY") and len(digits) == 2:
        return "FYEAR", 2000 + number if number < 70 else 1900 + number
    return "CAP", digits


def _number(word: str) -> tuple[str, Value]:
    if word.isdigit():
        if not word.isascii() or len(word) > 9:
            return "NUMX", word
        number = int(word)
        if len(word) <= 2:
            return ("DAYNUM" if 1 <= number <= 31 else "NUM"), number
        if len(word) == 4 and 1000 <= number <= 2199:
            return "YEARNUM", number
        return "NUM", number
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal and int(ordinal[1]) <= 31:
        return "ORDNUM", int(ordinal[1])
    if _CENTURY_YEARS.fullmatch(word):
        return "CENTURYYEARS", int(word[:4])
    if _DECADE.fullmatch(word):
        return "DECADEYEARS", int(word[:-1])
    half_day = _GLUED_HALF_DAY.fullmatch(word)
    if half_day:
        return "CLOCKHALF", word.lower()
    if "," in word and word.replace(",", "").isdigit() and word.isascii() and len(word) < 12:
        return "BIGNUM", int(word.replace(",", ""))
    if word.replace(".", "", 1).isdigit() and word.isascii() and len(word) < 9:
        return "DECIMAL", word
    return "NUMX", word


def _other(group: str, word: str) -> tuple[str, Value]:
    if group in ("iso", "numeric"):
        return "FULLDATE", word
    if group == "clock":
        return ("CLOCK" if int(word.split(":")[0]) <= 24 else "NUMX"), word
    if group == "mixed":
        return "DECIMAL", _mixed(word)
    if group == "short":
        return ("DECADESHORT" if word.endswith("s") else "YEARSHORT"), int(word[1:3])
    if group == "dotted":
        letters = word.lower().replace(".", "")
        if letters in ("am", "pm"):
            return "HALFDAY", letters
        return "ERA", "BC" if letters.startswith("b") else "AD"
    return "POSSESSIVE", word


def _mixed(word: str) -> str:
    """ "2 1/2" and "2½" as a decimal: "2.5"."""
    fraction = _FRACTION.search(word)
    if fraction is None:
        return word
    return f"{int(word[: fraction.start()].strip(' -')) + _FRACTIONS[fraction[0]]:g}"


def _is_no_date_number(text: str, match: re.Match[str], tokens: list[Token]) -> bool:
    """Money, percentages, and numbers hanging on a name by a hyphen or a dot."""
    after = text[match.end() : match.end() + 1]
    if after in ("%", "°", "‰", "€", "£", "$"):
        return True
    if not tokens:
        return False
    before = tokens[-1]
    if before.text in _CURRENCY:
        return True
    if before.end != match.start():
        return before.text in ("No", "Rs", "nos", "pp", "Nos")
    if before.kind == "HYPHEN" and len(tokens) > 1 and tokens[-2].end == before.start:
        return tokens[-2].kind in ("CAP", "WORD", "NUMX", "NUM")
    return before.text in (":", "_", "=", "@", "+", "\\")
