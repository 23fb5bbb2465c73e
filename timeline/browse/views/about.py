from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from timeline.browse.conditional import FOR_ALL, PAGE, revalidated
from timeline.browse.kinds import kinds
from timeline.browse.render import render_page
from timeline.vocabulary import RELIABILITY_LABEL

ROBOTS = "User-agent: *\nDisallow: /admin/\nDisallow: /share/\nDisallow: /*?\n"


@require_safe
@revalidated(PAGE)
def about(request: HttpRequest) -> HttpResponse:
    context = {"kinds": kinds(), "grades": RELIABILITY_LABEL.values()}
    return render_page(request, "browse/about.html", context)


@require_safe
@revalidated(FOR_ALL)
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For what asks for this name whatever the page says."""
    return redirect(static("favicon-32.png"))
