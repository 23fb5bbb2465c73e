from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from timeline.browse.asked import asked
from timeline.browse.conditional import PAGE, revalidated
from timeline.browse.data_page import data_page
from timeline.browse.headers import site_of
from timeline.browse.render import render_page


@require_safe
@revalidated(PAGE)
def data(request: HttpRequest) -> HttpResponse:
    page = data_page(asked(request.GET), site_of(request))
    return render_page(request, "browse/data.html", {"page": page})
