"""Whether the database has an article already, and what is new about it."""

from dataclasses import asdict, dataclass, replace

from timeline.link.origins import resemblance, shingles
from timeline.models import Article
from timeline.records import Document, Metadata, Span
from timeline.vocabulary import PublishedBasis

# An edited page keeps most of its words; below this it is another article at the same address.
_SAME_PAGE = 0.5


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

    Byte-identical files of two stated sources are two articles (of one origin).
    """
    source = document.metadata.source
    for article in Article.objects.filter(sha256=document.sha256):
        stated = article.metadata.get("source")
        if source is None or stated is None or stated == source:
            return _compare(article, document)
    edited = _edited(document)
    return _compare(edited, document) if edited else None


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
    both = {**article.metadata, **now}
    unchanged = article.sha256 == document.sha256 and both == article.metadata
    metadata = metadata_from({**both, **decided})
    return Known(article.pk, unchanged, replace(document, metadata=metadata), both)


def _edited(document: Document) -> Article | None:
    """The article of the same source at the same address or path that this one rewrites."""
    metadata = document.metadata
    candidates = Article.objects.exclude(sha256=document.sha256)
    if metadata.url:
        candidates = candidates.filter(url=metadata.url)
    elif document.path != "-":
        candidates = candidates.filter(path=document.path)
    else:
        return None
    candidates = (
        candidates.filter(source__name=metadata.source)
        if metadata.source
        else candidates.filter(source__kind="unknown")
    )
    own = shingles(document.text, [Span(0, len(document.text))])
    for article in candidates[:5]:
        old = shingles(article.text, [Span(0, len(article.text))])
        if resemblance(own, old) >= _SAME_PAGE:
            return article
    return None
