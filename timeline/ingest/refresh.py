"""What an event's row says, worked out again from its claims."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field
from types import MappingProxyType

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from timeline.folding import searchable
from timeline.ingest.nearest import indexed_terms
from timeline.ingest.pieces import pieces
from timeline.ingest.rows import insert, insert_whole
from timeline.ingest.telling import Told, told_of
from timeline.link.conflicts import ConflictRecord, find_conflicts
from timeline.link.origins import count_independent
from timeline.link.records import ClaimRecord
from timeline.link.summary import event_date, event_title, event_type
from timeline.models import Conflict, Event, EventTerm, Participation
from timeline.vocabulary import Role

_NOTHING_BEGUN: Mapping[int, Sequence[Told]] = MappingProxyType({})
_RANK = {Role.ACTOR: 0, Role.RECIPIENT: 1, Role.MENTIONED: 2}


def refresh_events(
    event_ids: Collection[int], begun: Mapping[int, Sequence[Told]] = _NOTHING_BEGUN
) -> None:
    """Title, date, type, actors, conflicts, counts and search text; curated fields stay.

    `begun`: events that have no row yet, by the ids they get, with all their claims. An event
    left without a claim is removed, unless a curator has worked on it or picked it for a
    storyline: then it stays in the admin, off the timeline.

    A fixed number of queries for 500 events. Nobody else changes them meanwhile: an edit
    waits, and is not written over.
    """
    for some in pieces(sorted(event_ids)):
        with transaction.atomic():
            _refresh_some(some)
    _begin(begun)


def _refresh_some(event_ids: Sequence[int]) -> None:
    # In the order of their ids, so that two who refresh never wait for each other.
    events = Event.objects.filter(pk__in=event_ids).order_by("pk").select_for_update(no_key=True)
    events = events.prefetch_related("participations", "conflicts")
    told = told_of(event_ids)
    terms = _indexed(event_ids)
    changes = _Changes()
    for event in events:
        claims = told[event.pk]
        if not claims and not _worked_on(event):
            event.delete()
            continue
        present = _Present(
            {part.actor_id: part for part in event.participations.all()},
            {(c.kind, c.subject): c for c in event.conflicts.all()},
            terms.get(event.pk, {}),
        )
        _refresh(event, claims, present, changes)
        changes.events.append(event)
    changes.write()


def _begin(begun: Mapping[int, Sequence[Told]]) -> None:
    now, changes = timezone.now(), _Changes()
    for pk, claims in sorted(begun.items()):
        event = Event(pk=pk, created_at=now)
        _refresh(event, claims, _Present(), changes)
        changes.new.append(event)
    changes.write()


@dataclass(frozen=True, slots=True)
class _Present:
    """Rows that the event has: by actor, by kind and subject, and the ids of its terms."""

    parts: Mapping[int, Participation] = field(default_factory=dict)
    conflicts: Mapping[tuple[str, str], Conflict] = field(default_factory=dict)
    terms: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Changes:
    """What is to be written, gathered so that many events cost few statements."""

    new: list[Event] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    parts: list[tuple[int, int, str]] = field(default_factory=list)
    other_parts: list[Participation] = field(default_factory=list)
    gone_parts: list[int] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    other_conflicts: list[Conflict] = field(default_factory=list)
    gone_conflicts: list[int] = field(default_factory=list)
    terms: list[tuple[int, str]] = field(default_factory=list)
    gone_terms: list[int] = field(default_factory=list)

    def index(self, event: Event, wanted: Set[str], present: Mapping[str, int]) -> None:
        """Bring the event's rows in the index of terms into step. `present`: keys of rows."""
        self.gone_terms += [pk for term, pk in present.items() if term not in wanted]
        self.terms += [(event.pk, term) for term in sorted(wanted - present.keys())]

    def write(self) -> None:
        # Rows with the keys of stored ones: an update of many rows in one statement.
        Event.objects.bulk_create(
            self.events, update_conflicts=True, unique_fields=["id"], update_fields=_WRITTEN
        )
        _delete(Participation, self.gone_parts)
        Participation.objects.bulk_update(self.other_parts, ["role"])
        insert(Participation, ("event_id", "actor_id", "role"), self.parts)
        _delete(Conflict, self.gone_conflicts)
        Conflict.objects.bulk_update(self.other_conflicts, ["values"])
        Conflict.objects.bulk_create(self.conflicts)
        _delete(EventTerm, self.gone_terms)
        insert(EventTerm, ("event_id", "term"), self.terms)
        # Last: what belongs to a row that is not there yet is counted once, with that row.
        insert_whole(Event, self.new)


def _delete(model: type[Model], keys: Sequence[int]) -> None:
    for some in pieces(keys):
        model._default_manager.filter(pk__in=some).delete()


_WRITTEN = [
    f.name for f in Event._meta.concrete_fields if not f.primary_key and f.name != "created_at"
]


