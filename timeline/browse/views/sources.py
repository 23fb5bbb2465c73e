from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from timeline.browse.directories import articles_of, sources_with_counts
from timeline.browse.render import render_page
from timeline.browse.text_fragment import web_address
from timeline.models import Source


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    return render_page(request, "browse/sources.html", {"sources": sources_with_counts()})


@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Source, slug=slug)
    context = {
        "source": found,
        "homepage": web_address(found.homepage),
        "articles": articles_of(found),
    }
    return render_page(request, "browse/source.html", context)
