"""The only pages that may stand in a frame of another site. They run no script."""

from collections.abc import Callable

from csp.constants import NONE
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from timeline.browse.conditional import FOR_ALL, revalidated
from timeline.browse.embed import (
    EmbedPage,
    embedded_event,
    embedded_storyline,
    embedded_timeline,
)
from timeline.browse.filters import read_filter
from timeline.models import Storyline

FRAMED = {
    "frame-ancestors": ["*"],
    "script-src": [NONE],
    "connect-src": [NONE],
    "form-action": [NONE],
}
View = Callable[..., HttpResponseBase]


def framable(view: View) -> View:
    return require_safe(xframe_options_exempt(csp_replace(FRAMED)(view)))


@framable
@revalidated(FOR_ALL)
def timeline(request: HttpRequest) -> HttpResponse:
    page = embedded_timeline(read_filter(request.GET))
    return _rendered(request, page, 400 if page.problems else 200)


@framable
@revalidated(FOR_ALL)
def event(request: HttpRequest, pk: int) -> HttpResponse:
    page = embedded_event(pk)
    return _rendered(request, page, 200 if page else 404)


@framable
@revalidated(FOR_ALL)
def storyline(request: HttpRequest, slug: str) -> HttpResponse:
    found = Storyline.objects.in_bulk([slug], field_name="slug").get(slug)
    page = embedded_storyline(found) if found else None
    return _rendered(request, page, 200 if page else 404)


def _rendered(request: HttpRequest, page: EmbedPage | None, status: int) -> HttpResponse:
    return render(request, "browse/embed.html", {"page": page}, status=status)
