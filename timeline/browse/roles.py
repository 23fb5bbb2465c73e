"""The part a chosen actor has in an event, as links that ask for it in another part."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from timeline.browse.facets import Facet, Option, RoleLink
from timeline.browse.filters import Filter

# The filters of actors, and the part each asks for.
ROLES = {"actor": "any part", "by": "acting", "towards": "acted upon"}
_ATTRIBUTE = {"actor": "actors", "by": "acting", "towards": "receiving"}


def with_roles(
    facets: Iterable[Facet], chosen: Filter, address: Callable[[Filter], str]
) -> list[Facet]:
    """The facets, where each chosen actor has a link to each of its other parts."""
    return [
        replace(
            facet, options=tuple(_linked(each, facet, chosen, address) for each in facet.options)
        )
        if facet.name in ROLES and getattr(chosen, _ATTRIBUTE[facet.name])
        else facet
        for facet in facets
    ]


def _linked(
    option: Option, facet: Facet, chosen: Filter, address: Callable[[Filter], str]
) -> Option:
    if not option.chosen:
        return option
    links = (
        RoleLink(
            words, "" if to == facet.name else address(moved(chosen, option.value, facet.name, to))
        )
        for to, words in ROLES.items()
    )
    return option._replace(roles=tuple(links))


def moved(chosen: Filter, key: str, where: str, to: str) -> Filter:
    """The filter that asks for the actor in another part."""
    left = tuple(each for each in getattr(chosen, _ATTRIBUTE[where]) if each != key)
    there = dict.fromkeys((*getattr(chosen, _ATTRIBUTE[to]), key))
    changes: dict[str, Any] = {_ATTRIBUTE[where]: left, _ATTRIBUTE[to]: tuple(there)}
    # "Any of them" says nothing of nobody.
    if not changes.get("actors", chosen.actors):
        changes["match"] = ""
    return chosen.with_(**changes)
