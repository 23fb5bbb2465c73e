"""Extractions for the scorers, made from the little that they look at."""

from timeline.records import (
    Attribution,
    ClaimDate,
    ClaimDraft,
    Document,
    Extraction,
    Mention,
    PageParts,
    Published,
    Span,
)
from timeline.vocabulary import ActorKind, PublishedBasis, Standing

TEXT = "Rain fell on Monday. The dam may break, the mayor said. Nobody was hurt."


def draft(
    start: int,
    end: int,
    date: str | None = None,
    standing: Standing = Standing.REPORTED,
    source: str | None = None,
) -> ClaimDraft:
    return ClaimDraft(
        start=start,
        end=end,
        quote=TEXT[start:end],
        statement=Span(start, end),
        standing=standing,
        standing_reason="",
        attribution=_attribution(source) if source else None,
        date=ClaimDate(date, "", start, end, "") if date else None,
        participants=(),
        coding=None,
    )


def _attribution(source: str) -> Attribution:
    at = TEXT.index(source)
    return Attribution(at, at + len(source), source, None, ())


def country(start: int, end: int, iso3: str | None) -> Mention:
    return Mention(start, end, TEXT[start:end], "", "", ActorKind.COUNTRY, iso3)


def extraction(*claims: ClaimDraft, mentions: tuple[Mention, ...] = ()) -> Extraction:
    return Extraction(
        document=Document("a.txt", "0" * 64, "utf-8", TEXT),
        title=None,
        bylines=(),
        language="en",
        published=Published(None, PublishedBasis.UNKNOWN, ""),
        parts=PageParts(body=(Span(0, 20), Span(21, len(TEXT)))),
        sentences=(),
        times=(),
        mentions=mentions,
        claims=claims,
    )
