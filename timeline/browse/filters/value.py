"""The filter as one frozen value: read from a query string, written back to one."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Self

from timeline.browse.search import Term, search_terms
from timeline.edtf import Edtf

# Stands for "nobody named: the article says so itself" among those who say so. Not a slug.
ARTICLE_ITSELF = "~article"
# Stands for "no kind was decided" among the kinds of event.
UNDECIDED = "none"


class Evidence(StrEnum):
    AGREE = "agree"
    DISAGREE = "disagree"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one parameter, in a sentence, and what was typed."""

    name: str
    typed: str
    message: str


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events, in which order, from where on. Attributes are the parameters' values.

    `actors`: all of them have a part in an event, or one with `match` "any". `known`: as it
    was known at the end of that day, month or year.
    `notes`: how many margin notes stand on the pages before.
    `order` is newest, oldest, or "" for the order usual where the filter is used.
    A filter with problems chooses nothing: a page must never look filtered when it is not.
    """

    start: Edtf | None = None
    end: Edtf | None = None
    certain: bool = False
    undated: bool = False
    actors: tuple[str, ...] = ()
    match: str = ""
    acting: tuple[str, ...] = ()
    receiving: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    known: Edtf | None = None
    search: str = ""
    order: str = ""
    before: int | None = None
    after: int | None = None
    notes: int | None = None
    passage: int | None = None
    problems: tuple[Problem, ...] = ()

    def with_(self, **changes: Any) -> Self:
        """The filter with other values, from the first page on and no passage open."""
        changes |= {"before": None, "after": None, "notes": None, "passage": None}
        return replace(self, **changes, problems=())

    @property
    def known_by(self) -> date | None:
        """The day up to which articles count; None for all."""
        return self.known.latest if self.known else None

    @property
    def terms(self) -> tuple[Term, ...]:
        return search_terms(self.search)

    @property
    def any_actor(self) -> bool:
        return self.match == "any"

    @property
    def oldest_first(self) -> bool:
        return self.order == "oldest"
