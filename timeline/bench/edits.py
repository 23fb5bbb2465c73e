"""Whether an edit is on the page at the next request."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from timeline.models import Event
from timeline.vocabulary import EventType

Get = Callable[[str], bytes]
# Fresh connections after an edit: so many that every one of a few workers is likely to answer.
REQUESTS = 12
_TOTAL = re.compile(rb'data-announce="[^"]*: ([\d,]+) event')


def time_edits(events: Sequence[int], get: Get, requests: int = REQUESTS) -> dict[str, Any]:
    """Change events, look, and put them back.

    `stale`: answers without the change, of `answers`: its title on its own page and on the
    timeline, and the number of events of its new kind.
    """
    answers = stale = 0
    began = time.perf_counter()
    for pk in events:
        for shown in look_after_edit(pk, get, requests):
            answers += 1
            stale += not shown
    return {
        "edits": len(events),
        "answers": answers,
        "stale": stale,
        "seconds": time.perf_counter() - began,
    }


def look_after_edit(pk: int, get: Get, requests: int = REQUESTS) -> Iterator[bool]:
    """For each answer after the edit, whether it shows it."""
    event = Event.objects.get(pk=pk)
    other = next(type for type in EventType if type != event.type)
    mark = f"Edited {time.time_ns()}"
    of_kind = f"/?type={other}"
    before = total(get(of_kind))
    at_event = f"/?before={(event.sort_key or 0) + 1}"
    with edited(event, mark, other):
        for number in range(requests):
            path = (f"/events/{pk}/", at_event, of_kind)[number % 3]
            body = get(path)
            yield total(body) == before + 1 if path == of_kind else mark.encode() in body


@contextmanager
def edited(event: Event, title: str, type: str) -> Iterator[None]:
    """Saved, as the admin does it; put back at the end, whatever happens."""
    kept = (event.title, event.type, event.mode)
    event.title, event.type, event.mode = title, type, ""
    event.save()
    try:
        yield
    finally:
        event.title, event.type, event.mode = kept
        event.save()


def total(body: bytes) -> int:
    """The number of events that a timeline page says it has; 0 for none."""
    found = _TOTAL.search(body)
    return int(found[1].replace(b",", b"")) if found else 0
