"""What other programs can have, for the present filter, and how it is asked for."""

from dataclasses import dataclass

from django.urls import reverse

from timeline.browse.asked import NO_PAGES, Asked, query_of
from timeline.browse.chosen_events import events_of
from timeline.browse.filters import FIELDS
from timeline.browse.filters.fields import Field
from timeline.models import Citation
from timeline.models.lead_questions import newest_with_an_actor
from timeline.publish.feeds import ENTRIES
from timeline.publish.formats import FORMATS, Format
from timeline.publish.keys import CITATION_KEYS, CLAIM_KEYS, EVENT_KEYS, TERMS
from timeline.publish.table import COLUMNS, Column

KEYS = (("An event", EVENT_KEYS), ("A claim", CLAIM_KEYS), ("A passage (citation)", CITATION_KEYS))


@dataclass(frozen=True, slots=True)
class Download:
    format: Format
    href: str


@dataclass(frozen=True, slots=True)
class Example:
    """`words` say what the address gives."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """`total`: events of the filter. With problems there is nothing to be had."""

    asked: Asked
    total: int
    timeline: str
    downloads: tuple[Download, ...]
    atom: str
    feed_json: str
    examples: tuple[Example, ...]
    command: str
    fields: tuple[Field, ...] = tuple(field for field in FIELDS if field.name not in NO_PAGES)
    columns: tuple[Column, ...] = COLUMNS
    keys: tuple[tuple[str, dict[str, str]], ...] = KEYS
    terms: tuple[tuple[str, str], ...] = tuple(TERMS.items())
    entries: int = ENTRIES

    @property
    def is_filtered(self) -> bool:
        return bool(self.asked.query)


def data_page(asked: Asked, site: str) -> DataPage:
    query = asked.query
    feed_query = query_of(asked.chosen, leave_out={"order"})
    return DataPage(
        asked=asked,
        total=0 if asked.problems else events_of(asked.chosen).extent().total,
        timeline=reverse("timeline") + query,
        downloads=tuple(
            Download(format, reverse("export", args=[format.file]) + query) for format in FORMATS
        ),
        atom=reverse("feed-atom") + feed_query,
        feed_json=reverse("feed-json") + feed_query,
        examples=_examples(site),
        command=f"--filter '{query.removeprefix('?')}' " if query else "",
    )


def _examples(site: str) -> tuple[Example, ...]:
    """Addresses that give something here: of the last dated event with an actor."""
    event = newest_with_an_actor()
    if event is None or event.earliest is None:
        return ()
    passage = Citation.objects.filter(claim__event=event).order_by("pk").first()
    part = event.participations.select_related("actor").order_by("pk").first()
    if part is None or passage is None:
        return ()
    actor, year = part.actor, str(event.earliest.year)
    by_actor = f"?actor={actor.key}"
    table, lines, slides, _ = (reverse("export", args=[format.file]) for format in FORMATS)
    rows = (
        (f"{actor.name} in {year}, as a table", f"{table}{by_actor}&from={year}&to={year}"),
        (f"All that tells of {actor.name}, oldest first", f"{lines}{by_actor}&order=oldest"),
        (f"A timeline as it was known at the end of {year}", f"{slides}?known={year}"),
        (f"New claims about {actor.name}", reverse("feed-atom") + by_actor),
        ("One event", reverse("event-json", args=[event.pk])),
        ("One article", reverse("article-json", args=[passage.article_id])),
        ("The text that its offsets count in", reverse("article-text", args=[passage.article_id])),
    )
    return tuple(Example(words, site + path) for words, path in rows)
