from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from timeline.browse.asked import ONE_ARTICLE_REFUSES, ONE_EVENT_REFUSES, asked, refusal
from timeline.browse.conditional import FOR_ALL, revalidated
from timeline.browse.filters import Problem
from timeline.browse.headers import for_programs, site_of
from timeline.browse.objects import find_article, find_event, find_text
from timeline.publish.objects import as_json

_JSON = "application/json"


@for_programs
@require_safe
@revalidated(FOR_ALL)
def event_json(request: HttpRequest, pk: int) -> HttpResponseBase:
    found = asked(request.GET, ONE_EVENT_REFUSES)
    if found.problems:
        return refusal(found.problems)
    event = find_event(pk, found.chosen.known_by, site_of(request))
    if event is None:
        return refusal([Problem("id", str(pk), "There is no such event.")], status=404)
    return HttpResponse(as_json(event), content_type=_JSON)


@for_programs
@require_safe
@revalidated(FOR_ALL)
def article_json(request: HttpRequest, pk: int) -> HttpResponseBase:
    found = asked(request.GET, ONE_ARTICLE_REFUSES)
    if found.problems:
        return refusal(found.problems)
    article = find_article(pk, site_of(request))
    if article is None:
        return refusal([Problem("id", str(pk), "There is no such article.")], status=404)
    return HttpResponse(as_json(article), content_type=_JSON)


@for_programs
@require_safe
@revalidated(FOR_ALL)
def article_text(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The text that the offsets count in, to the last code point."""
    found = asked(request.GET, ONE_ARTICLE_REFUSES)
    if found.problems:
        return refusal(found.problems)
    text = find_text(pk)
    if text is None:
        return refusal([Problem("id", str(pk), "There is no such article.")], status=404)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
