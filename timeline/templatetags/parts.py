"""For the pages: the parts of a card, which have templates of their own."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from timeline.browse import parts

register = template.Library()


@register.simple_tag
def part(name: str, *about: Any) -> SafeString:
    return parts.part(name, *about)
