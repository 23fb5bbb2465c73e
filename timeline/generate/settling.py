"""The rows of events, worked out from their claims as ingest works them out."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline.folding import fold, searchable
from timeline.generate.pages import Page
from timeline.generate.sayings import Saying
from timeline.link.conflicts import find_conflicts
from timeline.link.core import CORE
from timeline.link.origins import count_independent
from timeline.link.records import PARTY, ClaimRecord, ConflictRecord, Named
from timeline.link.story import point_of
from timeline.link.summary import EventDate, event_date, event_title, event_type
from timeline.link.terms import weight
from timeline.vocabulary import EventType, Role, Standing

_RANK = {Role.ACTOR: 0, Role.RECIPIENT: 1, Role.MENTIONED: 2}
_BLAMED = {EventType.ASSAULT: Role.ACTOR, EventType.ACCUSE: Role.RECIPIENT}
# As `ingest.sides`: somebody, but nobody whom another claim could be held against.
_NOBODY = frozenset({"officials"})


class Told(NamedTuple):
    """A stored claim; `at`: its place among those of its pages, the first of which is its own."""

    id: int
    saying: Saying
    pages: tuple[Page, ...]
    at: int


class Settled(NamedTuple):
    """What the claims of one event come to. `roles`: actors in the order of their rows."""

    title: str
    type: EventType | None
    mode: str
    type_reason: str
    date_edtf: str
    earliest: date | None
    latest: date | None
    date_text: str
    date_reason: str
    date_inferred: bool
    reported: date | None
    search_text: str
    articles: int
    origins: int
    conflicts: tuple[ConflictRecord, ...]
    roles: tuple[tuple[int, Role], ...]
    terms: tuple[str, ...]


def settle(claims: Sequence[Told]) -> Settled:
    """As `ingest.refresh` does of stored claims; a test holds the two together."""
    alone = len(claims) == 1  # then copies tell nothing more
    records = [record for told in claims for record in _records(told, told.pages[: alone or None])]
    worked_out = event_date(records)
    by_id = {told.id: told.saying for told in claims}
    main = by_id[worked_out.main.id] if worked_out.main else None  # type: ignore[index]
    value = worked_out.value
    type_ = event_type(records)
    coded = next((told.saying for told in claims if told.saying.type == type_), None)
    title = (event_title(records))[:300]
    roles, names = _roles(claims)
    terms = frozenset[str]().union(*(told.saying.terms for told in claims))
    parties = frozenset[str]().union(*(told.saying.parties for told in claims))
    return Settled(
        title=title,
        type=type_,
        mode=coded.mode if type_ and coded else "",
        type_reason=coded.type_reason if type_ and coded else "",
        date_edtf=value.text if value else "",
        earliest=value.earliest if value else None,
        latest=value.latest if value else None,
        date_text=main.date_text if main else "",
        date_reason="; ".join(filter(None, (worked_out.reason, main.date_reason if main else ""))),
        date_inferred=bool(main and "(inferred)" in main.date_reason),
        reported=min(filter(None, map(_appeared, records)), default=None),
        search_text=_search_text(title, names, claims),
        articles=len({page.id for told in claims for page in told.pages}),
        origins=1 if alone else count_independent((r.origin, r.source) for r in records),
        conflicts=find_conflicts(records) if _may_disagree(claims, worked_out) else (),
        roles=roles,
        terms=(*sorted(filter(_tells, terms)), *sorted(PARTY + party for party in parties)),
    )


def _tells(term: str) -> bool:
    return not term.startswith(CORE) and weight(term) >= 1


def _may_disagree(claims: Sequence[Told], date: EventDate) -> bool:
    """Whether it is worth while to look for conflicts: most claims repeat each other.

    All claims of an event name the same doers, so nobody is blamed by some and not by others.
    """
    if len(claims) == 1:
        return False
    sayings = [told.saying for told in claims]
    return (
        len({saying.figure for saying in sayings if saying.figure}) > 1
        or bool(date.reason)
        or any(saying.standing == Standing.DENIED for saying in sayings)
    )


def _records(told: Told, pages: Sequence[Page]) -> list[ClaimRecord]:
    saying = told.saying
    speaker, doers = _speaker(saying), _doers(saying)
    return [
        ClaimRecord(
            id=told.id,
            article=page.id,
            origin=page.origin,
            text=saying.text,
            parties=saying.parties,
            terms=saying.terms,
            date=saying.date,
            published=page.publication.value,
            type=saying.type,
            standing=saying.standing,
            source=page.publisher.id if page.publisher.is_stated else None,
            point=point_of(told.at),
            speaker=speaker,
            doers=doers,
        )
        for page in pages
    ]


def _speaker(saying: Saying) -> Named | None:
    if saying.speaker is not None:
        return saying.speaker.named
    folded = fold(saying.attribution)
    return Named(folded, saying.attribution) if folded and folded not in _NOBODY else None


def _doers(saying: Saying) -> tuple[Named, ...]:
    role = _BLAMED.get(saying.type) if saying.type else None
    if role is None:
        return ()
    return tuple(one.party.named for one in saying.named if one.role == role)


def _appeared(record: ClaimRecord) -> date | None:
    published = record.published
    return published.latest or published.earliest if published else None


def _roles(claims: Sequence[Told]) -> tuple[tuple[tuple[int, Role], ...], list[str]]:
    votes: dict[int, dict[Role, int]] = {}
    names: dict[int, str] = {}
    for told in claims:
        for one in told.saying.named:
            roles = votes.setdefault(one.party.id, {})
            roles[one.role] = roles.get(one.role, 0) + 1
            names[one.party.id] = one.party.name
    decided = {
        actor: min(roles, key=lambda role: (-roles[role], _RANK[role]))
        if len(roles) > 1
        else next(iter(roles))
        for actor, roles in votes.items()
    }
    ranked = tuple(sorted(decided.items(), key=lambda item: _RANK[item[1]]))
    return ranked, list(names.values())


def _search_text(title: str, names: Sequence[str], claims: Sequence[Told]) -> str:
    """As `searchable` makes it of all of them; words are read once, and names looked up."""
    texts = [_words(told.saying.text) for told in claims]
    heads = (told.saying.text.removesuffix(".") for told in claims)
    whole = next((n for n, head in enumerate(heads) if head[1:] == title[1:]), None)
    lines = {_line(_words(title) if whole is None else texts[whole]): None}
    lines |= dict.fromkeys(_line(_known(name)) for name in names)
    for told, words in zip(claims, texts, strict=True):
        lines[_line(words)] = None
        saying = told.saying
        if saying.attribution:
            before, _, after = saying.quote.partition(saying.text)
            lines[_line(_known(saying.attribution))] = None
            quote = (_known(before), words, _known(after))
            lines[_line(" ".join(filter(None, quote)))] = None
    return "\n".join(lines)


def _line(words: str) -> str:
    return f" {words} "


def _words(text: str) -> str:
    return searchable((text,)).strip()


@lru_cache(maxsize=65536)
def _known(text: str) -> str:
    return _words(text)
