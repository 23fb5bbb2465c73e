"""New claims as a feed: Atom 1.0 and JSON Feed 1.1.

An entry is an event with its newest claim. When another claim about it is read, the event
comes again as a new entry: readers do not show again what has only changed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join

from timeline.publish.about import About
from timeline.publish.reading import Told
from timeline.publish.timelinejs import MOST_CLAIMS, how_it_stands, where
from timeline.vocabulary import QUAD_CLASS, QUAD_LABEL, TYPE_LABEL, EventType

ENTRIES = 50
_SUBTITLE = "Events with new claims, by when Dateline read them. Nobody has checked the claims."
# XML 1.0 has no way to write these.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    url: str
    title: str
    at: datetime
    html: str
    tags: tuple[str, ...]


def entries(
    events: Iterable[Told], newest: dict[int, tuple[int, datetime]], site: str
) -> list[Entry]:
    """`newest`: for each event the claim that makes it news, and when that was read; last first."""
    by_id = {each.event.pk: each for each in events}
    return [_entry(by_id[pk], claim, at, site) for pk, (claim, at) in newest.items() if pk in by_id]


def _entry(of: Told, claim: int, at: datetime, site: str) -> Entry:
    event = of.event
    url = site + event.get_absolute_url()
    tags = [part.actor.name for part in of.parts]
    if event.type:
        kind = EventType(event.type)
        tags = [TYPE_LABEL[kind], QUAD_LABEL[QUAD_CLASS[kind]], *tags]
    return Entry(f"{url}#claim-{claim}", url, event.title, at, _html(of, claim), tuple(tags))


def _html(of: Told, newest: int) -> str:
    """The date, then the claims, the one that is news first."""
    when = of.event.date
    inferred = ", inferred" if of.event.date_inferred else ""
    words = f"{when.phrase()}{inferred}" if when else "Undated"
    first = sorted(of.claims, key=lambda each: each.claim.pk != newest)
    shown = first[:MOST_CLAIMS]
    rows = [
        (each.claim.text, "; ".join([*how_it_stands(each), *map(where, each.citations)]))
        for each in shown
    ]
    more = len(first) - len(shown)
    return format_html(
        "<p>{}</p><ul>{}</ul>{}",
        words,
        format_html_join("", "<li>{}<br><small>{}</small></li>", rows),
        format_html("<p>{} more on its page</p>", more) if more else "",
    )


def atom(about: About, found: Sequence[Entry]) -> str:
    feed = Atom1Feed(
        title=_xml(about.title),
        link=about.page,
        description="",
        subtitle=_SUBTITLE,
        feed_url=about.address,
        feed_guid=about.address,
        author_name="Dateline",
        language="en-GB",
    )
    for entry in found:
        feed.add_item(
            title=_xml(entry.title),
            link=entry.url,
            description=_xml(entry.html),
            unique_id=entry.id,
            pubdate=entry.at,
            updateddate=entry.at,
            categories=[_xml(tag) for tag in entry.tags],
        )
    return feed.writeString("utf-8")


def json_feed(about: About, found: Sequence[Entry]) -> dict[str, Any]:
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": about.title,
        "description": _SUBTITLE,
        "home_page_url": about.page,
        "feed_url": about.address,
        "language": "en-GB",
        "authors": [{"name": "Dateline"}],
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "content_html": entry.html,
                "date_published": entry.at.isoformat(),
                "tags": list(entry.tags),
            }
            for entry in found
        ],
    }


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
