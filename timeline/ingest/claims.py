"""Writes the claims of articles, each under the event it is about."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from timeline.ingest.actors import ActorRow, actors_for
from timeline.ingest.adding import Added, Decided, add_claims
from timeline.ingest.candidates import article_record
from timeline.ingest.columns import MENTION, compare_by, mention_rows, propose
from timeline.ingest.keeping import Kept, first_passage
from timeline.ingest.places import Places
from timeline.ingest.plan import Share, alone
from timeline.ingest.rows import insert
from timeline.ingest.telling import Told
from timeline.link.days import far_apart
from timeline.link.reading import claim_records, statements
from timeline.link.records import ClaimRecord
from timeline.models import Article, Claim, Event, Mention
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
    """`events`: the stored ones to be refreshed. `begun`: those that have no row yet, by id."""

    events: set[int] = field(default_factory=set)
    begun: dict[int, list[Told]] = field(default_factory=dict)
    claims: int = 0
    citations: int = 0
    new_events: int = 0

    def add(self, added: Added) -> None:
        self.events |= added.events
        self.begun |= added.begun
        self.new_events += len(added.begun)
        self.claims += added.claims
        self.citations += added.citations


def store_claims(readings: Sequence[Reading]) -> Written:
    """Write the drafts that are not kept, each under the event it is about.

    The articles have one plan, or there is but one of them.
    """
    written = Written(events={k.claim.event_id for one in readings for k in one.kept})
    actors = actors_for(draft for one in readings for draft in statements(one.extraction))
    placed = [found for one in readings if (found := _placed(one, actors, written))]
    if placed:
        written.add(add_claims([one for one, _ in placed], actors, placed[0][1]))
    return written


def _placed(
    one: Reading, actors: dict[str, ActorRow], written: Written
) -> tuple[Decided, Places] | None:
    """Bring the claims that stay into step, and decide about the drafts that are not stored."""
    drafts = statements(one.extraction)
    share = one.share
    read = share.records if share else _read(one.article, one.extraction, drafts)
    by_start = {draft.start: record for draft, record in zip(drafts, read, strict=True)}
    for k in one.kept:
        # The first passage speaks for a claim that several make.
        first = first_passage(k.claim)
        if k.draft and (first.article_id, first.start) == (one.article.pk, k.start):
            propose(k.claim, k.draft, actors)
            compare_by(k.claim, by_start[k.draft.start])
            _leave_other_time(k.claim, written)
            k.claim.save()
            _bring_mentions(k.claim, k.draft, actors)
    done = {k.draft.start for k in one.kept if k.draft}
    rest = [draft for draft in drafts if draft.start not in done]
    if not rest:
        return None
    share = share or alone([by_start[draft.start] for draft in rest], one.article.published)
    by_id: dict[Hashable, ClaimDraft] = {by_start[d.start].id: d for d in rest}
    pairs = [(decision, by_id[decision.claim.id]) for decision in share.decisions]
    return Decided(one.article, one.extraction, pairs), share.places


def _read(
    article: Article, extraction: Extraction, drafts: Sequence[ClaimDraft]
) -> list[ClaimRecord]:
    return claim_records(extraction, drafts, article_record(article))


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


def _bring_mentions(claim: Claim, draft: ClaimDraft, actors: dict[str, ActorRow]) -> None:
    """The actors the passage names now, unless a curator decided who they are."""
    if claim.is_curated("mentions"):
        return
    wanted = mention_rows(draft, actors)
    if set(wanted) != set(claim.mentions.values_list(*MENTION)):
        claim.mentions.all().delete()
        insert(Mention, ("claim_id", *MENTION), ((claim.pk, *row) for row in wanted))
