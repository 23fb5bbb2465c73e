"""Filter values as people choose them: a list for each filter, with counts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from timeline.browse.answer_records import Counts, Listed
from timeline.browse.axis import UNCODED
from timeline.browse.filters import (
    ARTICLE_ITSELF,
    EVIDENCE_LABEL,
    UNDECIDED,
    Filter,
    Names,
    kind_label,
)
from timeline.vocabulary import QUAD_CLASS, STANDING_LABEL, EventType, Standing

# Shown at once; the rest opens under "All …".
AT_ONCE = 7
MOST = 200
MOST_FOLDED = 40


@dataclass(frozen=True, slots=True)
class RoleLink:
    """The same actor asked for in another part; `href` is "" for the part it is asked in."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Option:
    """`quad` is the class of a kind of event, None elsewhere. `id` is unique on the page."""

    id: str
    value: str
    label: str
    count: int
    chosen: bool
    quad: int | None = None
    roles: tuple[RoleLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """`more` opens on demand; `left_out`: whether there are still more."""

    name: str
    label: str
    options: tuple[Option, ...]
    more: tuple[Option, ...] = ()
    left_out: bool = False
    wrong: str = ""


def facets(chosen: Filter, counts: Counts, names: Names) -> list[Facet]:
    """The lists in the order they stand. A chosen value shows also when its count is 0."""
    actors, acting = _by_key(counts.actors), _by_key(counts.acting)
    receiving = _by_key(counts.receiving)
    speakers = {key or ARTICLE_ITSELF: row for key, row in _by_key(counts.speakers).items()}
    if ARTICLE_ITSELF in speakers:
        speakers[ARTICLE_ITSELF] = (names.actor(ARTICLE_ITSELF), speakers[ARTICLE_ITSELF][1])
    sources = _by_key(counts.sources)
    lists = [
        _facet("actor", "Actors", chosen.actors, _known(actors, chosen.actors, names.actor)),
        _folded(_facet("by", "Acting", chosen.acting, _known(acting, chosen.acting, names.actor))),
        _folded(
            _facet(
                "towards",
                "Acted upon",
                chosen.receiving,
                _known(receiving, chosen.receiving, names.actor),
            )
        ),
        _kinds(chosen, counts.types),
        _facet(
            "says", "Who says so", chosen.speakers, _known(speakers, chosen.speakers, names.actor)
        ),
        _facet(
            "standing",
            "Standing",
            chosen.standings,
            _labelled(
                counts.standings,
                {standing.value: STANDING_LABEL[standing] for standing in Standing},
                chosen.standings,
            ),
        ),
        _facet("source", "Source", chosen.sources, _known(sources, chosen.sources, names.source)),
        _facet(
            "evidence",
            "Evidence",
            chosen.evidence,
            [
                (kind.value, label, counts.evidence.get(kind.value, 0))
                for kind, label in EVIDENCE_LABEL.items()
            ],
        ),
    ]
    wrong = {problem.name: problem.message for problem in chosen.problems}
    more = {
        "actor": counts.actors.more,
        "says": counts.speakers.more,
        "source": counts.sources.more,
    }
    return [
        replace(
            facet,
            wrong=wrong.get(facet.name, ""),
            left_out=facet.left_out or more.get(facet.name, False),
        )
        for facet in lists
    ]


def _by_key(counted: Listed) -> dict[str, tuple[str, int]]:
    return {key: (name, n) for key, name, n in counted.rows}


def _known(
    counted: Mapping[str, tuple[str, int]], chosen: Iterable[str], name: Callable[[str], str]
) -> list[tuple[str, str, int]]:
    rows = [(key, label, n) for key, (label, n) in counted.items()]
    rows += [(key, name(key), 0) for key in chosen if key not in counted]
    first = set(chosen)
    return sorted(rows, key=lambda row: (row[0] not in first, -row[2], row[1]))


def _labelled(
    counted: Mapping[str, int], labels: Mapping[str, str], chosen: Iterable[str]
) -> list[tuple[str, str, int]]:
    return [
        (value, label, counted.get(value, 0))
        for value, label in labels.items()
        if counted.get(value, 0) or value in chosen
    ]


def _facet(
    name: str, label: str, chosen: Iterable[str], rows: Iterable[tuple[str, str, int]]
) -> Facet:
    options = [
        Option(f"{name}-{value}", value, words, n, value in chosen) for value, words, n in rows
    ]
    # All that is chosen stands in the open list; one hidden value is not worth a click.
    at_once = max(AT_ONCE, sum(option.chosen for option in options))
    if len(options) == at_once + 1:
        at_once += 1
    return Facet(
        name=name,
        label=label,
        options=tuple(options[:at_once]),
        more=tuple(sorted(options[at_once : at_once + MOST], key=lambda option: option.label)),
        left_out=len(options) > at_once + MOST,
    )


def _folded(facet: Facet) -> Facet:
    """All behind a click, unless something in it is chosen."""
    if any(option.chosen for option in facet.options):
        return facet
    return replace(facet, options=(), more=(facet.options + facet.more)[:MOST_FOLDED])


def _kinds(chosen: Filter, counted: Mapping[str, int]) -> Facet:
    """All kinds that occur, by quad class, so that the colours stand together."""
    rows = [(kind.value, counted.get(kind.value, 0), int(QUAD_CLASS[kind])) for kind in EventType]
    rows.append((UNDECIDED, counted.get("", 0), UNCODED))
    options = tuple(
        Option(f"type-{kind}", kind, kind_label(kind), n, kind in chosen.types, quad)
        for kind, n, quad in rows
        if n or kind in chosen.types
    )
    return Facet("type", "Kind of event", options)
