"""What happens in a batch, before anybody tells of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import numpy as np

from timeline import edtf
from timeline.edtf import Edtf
from timeline.generate.phrases import PHRASES, TOPICS, TYPE_WEIGHTS, Phrase
from timeline.generate.plan import FIRST_DAY, LAST_DAY, Batch, zipf
from timeline.generate.world import Party, World

_KINDS = ("day", "month", "year", "span", "open", "about", "yearless", "none")
_KIND_SHARES = (0.62, 0.11, 0.05, 0.05, 0.02, 0.03, 0.01, 0.11)


@dataclass(frozen=True, slots=True)
class When:
    """A date with the words that give it, a space before them."""

    value: Edtf
    words: str


@dataclass(frozen=True, slots=True)
class Happening:
    """`day`: an ordinal, also where no claim tells it. `place`: town and country as words."""

    day: int
    when: When | None
    phrase: Phrase
    actors: tuple[Party, ...]
    recipient: Party
    country: Party | None
    town: str
    topic: str
    number: int


def happenings(world: World, batch: Batch) -> list[Happening]:
    draw, picks = batch.draws(1), Random(f"{batch.seed} {batch.number} happenings")
    events = len(batch.days)
    phrases = draw.choice(len(PHRASES), size=events, p=_PHRASE_SHARES).tolist()
    kinds = draw.choice(len(_KINDS), size=events, p=_KIND_SHARES).tolist()
    first, second, third = (zipf(draw, len(world.parties), events, 0.9).tolist() for _ in range(3))
    lands = zipf(draw, len(world.countries), events, 0.8).tolist()
    towns = zipf(draw, len(world.towns), events, 0.9).tolist()
    topics = draw.integers(len(TOPICS), size=events).tolist()
    numbers = (13 + draw.lognormal(3, 1.2, size=events).astype(int) % 1800).tolist()
    joint, placed = draw.random(events).tolist(), draw.random(events).tolist()
    found = []
    for at, day in enumerate(batch.days.tolist()):
        actor, recipient = _two(first[at], second[at], len(world.parties))
        actors = [actor, third[at]] if joint[at] < 0.4 else [actor]
        actors = [place for place in dict.fromkeys(actors) if place != recipient]
        land = world.countries[lands[at]]
        found.append(
            Happening(
                day=day,
                when=_when(_KINDS[kinds[at]], day, picks),
                phrase=PHRASES[phrases[at]],
                actors=tuple(world.parties[place] for place in actors),
                recipient=world.parties[recipient],
                country=(
                    world.parties[land]
                    if placed[at] < 0.7 and land not in (*actors, recipient)
                    else None
                ),
                town=world.towns[towns[at]],
                topic=TOPICS[topics[at]],
                number=numbers[at],
            )
        )
    return found


def _two(first: int, second: int, among: int) -> tuple[int, int]:
    return first, second if second != first else (second + 1) % among


def _phrase_shares() -> np.ndarray:
    of_type = {type_: [p.type for p in PHRASES].count(type_) for type_ in TYPE_WEIGHTS}
    shares = np.array([TYPE_WEIGHTS[p.type] / of_type[p.type] for p in PHRASES])
    return shares / shares.sum()


_PHRASE_SHARES = _phrase_shares()


# EDTF counts them from spring; here the winter months come first.
_SEASONS = (24, 21, 22, 23)


def _when(kind: str, ordinal: int, picks: Random) -> When | None:
    day = date.fromordinal(ordinal)
    month = f"{day.year:04}-{day.month:02}"
    match kind:
        case "none":
            return None
        case "day":
            return on(day)
        case "month":
            return during(month)
        case "year":
            return during(f"{day.year:04}")
        case "span":
            end = min(day + timedelta(1 + int(40 * picks.random() ** 2)), LAST_DAY)
            return _span(edtf.interval(day, end)) if end > day else on(day)
        case "open":
            start = picks.random() < 0.6
            return _open(edtf.parse(f"{day}/.." if start else f"/{month}"))
        case "about":
            # A winter is named after the year it begins in.
            year = day.year - (day.month < 3)
            season = f"{year:04}-{_SEASONS[day.month % 12 // 3]}"
            return during(f"{day.year:04}~" if picks.random() < 0.5 else season)
        case _:
            value = edtf.parse(f"XXXX-{day.month:02}-{day.day:02}")
            return When(value, f" on {day.day} {edtf.MONTHS[day.month - 1]}")


def on(day: date) -> When:
    value = edtf.day(day)
    return When(value, f" on {value.phrase()}")


def during(text: str) -> When:
    value = edtf.parse(text)
    return When(value, f" in {value.phrase()}")


def _span(value: Edtf) -> When:
    return When(value, f" from {value.phrase()}")


def _open(value: Edtf) -> When:
    return When(value, f" {value.phrase().removesuffix(' (start unknown)')}")


def other_day(ordinal: int, picks: Random) -> When:
    """A day near this one, as a source that disagrees has it."""
    by = 1 + int(4 * picks.random())
    return on(max(date.fromordinal(ordinal - by), FIRST_DAY))
