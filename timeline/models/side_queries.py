"""On which of two sides events and claims stand. One query each."""

from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, Q, QuerySet, Value

from timeline.models.claims import Claim
from timeline.models.event_counts import month
from timeline.models.event_queries import EventQuerySet
from timeline.models.events import Conflict, Event

# Month of the first and last day, on side A, on side B, number.
Monthly = tuple[str | None, str | None, bool, bool, int]
# Id, on side A, on side B.
Sided = tuple[int, bool, bool]
# None stands for all of them.
Chosen = QuerySet[Any, Any] | None


def by_month_and_side(a: EventQuerySet, b: EventQuerySet) -> list[Monthly]:
    rows = (
        Event.objects.in_either(a, b)
        .order_by()
        .annotate(first=month("earliest"), last=month("latest"), in_a=_in(a), in_b=_in(b))
        .values_list("first", "last", "in_a", "in_b")
        .annotate(n=Count("pk"))
    )
    return list(rows)


def events_by_side(events: EventQuerySet, a: EventQuerySet, b: EventQuerySet) -> list[Sided]:
    rows = events.order_by().annotate(in_a=_in(a), in_b=_in(b))
    return list(rows.values_list("pk", "in_a", "in_b"))


def claims_by_side(events: EventQuerySet, a: Chosen, b: Chosen) -> list[Sided]:
    """The claims about the events, with the sides that choose them."""
    return list(
        Claim.objects.filter(event__in=events.order_by().values("pk"))
        .order_by()
        .annotate(in_a=_in(a), in_b=_in(b))
        .values_list("pk", "in_a", "in_b")
    )


def conflict_values(events: EventQuerySet) -> list[tuple[int, list[dict[str, Any]]]]:
    """The id of the event and the values, for each conflict about one of the events."""
    rows = Conflict.objects.filter(event__in=events.order_by().values("pk")).order_by()
    return list(rows.values_list("event", "values"))


def _in(chosen: Chosen) -> ExpressionWrapper:
    inside = Value(True) if chosen is None else Q(pk__in=chosen.order_by().values("pk"))
    return ExpressionWrapper(inside, output_field=BooleanField())
