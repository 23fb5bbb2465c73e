"""Rows for the actors that drafts name, made when extraction derived a new one."""

from collections.abc import Iterable

from timeline.models import Actor
from timeline.records import ClaimDraft, Mention


def actors_for(drafts: Iterable[ClaimDraft]) -> dict[str, int]:
    """Primary keys by actor key, for every actor named in the drafts.

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
    known = dict(Actor.objects.filter(key__in=keys).values_list("key", "pk"))
    for key, mention in named.items():
        if key not in known:
            known[key] = Actor.objects.create(
                key=key,
                name=mention.name[:200],
                kind=mention.kind.value,
                belongs_to_id=known.get(mention.belongs_to or ""),
            ).pk
    return known
