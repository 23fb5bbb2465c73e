"""The values of a filter as HTML: hundreds on a page, of which little but the counts changes."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString

from timeline.browse.facets import Option
from timeline.browse.page import TimelinePage
from timeline.browse.parts import part
from timeline.browse.release import release

# What is left open for the count. In text every "<" is escaped, so no label looks like it.
_COUNT = SafeString("<#>")
# Of each list, of about 300 bytes each.
_MOST_KEPT = 3_000


def lists_html(page: TimelinePage) -> SafeString:
    """The lists of values beside a timeline; without counts where its filter cannot be read."""
    counted = not page.chosen.problems
    matching = ("any" if page.chosen.any_actor else "all") if page.asks_how_to_match else ""
    lists = (
        (
            facet,
            options_html(facet.options, facet.name, counted),
            options_html(facet.more, facet.name, counted),
        )
        for facet in page.facets
    )
    return part("lists", lists, matching)


def options_html(options: Iterable[Option], name: str, counted: bool) -> SafeString:
    """Boxes to tick of the filter called `name`, each with its count when it is `counted`."""
    kept = _kept(release(), name, counted)
    pieces: list[str] = []
    for option in options:
        _, value, label, count, chosen, _, roles = option
        if chosen or roles:
            pieces.append(_html(option, name, counted))
            continue
        around = kept.get((value, label))
        if around is None:
            if len(kept) >= _MOST_KEPT:
                kept.clear()
            around = kept[value, label] = _around(option, name, counted)
        before, after = around
        pieces += (before, str(count), after) if counted else (before,)
    return SafeString("".join(pieces))


@lru_cache(32)
def _kept(edition: str, name: str, counted: bool) -> dict[tuple[str, str], tuple[str, str]]:
    """By value and label: all else of a box that is not ticked follows from these."""
    return {}


def _around(option: Option, name: str, counted: bool) -> tuple[str, str]:
    """What stands before the count, and after it."""
    count: Any = _COUNT
    before, _, after = _html(option._replace(count=count), name, counted).partition(_COUNT)
    return before, after


def _html(option: Option, name: str, counted: bool) -> str:
    return part("option", option, name, counted).rstrip("\n")
