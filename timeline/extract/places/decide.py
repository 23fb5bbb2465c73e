"""Which names are places in an article, and in which country each lies."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10

from timeline.extract.actors.surface import all_capitals, line_around
from timeline.extract.places.evidence import Evidence, joined
from timeline.extract.places.spots import Spot
from timeline.knowledge.places import PlaceKind, PlaceRecord
from timeline.records import Span

# How much an article's naming of a country weighs against ten times the inhabitants.
_NAMED = 1.0
_SHARE = 1.5
_MARGIN = 0.35
_GREAT = 1_000  # thousands of inhabitants: known to every reader
_FAR_LARGER = 20
_LARGE = 300
_CITY = 50
_FEW = 30


@dataclass(frozen=True, slots=True)
class Place:
    """A spot that is a place. `reason`: in words for the reader."""

    spot: Spot
    iso3: str
    reason: str


@dataclass(frozen=True, slots=True)
class Votes:
    """How often each country is named, twice over by its own names and by sure places;
    `of_name`: what each name of a place gave."""

    total: Counter[str]
    of_name: dict[str, int]


def decide(
    text: str,
    spots: Sequence[Spot],
    evidence: Sequence[Evidence],
    named: Mapping[str, int],
    lands: Sequence[Span] = (),
) -> tuple[list[Place], Votes]:
    """The places among the spots, and how often each country is named.

    `named`: how often each country is named by its own names; `lands`: where.
    """
    by_name: dict[str, list[int]] = defaultdict(list)
    for i, spot in enumerate(spots):
        by_name[spot.record.name].append(i)
    lists = _lists(text, spots, evidence) | _beside_lands(text, spots, lands)
    strength = [max(here.places, lists.get(i, 0)) for i, here in enumerate(evidence)]
    stands = [_stands(text, spots[i], evidence[i], strength[i]) for i in range(len(spots))]
    qualified = {
        name: _qualified(spots[at[0]].record, evidence, at) for name, at in by_name.items()
    }
    standing = {name: [i for i in at if stands[i]] for name, at in by_name.items()}
    standing = {name: at for name, at in standing.items() if at}
    votes = _votes(spots, standing, qualified, named)
    places: list[Place] = []
    for name in standing:
        at = by_name[name]
        record, told = spots[at[0]].record, qualified[name]
        chosen = (told, f'"{name}" with its country or state named beside it') if told else None
        chosen = chosen or _country(record, votes.total)
        if chosen is None:
            continue
        iso3, reason = chosen
        person = told is None and any(evidence[i].surname or evidence[i].person for i in at)
        own = votes.of_name.get(name, 0)
        near = votes.total[iso3] > own
        elsewhere = not near and sum(votes.total.values()) > own
        if max(strength[i] for i in at) < _need(record, iso3, near, elsewhere, person):
            continue
        for i in standing[name]:
            if strength[i] < 2 and (person or (record.word and spots[i].opens)):
                continue
            places.append(Place(spots[i], _own(record, evidence[i]) or iso3, reason))
    return sorted(places, key=lambda place: place.spot.start), votes


def _stands(text: str, spot: Spot, here: Evidence, strength: int) -> bool:
    """Whether the name stands for itself at the spot: no piece of another, no person's."""
    if here.inside or (here.person and strength < 3):
        return False
    if not spot.shouted or strength > 2:
        return True
    return all_capitals(line_around(text, spot.start, spot.end))


def _lists(text: str, spots: Sequence[Spot], evidence: Sequence[Evidence]) -> dict[int, int]:
    """By index, how strongly a list speaks for its members: as its surest one, but no more than 2.

    "In Columbus, Cleveland and Toledo" all three are places.
    """
    found: dict[int, int] = {}
    first = 0
    for i in range(1, len(spots) + 1):
        if i < len(spots) and joined(text, spots[i - 1], spots[i]):
            continue
        if i - first > 1:
            members = range(first, i)
            clear = any(_is_clear(spots[m].record) for m in members)
            surest = max(evidence[m].places for m in members)
            found |= dict.fromkeys(members, 2 if clear else max(1, min(2, surest)))
        first = i
    return found


