"""A timeline small enough for a frame on somebody else's page."""

from dataclasses import dataclass

from django.urls import reverse

from timeline.browse.cards import Card, Group, Showing, cards, grouped
from timeline.browse.chosen_events import ChosenEvents, events_of, events_told
from timeline.browse.filters import Filter, heading, look_up
from timeline.browse.sharing import view_query
from timeline.models import Event, Storyline

MOST_EVENTS = 20
# The claims of an event in a frame; its own page has them all.
MOST_CLAIMS = 3


@dataclass(frozen=True, slots=True)
class EmbedPage:
    """`address`: the page of this site that shows the same and more."""

    heading: str
    counts: str
    address: str
    groups: tuple[Group[Card], ...] = ()
    problems: tuple[str, ...] = ()


def embedded_timeline(chosen: Filter) -> EmbedPage:
    """In a fixed number of queries; with problems instead of events when there are any."""
    query = view_query(chosen)
    address = f"{reverse('timeline')}?{query}" if query else reverse("timeline")
    title = heading(chosen, look_up(chosen))
    if chosen.problems:
        messages = tuple(problem.message for problem in chosen.problems)
        return EmbedPage(title, "", reverse("timeline"), problems=messages)
    return _embedded(title, address, events_of(chosen), chosen)


def embedded_storyline(storyline: Storyline) -> EmbedPage:
    events = events_told(storyline)
    return _embedded(storyline.title, storyline.get_absolute_url(), events, Filter(order="oldest"))


def embedded_event(pk: int) -> EmbedPage | None:
    """None when there is no such event."""
    if not Event.objects.filter(pk=pk).exists():
        return None
    (shown,) = cards([pk], Showing(most_claims=2 * MOST_CLAIMS))
    return EmbedPage(shown.title, "", shown.url, tuple(grouped([shown])))


def _embedded(title: str, address: str, events: ChosenEvents, chosen: Filter) -> EmbedPage:
    ids = events.page(chosen).ids[:MOST_EVENTS]
    total = events.extent().total
    counts = f"{total:,} event{'' if total == 1 else 's'}"
    if total > len(ids):
        counts = f"{len(ids)} of {counts}"
    how = Showing(known_by=chosen.known_by, terms=chosen.terms)
    return EmbedPage(title, counts, address, tuple(grouped(cards(ids, how))))
