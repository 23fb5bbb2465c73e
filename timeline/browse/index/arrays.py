"""A segment of the index: what is known of some events, as arrays of numbers.

Events are numbered by their rank in the order of their sort keys, claims by event and then
by primary key. All arrays can be stored as they are and read where they lie.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from timeline.browse.index.columns import AFTER_ALL, BEFORE_ALL, ROLES, TYPES, Columns
from timeline.browse.index.conflicts import Conflicts, conflicts_of
from timeline.browse.index.delays import Delays, delays_of
from timeline.browse.index.families import (
    Array,
    Family,
    Said,
    distinct,
    expanded,
    family_of,
    first_days,
    narrow,
    numbered,
    said_of,
)
from timeline.browse.index.texts import Words
from timeline.vocabulary import QUAD_CLASS, EventType, Role

# Who belongs to whom: an actor's primary key to that of the one it belongs to.
Parents = Mapping[int, int]
# The speaker of a claim that the article itself makes.
ARTICLE = 0
NO_MONTH = -1
_QUADS = np.array([int(QUAD_CLASS[EventType(type)]) if type else 0 for type in TYPES], np.int64)
# What numpy counts days from, as an ordinal, and months from, as months of the year 0.
_EPOCH_DAY, _EPOCH_MONTH = 719_163, 1970 * 12


@dataclass(frozen=True, slots=True)
class Direct:
    """Parts and speakers as stored: what the families of actors are made from."""

    part_event: Array
    part_actor: Array
    part_role: Array
    speaker_claim: Array
    speaker: Array


@dataclass(frozen=True, slots=True)
class Actors:
    """Who has a part in an event, in any role and in each, and who says so of its claims."""

    involved: Family
    acting: Family
    receiving: Family
    says: Said


@dataclass(frozen=True, slots=True)
class Arrays:
    """`event`, `claim` and `article` are primary keys, `key` sort keys, days ordinals (see
    columns).

    `rank_by_pk`: the ranks in the order of the primary keys.
    `month_group`: which row of `months` (first month, last month, quad class; months counted
    from the year 0, NO_MONTH for an open one) an event belongs to.
    `known`, `claim_known`: the first day by which an article that tells of it was surely out.
    `cited_claims`: how many claims of an event have a passage.
    `articles_of`: places in `article` of those that tell of event n, from article_from[n] on.
    `source_day`: `claim_known` for each entry of `source`, of articles of that source.
    """

    event: Array
    key: Array
    rank_by_pk: Array
    earliest: Array
    latest: Array
    type: Array
    agreed: Array
    disagreed: Array
    reviewed: Array
    month_group: Array
    months: Array
    known: Array
    cited_claims: Array
    claim: Array
    claim_event: Array
    claim_known: Array
    article: Array
    article_day: Array
    article_from: Array
    articles_of: Array
    words: Words
    direct: Direct
    actors: Actors
    standing: Said
    source: Said
    source_day: Array
    delays: Delays
    conflicts: Conflicts


def arrange(rows: Columns, parents: Parents) -> Arrays:
    order = rows.order
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    claims = _place_claims(rows, rank)
    passages = _place_passages(rows, claims)
    claim_known = first_days(len(claims.event), passages.claim, passages.day)
    earliest, latest, type = rows.earliest[order], rows.latest[order], rows.type[order]
    months, month_group = _months(earliest, latest, _QUADS[type])
    article_from, articles_of = _articles_of(len(order), claims.event, passages)
    cited = distinct(passages.claim)
    direct = _direct(rows, rank, claims)
    source, source_day = _sources(claims.event, passages, len(order))
    return Arrays(
        event=rows.event[order],
        key=rows.key[order],
        rank_by_pk=rank,
        earliest=earliest,
        latest=latest,
        type=type,
        agreed=rows.agreed[order],
        disagreed=rows.disagreed[order],
        reviewed=rows.reviewed[order],
        month_group=month_group,
        months=months,
        known=first_days(len(order), claims.event, claim_known),
        cited_claims=_counted(claims.event[cited], len(order)),
        claim=rows.claim[claims.row],
        claim_event=claims.event,
        claim_known=claim_known,
        article=rows.article,
        article_day=rows.article_day,
        article_from=article_from,
        articles_of=articles_of,
        words=rows.words,
        direct=direct,
        actors=actors_of(direct, claims.event, claim_known, parents, len(order)),
        standing=said_of(
            np.arange(len(claims.event), dtype=np.int32),
            rows.standing[claims.row],
            claim_known,
            claims.event,
            len(order),
        ),
        source=source,
        source_day=source_day,
        delays=_delays(rows, article_from, articles_of),
        conflicts=_conflicts(rows, rank, claims, source),
    )


def actors_of(
    direct: Direct, claim_event: Array, claim_known: Array, parents: Parents, size: int
) -> Actors:
    """Each actor with what those who belong to it do and say, directly or once removed.

    `size`: how many events there are.
    """
    event, actor, row = expanded(direct.part_event, direct.part_actor, parents)
    role = direct.part_role[row]
    acts, receives = (role == ROLES.index(kind.value) for kind in (Role.ACTOR, Role.RECIPIENT))
    claim, speaker, _ = expanded(direct.speaker_claim, direct.speaker, parents)
    by_claim = np.argsort(claim, kind="stable")
    claim = claim[by_claim]
    return Actors(
        involved=family_of(event, actor, size),
        acting=family_of(event[acts], actor[acts], size),
        receiving=family_of(event[receives], actor[receives], size),
        says=said_of(claim, speaker[by_claim], claim_known[claim], claim_event, size),
    )


@dataclass(frozen=True, slots=True)
class _Claims:
    """`event`: the rank of each claim's event, ascending. `row`: where it stands in the rows.
    `place`: the number of the claim in each row, -1 for one of no event here."""

    event: Array
    row: Array
    place: Array


@dataclass(frozen=True, slots=True)
class _Passages:
    claim: Array
    article: Array
    source: Array
    day: Array


def _place_claims(rows: Columns, rank: Array) -> _Claims:
    event = _looked_up(rows.event, rank, rows.claim_event)
    row = np.lexsort((rows.claim, event))
    row = row[event[row] >= 0]
    place = np.full(len(event), -1, np.int32)
    place[row] = np.arange(len(row), dtype=np.int32)
    return _Claims(event[row], row, place)


def _place_passages(rows: Columns, claims: _Claims) -> _Passages:
    claim = _numbers_of(rows, claims, rows.citation_claim)
    article = _looked_up(
        rows.article, np.arange(len(rows.article), dtype=np.int32), rows.citation_article
    )
    kept = (claim >= 0) & (article >= 0)
    claim, article = claim[kept], article[kept]
    source = rows.article_source[article].astype(np.int32)
    return _Passages(claim, article, source, rows.article_day[article])


def _numbers_of(rows: Columns, claims: _Claims, wanted: Array) -> Array:
    by_pk = np.argsort(rows.claim)
    return _looked_up(rows.claim[by_pk], claims.place[by_pk], wanted)


def _looked_up(keys: Array, values: Array, wanted: Array) -> Array:
    """The value of each wanted key, -1 where there is none. `keys` ascend."""
    if not len(keys):
        return np.full(len(wanted), -1, np.int32)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, values[place], -1).astype(np.int32)


def _counted(places: Array, size: int) -> Array:
    return np.bincount(places, minlength=size).astype(np.int32)


def _months(earliest: Array, latest: Array, quad: Array) -> tuple[Array, Array]:
    first = np.where(earliest == BEFORE_ALL, NO_MONTH, _month(earliest))
    last = np.where(latest == AFTER_ALL, NO_MONTH, _month(latest))
    packed = (first + 1) << 40 | (last + 1) << 8 | quad
    rows, group = numbered(packed)
    parts = ((rows >> 40) - 1, (rows >> 8 & 0xFFFFFFFF) - 1, rows & 0xFF)
    return np.stack(parts, axis=1).astype(np.int32), group


def _month(ordinal: Array) -> Array:
    days = (ordinal.astype(np.int64) - _EPOCH_DAY).astype("datetime64[D]")
    return days.astype("datetime64[M]").astype(np.int64) + _EPOCH_MONTH


def _articles_of(size: int, claim_event: Array, passages: _Passages) -> tuple[Array, Array]:
    pairs = claim_event[passages.claim].astype(np.int64) << 32 | passages.article
    pairs = distinct(pairs)
    begins = np.searchsorted(pairs >> 32, np.arange(size + 1))
    return narrow(begins), (pairs & 0xFFFFFFFF).astype(np.int32)


def _delays(rows: Columns, article_from: Array, articles_of: Array) -> Delays:
    size = len(article_from) - 1
    exact = rows.article_exact[articles_of]
    event = np.repeat(np.arange(size, dtype=np.int32), np.diff(article_from))[exact]
    article = articles_of[exact]
    source, origin = rows.article_source[article], rows.article_origin[article]
    return delays_of(size, event, source, origin, rows.article_day[article])


def _conflicts(rows: Columns, rank: Array, claims: _Claims, source: Said) -> Conflicts:
    return conflicts_of(
        rows.conflict,
        _looked_up(rows.event, rank, rows.conflict_event),
        _looked_up(rows.event, rows.origins, rows.conflict_event),
        rows.values,
        _numbers_of(rows, claims, rows.values.claim),
        claims.event,
        source,
    )


def _direct(rows: Columns, rank: Array, claims: _Claims) -> Direct:
    event = _looked_up(rows.event, rank, rows.part_event)
    kept = event >= 0
    speaker, own = rows.speaker[claims.row], rows.own[claims.row]
    named, unnamed = np.flatnonzero(speaker), np.flatnonzero(own)
    return Direct(
        part_event=event[kept],
        part_actor=rows.part_actor[kept].astype(np.int32),
        part_role=rows.part_role[kept],
        speaker_claim=np.concatenate([unnamed, named]).astype(np.int32),
        speaker=np.concatenate([np.full(len(unnamed), ARTICLE), speaker[named]]).astype(np.int32),
    )


def _sources(claim_event: Array, passages: _Passages, size: int) -> tuple[Said, Array]:
    """A claim once for each source, with the first day of the source's passages."""
    packed = passages.claim.astype(np.int64) << 32 | passages.source
    pairs, entry = numbered(packed)
    claim, source = (pairs >> 32).astype(np.int32), (pairs & 0xFFFFFFFF).astype(np.int32)
    day = first_days(len(pairs), entry, passages.day)
    return said_of(claim, source, day, claim_event, size), day
