"""The events and claims that a filter chooses."""

from dataclasses import replace

from timeline.browse.filters.fields import FIELDS, Field
from timeline.browse.filters.value import Filter
from timeline.models import Claim
from timeline.models.claim_queries import ClaimQuerySet
from timeline.models.event_queries import EventQuerySet


def narrow(events: EventQuerySet, chosen: Filter, skip: str = "") -> EventQuerySet:
    """The events the filter chooses, without regard to the field called `skip`."""
    if chosen.problems:
        return events.none()
    chosen = _without(chosen, skip)
    for field in FIELDS:
        if field.narrow and field.asked(chosen) and field.name != skip:
            events = field.narrow(events, chosen)
    if any(field.asked(chosen) for field in _of_claims(skip)):
        events = events.claimed(narrow_claims(chosen, skip))
    return events


def narrow_claims(chosen: Filter, skip: str = "") -> ClaimQuerySet:
    """The claims that meet every filter of claims; all of them when there is none."""
    claims: ClaimQuerySet = Claim.objects.all()
    chosen = _without(chosen, skip)
    for field in _of_claims(skip):
        if field.claims and field.asked(chosen):
            claims = field.claims(claims, chosen)
    return claims


def chooses_claims(chosen: Filter) -> bool:
    """Whether the filter asks for some of the claims about an event."""
    return any(field.asked(chosen) for field in _of_claims(""))


def _without(chosen: Filter, skip: str) -> Filter:
    """The day as known is part of how sources are asked for too, and goes there as well."""
    return replace(chosen, known=None) if skip == "known" else chosen


def _of_claims(skip: str) -> list[Field]:
    return [field for field in FIELDS if field.claims and field.name != skip]
