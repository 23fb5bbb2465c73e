"""Patterns that few texts match, behind a look that is much quicker than the pattern."""

import re


class Seldom:
    """Every match of `pattern` holds one of `words`, separated by | and in lower case."""

    __slots__ = ("pattern", "words")

    def __init__(self, words: str, pattern: re.Pattern[str]) -> None:
        self.words = words.split("|")
        self.pattern = pattern

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        low = text[start:].lower() if start else text.lower()
        return self.pattern.search(text, start) if any(map(low.__contains__, self.words)) else None
