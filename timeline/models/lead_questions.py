"""What is most worth a look among all events: the questions behind the home page."""

from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, QuerySet, Subquery, Value, When

from timeline.models.articles import Article, Source
from timeline.models.claims import Citation
from timeline.models.events import Conflict, Event, Participation
from timeline.vocabulary import ConflictKind

# The most widely told events in conflict, among whose conflicts the clearest are looked for.
LOOKED_AT = 200


def clearest_conflicts(most: int) -> list[dict[str, Any]]:
    """The citations of events in conflict, each with the conflict and its source.

    Those of the `most` conflicts that come first among the most widely told events: on a number
    or a day, then on the fact or the doer, then with the record; in each by origins, most
    first. One row for each citation and conflict, in two queries.
    """
    by_event = ("-event__origin_count", "-event__sort_key", "pk")
    told = Event.objects.disagreed_on().order_by("-origin_count", "-sort_key").values("pk")
    among = Conflict.objects.filter(event__in=told[:LOOKED_AT])
    ranked = among.order_by(_rank("kind"), *by_event)
    first = ranked.values("kind", "values", "event", conflict=F("pk"), title=F("event__title"))
    # Read apart from the citations: the values of a conflict are long, its citations many.
    conflicts = {row["conflict"]: row for row in first[:most]}
    claim, citation = "event__claims", "event__claims__citations"
    rows = Conflict.objects.filter(pk__in=list(conflicts), **{f"{citation}__isnull": False})
    cited = rows.order_by(_rank("kind"), *by_event, citation).values(
        claim=F(claim),
        conflict=F("pk"),
        source=F(f"{citation}__article__source"),
        source_name=F(f"{citation}__article__source__name"),
        source_kind=F(f"{citation}__article__source__kind"),
    )
    return [conflicts[row["conflict"]] | dict(row) for row in cited]


def most_widely_told(most: int) -> QuerySet[Any, Any]:
    """The events with the most origins, the newest first among equals.

    Each row also says how many sources are cited, and when the newest of all articles was
    read in.
    """
    cited = Source.objects.filter(Exists(Citation.objects.filter(article__source=OuterRef("pk"))))
    number = cited.order_by().values(whole=Value(1)).annotate(n=Count("pk")).values("n")
    newest = Article.objects.order_by("-pk").values("ingested_at")[:1]
    return (
        Event.objects.sourced()
        .order_by("-origin_count", "-article_count", "-sort_key")
        .values(
            "pk",
            "title",
            "date_edtf",
            "origin_count",
            "article_count",
            sources=Subquery(number),
            newest=Subquery(newest),
        )[:most]
    )


def newest_with_an_actor() -> Event | None:
    """The last dated event that is told of and in which somebody has a part."""
    parts = Participation.objects.filter(event=OuterRef("pk"))
    told = Event.objects.filter(Exists(parts), claim_count__gt=0, earliest__isnull=False)
    return told.newest_first().first()


def _rank(kind: str) -> Case:
    """Figures and days can be compared at once; what is on record is no other source."""
    plain = [ConflictKind.NUMBER.value, ConflictKind.DATE.value]
    return Case(
        When(**{f"{kind}__in": plain}, then=Value(0)),
        When(**{kind: ConflictKind.RECORD.value}, then=Value(2)),
        default=Value(1),
    )
