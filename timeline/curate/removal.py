"""Taking articles out, with all that rests on them alone."""

from collections.abc import Sequence

from django.db import transaction

from timeline.ingest.refresh import refresh_events
from timeline.models import Article, Citation, Claim, Origin


def remove_articles(ids: Sequence[int]) -> None:
    """Claims that another article supports stay; events follow from what is left."""
    with transaction.atomic():
        claims = list(
            Claim.objects.filter(citations__article__in=ids).distinct().values_list("pk", "event")
        )
        origins = list(Article.objects.filter(pk__in=ids).values_list("origin", flat=True))
        Citation.objects.filter(article__in=ids).delete()
        Claim.objects.filter(pk__in=[pk for pk, _ in claims], citations=None).delete()
        Article.objects.filter(pk__in=ids).delete()
        Origin.objects.filter(pk__in=origins, articles=None).delete()
        refresh_events({event for _, event in claims})
