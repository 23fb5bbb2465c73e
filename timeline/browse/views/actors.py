from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from timeline.browse.actor_page import actor_page
from timeline.browse.answer_records import INVOLVED
from timeline.browse.conditional import PAGE, revalidated
from timeline.browse.directories import actor_directory
from timeline.browse.filters import PLACE, read_filter
from timeline.browse.page import timeline_page
from timeline.browse.place import Place
from timeline.browse.rail import next_rail
from timeline.browse.render import more_asked, render_more, render_page
from timeline.models import Actor


@require_safe
@revalidated(PAGE)
def actors(request: HttpRequest) -> HttpResponse:
    context = {"directory": actor_directory(request.GET.get("q", ""))}
    return render_page(request, "browse/actors.html", context, partial="found")


@require_safe
@revalidated(PAGE)
def actor(request: HttpRequest, key: str) -> HttpResponse:
    found = get_object_or_404(Actor.objects.select_related("belongs_to__belongs_to"), key=key)
    chosen = replace(read_filter(request.GET, only=PLACE), actors=(found.key,))
    place = Place(found.get_absolute_url(), frozenset({"actor"}))
    if more_asked(request):
        return render_more(request, next_rail(chosen, place))
    page = timeline_page(chosen, place, title=found.name, lists=INVOLVED)
    context = {"page": page, "about": actor_page(found, page)}
    return render_page(request, "browse/actor.html", context, partial="view")
