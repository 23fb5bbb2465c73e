from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from timeline.browse.event_page import event_page
from timeline.browse.render import render_page


@require_safe
def event(request: HttpRequest, pk: int) -> HttpResponse:
    page = event_page(pk)
    if page is None:
        raise Http404("There is no such event.")
    return render_page(request, "browse/event.html", {"page": page})
