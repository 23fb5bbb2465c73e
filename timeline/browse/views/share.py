from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from timeline.browse.conditional import FOR_ALL, FORM, revalidated
from timeline.browse.filters import read_filter
from timeline.browse.oembed import find_target, oembed_object, read_size
from timeline.browse.render import render_page
from timeline.browse.sharing import share_panel
from timeline.models import SavedView


@require_http_methods(["GET", "HEAD", "POST"])
@revalidated(FORM)
def share(request: HttpRequest) -> HttpResponse:
    """GET shows the addresses of a view; POST gives it a short one."""
    given = QueryDict(request.POST.get("query", "")) if request.method == "POST" else request.GET
    panel = share_panel(request, read_filter(given))
    if request.method == "POST" and not panel.problems:
        SavedView.objects.keep(panel.query)
        return redirect(f"{reverse('share')}?{panel.query}")
    response = render_page(request, "browse/share.html", {"panel": panel}, partial="share-panel")
    response.status_code = 400 if panel.problems else 200
    return response


@require_safe
@revalidated(FOR_ALL)
def oembed(request: HttpRequest) -> HttpResponse:
    if request.GET.get("format", "json") != "json":
        return _refused("Only format=json is given here.", 501)
    if not request.GET.get("url"):
        return _refused("Say which address: url=…", 400)
    try:
        size = read_size(request.GET.get("maxwidth", ""), request.GET.get("maxheight", ""))
    except ValueError as error:
        return _refused(str(error), 400)
    target = find_target(request.GET["url"], request.get_host())
    if target is None:
        return _refused("Nothing of this site that can be embedded is at that address.", 404)
    root = request.build_absolute_uri("/").rstrip("/")
    return JsonResponse(oembed_object(target, size, root))


def _refused(sentence: str, status: int) -> HttpResponse:
    return JsonResponse({"error": sentence}, status=status)
