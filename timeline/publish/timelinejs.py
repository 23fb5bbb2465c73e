"""Events for TimelineJS 3, which shows texts as HTML: here all of them are escaped."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.html import format_html, format_html_join

from timeline.edtf import Edtf
from timeline.models import Citation, Claim
from timeline.publish.about import About
from timeline.publish.objects import as_json
from timeline.publish.reading import Told, ToldClaim
from timeline.vocabulary import QUAD_LABEL, STANDING_LABEL, QuadClass, Standing

# More claims than this stand on the event's own page.
MOST_CLAIMS = 6
NO_GROUP = "Kind not decided"


def timelinejs(events: Iterable[Told], about: About) -> Iterator[str]:
    """The slide with the counts comes last: only then they are known."""
    drawn = undated = 0
    yield '{"events": ['
    for each in events:
        slide = event_slide(each, about.site)
        if slide is None:
            undated += 1
            continue
        yield (",\n" if drawn else "\n") + as_json(slide)
        drawn += 1
    yield f'\n],\n"title": {as_json(_title(about, drawn, undated))}}}\n'


def event_slide(of: Told, site: str) -> dict[str, Any] | None:
    """None for an event without a date: there is no place for it on the axis."""
    event = of.event
    when = event.date
    if when is None or not when.is_dated:
        return None
    return {
        "unique_id": f"event-{event.pk}",
        **_dates(when),
        "text": {"headline": format_html("{}", event.title), "text": _text(of, site)},
        "group": QUAD_LABEL[QuadClass(event.quad)] if event.quad else NO_GROUP,
        "autolink": False,
    }


def _dates(when: Edtf) -> dict[str, Any]:
    """No part of a date that is not known; the words say what two ends cannot."""
    first, last = when.earliest, when.latest
    words = {"display_date": when.phrase()}
    if when.kind in ("day", "month", "year") and first is not None:
        return {"start_date": _parts(first, when.kind), **words}
    if first is None or last is None:
        known = first or last
        return {"start_date": _parts(known, "day"), **words} if known else words
    exact = "year" if when.kind == "decade" else "month" if when.kind == "season" else "day"
    return {"start_date": _parts(first, exact), "end_date": _parts(last, exact), **words}


def _parts(day: date, exact: str) -> dict[str, int]:
    parts = {"year": day.year, "month": day.month, "day": day.day}
    return dict(list(parts.items())[: ["year", "month", "day"].index(exact) + 1])


def _text(of: Told, site: str) -> str:
    shown = of.claims[:MOST_CLAIMS]
    more = len(of.claims) - len(shown)
    return format_html(
        '{}<p><a href="{}">{}</a></p>',
        format_html_join("", "<p>{}<br><small>{}</small></p>", (_said(each) for each in shown)),
        site + of.event.get_absolute_url(),
        f"{more} more claims, and all passages" if more else "The passages",
    )


def _said(of: ToldClaim) -> tuple[str, str]:
    return of.claim.text, "; ".join([*how_it_stands(of), *(where(c) for c in of.citations)])


def how_it_stands(of: ToldClaim) -> list[str]:
    """Standing and speaker in words; a plain report of nobody in particular has neither."""
    claim = of.claim
    standing = Standing(claim.standing)
    words = [] if standing is Standing.REPORTED else [STANDING_LABEL[standing]]
    return [*words, f"according to {who}"] if (who := _who(claim)) else words


def _who(claim: Claim) -> str:
    """The words of the text are quoted beside the name, or alone: they may be a bare “he”."""
    text, actor = claim.attribution_text, claim.attribution_actor
    if actor is None:
        return f"“{text}”" if text else ""
    return actor.name if actor.name in text or not text else f"{actor.name} (“{text}”)"


def where(citation: Citation) -> str:
    """The source of a passage and when it was published, as exactly as is known."""
    article = citation.article
    name = article.source.name if article.source.is_stated else str(article)
    day = article.published
    inferred = " (inferred)" if article.published_basis == "inferred" else ""
    return f"{name}, {day.phrase()}{inferred}" if day else f"{name}, date not known"


def _title(about: About, drawn: int, undated: int) -> dict[str, Any]:
    counted = f"{drawn} event{'' if drawn == 1 else 's'}."
    if undated:
        counted += f" {undated} more without a date {'is' if undated == 1 else 'are'} left out."
    text = format_html('<p>{}</p><p><a href="{}">Dateline</a></p>', counted, about.page)
    return {
        "unique_id": "title",
        "text": {"headline": format_html("{}", about.title), "text": text},
    }
