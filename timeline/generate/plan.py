"""How many of what, and where each batch's rows begin: all drawn before a row is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

BATCH = 1000
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2026, 9, 30)
_MOST_CLAIMS = 40
_CLAIMS_POWER = 2.05  # many events of one claim, few of thirty; 2.5 in the mean
_MOST_IN_ARTICLE = 14
_WIRE_SHARE, _MOST_COPIES = 0.11, 9


@dataclass(frozen=True, slots=True)
class Shape:
    """Which article makes which claim, in one batch.

    `sizes`: claims of each event. `event_of`: the event of each claim. `article_of`: the
    original article of each claim. `copies`: further articles of each original; `cut`: claims
    that all its copies leave out at the end.
    """

    sizes: Ints
    event_of: Ints
    article_of: Ints
    copies: Ints
    cut: Ints


@dataclass(frozen=True, slots=True)
class Batch:
    """`first_*`: the primary key its first row of that kind has. `days`: ordinals, in order."""

    number: int
    seed: int
    days: Ints
    first_event: int
    first_claim: int
    first_origin: int
    first_article: int

    def draws(self, purpose: int) -> np.random.Generator:
        """Numbers of its own for each purpose, whichever process asks."""
        return np.random.default_rng([self.seed, self.number, purpose])


def shape_of(batch: Batch) -> Shape:
    draw = batch.draws(0)
    events = len(batch.days)
    sizes = draw.choice(np.arange(1, _MOST_CLAIMS + 1), size=events, p=_claim_shares())
    event_of = np.repeat(np.arange(events), sizes)
    # What is told often is told for longer: its claims spread over more articles.
    spread = draw.normal(size=len(event_of)) * (0.8 + 0.6 * np.repeat(sizes, sizes))
    order = np.argsort(event_of + spread, kind="stable")
    lengths = 1 + np.minimum(draw.poisson(5, size=len(order)), _MOST_IN_ARTICLE - 1)
    ends = np.cumsum(lengths)
    originals = int(np.searchsorted(ends, len(order))) + 1
    article_of = np.empty(len(order), dtype=np.int64)
    article_of[order] = np.searchsorted(ends, np.arange(len(order)), side="right")
    wire = draw.random(originals) < _WIRE_SHARE
    copies = np.where(wire, np.minimum(draw.geometric(0.5, originals), _MOST_COPIES), 0)
    told = np.bincount(article_of, minlength=originals)
    cut = np.where((draw.random(originals) < 0.3) & (told > 2), 1, 0)
    return Shape(sizes, event_of, article_of, copies, cut)


def _claim_shares() -> NDArray[np.float64]:
    weights = np.arange(1, _MOST_CLAIMS + 1) ** -_CLAIMS_POWER
    return weights / weights.sum()


def plan(events: int, seed: int) -> Iterator[Batch]:
    """The batches, in the order of their keys, which is not that of time: archives come late."""
    days = _days(events, seed)
    starts = np.arange(0, events, BATCH)
    order = np.random.default_rng([seed, 2]).permutation(len(starts))
    event = claim = article = origin = 1
    for number, place in enumerate(order):
        part = days[starts[place] : starts[place] + BATCH]
        batch = Batch(number, seed, part, event, claim, origin, article)
        yield batch
        shape = shape_of(batch)
        event += len(part)
        claim += len(shape.event_of)
        origin += len(shape.copies)
        article += len(shape.copies) + int(shape.copies.sum())


def _days(events: int, seed: int) -> Ints:
    """A day for each event, in order: quiet years, busy weeks."""
    draw = np.random.default_rng([seed, 1])
    first, last = FIRST_DAY.toordinal(), LAST_DAY.toordinal()
    weeks = (last - first) // 7
    years = np.repeat(draw.gamma(3.0, size=weeks // 52 + 1), 52)[:weeks]
    growth = np.exp(np.linspace(0, 1.6, weeks))
    noise = np.exp(draw.normal(scale=0.6, size=weeks))
    busy = np.where(draw.random(weeks) < 0.02, draw.uniform(4, 20, size=weeks), 1.0)
    totals = np.cumsum(years * growth * noise * busy)
    week = np.searchsorted(totals, draw.random(events) * totals[-1])
    weekday = draw.choice(7, size=events, p=[0.16, 0.17, 0.17, 0.16, 0.16, 0.1, 0.08])
    return np.sort(first + week * 7 + weekday)


def zipf(draw: np.random.Generator, among: int, size: int, power: float) -> Ints:
    """Places from 0, the first ones most often."""
    totals = np.cumsum(np.arange(1, among + 1) ** -power)
    return np.searchsorted(totals, draw.random(size) * totals[-1])
