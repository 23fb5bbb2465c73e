"""A passage in its paragraph, with how everything said of it is known."""

import re
from dataclasses import dataclass

from timeline.browse.dates_shown import machine_date, published_words
from timeline.browse.text_fragment import passage_address, web_address
from timeline.models import Citation
from timeline.vocabulary import STANDING_LABEL, PublishedBasis, Standing

# A paragraph longer than this is cut around the quote.
LONGEST = 1400
AROUND = 420
_BREAK = re.compile(r"\n[^\S\n]*\n")
BASIS_WORDS = {
    PublishedBasis.CURATED: "set by a curator",
    PublishedBasis.MANIFEST: "from the manifest",
    PublishedBasis.ARGUMENT: "given at ingest",
    PublishedBasis.PAGE: "stated on the page",
    PublishedBasis.DATELINE: "from the dateline",
    PublishedBasis.FILENAME: "from the file name",
    PublishedBasis.INFERRED: "inferred from the text",
    PublishedBasis.UNKNOWN: "not known",
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`before` + `quote` + `after` is the article's own text; cuts are told, not shown."""

    before: str
    quote: str
    after: str
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class Passage:
    citation: Citation
    paragraph: Paragraph
    reasons: tuple[tuple[str, str], ...]
    reader: str
    original: str
    archived: str
    published: str
    published_iso: str
    published_why: str
    as_citation: str
    language: str


def paragraph_around(text: str, start: int, end: int) -> Paragraph:
    """The paragraph that holds text[start:end], offsets in code points.

    Paragraphs end at blank lines, or at single line breaks where the text has no others
    nearby (many scrapes have none).
    """
    low, high = _block(text, start, end)
    if high - low > LONGEST + (end - start):
        low, high = _line(text, start, end)
    cut_before, cut_after = start - low > LONGEST, high - end > LONGEST
    if cut_before:
        low = _word_start(text, start - AROUND)
    if cut_after:
        high = _word_end(text, end + AROUND)
    return Paragraph(
        before=text[low:start].lstrip(),
        quote=text[start:end],
        after=text[end:high].rstrip(),
        cut_before=cut_before,
        cut_after=cut_after,
    )


def _block(text: str, start: int, end: int) -> tuple[int, int]:
    """From blank line to blank line."""
    low = 0
    for match in _BREAK.finditer(text, max(0, start - LONGEST), start):
        low = match.end()
    after = _BREAK.search(text, end, end + LONGEST)
    return low, after.start() if after else len(text)


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, after if after >= 0 else len(text)


def _word_start(text: str, place: int) -> int:
    space = text.find(" ", place, place + AROUND // 4)
    return space + 1 if space >= 0 else place


def _word_end(text: str, place: int) -> int:
    space = text.rfind(" ", place - AROUND // 4, place)
    return space if space >= 0 else place


def find_passage(pk: int) -> Passage | None:
    """The passage of a citation, in one query."""
    citation = (
        Citation.objects.select_related(
            "claim__event", "claim__attribution_actor", "article__source"
        )
        .filter(pk=pk)
        .first()
    )
    return passage_of(citation) if citation else None


def passage_of(citation: Citation) -> Passage:
    """`citation` comes with its claim, article and source."""
    article = citation.article
    inferred = article.published_basis == PublishedBasis.INFERRED
    published = published_words(article.published_edtf, inferred)
    return Passage(
        citation=citation,
        paragraph=paragraph_around(article.text, citation.start, citation.end),
        reasons=tuple(_reasons(citation)),
        reader=f"{article.get_absolute_url()}#cite-{citation.pk}",
        original=passage_address(article.url, citation.quote, citation.prefix, citation.suffix),
        archived=web_address(article.archived_url),
        published=published,
        published_iso="" if inferred else machine_date(article.published_edtf),
        published_why=f"{article.get_absolute_url()}#published" if inferred else "",
        as_citation=_as_citation(citation, f"{published} (inferred)" if inferred else published),
        language=article.language,
    )


def _reasons(citation: Citation) -> list[tuple[str, str]]:
    claim, article = citation.claim, citation.article
    rows = [
        ("Date", claim.date_reason),
        ("Standing", _standing_words(claim.standing, claim.standing_reason)),
        ("Who says so", claim.attribution_reason),
    ]
    if article.published_basis in (PublishedBasis.INFERRED, PublishedBasis.UNKNOWN):
        rows.append(("Published", article.published_reason))
    return [(name, words) for name, words in rows if words]


def _standing_words(standing: str, reason: str) -> str:
    label = STANDING_LABEL[Standing(standing)]
    if not reason:
        return "" if standing == Standing.REPORTED else label
    # Most reasons begin with the word itself.
    if reason.casefold().startswith(label.casefold()):
        return reason[:1].upper() + reason[1:]
    return f"{label}: {reason}"


def known_by(basis: str, reason: str) -> str:
    """How a publication date is known, in words."""
    words = BASIS_WORDS[PublishedBasis(basis)]
    if not reason:
        return words
    if basis in reason.casefold() or reason.casefold().startswith(words):
        return reason
    return f"{words}: {reason}"


def _as_citation(citation: Citation, published: str) -> str:
    """The citation as a line of text for a footnote."""
    article = citation.article
    parts = [article.source.name, f"“{article.title}”" if article.title else "", published]
    place = f"“{' '.join(citation.quote.split())}”"
    return ", ".join(part for part in [*parts, web_address(article.url)] if part) + f": {place}"
