"""The world as extraction is told of it: the knowledge files, then what curators made of them."""

from collections.abc import Sequence

from timeline.knowledge.loader import load_knowledge
from timeline.models import Actor, Alias
from timeline.records import ActorRecord, AliasRecord, Knowledge
from timeline.vocabulary import ActorKind, AliasKind

_PLAIN_FIELDS = ("name", "kind", "iso2", "iso3", "wikidata")


def sync_actors() -> None:
    """Bring actors and aliases of the knowledge files into the database.

    Adds what is missing and updates what no curator decided; writes nothing when in step.
    """
    records = load_knowledge().actors
    stored = {actor.key: actor for actor in Actor.objects.select_related("belongs_to")}
    _add([record for record in records if record.key not in stored], stored)
    for record in records:
        parent = stored[record.belongs_to] if record.belongs_to else None
        actor = stored[record.key]
        changed = actor.propose(**_plain_values(record))
        if actor.belongs_to_id != (parent.pk if parent else None) and not actor.is_curated(
            "belongs_to"
        ):
            actor.belongs_to = parent
            changed.append("belongs_to")
        if changed:
            actor.save(update_fields=changed)
    _sync_aliases(records, stored)


def _add(missing: Sequence[ActorRecord], stored: dict[str, Actor]) -> None:
    """Those they belong to first, so that nobody has to be written twice."""
    while missing:
        ready = [r for r in missing if not r.belongs_to or r.belongs_to in stored] or missing
        added = [
            Actor(
                key=record.key,
                belongs_to=stored.get(record.belongs_to or ""),
                **_plain_values(record),
            )
            for record in ready
        ]
        stored |= {actor.key: actor for actor in Actor.objects.bulk_create(added)}
        missing = [record for record in missing if record.key not in stored]


def _plain_values(record: ActorRecord) -> dict[str, str]:
    return {name: str(getattr(record, name) or "") for name in _PLAIN_FIELDS}


def _sync_aliases(records: tuple[ActorRecord, ...], stored: dict[str, Actor]) -> None:
    present = set(Alias.objects.values_list("actor__key", "text"))
    Alias.objects.bulk_create(
        Alias(actor=stored[record.key], text=alias.text, kind=alias.kind.value)
        for record in records
        if not stored[record.key].is_curated("aliases")
        for alias in {a.text: a for a in record.aliases}.values()
        if (record.key, alias.text) not in present
    )


def read_knowledge() -> Knowledge:
    """Actors as they stand in the database; offices and anchors from the files."""
    files = load_knowledge()
    aliases: dict[int, list[AliasRecord]] = {}
    for actor_id, text, kind in Alias.objects.values_list("actor_id", "text", "kind"):
        aliases.setdefault(actor_id, []).append(AliasRecord(text, AliasKind(kind)))
    rows = Actor.objects.order_by("pk").values_list(
        "pk", "key", "name", "kind", "iso2", "iso3", "wikidata", "belongs_to__key"
    )
    actors = tuple(
        ActorRecord(
            key=key,
            name=name,
            kind=ActorKind(kind),
            iso2=iso2 or None,
            iso3=iso3 or None,
            wikidata=wikidata or None,
            belongs_to=parent,
            aliases=tuple(aliases.get(pk, ())),
        )
        for pk, key, name, kind, iso2, iso3, wikidata, parent in rows
    )
    return Knowledge(actors, files.offices, files.anchors)
