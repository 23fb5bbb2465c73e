from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from timeline.browse.compare.page import address, compare_page
from timeline.browse.conditional import PAGE, revalidated
from timeline.browse.filters import read_sides
from timeline.browse.render import render_page


@require_safe
@revalidated(PAGE)
def compare(request: HttpRequest) -> HttpResponse:
    sides = read_sides(request.GET)
    # A plain form sends its empty boxes too, which have no place in an address to keep.
    if not sides.problems and "" in request.GET.dict().values():
        return redirect(address(sides))
    return render_page(
        request, "browse/compare.html", {"page": compare_page(sides)}, partial="view"
    )
