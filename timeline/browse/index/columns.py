"""The rows that the index is made of, read from the database as columns of numbers.

Days are proleptic ordinals (`date.toordinal`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db.models import Q

from timeline.browse.index.conflicts import Values, ValuesBuilder
from timeline.browse.index.families import AFTER_ALL, BEFORE_ALL
from timeline.browse.index.rows import (
    Array,
    day,
    number,
    number_or_none,
    place,
    read,
    text,
    truth,
)
from timeline.browse.index.texts import Texts, TextsBuilder, Words, worded
from timeline.models import Article, Citation, Claim, Conflict, Event, Participation
from timeline.models.source_figures import NOT_KNOWN
from timeline.vocabulary import EventType, Role, Standing

TYPES = ("", *(type.value for type in EventType))
STANDINGS = tuple(standing.value for standing in Standing)
ROLES = tuple(role.value for role in Role)


@dataclass(frozen=True, slots=True)
class Columns:
    """One row an entry; events, claims and articles in the order of their primary keys.

    `type`, `standing`, `role`: places in TYPES, STANDINGS, ROLES. `speaker`: the actor a claim
    is attributed to, 0 for none. `own`: the article itself says so, naming nobody. `order`:
    where the events stand in the rows, by their sort keys; `words` are in that order.
    `article_exact`: its day of publication is known to the day, and not from its own text.
    """

    event: Array
    key: Array
    earliest: Array
    latest: Array
    type: Array
    agreed: Array
    disagreed: Array
    reviewed: Array
    origins: Array
    order: Array
    words: Words
    claim: Array
    claim_event: Array
    standing: Array
    speaker: Array
    own: Array
    citation_claim: Array
    citation_article: Array
    article: Array
    article_source: Array
    article_origin: Array
    article_day: Array
    article_exact: Array
    part_event: Array
    part_actor: Array
    part_role: Array
    conflict: Array
    conflict_event: Array
    values: Values


Read = dict[str, Any]


def read_columns(ids: Sequence[int] | None = None) -> Columns:
    """All events that a timeline shows and what is said of them, or those with the ids alone."""
    events, texts = read_events(ids)
    return Columns(**events, words=worded(texts, events["order"]), **read_told(ids))


def read_told(ids: Sequence[int] | None = None) -> Read:
    """What stands about events in other tables than their own."""
    passages = _passages(ids)
    articles = None if ids is None else np.unique(passages["citation_article"]).tolist()
    about = {**_claims(ids), **_parts(ids), **_conflicts(ids)}
    return {**about, **passages, **_articles(articles)}


def read_events(ids: Sequence[int] | None = None) -> tuple[Read, Texts]:
    """And their texts, in the same order."""
    builder = TextsBuilder()
    columns = (
        number("pk"),
        number_or_none("sort_key"),
        day("earliest", BEFORE_ALL),
        day("latest", AFTER_ALL),
        place("type", TYPES),
        number("origin_count"),
        truth(Q(has_conflict=True)),
        truth(Q(reviewed=True)),
        text("search_text", builder.add),
    )
    pk, key, earliest, latest, type, origins, conflict, reviewed, _ = read(
        Event.objects.sourced().order_by("pk"), ids, "pk", columns
    )
    events = {
        "event": pk,
        "key": key,
        "earliest": earliest,
        "latest": latest,
        "type": type,
        "agreed": (origins >= 2) & ~conflict,
        "disagreed": conflict,
        "reviewed": reviewed,
        "origins": origins,
        "order": np.argsort(key, kind="stable"),
    }
    return events, builder.done()


def _claims(ids: Sequence[int] | None) -> Read:
    columns = {
        "claim": number("pk"),
        "claim_event": number("event_id"),
        "standing": place("standing", STANDINGS),
        "speaker": number_or_none("attribution_actor_id"),
        "own": truth(Q(attribution_text="")),
    }
    found = read(Claim.objects.order_by("pk"), ids, "event", columns.values())
    return dict(zip(columns, found, strict=True))


def _passages(ids: Sequence[int] | None) -> Read:
    columns = {"citation_claim": number("claim_id"), "citation_article": number("article_id")}
    found = read(Citation.objects.order_by(), ids, "claim__event", columns.values())
    return dict(zip(columns, found, strict=True))


def _articles(ids: Sequence[int] | None) -> Read:
    columns = (
        number("pk"),
        number("source_id"),
        number("origin_id"),
        day("published_earliest", BEFORE_ALL),
        day("published_latest", AFTER_ALL),
        truth(Q(published_basis__in=NOT_KNOWN)),
    )
    pk, source, origin, earliest, latest, not_known = read(
        Article.objects.order_by("pk"), ids, "pk", columns
    )
    return {
        "article": pk,
        "article_source": source,
        "article_origin": origin,
        "article_day": latest,
        "article_exact": (earliest == latest) & ~not_known,
    }


def _conflicts(ids: Sequence[int] | None) -> Read:
    builder = ValuesBuilder()
    columns = (number("pk"), number("event_id"), text("values", builder.add))
    pk, event, _ = read(Conflict.objects.order_by("pk"), ids, "event", columns)
    return {"conflict": pk, "conflict_event": event, "values": builder.done()}


def _parts(ids: Sequence[int] | None) -> Read:
    columns = {
        "part_event": number("event_id"),
        "part_actor": number("actor_id"),
        "part_role": place("role", ROLES),
    }
    found = read(Participation.objects.order_by(), ids, "event", columns.values())
    return dict(zip(columns, found, strict=True))