def _indexed(event_ids: Sequence[int]) -> dict[int, dict[str, int]]:
    """Keys of the rows in the index of terms, by event and term."""
    terms: dict[int, dict[str, int]] = {}
    rows = EventTerm.objects.filter(event__in=event_ids).order_by()
    for event_id, term, pk in rows.values_list("event", "term", "pk"):
        terms.setdefault(event_id, {})[term] = pk
    return terms


def _worked_on(event: Event) -> bool:
    decided = event.curated_fields or event.note or event.reviewed
    return bool(decided) or event.entries.exists()


def _refresh(event: Event, claims: Sequence[Told], present: _Present, changes: _Changes) -> None:
    records = [record for claim in claims for record in claim.records]
    by_id = {claim.pk: claim for claim in claims}
    _refresh_date(event, records, by_id)
    event.propose(title=(event_title(records) or "(no claim)")[:300])
    _refresh_type(event, records, claims)
    names = _refresh_actors(event, claims, present.parts, changes)
    conflicts = find_conflicts(records)
    _refresh_conflicts(event, conflicts, present.conflicts, changes)
    event.has_conflict = bool(conflicts)
    event.claim_count = len(claims)
    event.article_count = len({record.article for record in records})
    event.origin_count = count_independent((r.origin, r.source) for r in records)
    event.reported = min(filter(None, (_appeared(record) for record in records)), default=None)
    event.search_text = searchable(_search_texts(event, claims, names))
    event.set_derived()
    changes.index(event, indexed_terms(records), present.terms)


def _appeared(record: ClaimRecord):  # type: ignore[no-untyped-def]
    return record.published.latest or record.published.earliest if record.published else None


def _refresh_date(event: Event, records: Sequence[ClaimRecord], claims: dict) -> None:
    if event.is_curated("date_edtf"):
        return
    worked_out = event_date(records)
    main = claims.get(worked_out.main.id) if worked_out.main else None
    event.date_edtf = worked_out.value.text if worked_out.value else ""
    event.date_text = main.date_text if main else ""
    event.date_inferred = bool(main and main.date_inferred)
    event.date_reason = "; ".join(
        filter(None, (worked_out.reason, main.date_reason if main else ""))
    )


def _refresh_type(event: Event, records: Sequence[ClaimRecord], claims: Sequence[Told]) -> None:
    type_ = event_type(records)
    alike = [claim for claim in claims if type_ and claim.type == type_]
    main = min(alike, key=lambda claim: claim.heading, default=None)
    if event.is_curated("type"):
        return
    event.type = type_.value if type_ else ""
    event.mode = main.mode if main else ""
    event.type_reason = main.type_reason if main else ""


def _refresh_actors(
    event: Event, claims: Sequence[Told], present: Mapping[int, Participation], changes: _Changes
) -> list[str]:
    """One role an actor: the one most claims give it, the stronger one when they tie."""
    if event.is_curated("actors"):
        return [p.actor.name for p in event.participations.select_related("actor")]
    votes: dict[int, Counter[Role]] = {}
    names: dict[int, str] = {}
    for claim in claims:
        for mention in claim.mentions:
            votes.setdefault(mention.actor, Counter())[Role(mention.role)] += 1
            names[mention.actor] = mention.name
    wanted = {
        actor: min(roles, key=lambda role: (-roles[role], _RANK[role]))
        for actor, roles in votes.items()
    }
    for actor, part in present.items():
        if actor not in wanted:
            changes.gone_parts.append(part.pk)
        elif part.role != wanted[actor]:
            part.role = wanted[actor].value
            changes.other_parts.append(part)
    changes.parts += [
        (event.pk, actor, role.value)
        for actor, role in sorted(wanted.items(), key=lambda item: _RANK[item[1]])
        if actor not in present
    ]
    return list(names.values())


def _refresh_conflicts(
    event: Event,
    found: Sequence[ConflictRecord],
    present: Mapping[tuple[str, str], Conflict],
    changes: _Changes,
) -> None:
    wanted = {
        (record.kind.value, record.subject[:200]): [
            {"value": v.value, "label": v.label, "claims": list(v.claims)} for v in record.values
        ]
        for record in found
    }
    for key, conflict in present.items():
        if key not in wanted:
            changes.gone_conflicts.append(conflict.pk)
        elif conflict.values != wanted[key]:
            conflict.values = wanted[key]
            changes.other_conflicts.append(conflict)
    changes.conflicts += [
        Conflict(event=event, kind=kind, subject=subject, values=values)
        for (kind, subject), values in wanted.items()
        if (kind, subject) not in present
    ]


def _search_texts(event: Event, claims: Sequence[Told], names: Sequence[str]) -> list[str]:
    parts = [event.title, *names]
    for claim in claims:
        parts += [claim.text, claim.attribution_text]
        parts += claim.quotes
    return [part for part in parts if part]
