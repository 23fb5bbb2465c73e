"""A page and its fragment from one view: the HX-Target header names the partial."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def render_page(
    request: HttpRequest, template: str, context: dict[str, Any], partial: str = ""
) -> HttpResponse:
    """The whole page, or its partial when HTMX asks for the element of that name."""
    htmx = getattr(request, "htmx", None)
    if partial and htmx and htmx.target == partial and not htmx.history_restore_request:
        template = f"{template}#{partial}"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response
