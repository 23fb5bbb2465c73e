"""For the pages: where other programs get what a page shows."""

from django import template
from django.urls import reverse

from timeline.browse.asked import query_of
from timeline.browse.page import TimelinePage

register = template.Library()


@register.filter
def for_programs(page: TimelinePage) -> str | None:
    """The filter of a timeline behind the addresses of exports and the data page.

    None where these would give something else: a filter that cannot be read, or a place
    whose events no filter chooses, as a storyline's.
    """
    if page.chosen.problems or not (page.place.pinned or page.place.path == reverse("timeline")):
        return None
    return query_of(page.chosen)


@register.filter
def for_feeds(page: TimelinePage) -> str:
    """The same for feeds, which have an order of their own."""
    return query_of(page.chosen, leave_out={"order"})
