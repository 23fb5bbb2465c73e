"""Actors belong to actors: a minister to a ministry, a ministry to a country."""

from collections.abc import Iterable

from django.db.models import Q

BELONGS_LEVELS = ("", "__belongs_to", "__belongs_to__belongs_to")


def belonging_to(path: str, keys: Iterable[str]) -> Q:
    """The actor at `path` is one of `keys` or belongs to one, directly or once removed."""
    keys = list(keys)
    condition = Q()
    for level in BELONGS_LEVELS:
        condition |= Q(**{f"{path}{level}__key__in": keys})
    return condition
