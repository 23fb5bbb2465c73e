"""For the pages: what stands on all of them, written once."""

from functools import lru_cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def standing(of: str, name: str | None = "") -> SafeString:
    """The template called `of`, which is told the `name` of the page and nothing else.

    While somebody works on it, it is written anew each time.
    """
    if settings.DEBUG:
        return render_to_string(of, {"name": name})
    return _written(of, name, get_script_prefix())


@lru_cache(500)
def _written(of: str, name: str | None, prefix: str) -> SafeString:
    """`prefix`: where the site is, which its addresses begin with."""
    return render_to_string(of, {"name": name})
