"""Rows for the actors that drafts name, made when extraction derived a new one."""

from collections.abc import Iterable
from typing import NamedTuple

from timeline.models import Actor
from timeline.records import ClaimDraft, Mention


class ActorRow(NamedTuple):
    """A stored actor; `of`: key of the one it belongs to."""

    pk: int
    name: str
    of: str | None


def actors_for(drafts: Iterable[ClaimDraft]) -> dict[str, ActorRow]:
    """By key, for every actor named in the drafts.

    A body derived from a pattern ("Russian Ministry of Defence") is stored when it is first
    met, under the actor it belongs to.
    """
    named: dict[str, Mention] = {}
    keys: set[str] = set()
    for draft in drafts:
        for part in draft.participants:
            named.setdefault(part.mention.actor, part.mention)
            if part.mention.belongs_to:
                keys.add(part.mention.belongs_to)
        if draft.attribution and draft.attribution.actor:
            keys.add(draft.attribution.actor)
    keys |= named.keys()
    rows = Actor.objects.filter(key__in=keys).order_by()
    known = {
        key: ActorRow(pk, name, of)
        for key, pk, name, of in rows.values_list("key", "pk", "name", "belongs_to__key")
    }
    for key, mention in named.items():
        if key not in known:
            above = known.get(mention.belongs_to or "")
            actor = Actor.objects.create(
                key=key,
                name=mention.name[:200],
                kind=mention.kind.value,
                belongs_to_id=above.pk if above else None,
            )
            of = mention.belongs_to if above else None
            known[key] = ActorRow(actor.pk, actor.name, of)
    return known
