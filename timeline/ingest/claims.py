"""Writes the claims of one article, each under the event it is about."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import asdict, dataclass, field

from timeline import edtf
from timeline.ingest.actors import actors_for
from timeline.ingest.candidates import article_record
from timeline.ingest.keeping import Kept, first_passage
from timeline.ingest.places import Places
from timeline.ingest.plan import Share, alone
from timeline.ingest.sameness import Said, said_by, said_in, statement, undecided_time
from timeline.link.days import far_apart
from timeline.link.events import Decision
from timeline.link.reading import claim_records, statements
from timeline.link.records import ClaimRecord
from timeline.models import Article, Citation, Claim, Event, Mention
from timeline.records import ClaimDraft, Extraction


@dataclass(slots=True)
class Written:
    events: set[int] = field(default_factory=set)
    claims: int = 0
    citations: int = 0
    new_events: int = 0


def store_claims(
    article: Article, extraction: Extraction, kept: Sequence[Kept], share: Share | None
) -> Written:
    """Write the drafts that are not kept, each under the event it is about."""
    written = Written(events={k.claim.event_id for k in kept})
    done = {k.draft.start for k in kept if k.draft}
    all_drafts = statements(extraction)
    read = share.records if share else _read(article, extraction, all_drafts)
    by_start = {draft.start: record for draft, record in zip(all_drafts, read, strict=True)}
    drafts = [draft for draft in all_drafts if draft.start not in done]
    actors = actors_for([*drafts, *(k.draft for k in kept if k.draft)])
    for k in kept:
        # The first passage speaks for a claim that several make.
        first = first_passage(k.claim)
        if k.draft and (first.article_id, first.start) == (article.pk, k.start):
            _propose(k.claim, k.draft, extraction, actors)
            _compare_by(k.claim, by_start[k.draft.start])
            _leave_other_time(k.claim, written)
            k.claim.save()
            _bring_mentions(k.claim, k.draft, actors)
    if not drafts:
        return written
    share = share or alone([by_start[draft.start] for draft in drafts], article.published)
    by_id: dict[Hashable, ClaimDraft] = {by_start[d.start].id: d for d in drafts}
    pairs = [(decision, by_id[decision.claim.id]) for decision in share.decisions]
    _write(article, extraction, pairs, actors, share.places, written)
    return written


def _read(
    article: Article, extraction: Extraction, drafts: Sequence[ClaimDraft]
) -> list[ClaimRecord]:
    return claim_records(extraction, drafts, article_record(article))


def _write(
    article: Article,
    extraction: Extraction,
    decided: Sequence[tuple[Decision, ClaimDraft]],
    actors: dict[str, int],
    places: Places,
    written: Written,
) -> None:
    """A claim for each draft that no copy makes already, and its passage; in few statements."""
    events, begun = places.events_for([decision.event for decision, _ in decided])
    written.new_events += len(begun)
    told = _told_by_copies(article, events.values())
    new: list[tuple[Claim, ClaimDraft]] = []
    passages: list[tuple[Claim, ClaimDraft]] = []
    for decision, draft in decided:
        event = events[decision.event]
        said = said_in(draft)
        same = decision.judgement is not None and not undecided_time(draft, extraction)
        claim = told.get((event.pk, said)) if same else None
        if claim is None:
            claim = _new_claim(event, draft, decision, extraction, actors)
            if event.pk in begun:  # it joins nothing: the event is there for it
                begun.discard(event.pk)
                claim.link_reason = ""
            new.append((claim, draft))
            told.setdefault((event.pk, said), claim)
        passages.append((claim, draft))
        written.events.add(event.pk)
    Claim.objects.bulk_create([claim for claim, _ in new])
    Mention.objects.bulk_create(m for c, draft in new for m in _mentions(c, draft, actors))
    citations = [Citation.of(claim, article, d.start, d.end) for claim, d in passages]
    for citation in citations:
        citation.clean()
    Citation.objects.bulk_create(citations)
    written.claims += len(new)
    written.citations += len(citations)


def _told_by_copies(article: Article, events: Iterable[Event]) -> dict[tuple[int, Said], Claim]:
    """What wire copy of this article's origin says of the events, the first claim of each."""
    known = {event.pk for event in events}
    copies = Article.objects.filter(origin=article.origin_id).values("pk")
    cited = Citation.objects.filter(article__in=copies, claim__event__in=known).values("claim")
    claims = Claim.objects.filter(pk__in=cited).select_related("attribution_actor")
    told: dict[tuple[int, Said], Claim] = {}
    for claim in claims.prefetch_related("mentions__actor").order_by("pk"):
        told.setdefault((claim.event_id, said_by(claim)), claim)
    return told


