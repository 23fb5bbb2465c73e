"""oEmbed: what a program that was given an address of this site may put into its own page."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import QueryDict
from django.urls import Resolver404, ResolverMatch, resolve, reverse

from timeline.browse.filters import heading, look_up, read_filter
from timeline.browse.sharing import HEIGHT, WIDTH, iframe, view_query
from timeline.models import Citation, Claim, Event, SavedView, Storyline

# A day: what is embedded is loaded anew each time anyhow.
CACHE_AGE = 86_400


@dataclass(frozen=True, slots=True)
class Target:
    """`path`: of the page to be framed, query included."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Size:
    width: int = WIDTH
    height: int = HEIGHT


def read_size(width: str, height: str) -> Size:
    """Within what the asking page allows. Raises ValueError with a sentence."""
    return Size(_within(WIDTH, width, "maxwidth"), _within(HEIGHT, height, "maxheight"))


def find_target(url: str, host: str) -> Target | None:
    """What an address of this very host shows; None for every other address."""
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or parts.netloc.lower() != host.lower():
            return None
        match = resolve(parts.path or "/")
    except (ValueError, Resolver404):
        return None
    return _target(match, parts.query)


def oembed_object(target: Target, size: Size, root: str) -> dict[str, Any]:
    """`root`: this site's address without a slash at its end."""
    return {
        "version": "1.0",
        "type": "rich",
        "title": target.title,
        "provider_name": "Dateline",
        "provider_url": f"{root}/",
        "cache_age": CACHE_AGE,
        "width": size.width,
        "height": size.height,
        "html": iframe(f"{root}{target.path}", target.title, size.width, size.height),
    }


def _within(usual: int, most: str, name: str) -> int:
    if not most:
        return usual
    if not (most.isascii() and most.isdigit() and 0 < len(most) < 7 and int(most)):
        raise ValueError(f"{name} is a number of pixels.")
    return min(usual, int(most))


def _target(found: ResolverMatch, query: str) -> Target | None:
    given = found.kwargs
    match found.url_name:
        case "timeline" | "home":
            return _timeline(query)
        case "short-view":
            view = SavedView.objects.coded(given["code"])
            return _timeline(view.query) if view else None
        case "storyline":
            story = Storyline.objects.filter(slug=given["slug"]).first()
            path = reverse("embed-storyline", args=[given["slug"]])
            return Target(story.title, path) if story else None
        case "event" | "short-event":
            return _event(Event.objects.filter(pk=given["pk"]).first())
        case "short-claim":
            claim = Claim.objects.select_related("event").filter(pk=given["pk"]).first()
            return _event(claim.event) if claim else None
        case "short-passage" | "passage":
            rows = Citation.objects.select_related("claim__event")
            citation = rows.filter(pk=given["pk"]).first()
            return _event(citation.claim.event) if citation else None
    return None


def _timeline(query: str) -> Target | None:
    """None for a filter that cannot be read: there is nothing to show."""
    chosen = read_filter(QueryDict(query))
    if chosen.problems:
        return None
    canonical = view_query(chosen)
    path = f"{reverse('embed')}?{canonical}" if canonical else reverse("embed")
    return Target(heading(chosen, look_up(chosen)), path)


def _event(event: Event | None) -> Target | None:
    return Target(event.title, reverse("embed-event", args=[event.pk])) if event else None
