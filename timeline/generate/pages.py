"""Articles made of the claims they tell: texts, places of the quotes, copies of wire reports."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from json.encoder import encode_basestring_ascii
from math import sqrt
from random import Random

from timeline import edtf
from timeline.generate import names
from timeline.generate.phrases import ASIDES
from timeline.generate.plan import LAST_DAY
from timeline.generate.sayings import Publication, Saying
from timeline.generate.tables import NOW, Row
from timeline.generate.world import Publisher, World
from timeline.link.origins import shingles
from timeline.link.story import Story
from timeline.records import Span
from timeline.vocabulary import PublishedBasis

_LAST = LAST_DAY.toordinal()
# As `models.claims` has it; makers of rows run in processes without Django.
CONTEXT_LENGTH = 32
# Word runs of so many paragraphs are indexed: enough to know a copy by.
_INDEXED = 2


@dataclass(frozen=True, slots=True)
class Page:
    """An article with the places of its quotes, as many as it tells of the original's claims."""

    id: int
    origin: int
    publisher: Publisher
    publication: Publication
    title: str
    text: str
    body: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    bylines: tuple[str, ...]

    def citation(self, claim: int, saying: Saying, at: int) -> Row:
        start = self.starts[at]
        end = start + len(saying.quote)
        prefix = self.text[max(0, start - CONTEXT_LENGTH) : start]
        suffix = self.text[end : end + CONTEXT_LENGTH]
        return claim, self.id, start, end, saying.quote, prefix, suffix


def publication_of(last_day: int, picks: Random) -> Publication:
    """An article appears soon after the last thing it tells of; not always is it known when."""
    ordinal = min(last_day + int(3.5 * picks.random() ** 2), _LAST)
    day, at = date.fromordinal(ordinal), picks.random()
    if at < 0.06:
        return Publication(ordinal, "", None, PublishedBasis.UNKNOWN, "no date was found")
    if at < 0.14:
        late = day + timedelta(20 + int(120 * picks.random()))
        value = edtf.interval(day, late)
        reason = f"inferred: the latest day it tells of is {edtf.day(day).phrase()}"
        return Publication(ordinal, value.text, value, PublishedBasis.INFERRED, reason)
    if at < 0.2:
        value = edtf.parse(f"{day.year:04}-{day.month:02}")
        return Publication(
            ordinal, value.text, value, PublishedBasis.MANIFEST, "given in the manifest"
        )
    value = edtf.day(day)
    if at < 0.7:
        return Publication(
            ordinal, value.text, value, PublishedBasis.MANIFEST, "given in the manifest"
        )
    reason = f"the page's date line gives {value.phrase()}"
    return Publication(ordinal, value.text, value, PublishedBasis.PAGE, reason)


def write_page(
    id: int, origin: int, publisher: Publisher, publication: Publication,
    sayings: Sequence[Saying], credit: str, picks: Random,
) -> Page:  # fmt: skip
    """A title, a line of who wrote it, and paragraphs of a few sentences."""
    title, bylines, head = _head(sayings[0], credit, picks)
    pieces, at = [head], len(head)
    body: list[tuple[int, int]] = []
    starts: list[int] = []
    start = at
    for number, saying in enumerate(sayings, start=1):
        starts.append(at)
        pieces.append(saying.quote)
        at += len(saying.quote)
        if picks.random() < 0.7:
            aside = ASIDES[int(len(ASIDES) * picks.random())]
            pieces += [" ", aside]
            at += 1 + len(aside)
        if number == len(sayings) or picks.random() < 0.6:
            body.append((start, at))
            pieces.append("\n\n")
            at = start = at + 2
        else:
            pieces.append(" ")
            at += 1
    return Page(
        id, origin, publisher, publication, title, "".join(pieces), tuple(body), tuple(starts),
        bylines,
    )  # fmt: skip


def copy_page(
    page: Page, id: int, publisher: Publisher, sayings: Sequence[Saying], credit: str,
    cut: int, picks: Random,
) -> Page:  # fmt: skip
    """The same words under another head, without the last `cut` claims and what follows them."""
    title, bylines, head = _head(sayings[0], credit, picks)
    begin = page.starts[0]
    end = page.starts[-cut] if cut else len(page.text)
    by = len(head) - begin
    spans = [(low, min(high, end)) for low, high in page.body if low < end]
    spans[-1] = (spans[-1][0], len(page.text[: spans[-1][1]].rstrip()))
    return Page(
        id, page.origin, publisher, page.publication, title, head + page.text[begin:end],
        tuple((low + by, high + by) for low, high in spans),
        tuple(start + by for start in page.starts if start < end), bylines,
    )  # fmt: skip


def _head(saying: Saying, credit: str, picks: Random) -> tuple[str, tuple[str, ...], str]:
    """The title, who wrote it, and both as they stand above the text."""
    words = saying.text.rstrip(".")
    title = words if len(words) <= 90 else words[:90].rsplit(" ", 1)[0] + " …"
    bylines = (names.person(picks),) if picks.random() < 0.5 else ()
    line = f"By {bylines[0]}" if bylines else ""
    line += f"{' ' if line else ''}({credit})" if credit else ""
    return title, bylines, f"{title}\n\n{line}\n\n" if line else f"{title}\n\n"


def article_row(page: Page, sayings: Sequence[Saying]) -> Row:
    published, publisher = page.publication, page.publisher
    value = published.value
    url, told = "", {}
    if publisher.is_stated:
        year = date.fromordinal(published.day).year
        url = f"https://{publisher.slug}.example/{year}/{page.id}"
        told = {"url": url, "source": publisher.name}
        if published.basis == PublishedBasis.MANIFEST:
            told |= {"published": published.edtf, "published_basis": published.basis.value}
    named = [one.party for saying in sayings for one in saying.named]
    return (
        page.id,
        "[]",
        publisher.id,
        page.origin,
        f"generated/{publisher.slug}/{page.id}.txt",
        sha256(page.text.encode()).hexdigest(),
        "utf-8",
        page.text,
        page.title,
        url,
        "",
        json.dumps(page.bylines),
        "en",
        published.edtf,
        value.earliest.isoformat() if value and value.earliest else None,
        value.latest.isoformat() if value and value.latest else None,
        published.basis.value,
        published.reason,
        json.dumps(page.body),
        "[]",
        json_list(sorted({key for party in named for key in party.parties})),
        json.dumps(_story([term for party in named for term in party.story])),
        json.dumps(told),
        NOW,
    )


def json_list(texts: Iterable[str]) -> str:
    """Like `json.dumps`, which is several times slower on so many short lists."""
    return f"[{', '.join(map(encode_basestring_ascii, texts))}]"


def _story(terms: Sequence[str]) -> dict[str, list]:
    ranked = sorted(Counter(terms).items(), key=lambda item: (-item[1], item[0]))
    leading = tuple(term for term, times in ranked if times > 1)[:3]
    return Story(tuple((term, round(sqrt(n), 3)) for term, n in ranked), leading).stored()


def runs_of(page: Page) -> frozenset[int]:
    """The sampled word runs of the first paragraphs: part of what ingest would index."""
    return shingles(page.text, [Span(*span) for span in page.body[:_INDEXED]])


def publisher_for(world: World, place: int, taken: set[int]) -> Publisher:
    """The one at that place, or the next that has not published the same words."""
    while world.publishers[place % len(world.publishers)].id in taken:
        place += 1
    return world.publishers[place % len(world.publishers)]
