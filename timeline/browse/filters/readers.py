"""How the texts of a parameter become a value. Each raises ValueError with a sentence."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from timeline.browse.filters.dates import shorten
from timeline.browse.filters.value import ARTICLE_ITSELF
from timeline.browse.search import search_terms

MAX_VALUES = 30
_SLUG = re.compile(r"[A-Za-z0-9_-]{1,120}")
_MAX_KEY = (1 << 63) - 1


def one(read: Callable[[str], Any]) -> Callable[[list[str]], Any]:
    def reader(values: list[str]) -> Any:
        if len(set(values)) > 1:
            raise ValueError(f"Give one value, not {len(values)}.")
        return read(values[0])

    return reader


def several(read: Callable[[str], str]) -> Callable[[list[str]], tuple[str, ...]]:
    def reader(values: list[str]) -> tuple[str, ...]:
        if len(values) > MAX_VALUES:
            raise ValueError(f"Give up to {MAX_VALUES} values, not {len(values)}.")
        return tuple(dict.fromkeys(read(value) for value in values))

    return reader


def slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise ValueError(f"“{shorten(value)}” is no key: keys look like north-korea.")
    return value


def speaker(value: str) -> str:
    return value if value == ARTICLE_ITSELF else slug(value)


def member(enumeration: type[StrEnum], *more: str) -> Callable[[str], str]:
    values = [*(member.value for member in enumeration), *more]

    def read(value: str) -> str:
        for known in values:
            if value.casefold() == known.casefold():
                return known
        raise ValueError(f"“{shorten(value)}” is not one of {', '.join(values)}.")

    return read


def flag(value: str) -> bool:
    if value not in ("0", "1"):
        raise ValueError("Write 1 or 0.")
    return value == "1"


def choice(*values: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in values:
            raise ValueError(f"“{shorten(value)}” is not one of {', '.join(values)}.")
        return value

    return read


def place(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 20 and int(value) <= _MAX_KEY):
        raise ValueError(f"“{shorten(value)}” is no place in a timeline.")
    return int(value)


def search(value: str) -> str:
    search_terms(value)
    return " ".join(value.split())
