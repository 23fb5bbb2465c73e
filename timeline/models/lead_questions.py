"""What is most worth a look among all events: the questions behind the home page."""

from typing import Any

from django.db.models import Case, Count, F, Max, QuerySet, Subquery, Value, When

from timeline.models.articles import Article
from timeline.models.claims import Citation
from timeline.models.events import Conflict, Event
from timeline.vocabulary import ConflictKind


def clearest_conflicts(most: int) -> QuerySet[Any, Any]:
    """The citations of events in conflict, each with the conflict and its source.

    Those of the `most` conflicts that come first: on a number or a day, then on the fact or
    the doer, then with the record; in each by origins, most first. One row for each citation
    and conflict, in one query.
    """
    by_event = ("-event__origin_count", "-event__sort_key", "pk")
    first = Conflict.objects.order_by(_rank("kind"), *by_event).values("pk")[:most]
    conflict = "claim__event__conflicts"
    rows = Citation.objects.filter(**{f"{conflict}__in": first})
    return rows.order_by(
        _rank(f"{conflict}__kind"),
        "-claim__event__origin_count",
        "-claim__event__sort_key",
        conflict,
        "pk",
    ).values(
        "claim",
        conflict=F(conflict),
        kind=F(f"{conflict}__kind"),
        values=F(f"{conflict}__values"),
        event=F("claim__event"),
        title=F("claim__event__title"),
        source=F("article__source"),
        source_name=F("article__source__name"),
        source_kind=F("article__source__kind"),
    )


def most_widely_told(most: int) -> QuerySet[Any, Any]:
    """The events with the most origins, the newest first among equals.

    Each row also says how many articles and sources there are in all, and when the newest
    of the articles was read in.
    """
    everything = Article.objects.order_by().values(whole=Value(1))
    return (
        Event.objects.sourced()
        .order_by("-origin_count", "-article_count", "-sort_key")
        .values(
            "pk",
            "title",
            "date_edtf",
            "origin_count",
            "article_count",
            all_articles=Subquery(everything.annotate(n=Count("pk")).values("n")),
            all_sources=Subquery(everything.annotate(n=Count("source", distinct=True)).values("n")),
            newest=Subquery(everything.annotate(n=Max("ingested_at")).values("n")),
        )[:most]
    )


def _rank(kind: str) -> Case:
    """Figures and days can be compared at once; what is on record is no other source."""
    plain = [ConflictKind.NUMBER.value, ConflictKind.DATE.value]
    return Case(
        When(**{f"{kind}__in": plain}, then=Value(0)),
        When(**{kind: ConflictKind.RECORD.value}, then=Value(2)),
        default=Value(1),
    )
