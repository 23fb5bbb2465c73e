from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from timeline.browse.conditional import PAGE, revalidated
from timeline.browse.render import render_page
from timeline.browse.source_page import source_list, source_page
from timeline.models import Source


@require_safe
@revalidated(PAGE)
def sources(request: HttpRequest) -> HttpResponse:
    try:
        page = source_list(request.GET.get("sort", ""))
    except ValueError as error:
        raise Http404(str(error)) from None
    return render_page(request, "browse/sources.html", {"page": page})


@require_safe
@revalidated(PAGE)
def source(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Source, slug=slug)
    try:
        page = source_page(found, request.GET.get("before", ""))
    except ValueError as error:
        raise Http404(str(error)) from None
    return render_page(request, "browse/source.html", {"source": found, "page": page})
