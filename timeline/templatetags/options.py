"""For the pages: the values of a filter."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString

from timeline.browse.facets import Option
from timeline.browse.option_html import options_html

register = template.Library()


@register.simple_tag
def boxes(options: Iterable[Option], name: str, uncounted: object) -> SafeString:
    """Boxes to tick; without counts where a filter cannot be read."""
    return options_html(options, name, counted=not uncounted)
