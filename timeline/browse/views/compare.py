from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from timeline.browse.compare.page import compare_page
from timeline.browse.filters import read_sides
from timeline.browse.render import render_page


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    page = compare_page(read_sides(request.GET))
    return render_page(request, "browse/compare.html", {"page": page}, partial="view")
