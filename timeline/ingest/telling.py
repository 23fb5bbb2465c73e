"""Stored claims as an event's row is worked out from them: each once for every article."""

from django.db.models import Prefetch, QuerySet

from timeline.ingest.candidates import parties_in, words_in
from timeline.ingest.sides import doers_of, speaker_of
from timeline.link.records import ClaimRecord
from timeline.models import Citation, Claim, Mention
from timeline.records import RecordedDate
from timeline.vocabulary import EventType, Standing


def told_claims() -> QuerySet[Claim]:
    """Claims with all that `stored_records` reads, without the articles' texts."""
    citations = Citation.objects.select_related("article__source").only(
        "claim",
        "quote",
        "article__origin",
        "article__published_edtf",
        "article__source__kind",
    )
    mentions = Mention.objects.select_related("actor__belongs_to").only(
        "claim", "role", "start", "actor__key", "actor__name", "actor__belongs_to__key"
    )
    return Claim.objects.select_related("attribution_actor__belongs_to").prefetch_related(
        Prefetch("citations", citations), Prefetch("mentions", mentions)
    )


def stored_records(claim: Claim) -> list[ClaimRecord]:
    """The claim once for each article that makes it. Wants a claim of `told_claims`."""
    parties, terms = parties_in(claim.terms), words_in(claim.terms)
    date, speaker, doers = claim.date, speaker_of(claim), doers_of(claim)
    return [
        ClaimRecord(
            id=claim.pk,
            article=citation.article_id,
            origin=citation.article.origin_id,
            text=claim.text,
            parties=parties,
            terms=terms,
            date=date,
            published=citation.article.published,
            type=EventType(claim.type) if claim.type else None,
            standing=Standing(claim.standing),
            source=citation.article.source_id if citation.article.source.is_stated else None,
            recorded=RecordedDate(**claim.recorded) if claim.recorded else None,
            point=claim.point,
            heading=claim.heading,
            speaker=speaker,
            doers=doers,
        )
        for citation in claim.citations.all()
    ]
