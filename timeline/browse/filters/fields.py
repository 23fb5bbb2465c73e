"""The registry: each filter once, with how it is read, written and asked of the events."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from timeline.browse.filters.dates import typed_date
from timeline.browse.filters.names import Names
from timeline.browse.filters.phrases import (
    EVIDENCE_LABEL,
    acting,
    actors,
    evidence,
    kind_label,
    kinds,
    known,
    known_label,
    period,
    period_label,
    receiving,
    search_words,
    sources,
    speakers,
    standings,
)
from timeline.browse.filters.readers import (
    choice,
    flag,
    member,
    one,
    place,
    search,
    several,
    slug,
    speaker,
)
from timeline.browse.filters.value import ARTICLE_ITSELF, UNDECIDED, Evidence, Filter
from timeline.models.claim_queries import ClaimQuerySet
from timeline.models.event_queries import EventQuerySet
from timeline.vocabulary import STANDING_LABEL, EventType, Role, Standing


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter: its `name` in the address, the Filter's `attribute`, and its rules.

    `read` takes the texts given and raises ValueError with a sentence for the person.
    `narrow` chooses events. `claims` chooses claims, and the events they are about: one
    claim must meet all such filters. Neither is there for a parameter that only says how
    another is meant, or a place in the timeline. `phrase` is its part of the heading,
    `chip` the words of the chip of one value, which `clears` these attributes too.
    """

    name: str
    attribute: str
    label: str
    help: str
    read: Callable[[list[str]], Any]
    write: Callable[[Any], Iterable[str]]
    narrow: Callable[[EventQuerySet, Filter], EventQuerySet] | None = None
    claims: Callable[[ClaimQuerySet, Filter], ClaimQuerySet] | None = None
    phrase: Callable[[Filter, Names], str] | None = None
    chip: Callable[[Any, Filter, Names], str] | None = None
    clears: tuple[str, ...] = ()

    def asked(self, chosen: Filter) -> bool:
        """Whether the filter says anything of it; the two ends of a range are one thing."""
        if self.name == "from":
            return bool(chosen.start or chosen.end)
        return bool(getattr(chosen, self.attribute))


def _same(value: Iterable[str]) -> Iterable[str]:
    return value


def _written(value: Any) -> list[str]:
    return [str(value)]


def _match(value: str) -> str:
    return "" if choice("all", "any")(value) == "all" else value


def _in_range(events: EventQuerySet, chosen: Filter) -> EventQuerySet:
    start = chosen.start.earliest if chosen.start else None
    end = chosen.end.latest if chosen.end else None
    if chosen.certain:
        return events.certainly_between(start, end)
    return events.possibly_between(start, end)


def _with_evidence(events: EventQuerySet, chosen: Filter) -> EventQuerySet:
    narrow = {
        Evidence.AGREE: EventQuerySet.agreed_on,
        Evidence.DISAGREE: EventQuerySet.disagreed_on,
        Evidence.REVIEWED: EventQuerySet.checked,
    }
    for kind in chosen.evidence:
        events = narrow[Evidence(kind)](events)
    return events


def stored_types(chosen: Filter) -> list[str]:
    """The kinds chosen, as events hold them: an undecided one is empty there."""
    return ["" if type == UNDECIDED else type for type in chosen.types]


def _said(claims: ClaimQuerySet, chosen: Filter) -> ClaimQuerySet:
    keys = [key for key in chosen.speakers if key != ARTICLE_ITSELF]
    return claims.said_by(keys, ARTICLE_ITSELF in chosen.speakers)


def _with_words(events: EventQuerySet, chosen: Filter) -> EventQuerySet:
    terms = chosen.terms
    wanted = events.with_words(term.needle for term in terms if not term.excluded)
    return wanted.without_words(term.needle for term in terms if term.excluded)


