from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from timeline.browse.filters import PLACE, read_filter
from timeline.browse.page import Place, timeline_page
from timeline.browse.render import render_page
from timeline.browse.social import storyline_meta
from timeline.browse.storylines import events_of, saved_filter
from timeline.models import Storyline


@require_safe
def storylines(request: HttpRequest) -> HttpResponse:
    return render_page(request, "browse/storylines.html", {"storylines": Storyline.objects.all()})


@require_safe
def storyline(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Storyline, slug=slug)
    chosen = read_filter(request.GET, only=PLACE)
    place = Place(found.get_absolute_url(), order="oldest")
    page = timeline_page(chosen, place, base=events_of(found), title=found.title)
    context = {"storyline": found, "page": page, "saved_problems": saved_filter(found).problems}
    context["meta"] = storyline_meta(request, found, page)
    return render_page(request, "browse/storyline.html", context, partial="view")
