"""For the pages: the values of the filters."""

from django import template
from django.utils.safestring import SafeString

from timeline.browse.option_html import lists_html
from timeline.browse.page import TimelinePage

register = template.Library()


@register.simple_tag
def lists(page: TimelinePage) -> SafeString:
    return lists_html(page)
