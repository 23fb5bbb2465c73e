"""What the answers to programs say of themselves."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from timeline.browse.asked import Asked
from timeline.publish.about import About

# A feed may be kept for as long as it takes to read in some articles.
KEEP_FEED = "max-age=300"


def for_programs(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Kept out of search engines, which should find the pages; asked for anew each time.

    Such a view only reads, and a POST should hear that, not that a token is missing.
    """

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **values: Any) -> HttpResponseBase:
        answer = view(request, *args, **values)
        answer.headers["X-Robots-Tag"] = "noindex"
        answer.headers.setdefault("Cache-Control", "no-cache")
        return answer

    return csrf_exempt(answering)


def kept(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A feed that is not asked for anew each time."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **values: Any) -> HttpResponseBase:
        answer = view(request, *args, **values)
        if answer.status_code in (200, 304):
            answer.headers["Cache-Control"] = KEEP_FEED
        return answer

    return answering


def site_of(request: HttpRequest) -> str:
    """What stands before a path of this site: https://example.org."""
    return f"{request.scheme}://{request.get_host()}"


def about(request: HttpRequest, found: Asked) -> About:
    """The addresses are made anew: the one asked for may say the same in other ways."""
    site = site_of(request)
    return About(
        title=found.title,
        site=site,
        address=f"{site}{request.path}{found.query}",
        page=f"{site}{reverse('timeline')}{found.query}",
        terms=f"{site}{reverse('data')}",
    )
