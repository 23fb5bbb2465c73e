"""Writes extracted articles and what follows from them. Called inside a transaction."""

from collections.abc import Iterable, Sequence, Set

from timeline import edtf
from timeline.ingest.claims import Reading, Written, store_claims
from timeline.ingest.keeping import Kept, drop_stale_claims
from timeline.ingest.known import Known, told
from timeline.ingest.plan import Share
from timeline.ingest.provenance import Newcomer, place, sources_for
from timeline.ingest.refresh import refresh_events
from timeline.ingest.report import Counts
from timeline.ingest.rows import insert
from timeline.ingest.suggestions import store_suggestions
from timeline.link.prepared import Prepared
from timeline.models import Article, ArticleShingle, ArticleVersion, Source
from timeline.records import Document, Extraction
from timeline.vocabulary import PublishedBasis

TITLE_LENGTH = 500


class Refused(Exception):
    """The article cannot go in without undoing what a curator decided; the message says what."""


def store(found: Prepared, known: Known | None, share: Share | None = None) -> Counts:
    """Write a new article, or bring a known one up to date. Raises Refused.

    `share`: what is planned for a new article; without it the article is linked alone.
    """
    if known is None:
        return store_new([(found, share)])
    extraction = found.extraction
    article = Article.objects.select_for_update().get(pk=known.article_id)
    _remember_version(article, extraction.document)
    _fill(article, found)
    article.metadata = known.told
    if not article.is_curated("source"):
        article.source = _source_of(extraction)
    article.save()
    _index_again(article, found.sample)
    kept, touched = drop_stale_claims(article, extraction)
    _refuse_lost_work(kept)
    written = store_claims([Reading(article, extraction, None, kept)])
    store_suggestions([(article, found.offered)])
    refresh_events(touched | written.events, written.begun)
    return _counted(written, updated=1)


def store_new(prepared: Sequence[tuple[Prepared, Share | None]]) -> Counts:
    """Write new articles, all or none, in about as many statements as one takes.

    Several have shares in one plan. Of one page, or of the same bytes, there is but one: what
    becomes of the second hangs on what the first left in the database.
    """
    sources = sources_for(found.document.metadata.source for found, _ in prepared)
    newcomers: list[Newcomer] = []
    for found, _ in prepared:
        metadata = found.document.metadata
        article = Article(metadata=told(metadata))
        _fill(article, found)
        article.source = sources[metadata.source]
        newcomers.append(Newcomer(article, found.sample, found.extraction.credit))
    indexed = place(newcomers)
    articles = [newcomer.article for newcomer in newcomers]
    _index(zip(articles, indexed, strict=True))
    written = store_claims(
        [
            Reading(article, found.extraction, share)
            for article, (found, share) in zip(articles, prepared, strict=True)
        ]
    )
    offers = [found.offered for found, _ in prepared]
    store_suggestions(list(zip(articles, offers, strict=True)))
    refresh_events(written.events, written.begun)
    return _counted(written, new=len(articles))


def _counted(written: Written, new: int = 0, updated: int = 0) -> Counts:
    return Counts(
        new=new,
        updated=updated,
        claims=written.claims,
        events=written.new_events,
        citations=written.citations,
    )


def _source_of(extraction: Extraction) -> Source:
    name = extraction.document.metadata.source
    return sources_for([name])[name]


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


def _fill(article: Article, found: Prepared) -> None:
    extraction = found.extraction
    document, metadata = extraction.document, extraction.document.metadata
    article.path, article.sha256 = document.path[:1000], document.sha256
    article.encoding, article.text = document.encoding, document.text
    article.body_spans = [list(span) for span in extraction.parts.body]
    article.notes = list(extraction.notes)
    article.setting = sorted(found.setting)
    article.story = found.story.stored()
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


def _index(values: Iterable[tuple[Article, Set[int]]]) -> None:
    rows = ((article.pk, value) for article, its in values for value in sorted(its))
    insert(ArticleShingle, ("article_id", "value"), rows)


def _index_again(article: Article, sample: Set[int]) -> None:
    """Bring the article's word runs in the index into step."""
    rows = ArticleShingle.objects.filter(article=article)
    rows.exclude(value__in=sample).delete()
    _index([(article, sample - set(rows.values_list("value", flat=True)))])
