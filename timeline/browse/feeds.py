"""What a feed of a filter holds."""

from timeline.browse.asked import Asked
from timeline.browse.filters import narrow_claims
from timeline.browse.index.current import current
from timeline.browse.index.newest import newest_claims
from timeline.models import Claim, Event
from timeline.publish.feeds import ENTRIES, Entry, entries
from timeline.publish.reading import told_at_once


def newest_entries(found: Asked, site: str) -> list[Entry]:
    """The events that got claims last, among the claims that the filter speaks of.

    One that follows a source hears when it tells of an event, not when another does.
    """
    held = current()
    if held is None:
        newest = narrow_claims(found.chosen).newest_of_events(found.events, ENTRIES)
    else:
        newest = Claim.objects.when_read(newest_claims(held, found.chosen, ENTRIES))
    events = told_at_once(Event.objects.with_ids(newest), found.chosen.known_by)
    return entries(events, newest, site)
