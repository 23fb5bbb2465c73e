from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from timeline.browse.asked import FEED_REFUSES, asked, refusal
from timeline.browse.conditional import FOR_ALL, revalidated
from timeline.browse.feeds import newest_entries
from timeline.browse.headers import about, for_programs, kept
from timeline.publish.feeds import atom, json_feed
from timeline.publish.objects import as_json


@for_programs
@kept
@require_safe
@revalidated(FOR_ALL)
def atom_feed(request: HttpRequest) -> HttpResponseBase:
    found = asked(request.GET, FEED_REFUSES)
    if found.problems:
        return refusal(found.problems)
    of = about(request, found)
    text = atom(of, newest_entries(found, of.site))
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


@for_programs
@kept
@require_safe
@revalidated(FOR_ALL)
def feed_json(request: HttpRequest) -> HttpResponseBase:
    found = asked(request.GET, FEED_REFUSES)
    if found.problems:
        return refusal(found.problems)
    of = about(request, found)
    text = as_json(json_feed(of, newest_entries(found, of.site)))
    return HttpResponse(text, content_type="application/feed+json")