def _beside_lands(text: str, spots: Sequence[Spot], lands: Sequence[Span]) -> dict[int, int]:
    """By index, as `_lists`: those that "and" joins to a country or a capital."""
    starts, ends = {land.start for land in lands}, {land.end for land in lands}
    found: dict[int, int] = {}
    for i, spot in enumerate(spots):
        for word in (" and ", " or "):
            after = text.startswith(word, spot.end) and spot.end + len(word) in starts
            before = text.endswith(word, 0, spot.start) and spot.start - len(word) in ends
            if before or after:
                found[i] = 2
    return found


def _qualified(record: PlaceRecord, evidence: Sequence[Evidence], at: Sequence[int]) -> str | None:
    """The country that a sure qualifier tells anywhere in the article."""
    return next(filter(None, (_own(record, evidence[i]) for i in at)), None)


def _own(record: PlaceRecord, evidence: Evidence) -> str | None:
    """The country that a sure qualifier tells of this very spot."""
    qualifier = evidence.qualifier
    if qualifier is None or not qualifier.sure:
        return None
    known = [code for code, _ in record.where if code in qualifier.codes]
    if known or qualifier.short or record.where[0][1] < _GREAT:
        return known[0] if known else qualifier.codes[0]
    return None


def _votes(
    spots: Sequence[Spot],
    by_name: Mapping[str, list[int]],
    qualified: Mapping[str, str | None],
    named: Mapping[str, int],
) -> Votes:
    total: Counter[str] = Counter()
    of_name: dict[str, int] = {}
    for code, count in named.items():
        total[code] += 2 * count
    for name, at in by_name.items():
        record = spots[at[0]].record
        told = qualified[name]
        if told:
            code, weight = told, 2
        elif _is_clear(record):
            code, count = record.where[0]
            weight = 2 if count >= _CITY else 1
        else:
            continue
        of_name[name] = weight * len(at)
        total[code] += of_name[name]
    return Votes(total, of_name)


def _is_clear(record: PlaceRecord) -> bool:
    """Whether readers know one place of the name and no other."""
    if record.personal or record.word:
        return False
    return len(record.where) == 1 or record.where[0][1] >= _FAR_LARGER * record.where[1][1]


def _country(record: PlaceRecord, votes: Mapping[str, int]) -> tuple[str, str] | None:
    """The likeliest country of a name, with the reason; None when two are about as likely."""
    total = sum(votes.values())
    scores = sorted(
        (
            (
                log10(count + 1)
                + (_NAMED + _SHARE * votes[code] / total if votes.get(code) else 0.0),
                code,
            )
            for code, count in record.where
        ),
        reverse=True,
    )
    best, iso3 = scores[0]
    if len(scores) > 1 and best - scores[1][0] < _MARGIN:
        return None
    if len(scores) == 1:
        return iso3, f'"{record.name}" lies in that country alone'
    if votes.get(iso3):
        return iso3, f'"{record.name}" in the country that the article names'
    return iso3, f'"{record.name}", the largest place of that name'


def _need(record: PlaceRecord, iso3: str, near: bool, elsewhere: bool, person: bool) -> int:
    """How strong the evidence must be, 0 to 3.

    `near`: something else in that country is named too; `elsewhere`: only in others.
    """
    count = dict(record.where).get(iso3, 0)
    if record.kind in (PlaceKind.NAME, PlaceKind.PEOPLE):
        return 0
    if record.word or record.personal or person:
        if count >= _GREAT:
            return 0 if record.region or not person else 1
        return 2 if near or count >= _LARGE else 3
    if count > _CITY or (" " in record.name and not elsewhere):
        return 0
    if near:
        return 1
    return 2 if count >= _FEW else 3
