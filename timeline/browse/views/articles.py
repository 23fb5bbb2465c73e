from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from timeline.browse.reader import reader_page
from timeline.browse.render import render_page


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    page = reader_page(pk)
    if page is None:
        raise Http404("There is no such article.")
    return render_page(request, "browse/article.html", {"page": page})
