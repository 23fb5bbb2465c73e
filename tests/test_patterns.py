"""No regular expression of reading, extraction or linking can be made to run away."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import timeline
from tests.timing import quickest

PARTS = ("edtf", "folding", "knowledge", "read", "extract", "link")
LENGTH = 6_000
# Linear searches of this length take a few milliseconds, quadratic ones seconds.
MOST_SECONDS = 0.25
PIECES = ("a", "A", "A ", "1", "1,", "1 ", " ", "\n", ".", "“", "'", "-", "a ", "A.", "ab\n", "x, ")
_LITERAL = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,12}")
_MOST_LITERALS = 6


def modules() -> Iterator[str]:
    for found in pkgutil.walk_packages(timeline.__path__, "timeline."):
        if found.name.split(".")[1] in PARTS:
            yield found.name


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern that a module holds by name, alone or in a collection."""
    found: dict[re.Pattern[str], str] = {}
    for name in modules():
        for attribute, value in vars(importlib.import_module(name)).items():
            for number, pattern in enumerate(_within(value)):
                found.setdefault(pattern, f"{name.removeprefix('timeline.')}:{attribute}[{number}]")
    return {name: pattern for pattern, name in found.items()}


def _within(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif depth < 2 and isinstance(value, dict):
        for item in value.values():
            yield from _within(item, depth + 1)
    elif depth < 2 and isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from _within(item, depth + 1)
    elif depth < 2 and hasattr(value, "pattern"):
        yield from _within(value.pattern, depth + 1)


PATTERNS = patterns()


def texts(pattern: re.Pattern[str]) -> Iterator[str]:
    """Repetitions of ordinary pieces and of the pattern's own words, with and without an end."""
    words = sorted(set(_LITERAL.findall(pattern.pattern)))[:_MOST_LITERALS]
    for piece in (*PIECES, *words, *(f"{word} " for word in words)):
        yield piece * (LENGTH // len(piece))
        yield piece * (LENGTH // len(piece)) + "\x00"


def test_patterns_are_found_where_they_are_known_to_be() -> None:
    assert len(PATTERNS) > 100
    assert any(name.startswith("extract.words:") for name in PATTERNS)


@pytest.mark.parametrize("name", PATTERNS)
def test_a_hostile_repetition_does_not_make_a_pattern_run_away(name: str) -> None:
    pattern = PATTERNS[name]
    for text in texts(pattern):

        def scan(text: str = text) -> None:
            for _ in zip(range(LENGTH), pattern.finditer(text), strict=False):
                pass
            pattern.match(text)

        assert quickest(scan, MOST_SECONDS) < MOST_SECONDS, text[:20]
