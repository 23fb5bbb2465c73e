"""Patterns that few texts match, behind a look that is much quicker than the pattern."""

import re
from collections.abc import Iterator


class Seldom:
    """Every match of `pattern` holds one of `words`, separated by | and in lower case."""

    __slots__ = ("pattern", "words")

    def __init__(self, words: str, pattern: re.Pattern[str]) -> None:
        self.words = words.split("|")
        self.pattern = pattern

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self.pattern.search(text, start) if self._may_match(text[start:]) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text) if self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        return any(map(text.lower().__contains__, self.words))
