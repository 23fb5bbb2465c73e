"""Why the claims of an event are together, as lines of text for a curator."""

from collections.abc import Iterator

from timeline.models import Claim, Event, MergeProposal


def explain(event: Event) -> Iterator[str]:
    """Each claim with its passages and the linker's reasons; doubts; conflicts."""
    yield f"{event.title} [{event.date_edtf or 'no date'}]"
    if event.date_reason:
        yield f"  date: {event.date_reason}"
    claims = event.claims.prefetch_related("citations__article__source")
    for number, claim in enumerate(claims, start=1):
        yield from _claim(number, claim)
    yield from _doubts(event)
    for conflict in event.conflicts.all():
        values = " / ".join(
            f"{value['label']} (claims {', '.join(map(str, value['claims'])) or 'none'})"
            for value in conflict.values
        )
        yield f"conflict of {conflict.kind} {conflict.subject}".rstrip() + f": {values}"


def _claim(number: int, claim: Claim) -> Iterator[str]:
    yield f"{number}. claim {claim.pk}: {claim.text}"
    for citation in claim.citations.all():
        article = citation.article
        place = f"{article.path} {citation.start}-{citation.end}"
        appeared = article.published_edtf or "date unknown"
        yield f"   cited from {article.source}, {appeared}, origin {article.origin_id}: {place}"
    yield f"   {claim.link_reason or 'begins the event'}"


def _doubts(event: Event) -> Iterator[str]:
    """Events that were nearly joined with this one, and are kept apart."""
    proposals = MergeProposal.objects.select_related("event", "other")
    for doubt in proposals.filter(event=event) | proposals.filter(other=event):
        other = doubt.other if doubt.event_id == event.pk else doubt.event
        kept = "kept apart by a curator" if doubt.rejected else "in doubt"
        yield f"{kept}: event {other.pk}, {other.title}"
        yield f"   {doubt.reason}"
