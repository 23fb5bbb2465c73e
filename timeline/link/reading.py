"""An article's statements as linking compares them."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from timeline import edtf
from timeline.edtf import Edtf
from timeline.link.conflicts import figure_terms
from timeline.link.core import core_terms
from timeline.link.records import ClaimRecord
from timeline.link.story import Story, point_of, story_of
from timeline.link.terms import content_terms
from timeline.records import ClaimDraft, Extraction, Span
from timeline.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What linking must know of the article that makes the claims."""

    id: Hashable
    origin: Hashable
    published: Edtf | None
    setting: frozenset[str]
    story: Story


def statements(extraction: Extraction) -> tuple[ClaimDraft, ...]:
    """Headings and claims, in the order in which they stand."""
    return tuple(sorted((*extraction.headings, *extraction.claims), key=lambda d: d.start))


def article_setting(extraction: Extraction) -> frozenset[str]:
    """Keys of the actors named anywhere in the article, and of those they belong to."""
    return frozenset(key for m in extraction.mentions for key in (m.actor, m.belongs_to) if key)


def article_story(extraction: Extraction) -> Story:
    text = extraction.document.text
    known = {
        term
        for mention in extraction.mentions
        if mention.kind != ActorKind.PLACE
        for term in content_terms(mention.text)
    }
    return story_of(text, extraction.sentences, known)


def claim_records(
    extraction: Extraction, drafts: Sequence[ClaimDraft], article: ArticleRecord
) -> list[ClaimRecord]:
    """The drafts, headings among them, in the order given; all drafts of the article."""
    text = extraction.document.text
    headings = {draft.start for draft in extraction.headings}
    terms = [_terms(extraction, draft) for draft in drafts]
    at = {d.start: n for n, d in enumerate(d for d in drafts if d.start not in headings)}
    return [
        ClaimRecord(
            id=("draft", draft.start),
            article=article.id,
            origin=article.origin,
            text=text[draft.statement.start : draft.statement.end],
            parties=_parties(draft),
            terms=words
            | figure_terms(text[draft.statement.start : draft.statement.end])
            | core_terms(text, draft.statement, draft.coding.trigger if draft.coding else None),
            date=edtf.try_parse(draft.date.edtf) if draft.date else None,
            published=article.published,
            type=draft.coding.type if draft.coding else None,
            setting=article.setting,
            standing=draft.standing,
            story=article.story,
            point=point_of(at.get(draft.start, 0)),
            heading=draft.start in headings,
        )
        for draft, words in zip(drafts, terms, strict=True)
    ]


def _terms(extraction: Extraction, draft: ClaimDraft) -> frozenset[str]:
    """What the statement speaks of, without actors and times."""
    start, end = draft.statement
    inside = [Span(p.mention.start, p.mention.end) for p in draft.participants]
    inside += [Span(t.start, t.end) for t in extraction.times]
    leave_out = [
        Span(span.start - start, span.end - start)
        for span in inside
        if start <= span.start and span.end <= end
    ]
    return content_terms(extraction.document.text[start:end], leave_out)


def _parties(draft: ClaimDraft) -> frozenset[str]:
    """Who takes part; who says so is no party to what is said."""
    start, end = draft.statement
    return frozenset(
        key
        for p in draft.participants
        if start <= p.mention.start and p.mention.end <= end
        for key in (p.mention.actor, p.mention.belongs_to)
        if key
    )
