"""What tells of the chosen events of one segment."""

from dataclasses import dataclass

import numpy as np

from timeline.browse.index.columns import AFTER_ALL
from timeline.browse.index.families import Array, runs
from timeline.browse.index.picked import Picked

# So many events and fewer: the articles about them are passed one by one.
_FEW = 350_000


@dataclass(frozen=True, slots=True)
class Told:
    """`articles`: their primary keys, ascending. Days are ordinals, None for none known."""

    events: int
    claims: int
    articles: Array
    first: int | None = None
    last: int | None = None


def told_of(picked: Picked, day: int | None = None) -> Told:
    """What tells of the events, by the end of the day if one is given."""
    segment, arrays = picked.segment, picked.segment.arrays
    telling = _telling(picked)
    if day is None:
        number = picked.events.intersection_cardinality(segment.cited)
        digits = map(picked.events.intersection_cardinality, segment.cited_digits)
        claims = sum(having << digit for digit, having in enumerate(digits))
    else:
        telling &= arrays.article_day <= day
        number = picked.events.intersection_cardinality(segment.known_by(day))
        claims = len(picked.claims_in(arrays.claim_known <= day))
    places = np.flatnonzero(telling)
    days = arrays.article_day[places]
    out = days[days != AFTER_ALL]
    return Told(
        events=number,
        claims=claims,
        articles=arrays.article[places],
        first=int(out.min()) if len(out) else None,
        last=int(out.max()) if len(out) else None,
    )


def _telling(picked: Picked) -> Array:
    """A mask of the articles that tell of the events."""
    segment, arrays = picked.segment, picked.segment.arrays
    begins, articles = arrays.article_from, arrays.articles_of
    others = segment.size - len(picked)
    if others <= min(_FEW, len(picked)):
        gone = runs(begins[picked.others], begins[picked.others + 1])
        return segment.by_article > np.bincount(articles[gone], minlength=len(arrays.article))
    if len(picked) <= _FEW:
        place = runs(begins[picked.ranks], begins[picked.ranks + 1])
    else:
        place = np.flatnonzero(np.repeat(picked.mask, np.diff(begins)))
    marked = np.zeros(len(arrays.article), dtype=bool)
    marked[articles[place]] = True
    return marked