FIELDS: tuple[Field, ...] = (
    Field(
        "from",
        "start",
        "From",
        "The first day: 2022, Jul 2022, 3 March 2014; or both ends, 2022-02..2022-09.",
        one(typed_date),
        _written,
        _in_range,
        phrase=period,
        chip=period_label,
        clears=("end", "certain"),
    ),
    Field("to", "end", "To", "The last day, written like the first.", one(typed_date), _written),
    Field(
        "certain",
        "certain",
        "Certainly in range",
        "Leave out events whose date may lie outside.",
        one(flag),
        lambda value: ["1"],
        chip=lambda value, chosen, names: "Certainly in range",
    ),
    Field(
        "undated",
        "undated",
        "Undated only",
        "Events whose date is not known; not together with a range.",
        one(flag),
        lambda value: ["1"],
        lambda events, chosen: events.undated(),
        phrase=lambda chosen, names: "undated",
        chip=lambda value, chosen, names: "Undated only",
    ),
    Field(
        "actor",
        "actors",
        "Actors",
        "Events in which all of these have a part, or somebody who belongs to them.",
        several(slug),
        _same,
        lambda events, chosen: (
            events.involving_any(chosen.actors)
            if chosen.any_actor
            else events.involving_all(chosen.actors)
        ),
        phrase=actors,
        chip=lambda value, chosen, names: names.actor(value),
    ),
    Field(
        "match",
        "match",
        "All or any",
        "any: one of the actors is enough; all is usual.",
        one(_match),
        _written,
    ),
    Field(
        "by",
        "acting",
        "Acting",
        "Events in which all of these act, or somebody who belongs to them.",
        several(slug),
        _same,
        lambda events, chosen: events.involving_all(chosen.acting, Role.ACTOR.value),
        phrase=acting,
        chip=lambda value, chosen, names: f"By {names.actor(value)}",
    ),
    Field(
        "towards",
        "receiving",
        "Acted upon",
        "Events in which all of these are on the receiving end.",
        several(slug),
        _same,
        lambda events, chosen: events.involving_all(chosen.receiving, Role.RECIPIENT.value),
        phrase=receiving,
        chip=lambda value, chosen, names: f"Towards {names.actor(value)}",
    ),
    Field(
        "type",
        "types",
        "Kind of event",
        "PLOVER types, or none where no kind was decided; any of them.",
        several(member(EventType, UNDECIDED)),
        _same,
        lambda events, chosen: events.of_type(stored_types(chosen)),
        phrase=kinds,
        chip=lambda value, chosen, names: kind_label(value),
    ),
    Field(
        "says",
        "speakers",
        "Who says so",
        "Events with a claim that one of these makes.",
        several(speaker),
        _same,
        claims=_said,
        phrase=speakers,
        chip=lambda value, chosen, names: f"Says: {names.actor(value)}",
    ),
    Field(
        "standing",
        "standings",
        "Standing",
        "Events with a claim of one of these standings.",
        several(member(Standing)),
        _same,
        claims=lambda claims, chosen: claims.with_standing(chosen.standings),
        phrase=standings,
        chip=lambda value, chosen, names: STANDING_LABEL[Standing(value)],
    ),
    Field(
        "source",
        "sources",
        "Source",
        "Events with a claim that one of these publishes.",
        several(slug),
        _same,
        claims=lambda claims, chosen: claims.cited(chosen.sources, chosen.known_by),
        phrase=sources,
        chip=lambda value, chosen, names: names.source(value),
    ),
    Field(
        "evidence",
        "evidence",
        "Evidence",
        "Events with all of these marks, as they stand today.",
        several(member(Evidence)),
        _same,
        _with_evidence,
        phrase=evidence,
        chip=lambda value, chosen, names: EVIDENCE_LABEL[Evidence(value)],
    ),
    Field(
        "known",
        "known",
        "As it was known on",
        "Only what articles had reported by the end of this day, month or year.",
        one(typed_date),
        _written,
        claims=lambda claims, chosen: claims.cited(known_by=chosen.known_by),
        phrase=known,
        chip=lambda value, chosen, names: known_label(chosen, names),
    ),
    Field(
        "q",
        "search",
        "Search",
        "Whole words, in any order; “phrases” in quotes; begin* for beginnings; -not for what "
        "must not occur.",
        one(search),
        _written,
        _with_words,
        phrase=search_words,
        chip=lambda value, chosen, names: search_words(chosen, names),
    ),
    Field(
        "order",
        "order",
        "Order",
        "newest or oldest first.",
        one(choice("newest", "oldest")),
        _written,
    ),
    Field("before", "before", "Page", "Events after this place.", one(place), _written),
    Field("after", "after", "Page", "Events before this place.", one(place), _written),
    Field("notes", "notes", "Page", "Margin notes on the pages before.", one(place), _written),
    Field("passage", "passage", "Passage", "The passage that is open.", one(place), _written),
)
BY_NAME = {field.name: field for field in FIELDS}
# What moves within a timeline without choosing other events.
PLACE = frozenset({"order", "before", "after", "notes", "passage"})
