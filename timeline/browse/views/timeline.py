from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline.browse.citing import cite_passage
from timeline.browse.conditional import PAGE, PASSAGE, revalidated
from timeline.browse.filters import read_filter
from timeline.browse.lead import lead_of
from timeline.browse.page import timeline_page
from timeline.browse.passages import find_passage
from timeline.browse.place import Place
from timeline.browse.rail import next_rail
from timeline.browse.render import more_asked, render_more, render_page
from timeline.browse.return_address import page_without_passage
from timeline.browse.social import passage_meta, timeline_meta
from timeline.browse.views.gone import gone
from timeline.models import Citation


@require_safe
@revalidated(PAGE)
def timeline(request: HttpRequest) -> HttpResponse:
    chosen = read_filter(request.GET)
    place = Place(reverse("timeline"))
    if more_asked(request):
        return render_more(request, next_rail(chosen, place))
    page = timeline_page(chosen, place)
    context = {"page": page, "lead": lead_of(page), "meta": timeline_meta(request, page)}
    return render_page(request, "browse/timeline.html", context, partial="view")


@require_safe
@revalidated(PASSAGE)
def passage(request: HttpRequest, pk: int) -> HttpResponse:
    found = find_passage(pk)
    if found is None:
        return gone(request, Citation, pk)
    closed = page_without_passage(request)
    context = {"passage": found, "closed": closed}
    if request.headers.get("HX-Request"):
        return render_page(request, "browse/_passage.html", context)
    whole = {"meta": passage_meta(request, found), "forms": cite_passage(request, found)}
    return render_page(request, "browse/passage.html", context | whole)
