"""A view to pass on: its address, its short one, and the code that embeds it."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import escape

from timeline.browse.filters import Filter, heading, look_up, write_query
from timeline.models import SavedView
from timeline.models.saved_views import LONGEST_QUERY

WIDTH, HEIGHT = 640, 480
# Where somebody stands in a view is no part of it.
_PLACE = {"before", "after", "passage"}


@dataclass(frozen=True, slots=True)
class SharePanel:
    """`query`: the view in canonical form; `short`: "" until somebody asked for one."""

    heading: str
    query: str
    address: str
    short: str
    embed: str
    problems: tuple[str, ...]


def view_query(chosen: Filter) -> str:
    """The canonical query of a view: the same whatever order its values were chosen in."""
    usual = {"order"} if not chosen.oldest_first else set()
    return urlencode(sorted(parse_qsl(write_query(chosen, _PLACE | usual))), safe="~,/.[]")


def share_panel(request: HttpRequest, chosen: Filter) -> SharePanel:
    query = view_query(chosen)
    problems = [problem.message for problem in chosen.problems]
    if len(query) > LONGEST_QUERY:
        problems.append(f"This view is too long to keep: {LONGEST_QUERY:,} characters at most.")
    kept = None if problems else SavedView.objects.kept(query)
    title = heading(chosen, look_up(chosen))
    embed = request.build_absolute_uri(_with(reverse("embed"), query))
    return SharePanel(
        heading=title,
        query=query,
        address=request.build_absolute_uri(_with(reverse("timeline"), query)),
        short=request.build_absolute_uri(kept.get_absolute_url()) if kept else "",
        embed=iframe(embed, title),
        problems=tuple(problems),
    )


def iframe(address: str, title: str, width: int = WIDTH, height: int = HEIGHT) -> str:
    """HTML for somebody else's page; whatever the title holds, it stays a title.

    A plain text to us, so that our own pages escape it once more.
    """
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)} · Dateline" '
        f'width="{width}" height="{height}" loading="lazy" '
        'referrerpolicy="no-referrer"></iframe>'
    )


def _with(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
