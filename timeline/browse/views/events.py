from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from timeline.browse.citing import cite_event
from timeline.browse.conditional import PAGE, revalidated
from timeline.browse.event_page import event_page
from timeline.browse.render import render_page
from timeline.browse.social import event_meta
from timeline.browse.views.gone import gone
from timeline.models import Event


@require_safe
@revalidated(PAGE)
def event(request: HttpRequest, pk: int) -> HttpResponse:
    page = event_page(pk)
    if page is None:
        return gone(request, Event, pk)
    context = {
        "page": page,
        "meta": event_meta(request, page),
        "forms": cite_event(request, page),
    }
    return render_page(request, "browse/event.html", context)
