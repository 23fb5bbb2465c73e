"""Writes one extracted article and what follows from it. Called inside a transaction."""

from collections.abc import Set

from timeline import edtf
from timeline.ingest.claims import store_claims
from timeline.ingest.keeping import Kept, drop_stale_claims
from timeline.ingest.known import Known, told
from timeline.ingest.plan import Share
from timeline.ingest.provenance import place, source_for
from timeline.ingest.refresh import refresh_events
from timeline.ingest.report import Counts
from timeline.ingest.suggestions import store_suggestions
from timeline.link.origins import shingles
from timeline.link.reading import article_setting, article_story
from timeline.models import Article, ArticleShingle, ArticleVersion
from timeline.records import Document, Extraction
from timeline.vocabulary import PublishedBasis

TITLE_LENGTH = 500


class Refused(Exception):
    """The article cannot go in without undoing what a curator decided; the message says what."""


def store(extraction: Extraction, known: Known | None, share: Share | None = None) -> Counts:
    """Write a new article, or bring a known one up to date. Raises Refused.

    `share`: what is planned for a new article; without it the article is linked alone.
    """
    counts = Counts()
    kept: list[Kept] = []
    touched: set[int] = set()
    if known is None:
        article = Article()
        counts.new = 1
    else:
        article = Article.objects.select_for_update().get(pk=known.article_id)
        _remember_version(article, extraction.document)
        counts.updated = 1
    _fill(article, extraction, share)
    article.metadata = known.told if known else told(extraction.document.metadata)
    _place(article, extraction)
    if known is not None:
        kept, touched = drop_stale_claims(article, extraction)
        _refuse_lost_work(kept)
    written = store_claims(article, extraction, kept, share)
    store_suggestions(article, extraction)
    refresh_events(touched | written.events)
    counts.claims, counts.citations = written.claims, written.citations
    counts.events = written.new_events
    return counts


def _remember_version(article: Article, document: Document) -> None:
    """Keep the hash of the bytes that are being replaced."""
    if article.sha256 != document.sha256:
        ArticleVersion.objects.get_or_create(
            article=article, sha256=article.sha256, defaults={"path": article.path}
        )


def _refuse_lost_work(kept: list[Kept]) -> None:
    lost = [k for k in kept if k.start is None]
    if lost:
        raise Refused(
            f"a curator has worked on {len(lost)} claims whose passages are no longer in the "
            f"file (first: “{lost[0].quote[:80]}”); the stored article stays as it was"
        )


def _fill(article: Article, extraction: Extraction, share: Share | None) -> None:
    document, metadata = extraction.document, extraction.document.metadata
    article.path, article.sha256 = document.path[:1000], document.sha256
    article.encoding, article.text = document.encoding, document.text
    article.body_spans = [list(span) for span in extraction.parts.body]
    article.notes = list(extraction.notes)
    article.setting = sorted(article_setting(extraction))
    story = share.story if share else article_story(extraction)
    article.story = story.stored()
    published = extraction.published
    article.propose(
        title=(extraction.title or "")[:TITLE_LENGTH],
        url=metadata.url or "",
        archived_url=metadata.archived_url or "",
        bylines=list(extraction.bylines),
        language=extraction.language or "",
    )
    if not article.is_curated("published_edtf"):
        article.published_edtf = published.edtf or ""
        article.published_basis = published.basis.value
        article.published_reason = published.reason
    else:
        article.published_basis = PublishedBasis.CURATED.value
    value = edtf.try_parse(article.published_edtf)
    article.published_earliest = value.earliest if value else None
    article.published_latest = value.latest if value else None


def _place(article: Article, extraction: Extraction) -> None:
    """Give the article its source and origin, and index its word runs."""
    if not article.is_curated("source"):
        article.source = source_for(extraction.document.metadata.source)
    sample: Set[int] = shingles(article.text, extraction.parts.body)
    present: set[int] = set()
    if article.origin_id is None:
        sample = place(article, sample, extraction.credit)
        article.save()
    else:
        article.save()
        ArticleShingle.objects.filter(article=article).exclude(value__in=sample).delete()
        present |= set(
            ArticleShingle.objects.filter(article=article).values_list("value", flat=True)
        )
    ArticleShingle.objects.bulk_create(
        ArticleShingle(article=article, value=value) for value in sorted(sample - present)
    )
