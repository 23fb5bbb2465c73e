from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline.browse.filters import read_filter
from timeline.browse.lead import lead_of
from timeline.browse.page import Place, timeline_page
from timeline.browse.passages import find_passage
from timeline.browse.render import render_page
from timeline.browse.return_address import page_without_passage


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    chosen = read_filter(request.GET)
    page = timeline_page(chosen, Place(reverse("timeline")))
    context = {"page": page, "lead": lead_of(page)}
    return render_page(request, "browse/timeline.html", context, partial="view")


@require_safe
def passage(request: HttpRequest, pk: int) -> HttpResponse:
    found = find_passage(pk)
    if found is None:
        raise Http404("There is no such passage.")
    closed = page_without_passage(request)
    context = {"passage": found, "closed": closed}
    if request.headers.get("HX-Request"):
        return render_page(request, "browse/_passage.html", context)
    return render_page(request, "browse/passage.html", context)
