from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from timeline.browse.answer_records import INVOLVED
from timeline.browse.chosen_events import events_told
from timeline.browse.conditional import PAGE, revalidated
from timeline.browse.filters import PLACE, read_filter
from timeline.browse.page import timeline_page
from timeline.browse.place import Place
from timeline.browse.rail import next_rail
from timeline.browse.render import more_asked, render_more, render_page
from timeline.browse.social import storyline_meta
from timeline.browse.storyline_page import storyline_cards, storyline_page
from timeline.browse.storylines import saved_filter
from timeline.models import Storyline


@require_safe
@revalidated(PAGE)
def storylines(request: HttpRequest) -> HttpResponse:
    return render_page(request, "browse/storylines.html", {"cards": storyline_cards()})


@require_safe
@revalidated(PAGE)
def storyline(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Storyline, slug=slug)
    chosen = read_filter(request.GET, only=PLACE)
    place = Place(found.get_absolute_url(), order="oldest")
    events = events_told(found)
    if more_asked(request):
        return render_more(request, next_rail(chosen, place, events))
    page = timeline_page(chosen, place, base=events, title=found.title, lists=INVOLVED)
    context = {
        "page": page,
        "story": storyline_page(found, events, page),
        "saved_problems": saved_filter(found).problems,
        "meta": storyline_meta(request, found, page),
    }
    return render_page(request, "browse/storyline.html", context, partial="view")