def _leave_other_time(claim: Claim, written: Written) -> None:
    """A claim whose date, learnt later, is far from all the event's others begins its own."""
    date = claim.date
    if date is None or claim.is_curated("event") or claim.event.curated_fields:
        return
    others = claim.event.claims.exclude(pk=claim.pk).exclude(date_edtf="")
    dates = [other.date for other in others if other.date and other.date.is_dated]
    if dates and all(far_apart(date, other) for other in dates):
        written.events.add(claim.event_id)
        claim.event = Event.objects.create(title="(being written)")
        claim.link_reason = ""
        written.events.add(claim.event_id)
        written.new_events += 1


def _new_claim(
    event: Event,
    draft: ClaimDraft,
    decision: Decision,
    extraction: Extraction,
    actors: dict[str, int],
) -> Claim:
    claim = Claim(event=event)
    _compare_by(claim, decision.claim)
    if decision.judgement:
        claim.link_reason = decision.judgement.explain()
    _propose(claim, draft, extraction, actors)
    claim.set_derived()
    return claim


def _compare_by(claim: Claim, record: ClaimRecord) -> None:
    """Keep what later claims are compared with."""
    claim.terms = sorted(record.features)
    claim.point, claim.heading = record.point, record.heading


def _mentions(claim: Claim, draft: ClaimDraft, actors: dict[str, int]) -> list[Mention]:
    return [
        Mention(
            claim=claim,
            actor_id=actors[part.mention.actor],
            role=part.role.value,
            start=part.mention.start,
            end=part.mention.end,
            reason="; ".join(filter(None, (part.mention.reason, part.reason))),
        )
        for part in draft.participants
    ]


def _bring_mentions(claim: Claim, draft: ClaimDraft, actors: dict[str, int]) -> None:
    """The actors the passage names now, unless a curator decided who they are."""
    if claim.is_curated("mentions"):
        return
    wanted = _mentions(claim, draft, actors)
    if {_as_values(m) for m in wanted} != {_as_values(m) for m in claim.mentions.all()}:
        claim.mentions.all().delete()
        Mention.objects.bulk_create(wanted)


def _as_values(mention: Mention) -> tuple[int, str, int, int, str]:
    return (mention.actor_id, mention.role, mention.start, mention.end, mention.reason)


def _propose(
    claim: Claim, draft: ClaimDraft, extraction: Extraction, actors: dict[str, int]
) -> None:
    """Set what the machine worked out, leaving alone what a curator decided."""
    said, date, coding = draft.attribution, draft.date, draft.coding
    value = edtf.try_parse(date.edtf) if date else None
    claim.propose(
        text=statement(draft),
        standing=draft.standing.value,
        standing_reason=draft.standing_reason,
        attribution_text=said.text[:500] if said else "",
        attribution_reason=said.reason if said else "",
        type=coding.type.value if coding else "",
        mode=(coding.mode or "") if coding else "",
        type_reason=coding.reason if coding else "",
    )
    if not claim.is_curated("attribution_actor"):
        claim.attribution_actor_id = actors[said.actor] if said and said.actor else None
    claim.recorded = asdict(draft.recorded) if draft.recorded else {}
    if not claim.is_curated("date_edtf"):
        claim.date_edtf = value.text if value else ""
        claim.date_text = date.text[:200] if date else ""
        claim.date_reason = date.reason if date else ""
        claim.date_inferred = bool(date and "(inferred)" in date.reason)
