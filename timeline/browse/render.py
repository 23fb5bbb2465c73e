"""A page and its fragment from one view: the HX-Target header names the partial."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

# The element at the end of a timeline that more events take the place of.
MORE = "more"


def render_page(
    request: HttpRequest, template: str, context: dict[str, Any], partial: str = ""
) -> HttpResponse:
    """The whole page, or its partial when HTMX asks for the element of that name.

    A page with such a part also gives the events that go on where a list ends.
    """
    htmx = getattr(request, "htmx", None)
    if partial and htmx and not htmx.history_restore_request:
        if htmx.target == partial:
            template = f"{template}#{partial}"
        elif htmx.target == MORE:
            template = "browse/_rail.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response
