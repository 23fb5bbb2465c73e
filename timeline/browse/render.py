"""A page and its fragment from one view: the HX-Target header names the partial."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from timeline.browse.rail import Rail

# The element at the end of a timeline that more events take the place of.
MORE = "more"


def more_asked(request: HttpRequest) -> bool:
    """Whether HTMX asks for the events that go on where a list ends."""
    htmx = getattr(request, "htmx", None)
    return bool(htmx and not htmx.history_restore_request and htmx.target == MORE)


def render_more(request: HttpRequest, rail: Rail) -> HttpResponse:
    return _varying(render(request, "browse/_rail.html", {"page": rail}))


def render_page(
    request: HttpRequest, template: str, context: dict[str, Any], partial: str = ""
) -> HttpResponse:
    """The whole page, or its partial when HTMX asks for the element of that name."""
    htmx = getattr(request, "htmx", None)
    if partial and htmx and not htmx.history_restore_request and htmx.target == partial:
        template = f"{template}#{partial}"
    return _varying(render(request, template, context))


def _varying(response: HttpResponse) -> HttpResponse:
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response
