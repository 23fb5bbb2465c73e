from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from timeline.browse.conditional import PAGE, revalidated
from timeline.browse.reader import reader_page
from timeline.browse.render import render_page
from timeline.browse.social import article_meta
from timeline.browse.views.gone import gone
from timeline.models import Article


@require_safe
@revalidated(PAGE)
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """`?furniture=shown` opens what is folded."""
    page = reader_page(pk, unfolded=request.GET.get("furniture") == "shown")
    if page is None:
        return gone(request, Article, pk)
    context = {"page": page, "meta": article_meta(request, page)}
    return render_page(request, "browse/article.html", context)
