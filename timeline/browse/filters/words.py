"""A filter in words: the heading of its page, and chips that each take one part off."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline import edtf
from timeline.browse.filters.dates import stretch_words
from timeline.browse.filters.fields import Evidence
from timeline.browse.filters.names import Names
from timeline.browse.filters.value import ARTICLE_ITSELF, UNDECIDED, Filter
from timeline.browse.search import Term
from timeline.vocabulary import STANDING_LABEL, TYPE_LABEL, EventType, Standing

EVIDENCE_LABEL = {
    Evidence.AGREE: "Separate accounts agree",
    Evidence.DISAGREE: "Sources disagree",
    Evidence.REVIEWED: "Reviewed by a curator",
}


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the filter in words, and the filter without it."""

    name: str
    words: str
    without: Filter


def kind_label(type: str) -> str:
    """A kind of event as it stands among the filters."""
    return "Kind not decided" if type == UNDECIDED else TYPE_LABEL[EventType(type)]


def joined(words: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    words = list(words)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def heading(chosen: Filter, names: Names) -> str:
    """What the page shows, as a title: "North Korea and Russia, 2022"."""
    if chosen.problems:
        return "This filter cannot be read"
    parts = []
    if chosen.actors:
        last = "or" if chosen.any_actor else "and"
        parts.append(joined((names.actor(key) for key in chosen.actors), last))
    if chosen.acting:
        parts.append(f"by {joined(names.actor(key) for key in chosen.acting)}")
    if chosen.receiving:
        parts.append(f"towards {joined(names.actor(key) for key in chosen.receiving)}")
    if chosen.types:
        kinds = joined((kind_label(type) for type in chosen.types), "or")
        parts.append(kinds.lower() if parts else kinds)
    if not chosen.actors and not chosen.types:
        parts.insert(0, "All events" if not _has_more(chosen) else "Events")
    if period := stretch_words(chosen.start, chosen.end):
        parts.append(f"certainly {period}" if chosen.certain else period)
    if chosen.undated:
        parts.append("undated")
    if chosen.speakers:
        parts.append(
            "according to " + joined((_speaker(key, names) for key in chosen.speakers), "or")
        )
    if chosen.sources:
        parts.append("in " + joined((names.source(slug) for slug in chosen.sources), "or"))
    if chosen.standings:
        parts.append(joined((STANDING_LABEL[Standing(s)].lower() for s in chosen.standings), "or"))
    parts += [EVIDENCE_LABEL[Evidence(kind)].lower() for kind in chosen.evidence]
    if chosen.search:
        parts.append(_search_words(chosen))
    if chosen.known:
        parts.append(f"as known on {_last_day(chosen)}")
    return ", ".join(parts)


def _search_words(chosen: Filter) -> str:
    """What is looked for, each part in quotes: “grain” and “Black Sea” without “war”."""
    wanted = [_quoted(term) for term in chosen.terms if not term.excluded]
    without = [_quoted(term) for term in chosen.terms if term.excluded]
    words = joined(wanted)
    return f"{words} without {joined(without, 'or')}".strip() if without else words


def _quoted(term: Term) -> str:
    return f"“{' '.join(term.words)}{'…' if term.beginning else ''}”"


def _last_day(chosen: Filter) -> str:
    day = chosen.known_by
    return edtf.parse(day.isoformat()).phrase() if day else ""


def _has_more(chosen: Filter) -> bool:
    return any(
        (
            chosen.start,
            chosen.end,
            chosen.undated,
            chosen.acting,
            chosen.receiving,
            chosen.known,
            chosen.speakers,
            chosen.sources,
            chosen.standings,
        )
    ) or any((chosen.evidence, chosen.search))


def _speaker(key: str, names: Names) -> str:
    return "the article itself" if key == ARTICLE_ITSELF else names.actor(key)


def chips(chosen: Filter, names: Names) -> list[Chip]:
    """One for each value chosen, in the order of the registry."""
    found: list[Chip] = []
    if chosen.start or chosen.end:
        period = stretch_words(chosen.start, chosen.end)
        without = chosen.with_(start=None, end=None, certain=False)
        found.append(Chip("from", period[:1].upper() + period[1:], without))
        if chosen.certain:
            found.append(Chip("certain", "Certainly in range", chosen.with_(certain=False)))
    if chosen.undated:
        found.append(Chip("undated", "Undated only", chosen.with_(undated=False)))
    labels = {
        "actors": ("actor", names.actor),
        "acting": ("by", lambda key: f"By {names.actor(key)}"),
        "receiving": ("towards", lambda key: f"Towards {names.actor(key)}"),
        "types": ("type", kind_label),
        "speakers": ("says", lambda key: f"Says: {names.actor(key)}"),
        "standings": ("standing", lambda standing: STANDING_LABEL[Standing(standing)]),
        "sources": ("source", names.source),
        "evidence": ("evidence", lambda kind: EVIDENCE_LABEL[Evidence(kind)]),
    }
    for attribute, (name, label) in labels.items():
        values = getattr(chosen, attribute)
        for value in values:
            rest = tuple(other for other in values if other != value)
            found.append(Chip(name, label(value), chosen.with_(**{attribute: rest})))
    if chosen.search:
        found.append(Chip("q", _search_words(chosen), chosen.with_(search="")))
    if chosen.known:
        found.append(Chip("known", f"As known on {_last_day(chosen)}", chosen.with_(known=None)))
    return found
