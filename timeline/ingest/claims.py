"""Claims of one article: which stay, which go, and to which events the new ones belong."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import cast

from django.db.models import F

from timeline import edtf
from timeline.ingest.actors import actors_for
from timeline.ingest.candidates import candidate_events, claim_record
from timeline.link.events import Decision, NewEvent, assign
from timeline.models import Article, Citation, Claim, Event, Mention, MergeProposal
from timeline.records import ClaimDraft, Extraction

# A statement that another article makes in nearly the same words is one claim, cited twice.
_SAME_STATEMENT = 0.85


@dataclass(slots=True)
class Kept:
    """A stored claim whose passage was looked for again; `start` is None when it is gone."""

    claim: Claim
    quote: str
    start: int | None
    draft: ClaimDraft | None


@dataclass(slots=True)
class Written:
    events: set[int] = field(default_factory=set)
    claims: int = 0
    citations: int = 0
    new_events: int = 0


def drop_stale_claims(article: Article, extraction: Extraction) -> tuple[list[Kept], set[int]]:
    """Match the stored claims with the new drafts; remove what nobody curated and none repeats.

    Returns what stays (with its new place) and the events that lost a claim. Citations of
    claims that other articles support too are removed; the claim stays.
    """
    drafts = {draft.quote: draft for draft in extraction.claims}
    kept: list[Kept] = []
    touched: set[int] = set()
    citations = Citation.objects.filter(article=article).select_related("claim__event")
    for citation in citations:
        claim = citation.claim
        touched.add(claim.event_id)
        draft = drafts.pop(citation.quote, None)
        curated = claim.curated_fields or claim.event.curated_fields
        if draft is not None and draft.quote == article.text[draft.start : draft.end]:
            kept.append(Kept(claim, citation.quote, draft.start, draft))
            _move(citation, draft.start)
        elif curated and claim.citations.count() == 1:
            place = article.text.find(citation.quote)
            kept.append(Kept(claim, citation.quote, place if place >= 0 else None, None))
            if place >= 0:
                _move(citation, place)
        else:
            citation.delete()
            if not claim.citations.exists():
                claim.delete()
    return kept, touched


def _move(citation: Citation, start: int) -> None:
    moved = Citation.of(citation.claim, citation.article, start, start + len(citation.quote))
    if (moved.start, moved.prefix, moved.suffix) == (
        citation.start,
        citation.prefix,
        citation.suffix,
    ):
        return
    by = moved.start - citation.start
    if by and citation.pk == _first_passage(citation.claim).pk:
        # Mentions are places in the article of the first passage: they move along.
        citation.claim.mentions.update(start=F("start") + by, end=F("end") + by)
    citation.start, citation.end = moved.start, moved.end
    citation.prefix, citation.suffix = moved.prefix, moved.suffix
    citation.save()


def _first_passage(claim: Claim) -> Citation:
    return claim.citations.order_by("pk")[0]


def store_claims(article: Article, extraction: Extraction, kept: Sequence[Kept]) -> Written:
    """Write the drafts that are not kept, each under the event it is about."""
    written = Written(events={k.claim.event_id for k in kept})
    done = {k.draft.start for k in kept if k.draft}
    drafts = [draft for draft in extraction.claims if draft.start not in done]
    actors = actors_for([*drafts, *(k.draft for k in kept if k.draft)])
    for k in kept:
        # The first passage speaks for a claim that several articles make.
        if k.draft and _first_passage(k.claim).article_id == article.pk:
            _propose(k.claim, k.draft, extraction, actors)
            k.claim.save()
            _bring_mentions(k.claim, k.draft, actors)
    if not drafts:
        return written
    records = [claim_record(article, extraction, draft) for draft in drafts]
    decisions = assign(records, candidate_events(records, article))
    events = _events_for(decisions, written)
    for draft, decision in zip(drafts, decisions, strict=True):
        event = events[decision.event]
        claim = _same_statement(event, decision, draft)
        if claim is None:
            claim = _new_claim(event, draft, decision, extraction, actors)
            written.claims += 1
        Citation.of(claim, article, draft.start, draft.end).save()
        written.citations += 1
        written.events.add(event.pk)
    return written


def _events_for(decisions: Sequence[Decision], written: Written) -> dict[object, Event]:
    """Events by the ids in the decisions; new ones are made, doubts are put up for review."""
    known = [d.event for d in decisions if not isinstance(d.event, NewEvent)]
    events: dict[object, Event] = {**Event.objects.in_bulk(known)}
    for decision in decisions:
        if decision.event in events:
            continue
        event = Event.objects.create(title="(being written)")
        events[decision.event] = event
        written.new_events += 1
        if decision.doubt:
            other, judgement = decision.doubt
            MergeProposal.objects.create(
                event=event,
                other_id=cast(int, other),
                score=judgement.score,
                reason=judgement.explain(),
            )
    return events


def _same_statement(event: Event, decision: Decision, draft: ClaimDraft) -> Claim | None:
    """A claim of the event that says the same in nearly the same words, with the same date."""
    if decision.judgement is None:
        return None
    own = set(decision.claim.terms)
    value = draft.date.edtf if draft.date else ""
    for claim in event.claims.all():
        theirs = set(claim.terms)
        alike = len(own & theirs) / max(len(own | theirs), 1)
        if (
            alike >= _SAME_STATEMENT
            and claim.standing == draft.standing
            and claim.date_edtf == value
            and abs(len(claim.text) - len(_statement(draft))) < 40
        ):
            return claim
    return None


def _statement(draft: ClaimDraft) -> str:
    return draft.quote[draft.statement.start - draft.start : draft.statement.end - draft.start]


def _new_claim(
    event: Event,
    draft: ClaimDraft,
    decision: Decision,
    extraction: Extraction,
    actors: dict[str, int],
) -> Claim:
    claim = Claim(event=event, terms=sorted(decision.claim.terms))
    if decision.judgement:
        claim.link_reason = decision.judgement.explain()
    _propose(claim, draft, extraction, actors)
    claim.save()
    Mention.objects.bulk_create(_mentions(claim, draft, actors))
    return claim


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
        text=_statement(draft),
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
