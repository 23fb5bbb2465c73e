"""An article as it was read: its text in pieces, citations marked, page chrome told apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.browse.dates_shown import published_words
from timeline.browse.passages import known_by
from timeline.browse.speakers import Speaker, speaker
from timeline.browse.text_fragment import web_address
from timeline.models import Article, Citation
from timeline.vocabulary import STANDING_LABEL, Standing


@dataclass(frozen=True, slots=True)
class CitationShown:
    """`number` counts through the article, in reading order."""

    id: int
    number: int
    start: int
    end: int
    claim_url: str
    event_title: str
    standing_word: str
    who: Speaker | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text in which nothing changes. `starts` and `ends`: citations."""

    text: str
    marked: bool
    chrome: bool
    starts: tuple[CitationShown, ...]
    ends: tuple[CitationShown, ...]


@dataclass(frozen=True, slots=True)
class ReaderPage:
    article: Article
    pieces: tuple[Piece, ...]
    citations: tuple[CitationShown, ...]
    published: str
    published_known: str
    original: str
    archived: str
    has_chrome: bool


def reader_page(pk: int) -> ReaderPage | None:
    """In two queries; None when there is no such article."""
    article = Article.objects.select_related("source", "origin").filter(pk=pk).first()
    if article is None:
        return None
    rows = (
        Citation.objects.filter(article=article)
        .select_related("claim__event", "claim__attribution_actor")
        .order_by("start", "-end", "pk")
    )
    citations = tuple(_shown(number, row) for number, row in enumerate(rows, start=1))
    pieces = cut(article.text, citations, article.body_spans)
    return ReaderPage(
        article=article,
        pieces=pieces,
        citations=citations,
        published=published_words(article.published_edtf).removeprefix("published "),
        published_known=known_by(article.published_basis, article.published_reason),
        original=web_address(article.url),
        archived=web_address(article.archived_url),
        has_chrome=any(piece.chrome for piece in pieces),
    )


def _shown(number: int, row: Citation) -> CitationShown:
    claim = row.claim
    standing = Standing(claim.standing)
    return CitationShown(
        id=row.pk,
        number=number,
        start=row.start,
        end=row.end,
        claim_url=claim.get_absolute_url(),
        event_title=claim.event.title,
        standing_word="" if standing is Standing.REPORTED else STANDING_LABEL[standing],
        who=speaker(claim.attribution_text, claim.attribution_actor.name)
        if claim.attribution_actor
        else speaker(claim.attribution_text, ""),
    )


def cut(
    text: str, citations: Sequence[CitationShown], body: Iterable[Sequence[int]]
) -> tuple[Piece, ...]:
    """The whole text, cut wherever a citation or a stretch of body starts or ends.

    Offsets are code points. Without body spans nothing counts as chrome. Citations may
    overlap in any way: a piece is marked while at least one of them lasts.
    """
    spans = sorted((span[0], span[1]) for span in body)
    places = {0, len(text)}
    for citation in citations:
        places |= {citation.start, citation.end}
    for start, end in spans:
        places |= {start, end}
    edges = sorted(place for place in places if 0 <= place <= len(text))
    starting = _by_place(citations, "start")
    ending = _by_place(citations, "end")
    pieces = []
    depth = 0
    span = 0
    for low, high in pairwise(edges):
        depth += len(starting.get(low, ())) - len(ending.get(low, ()))
        while span < len(spans) and spans[span][1] <= low:
            span += 1
        in_body = not spans or (span < len(spans) and spans[span][0] <= low)
        pieces.append(
            Piece(
                text=text[low:high],
                marked=depth > 0,
                chrome=not in_body and depth == 0,
                starts=tuple(starting.get(low, ())),
                ends=tuple(ending.get(high, ())),
            )
        )
    return tuple(pieces)


def _by_place(citations: Iterable[CitationShown], end: str) -> dict[int, list[CitationShown]]:
    found: dict[int, list[CitationShown]] = {}
    for citation in citations:
        found.setdefault(getattr(citation, end), []).append(citation)
    return found
