"""Each filter in words, as its part of a heading."""

from collections.abc import Iterable

from timeline import edtf
from timeline.browse.filters.dates import stretch_words
from timeline.browse.filters.names import Names
from timeline.browse.filters.value import ARTICLE_ITSELF, UNDECIDED, Evidence, Filter
from timeline.browse.search import Term
from timeline.vocabulary import STANDING_LABEL, TYPE_LABEL, EventType, Standing

EVIDENCE_LABEL = {
    Evidence.AGREE: "Separate accounts, no conflict found",
    Evidence.DISAGREE: "Sources disagree",
    Evidence.REVIEWED: "Reviewed by a curator",
}


def joined(words: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    words = list(words)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def kind_label(type: str) -> str:
    """A kind of event as it stands among the filters."""
    return "Kind not decided" if type == UNDECIDED else TYPE_LABEL[EventType(type)]


def actors(chosen: Filter, names: Names) -> str:
    last = "or" if chosen.any_actor else "and"
    return joined((names.actor(key) for key in chosen.actors), last)


def acting(chosen: Filter, names: Names) -> str:
    return f"by {joined(names.actor(key) for key in chosen.acting)}"


def receiving(chosen: Filter, names: Names) -> str:
    return f"towards {joined(names.actor(key) for key in chosen.receiving)}"


def kinds(chosen: Filter, names: Names) -> str:
    words = joined((kind_label(type) for type in chosen.types), "or")
    alone = not (chosen.actors or chosen.acting or chosen.receiving)
    return words if alone else words.lower()


def period(chosen: Filter, names: Names) -> str:
    words = stretch_words(chosen.start, chosen.end)
    return f"certainly {words}" if chosen.certain else words


def period_label(value: object, chosen: Filter, names: Names) -> str:
    words = stretch_words(chosen.start, chosen.end)
    return words[:1].upper() + words[1:]


def speakers(chosen: Filter, names: Names) -> str:
    said = (
        "the article itself" if key == ARTICLE_ITSELF else names.actor(key)
        for key in chosen.speakers
    )
    return f"according to {joined(said, 'or')}"


def standings(chosen: Filter, names: Names) -> str:
    return joined((STANDING_LABEL[Standing(s)].lower() for s in chosen.standings), "or")


def sources(chosen: Filter, names: Names) -> str:
    return f"in {joined((names.source(slug) for slug in chosen.sources), 'or')}"


def evidence(chosen: Filter, names: Names) -> str:
    return ", ".join(EVIDENCE_LABEL[Evidence(kind)].lower() for kind in chosen.evidence)


def known(chosen: Filter, names: Names) -> str:
    day = chosen.known_by
    return f"as known on {edtf.parse(day.isoformat()).phrase()}" if day else ""


def known_label(chosen: Filter, names: Names) -> str:
    return f"A{known(chosen, names)[1:]}"


def search_words(chosen: Filter, names: Names) -> str:
    """What is looked for, each part in quotes: “grain” and “black sea” without “war”."""
    wanted = joined(_quoted(term) for term in chosen.terms if not term.excluded)
    without = [_quoted(term) for term in chosen.terms if term.excluded]
    return f"{wanted} without {joined(without, 'or')}".strip() if without else wanted


def _quoted(term: Term) -> str:
    return f"“{term.typed}{'…' if term.beginning else ''}”"
