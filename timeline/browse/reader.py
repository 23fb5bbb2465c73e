"""An article as it was read: its text with citations marked, and the claims beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from timeline.browse.article_known import bylines_known, source_known, title_known
from timeline.browse.dates_shown import machine_date, published_words
from timeline.browse.passages import known_by
from timeline.browse.reader_text import Block, Cited, cut, fold
from timeline.browse.speakers import Speaker, speaker
from timeline.browse.text_fragment import web_address
from timeline.models import Article, Citation, Claim
from timeline.vocabulary import STANDING_LABEL, PublishedBasis, Standing

# Articles with the same wire copy that are named; the rest are counted.
MOST_COPIES = 8


@dataclass(frozen=True, slots=True)
class ClaimRead:
    """A claim with its passages here. `number` counts through the article, in reading order.

    `others`: how many other articles tell of its event. `event_title` is empty when the
    claim says the same.
    """

    id: int
    number: int
    text: str
    url: str
    standing: str
    standing_word: str
    who: Speaker | None
    who_url: str
    is_heading: bool
    passages: tuple[Cited, ...]
    event_title: str
    others: int
    disputed: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article that carries the same wire copy."""

    title: str
    url: str
    source: str
    published: str


@dataclass(frozen=True, slots=True)
class ReaderPage:
    article: Article
    blocks: tuple[Block, ...]
    claims: tuple[ClaimRead, ...]
    published: str
    published_iso: str
    published_known: str
    title_known: str
    source_known: str
    bylines_known: str
    original: str
    archived: str
    copies: tuple[Copy, ...]
    more_copies: int
    unfolded: bool

    @property
    def has_chrome(self) -> bool:
        return any(piece.chrome for block in self.blocks for piece in block.pieces)

    @property
    def folded(self) -> int:
        """Lines of page furniture that are folded away."""
        return sum(block.lines for block in self.blocks)

    @property
    def passages(self) -> int:
        return sum(len(claim.passages) for claim in self.claims)

    @property
    def read_on(self) -> date:
        return self.article.ingested_at.date()


def reader_page(pk: int, unfolded: bool = False) -> ReaderPage | None:
    """In four queries at most; None when there is no such article."""
    article = Article.objects.select_related("source", "origin").filter(pk=pk).first()
    if article is None:
        return None
    rows = list(
        Citation.objects.filter(article=article)
        .select_related("claim__event", "claim__attribution_actor")
        .order_by("start", "-end", "pk")
    )
    citations = _numbered(rows)
    copies = _copies(article)
    shown = list(copies[:MOST_COPIES])
    return ReaderPage(
        article=article,
        blocks=fold(cut(article.text, citations, article.body_spans)),
        claims=tuple(_claims(rows, citations)),
        published=published_words(article.published_edtf).removeprefix("published "),
        published_iso=machine_date(article.published_edtf),
        published_known=known_by(article.published_basis, article.published_reason),
        title_known=title_known(article),
        source_known=source_known(article),
        bylines_known=bylines_known(article),
        original=web_address(article.url),
        archived=web_address(article.archived_url),
        copies=tuple(map(_copy, shown)),
        more_copies=max(0, copies.count() - MOST_COPIES) if len(shown) == MOST_COPIES else 0,
        unfolded=unfolded,
    )


def _copies(article: Article) -> QuerySet[Article]:
    return (
        Article.objects.filter(origin=article.origin_id)
        .exclude(pk=article.pk)
        .select_related("source")
        .defer("text", "body_spans", "notes", "metadata")
        .order_by("published_latest", "pk")
    )


def _copy(article: Article) -> Copy:
    inferred = article.published_basis == PublishedBasis.INFERRED
    published = published_words(article.published_edtf, inferred)
    source = article.source.name if article.source.is_stated else ""
    words = f"{published}, inferred" if inferred else published
    return Copy(str(article), article.get_absolute_url(), source, words)


def _numbered(rows: Iterable[Citation]) -> list[Cited]:
    """Passages of one claim have one number."""
    numbers: dict[int, int] = {}
    return [
        Cited(
            id=row.pk,
            claim=row.claim_id,
            number=numbers.setdefault(row.claim_id, len(numbers) + 1),
            order=order,
            start=row.start,
            end=row.end,
        )
        for order, row in enumerate(rows, start=1)
    ]


def _claims(rows: Iterable[Citation], citations: Iterable[Cited]) -> Iterable[ClaimRead]:
    passages: dict[int, list[Cited]] = {}
    for citation in citations:
        passages.setdefault(citation.claim, []).append(citation)
    claims = {row.claim_id: row.claim for row in rows}
    for pk, claim in claims.items():
        yield _claim(claim, tuple(passages[pk]))


def _claim(claim: Claim, passages: tuple[Cited, ...]) -> ClaimRead:
    standing = Standing(claim.standing)
    actor, event = claim.attribution_actor, claim.event
    return ClaimRead(
        id=claim.pk,
        number=passages[0].number,
        text=claim.text,
        url=claim.get_absolute_url(),
        standing=standing.value,
        standing_word="" if standing is Standing.REPORTED else STANDING_LABEL[standing],
        who=speaker(claim.attribution_text, actor.name if actor else ""),
        who_url=reverse("actor", args=[actor.key]) if actor else "",
        is_heading=claim.heading,
        passages=passages,
        event_title="" if _letters(event.title) in _letters(claim.text) else event.title,
        others=max(0, event.article_count - 1),
        disputed=event.has_conflict,
    )


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
