"""For the admin's templates."""

from django import template

from timeline.curate.review import Waiting, waiting

register = template.Library()


@register.simple_tag
def waiting_for_review() -> list[Waiting]:
    return waiting()
