"""Whether the database has an article already, and what is new about it."""

from collections.abc import Sequence, Set
from dataclasses import asdict, dataclass, replace

from django.db.models import QuerySet

from timeline.link.origins import resemblance, shingles
from timeline.models import Article, ArticleVersion
from timeline.records import Document, Metadata, Span
from timeline.vocabulary import PublishedBasis

# An edited page keeps most of its words; below this it is another article at the same address.
_SAME_PAGE = 0.5
_MOST = 5


@dataclass(frozen=True, slots=True)
class Known:
    """`document` carries what was told before and now together, and what a curator decided.

    `told`: the same without the curator's decision, which the article keeps for the day the
    curator takes it back.
    """

    article_id: int
    unchanged: bool
    document: Document
    told: dict[str, object]


def find_known(document: Document) -> Known | None:
    """The stored article this file is: the same bytes, or an edited copy of the same page.

    Byte-identical files of two stated sources are two articles (of one origin). An earlier
    version of a page, met beside the file that replaced it, changes nothing.
    """
    if not seen_among([document])[0]:
        return None
    source = document.metadata.source
    for article in Article.objects.filter(sha256=document.sha256):
        stated = article.metadata.get("source")
        if source is None or stated is None or _same_name(stated, source):
            return _compare(article, document)
    for version in ArticleVersion.objects.filter(sha256=document.sha256).select_related("article"):
        article = version.article
        if _same_source(article, document) and article.path != document.path:
            return replace(document_of(article), unchanged=True)
    edited = _edited(document)
    return _compare(edited, document) if edited else None


def seen_among(documents: Sequence[Document]) -> list[bool]:
    """Whether any stored article is worth a look, for each: most files are new in every way.

    A fixed number of queries. Raises ValueError for a value that no database takes.
    """
    hashes = {document.sha256 for document in documents}
    paths = {document.path for document in documents}
    urls = {document.metadata.url for document in documents if document.metadata.url}
    stored = Article.objects.order_by()
    known_hashes = _present(stored, "sha256", hashes)
    known_hashes |= _present(ArticleVersion.objects.order_by(), "sha256", hashes)
    known_paths, known_urls = _present(stored, "path", paths), _present(stored, "url", urls)
    return [
        document.sha256 in known_hashes
        or document.path in known_paths
        or document.metadata.url in known_urls
        for document in documents
    ]


def _present(rows: QuerySet, column: str, values: Set[str]) -> set[str]:
    if not values:
        return set()
    found = rows.filter(**{f"{column}__in": values}).values_list(column, flat=True)
    return set(found.distinct())


def _same_source(article: Article, document: Document) -> bool:
    """By what was told of them: a curator may have named the source otherwise."""
    return _same_name(article.metadata.get("source"), document.metadata.source)


def _same_name(one: object, other: str | None) -> bool:
    return str(one or "").strip().casefold() == (other or "").strip().casefold()


def document_of(article: Article) -> Known:
    """A stored article as the document it was read from."""
    document = Document(article.path, article.sha256, article.encoding, article.text)
    return _compare(article, document)


def told(metadata: Metadata) -> dict[str, object]:
    """What was told, as it is stored with the article."""
    values = asdict(metadata)
    values["bylines"] = list(metadata.bylines)
    return {
        key: (value.value if isinstance(value, PublishedBasis) else value)
        for key, value in values.items()
        if value
    }


def metadata_from(stored: dict[str, object]) -> Metadata:
    """The inverse of `told`."""
    values: dict = {key: value for key, value in stored.items() if value}
    values["bylines"] = tuple(values.get("bylines", ()))
    if basis := values.get("published_basis"):
        values["published_basis"] = PublishedBasis(basis)
    return Metadata(**values)


def _compare(article: Article, document: Document) -> Known:
    now = told(document.metadata)
    decided: dict[str, object] = {}
    if article.is_curated("published_edtf"):
        basis = PublishedBasis.CURATED.value
        decided = {"published": article.published_edtf, "published_basis": basis}
        now = {key: value for key, value in now.items() if key not in decided}
    same_bytes = article.sha256 == document.sha256
    if same_bytes and article.path != document.path:
        # The same article under another name: what was told first stays.
        both = {**now, **article.metadata}
        document = replace(document, path=article.path)
    else:
        both = {**article.metadata, **now}
    unchanged = same_bytes and both == article.metadata
    metadata = metadata_from({**both, **decided})
    return Known(article.pk, unchanged, replace(document, metadata=metadata), both)


def _edited(document: Document) -> Article | None:
    """The article of the same source at the same address or path that this one rewrites."""
    own = shingles(document.text, [Span(0, len(document.text))])
    for article in _at_the_same_place(document):
        old = shingles(article.text, [Span(0, len(article.text))])
        if _same_source(article, document) and resemblance(own, old) >= _SAME_PAGE:
            return article
    return None


def _at_the_same_place(document: Document) -> list[Article]:
    others = Article.objects.exclude(sha256=document.sha256)
    url, path = document.metadata.url, document.path
    found = list(others.filter(url=url)[:_MOST]) if url else []
    if path != "-":
        found += others.filter(path=path)[:_MOST]
    return found
