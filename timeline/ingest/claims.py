"""Writes the claims of one article, each under the event it is about."""

from collections.abc import Hashable, Sequence, Set
from dataclasses import asdict, dataclass, field

from timeline import edtf
from timeline.ingest.actors import actors_for
from timeline.ingest.candidates import article_record
from timeline.ingest.keeping import Kept, first_passage
from timeline.ingest.places import Places
from timeline.ingest.plan import Share, alone
from timeline.ingest.rows import Row, insert
from timeline.ingest.sameness import Said, said_by, said_in, statement, undecided_time
from timeline.link.days import far_apart
from timeline.link.events import Decision
from timeline.link.reading import claim_records, statements
from timeline.link.records import ClaimRecord
from timeline.models import Article, Citation, Claim, Event, Mention
from timeline.records import ClaimDraft, Extraction


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with what was read in it. `kept`: its stored claims that stay.

    `share`: what is planned for it; without it the article is linked alone.
    """

    article: Article
    extraction: Extraction
    share: Share | None
    kept: Sequence[Kept] = ()


@dataclass(slots=True)
class Written:
    events: set[int] = field(default_factory=set)
    claims: int = 0
    citations: int = 0
    new_events: int = 0


def store_claims(readings: Sequence[Reading]) -> Written:
    """Write the drafts that are not kept, each under the event it is about.

    The articles have one plan, or there is but one of them.
    """
    written = Written(events={k.claim.event_id for one in readings for k in one.kept})
    actors = actors_for(draft for one in readings for draft in statements(one.extraction))
    placed = [_placed(one, actors, written) for one in readings]
    shares = [share for share, _ in placed if share]
    if shares:
        decided = [pairs for _, pairs in placed]
        _write(readings, decided, actors, shares[0].places, written)
    return written


Decided = Sequence[tuple[Decision, ClaimDraft]]


def _placed(one: Reading, actors: dict[str, int], written: Written) -> tuple[Share | None, Decided]:
    """Bring the claims that stay into step, and decide about the drafts that are not stored."""
    drafts = statements(one.extraction)
    share = one.share
    read = share.records if share else _read(one.article, one.extraction, drafts)
    by_start = {draft.start: record for draft, record in zip(drafts, read, strict=True)}
    for k in one.kept:
        # The first passage speaks for a claim that several make.
        first = first_passage(k.claim)
        if k.draft and (first.article_id, first.start) == (one.article.pk, k.start):
            _propose(k.claim, k.draft, one.extraction, actors)
            _compare_by(k.claim, by_start[k.draft.start])
            _leave_other_time(k.claim, written)
            k.claim.save()
            _bring_mentions(k.claim, k.draft, actors)
    done = {k.draft.start for k in one.kept if k.draft}
    rest = [draft for draft in drafts if draft.start not in done]
    if not rest:
        return None, ()
    share = share or alone([by_start[draft.start] for draft in rest], one.article.published)
    by_id: dict[Hashable, ClaimDraft] = {by_start[d.start].id: d for d in rest}
    return share, [(decision, by_id[decision.claim.id]) for decision in share.decisions]


def _read(
    article: Article, extraction: Extraction, drafts: Sequence[ClaimDraft]
) -> list[ClaimRecord]:
    return claim_records(extraction, drafts, article_record(article))


def _write(
    readings: Sequence[Reading],
    decided: Sequence[Decided],
    actors: dict[str, int],
    places: Places,
    written: Written,
) -> None:
    """A claim for each draft that no copy makes already, and its passage; in few statements."""
    events, begun = places.events_for([[d.event for d, _ in pairs] for pairs in decided])
    written.new_events += len(begun)
    written.events |= {row.pk for row in events.values()}
    told = _told_by_copies(readings, {row.pk for row in events.values()} - begun)
    new: list[tuple[Claim, ClaimDraft]] = []
    passages: list[tuple[Claim, Article, ClaimDraft]] = []
    for one, pairs in zip(readings, decided, strict=True):
        article, extraction = one.article, one.extraction
        for decision, draft in pairs:
            event = events[decision.event]
            place = (article.origin_id, event.pk)
            said = said_in(draft)
            same = decision.judgement is not None and not undecided_time(draft, extraction)
            claim = told.get((*place, said)) if same else None
            if claim is None:
                claim = _new_claim(event, draft, decision, extraction, actors)
                if event.pk in begun:  # it joins nothing: the event is there for it
                    begun.discard(event.pk)
                    claim.link_reason = ""
                new.append((claim, draft))
                told.setdefault((*place, said), claim)
            passages.append((claim, article, draft))
    Claim.objects.bulk_create([claim for claim, _ in new])
    insert(Mention, _MENTION, (_values(m) for c, d in new for m in _mentions(c, d, actors)))
    insert(Citation, _CITATION, (_passage(*passage) for passage in passages))
    written.claims += len(new)
    written.citations += len(passages)


_MENTION = ("claim_id", "actor_id", "role", "start", "end", "reason")
_CITATION = ("claim_id", "article_id", "start", "end", "quote", "prefix", "suffix")


def _values(mention: Mention) -> Row:
    return tuple(getattr(mention, name) for name in _MENTION)


def _passage(claim: Claim, article: Article, draft: ClaimDraft) -> Row:
    citation = Citation.of(claim, article, draft.start, draft.end)
    citation.clean()
    return tuple(getattr(citation, name) for name in _CITATION)


def _told_by_copies(
    readings: Sequence[Reading], events: Set[int]
) -> dict[tuple[int, int, Said], Claim]:
    """What wire copy of the articles' origins says of the events: the first claim of each.

    By origin, event and what is said.
    """
    origins = {one.article.origin_id for one in readings}
    rows = Citation.objects.filter(article__origin__in=origins, claim__event__in=events)
    by_claim: dict[int, set[int]] = {}
    for pk, origin in rows.order_by().values_list("claim", "article__origin"):
        by_claim.setdefault(pk, set()).add(origin)
    claims = Claim.objects.filter(pk__in=by_claim).select_related("attribution_actor")
    told: dict[tuple[int, int, Said], Claim] = {}
    for claim in claims.prefetch_related("mentions__actor").order_by("pk"):
        for origin in by_claim[claim.pk]:
            told.setdefault((origin, claim.event_id, said_by(claim)), claim)
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
