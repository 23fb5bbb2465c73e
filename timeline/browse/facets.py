"""Filter values as people choose them: a list for each filter, with counts."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import NamedTuple

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
from timeline.models.event_counts import Counted
from timeline.vocabulary import QUAD_CLASS, STANDING_LABEL, EventType, Standing

# Shown at once; the rest opens under "All …".
AT_ONCE = 7
MOST = 200
MOST_FOLDED = 40
_FOLDED = {"by", "towards"}


@dataclass(frozen=True, slots=True)
class RoleLink:
    """The same actor asked for in another part; `href` is "" for the part it is asked in."""

    words: str
    href: str


class Option(NamedTuple):
    """`quad` is the class of a kind of event, None elsewhere. `id` is unique on the page.

    A tuple, because a page has hundreds.
    """

    id: str
    value: str
    label: str
    count: int  # type: ignore[assignment]
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
    by_name: list[tuple[str, str, tuple[str, ...], Sequence[Counted], Callable[[str], str]]] = [
        ("actor", "Actors", chosen.actors, counts.actors.rows, names.actor),
        ("by", "Acting", chosen.acting, counts.acting.rows, names.actor),
        ("towards", "Acted upon", chosen.receiving, counts.receiving.rows, names.actor),
        ("says", "Who says so", chosen.speakers, _speaking(counts.speakers, names), names.actor),
        ("source", "Source", chosen.sources, counts.sources.rows, names.source),
    ]
    actors, acting, towards, says, source = (
        _facet(name, label, asked, _known(rows, asked, called), fold=name in _FOLDED)
        for name, label, asked, rows, called in by_name
    )
    standings = {standing.value: STANDING_LABEL[standing] for standing in Standing}
    told = _labelled(counts.standings, standings, chosen.standings)
    evidence = [
        (kind.value, label, counts.evidence.get(kind.value, 0))
        for kind, label in EVIDENCE_LABEL.items()
    ]
    lists = [
        *(actors, acting, towards, _kinds(chosen, counts.types), says),
        _facet("standing", "Standing", chosen.standings, told),
        source,
        _facet("evidence", "Evidence", chosen.evidence, evidence),
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


def _speaking(counted: Listed, names: Names) -> list[Counted]:
    rows = [
        (key, name, n) if key else (ARTICLE_ITSELF, names.actor(ARTICLE_ITSELF), n)
        for key, name, n in counted.rows
    ]
    return sorted(rows, key=lambda row: (-row[2], row[1]))


def _known(
    counted: Iterable[Counted], chosen: Collection[str], name: Callable[[str], str]
) -> list[Counted]:
    """What is chosen first, the rest as `counted`: most events first, then by name."""
    if not chosen:
        return list(counted)
    rest = [row for row in counted if row[0] not in chosen]
    first = {row[0]: row for row in counted if row[0] in chosen}
    asked = (first.get(key) or (key, name(key), 0) for key in dict.fromkeys(chosen))
    return [*sorted(asked, key=lambda row: (-row[2], row[1])), *rest]


def _labelled(
    counted: Mapping[str, int], labels: Mapping[str, str], chosen: Iterable[str]
) -> list[tuple[str, str, int]]:
    return [
        (value, label, counted.get(value, 0))
        for value, label in labels.items()
        if counted.get(value, 0) or value in chosen
    ]


def _facet(
    name: str,
    label: str,
    chosen: Collection[str],
    rows: Sequence[Counted],
    fold: bool = False,
) -> Facet:
    """`fold`: all stand behind a click, unless something in it is chosen."""
    # All that is chosen stands in the open list; one hidden value is not worth a click.
    n = sum(value in chosen for value, _, _ in rows) if chosen else 0
    at_once = max(AT_ONCE, n)
    if len(rows) == at_once + 1:
        at_once += 1
    folded = fold and not n
    most = MOST_FOLDED if folded else at_once + MOST
    open_rows, more = rows[:at_once], sorted(rows[at_once:most], key=itemgetter(1))
    if folded:
        open_rows, more = [], [*open_rows, *more]
    return Facet(
        name=name,
        label=label,
        options=_options(name, open_rows, chosen),
        more=_options(name, more, chosen),
        left_out=len(rows) > most,
    )


def _options(name: str, rows: Iterable[Counted], chosen: Collection[str]) -> tuple[Option, ...]:
    return tuple(
        Option(f"{name}-{value}", value, words, n, value in chosen) for value, words, n in rows
    )


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
