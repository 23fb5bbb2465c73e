"""Whether this process can answer: what a balancer and Docker ask."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from timeline.models import Source


def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and is migrated, else 503."""
    try:
        Source.objects.exists()
    except DatabaseError:
        return HttpResponse("The database does not answer.\n", "text/plain", 503)
    return HttpResponse("ok\n", "text/plain")
