"""New claims of articles, each under the event it is about, with its passages and mentions."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from django.utils import timezone

from timeline import edtf
from timeline.ingest.actors import ActorRow
from timeline.ingest.columns import MENTION, compare_by, mention_rows, mentioned, propose
from timeline.ingest.places import Places
from timeline.ingest.rows import insert, insert_whole, reserve
from timeline.ingest.sameness import Said, said_by, said_in, undecided_time
from timeline.ingest.sides import named
from timeline.ingest.telling import Cited, Told, told_by
from timeline.link.events import Decision
from timeline.models import Article, Citation, Claim, Mention
from timeline.records import ClaimDraft, Extraction


@dataclass(frozen=True, slots=True)
class Decided:
    """An article, and where those of its drafts go that are not stored yet."""

    article: Article
    extraction: Extraction
    pairs: Sequence[tuple[Decision, ClaimDraft]]


@dataclass(slots=True)
class Added:
    """`events`: the stored ones that have new claims. `begun`: those without a row, by id.

    `claims`, `citations`: how many are new.
    """

    events: set[int] = field(default_factory=set)
    begun: dict[int, list[Told]] = field(default_factory=dict)
    claims: int = 0
    citations: int = 0


def add_claims(decided: Sequence[Decided], actors: dict[str, ActorRow], places: Places) -> Added:
    """A claim for each draft that no copy makes already, and its passage; in few statements.

    The rows of the events that begin are left to be written with what is told of them.
    """
    events, begun = places.events_for([[d.event for d, _ in one.pairs] for one in decided])
    stored = set(events.values()) - begun
    told = _told_by_copies(decided, stored)
    new: list[tuple[Claim, ClaimDraft]] = []
    passages: list[tuple[Claim, Article, ClaimDraft]] = []
    bare = set(begun)
    for one in decided:
        for decision, draft in one.pairs:
            event, said = events[decision.event], said_in(draft)
            place = (one.article.origin_id, event, said)
            same = decision.judgement is not None and not undecided_time(draft, one.extraction)
            claim = told.get(place) if same else None
            if claim is None:
                claim = _new_claim(event, draft, decision, actors)
                if event in bare:  # it joins nothing: the event is there for it
                    bare.discard(event)
                    claim.link_reason = ""
                new.append((claim, draft))
                told.setdefault(place, claim)
            passages.append((claim, one.article, draft))
    _store(new, passages, actors)
    return Added(stored, _told_now(new, passages, actors, begun), len(new), len(passages))


_CITATION = ("claim_id", "article_id", "start", "end", "quote", "prefix", "suffix")
_Passages = Sequence[tuple[Claim, Article, ClaimDraft]]


def _store(
    new: Sequence[tuple[Claim, ClaimDraft]], passages: _Passages, actors: dict[str, ActorRow]
) -> None:
    now = timezone.now()
    for pk, (claim, _) in zip(reserve(Claim, len(new)), new, strict=True):
        claim.pk, claim.created_at = pk, now
    insert_whole(Claim, [claim for claim, _ in new])
    rows = ((claim.pk, *row) for claim, draft in new for row in mention_rows(draft, actors))
    insert(Mention, ("claim_id", *MENTION), rows)
    cut = (
        (claim.pk, article.pk, d.start, d.end, *Citation.cut(article, d.start, d.end))
        for claim, article, d in passages
    )
    insert(Citation, _CITATION, cut)


def _told_now(
    new: Sequence[tuple[Claim, ClaimDraft]],
    passages: _Passages,
    actors: dict[str, ActorRow],
    events: Set[int],
) -> dict[int, list[Told]]:
    """What is told of events that only these claims are about, as if it were read again."""
    cited: dict[int, list[Cited]] = {}
    for claim, article, draft in passages:
        source = article.source_id if article.source.is_stated else None
        published = edtf.try_parse(article.published_edtf)
        passage = Cited(draft.quote, article.pk, article.origin_id, published, source)
        cited.setdefault(claim.pk, []).append(passage)
    told: dict[int, list[Told]] = {event: [] for event in events}
    for claim, draft in new:
        if claim.event_id in events:
            key = draft.attribution.actor if draft.attribution else None
            actor = named(key, actors[key].name, actors[key].of) if key else None
            row, compared = told_by(claim, actor)
            row.add(mentioned(draft, actors), cited[claim.pk], compared)
            told[claim.event_id].append(row)
    return told


def _told_by_copies(
    decided: Sequence[Decided], events: Set[int]
) -> dict[tuple[int, int, Said], Claim]:
    """What wire copy of the articles' origins says of the events: the first claim of each.

    By origin, event and what is said.
    """
    origins = {one.article.origin_id for one in decided}
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


def _new_claim(
    event: int, draft: ClaimDraft, decision: Decision, actors: dict[str, ActorRow]
) -> Claim:
    claim = Claim(event_id=event)
    compare_by(claim, decision.claim)
    if decision.judgement:
        claim.link_reason = decision.judgement.explain()
    propose(claim, draft, actors)
    claim.set_derived()
    return claim
