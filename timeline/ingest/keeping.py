"""What stays of an article's stored claims when the article is read again."""

from dataclasses import dataclass

from django.db.models import F

from timeline.ingest.sameness import says_the_same
from timeline.link.reading import statements
from timeline.models import Article, Citation, Claim
from timeline.records import ClaimDraft, Extraction


@dataclass(slots=True)
class Kept:
    """A stored claim whose passage was looked for again; `start` is None when it is gone."""

    claim: Claim
    quote: str
    start: int | None
    draft: ClaimDraft | None


def drop_stale_claims(article: Article, extraction: Extraction) -> tuple[list[Kept], set[int]]:
    """Match the stored claims with the new drafts; remove what nobody curated and none repeats.

    Returns what stays (with its new place) and the events that lost a claim. Citations of
    claims that other articles support too are removed; the claim stays.
    """
    drafts: dict[str, list[ClaimDraft]] = {}
    for found in statements(extraction):
        drafts.setdefault(found.quote, []).append(found)
    kept: list[Kept] = []
    touched: set[int] = set()
    citations = Citation.objects.filter(article=article).select_related("claim__event")
    citations = citations.order_by("start")
    for citation in citations:
        claim = citation.claim
        touched.add(claim.event_id)
        again = drafts.get(citation.quote)
        draft = again.pop(0) if again else None
        curated = claim.curated_fields or claim.event.curated_fields
        if draft is not None and _still_its_claim(citation, draft, extraction):
            kept.append(Kept(claim, citation.quote, draft.start, draft))
            _move(citation, draft.start)
        elif curated and claim.citations.count() == 1:
            place = article.text.find(citation.quote)
            kept.append(Kept(claim, citation.quote, place if place >= 0 else None, None))
            if place >= 0:
                _move(citation, place)
        else:
            _drop(citation)
    return kept, touched


def _still_its_claim(citation: Citation, draft: ClaimDraft, extraction: Extraction) -> bool:
    """A passage that only joins another article's claim must still say the same."""
    claim = citation.claim
    if citation.pk == first_passage(claim).pk:
        return True
    return says_the_same(claim, draft, extraction)


def _drop(citation: Citation) -> None:
    """Remove a passage, its claim when it was the last one; the next one takes the names over."""
    claim = citation.claim
    was_first = citation.pk == first_passage(claim).pk
    citation.delete()
    if not claim.citations.exists():
        claim.delete()
    elif was_first:
        _take_over(claim, citation, first_passage(claim))


def _take_over(claim: Claim, old: Citation, new: Citation) -> None:
    """Mentions are places in the first passage: find each name again in the new one."""
    for mention in claim.mentions.all():
        name = old.quote[mention.start - old.start : mention.end - old.start]
        place = new.quote.find(name)
        if place < 0:
            mention.delete()
            continue
        mention.start = new.start + place
        mention.end = mention.start + len(name)
        mention.save()


def _move(citation: Citation, start: int) -> None:
    moved = Citation.of(citation.claim, citation.article, start, start + len(citation.quote))
    if (moved.start, moved.prefix, moved.suffix) == (
        citation.start,
        citation.prefix,
        citation.suffix,
    ):
        return
    by = moved.start - citation.start
    if by and citation.pk == first_passage(citation.claim).pk:
        # Mentions are places in the article of the first passage: they move along.
        citation.claim.mentions.update(start=F("start") + by, end=F("end") + by)
    citation.start, citation.end = moved.start, moved.end
    citation.prefix, citation.suffix = moved.prefix, moved.suffix
    citation.save()


def first_passage(claim: Claim) -> Citation:
    return claim.citations.order_by("pk")[0]
