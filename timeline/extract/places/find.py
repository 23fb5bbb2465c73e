"""All places of an article: known names, their states, and what is told by its wording."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from timeline.extract.places.decide import Place, Votes, decide
from timeline.extract.places.evidence import Evidence, weigh_spot
from timeline.extract.places.qualifier import qualifier_at
from timeline.extract.places.spots import find_spots
from timeline.extract.places.structure import Told, told_places
from timeline.knowledge.places import PlaceTable
from timeline.records import Mention, Span
from timeline.vocabulary import ActorKind

# A nameless place lies where nearly all of the article's others lie.
_NEARLY_ALL = 0.7
_SOME = 2
_LANDS = frozenset({ActorKind.COUNTRY, ActorKind.PLACE})


def find_places(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    blocked: Sequence[Span],
    table: PlaceTable,
    countries: Mapping[str, str],
) -> tuple[Mention, ...]:
    """Mentions of places beside those of actors; `actor` is empty, `iso3` the country.

    `blocked`: spans of what is known to be something else; `countries`: names with their codes.
    A name whose country the article leaves open is left out.
    """
    taken = [Span(m.start, m.end) for m in mentions]
    spots = find_spots(text, sentences, table, taken, blocked)
    evidence: list[Evidence] = []
    at = 0
    for spot in spots:
        while sentences[at].end <= spot.start:
            at += 1
        evidence.append(weigh_spot(text, spot, sentences[at].end, table, countries))
    named = Counter(m.iso3 for m in mentions if m.iso3)
    lands = [Span(m.start, m.end) for m in mentions if m.kind in _LANDS]
    places, votes = decide(text, spots, evidence, named, lands)
    found = [
        _mention(text, Span(p.spot.start, p.spot.end), p.spot.record.name, p.iso3, p.reason)
        for p in places
    ]
    found += _states(text, places, evidence, spots)
    told = told_places(text, sentences, table, countries)
    found += _told(text, told, votes)
    return _free(found, taken, blocked)


def without_namesakes(
    text: str, mentions: Sequence[Mention], table: PlaceTable, countries: Mapping[str, str]
) -> tuple[Mention, ...]:
    """The mentions less those of countries and capitals that the article says lie elsewhere.

    "Berlin, New Hampshire" makes every "Berlin" of its article that town.
    """
    elsewhere: set[str] = set()
    for name, iso3 in {m.text: m.iso3 for m in mentions if m.kind in _LANDS}.items():
        end = text.find(f"{name},") + len(name)
        record = table.find(name) if end >= len(name) else None
        qualifier = qualifier_at(text, end, end + 60, table, countries) if record else None
        if record and qualifier and qualifier.sure and iso3 not in qualifier.codes:
            codes = {code for code, _ in record.where}
            if qualifier.short or codes.intersection(qualifier.codes):
                elsewhere.add(name)
    if not elsewhere:
        return tuple(mentions)
    return tuple(m for m in mentions if m.text not in elsewhere)


def _states(
    text: str, places: Sequence[Place], evidence: Sequence[Evidence], spots: Sequence[object]
) -> list[Mention]:
    """The states behind the places: "Mich." in "Lansing, Mich."."""
    found = []
    chosen = {place.spot.start for place in places}
    for spot, here in zip(spots, evidence, strict=True):
        qualifier = here.qualifier
        if qualifier and qualifier.sure and spot.start in chosen:  # type: ignore[attr-defined]
            span = Span(qualifier.start, qualifier.end)
            name = text[span.start : span.end]
            reason = f'"{name}" behind the comma is a state'
            found.append(_mention(text, span, name, qualifier.codes[0], reason))
    return found


def _told(text: str, told: Iterable[Told], votes: Votes) -> list[Mention]:
    total = sum(votes.total.values())
    iso3, most = max(votes.total.items(), key=lambda item: item[1], default=("", 0))
    main = iso3 if total >= _SOME and most >= _NEARLY_ALL * total else None
    found = []
    for place in told:
        code = place.iso3 or main
        if code:
            why = place.reason if place.iso3 else f"{place.reason}, in an article on that country"
            name = text[place.span.start : place.span.end]
            found.append(_mention(text, place.span, name, code, why))
    return found


def _free(
    found: Iterable[Mention], taken: Sequence[Span], blocked: Sequence[Span]
) -> tuple[Mention, ...]:
    """Those that overlap nothing that came before them, nor what is taken, in order."""
    kept: list[Mention] = []
    over = sorted(taken)
    closed = sorted(blocked)
    for mention in found:
        span = Span(mention.start, mention.end)
        shut = _overlapped(closed, span)
        if _overlapped(over, span) or (shut and not shut.within(span)):
            continue
        kept.append(mention)
        insort(over, span)
    return tuple(sorted(kept, key=lambda mention: mention.start))


def _overlapped(spans: Sequence[Span], span: Span) -> Span | None:
    """The one of `spans`, in order and apart from each other, that `span` overlaps."""
    at = bisect_left(spans, span)
    near = spans[max(0, at - 1) : at + 1]
    return next((other for other in near if other.overlaps(span)), None)


def _mention(text: str, span: Span, name: str, iso3: str, reason: str) -> Mention:
    return Mention(
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        actor="",
        name=name,
        kind=ActorKind.PLACE,
        iso3=iso3,
        reason=reason,
    )
