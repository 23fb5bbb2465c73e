"""The rows of one batch of events. Knows no database: it runs in several processes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from timeline.generate.happenings import Happening, happenings
from timeline.generate.pages import (
    Page,
    article_row,
    copy_page,
    json_list,
    publication_of,
    publisher_for,
    runs_of,
    write_page,
)
from timeline.generate.plan import Batch, Shape, shape_of, zipf
from timeline.generate.sayings import Publication, Saying, say
from timeline.generate.settling import Settled, Told, settle
from timeline.generate.tables import COLUMNS, NOW, Row, Rows
from timeline.generate.world import World
from timeline.link.records import PARTY
from timeline.link.story import point_of
from timeline.vocabulary import QUAD_CLASS, SourceKind

_NOTES = (
    "The two accounts of the morning cannot both be right; the town's own record is lost.",
    "Checked against the printed edition.",
    "The figures were put right a week later, in small print.",
)
# Sort keys as `models.events` has them; makers of rows run in processes without Django.
_DATED, _DAY = 1 << 62, 1 << 40


@dataclass(frozen=True, slots=True)
class _Original:
    """An article that tells its own words, the claims in it, and the copies of it."""

    page: Page
    claims: tuple[int, ...]
    copies: tuple[Page, ...]
    credit: str


def rows_of(world: World, batch: Batch) -> Rows:
    """By model name, in the columns of `tables.COLUMNS`; `Carried` thins the word runs out."""
    shape = shape_of(batch)
    picks = Random(f"{batch.seed} {batch.number} rows")
    rows: Rows = {name: [] for name in COLUMNS}
    happened = happenings(world, batch)
    inside = _claims_by_article(shape)
    published = [
        publication_of(max(happened[shape.event_of[at]].day for at in claims), picks)
        for claims in inside
    ]
    sayings = _sayings(world, shape, happened, published, picks)
    originals = _written(world, batch, shape, inside, published, sayings, picks)
    for original in originals:
        _add_articles(rows, original, sayings)
    told = _told(batch, originals, sayings)
    at = 0
    for number, size in enumerate(shape.sizes.tolist()):
        claims = told[at : at + size]
        _add_event(rows, batch.first_event + number, settle(claims), claims, picks)
        at += size
    return rows


def _claims_by_article(shape: Shape) -> list[tuple[int, ...]]:
    found: list[list[int]] = [[] for _ in shape.copies]
    for claim, article in enumerate(shape.article_of.tolist()):
        found[article].append(claim)
    return [tuple(claims) for claims in found]


def _sayings(
    world: World, shape: Shape, happened: Sequence[Happening],
    published: Sequence[Publication], picks: Random,
) -> list[Saying]:  # fmt: skip
    sizes, articles = shape.sizes.tolist(), shape.article_of.tolist()
    before = -1
    found = []
    for claim, event in enumerate(shape.event_of.tolist()):
        further = event == before
        before = event
        found.append(
            say(
                happened[event], further, sizes[event] == 1, published[articles[claim]],
                world, picks,
            )
        )  # fmt: skip
    return found


def _written(
    world: World, batch: Batch, shape: Shape, inside: Sequence[tuple[int, ...]],
    published: Sequence[Publication], sayings: Sequence[Saying], picks: Random,
) -> list[_Original]:  # fmt: skip
    draw = batch.draws(2)
    places = zipf(draw, len(world.publishers), len(inside) + int(shape.copies.sum()), 0.9)
    place = iter(places.tolist())
    agencies = [p.name for p in world.publishers if p.kind == SourceKind.AGENCY]
    id = batch.first_article
    found = []
    for number, claims in enumerate(inside):
        copies, cut = int(shape.copies[number]), int(shape.cut[number])
        publisher = publisher_for(world, next(place), set())
        taken = {publisher.id}
        credit = _credit(agencies, picks) if copies else ""
        page = write_page(
            id, batch.first_origin + number, publisher, published[number],
            [sayings[claim] for claim in claims], credit, picks,
        )  # fmt: skip
        pages = [page]
        for _ in range(copies):
            publisher = publisher_for(world, next(place), taken)
            taken.add(publisher.id)
            told = [sayings[claim] for claim in claims]
            pages.append(copy_page(page, id + len(pages), publisher, told, credit, cut, picks))
        id += len(pages)
        found.append(_Original(page, claims, tuple(pages[1:]), credit))
    return found


def _credit(agencies: Sequence[str], picks: Random) -> str:
    """The agency that a wire report names, when it names one."""
    at = int(len(agencies) * picks.random() ** 2)
    return agencies[at] if agencies and picks.random() < 0.7 else ""


def _add_articles(rows: Rows, original: _Original, sayings: Sequence[Saying]) -> None:
    page = original.page
    reason = f"100% of the sampled five-word runs stand in article {page.id} too"
    reason += f"; both credit {original.credit}" if original.credit else ""
    rows["Origin"].append((page.origin, original.credit, reason if original.copies else ""))
    sample = sorted(runs_of(page))
    for one in (page, *original.copies):
        told = [sayings[claim] for claim in original.claims[: len(one.starts)]]
        rows["Article"].append(article_row(one, told))
        rows["ArticleShingle"] += [(one.id, run) for run in sample]


def _told(batch: Batch, originals: Sequence[_Original], sayings: Sequence[Saying]) -> list[Told]:
    """Claims in the order of their keys."""
    pages: list[tuple[tuple[Page, ...], int]] = [((), 0)] * len(sayings)
    for original in originals:
        for at, claim in enumerate(original.claims):
            copies = (copy for copy in original.copies if at < len(copy.starts))
            pages[claim] = ((original.page, *copies), at)
    return [
        Told(batch.first_claim + claim, sayings[claim], found, at)
        for claim, (found, at) in enumerate(pages)
    ]


def _add_event(rows: Rows, id: int, event: Settled, claims: Sequence[Told], picks: Random) -> None:
    noted = picks.random()
    rows["Event"].append(_event_row(id, event, len(claims), noted))
    rows["EventTerm"] += [(id, term[:60]) for term in event.terms]
    rows["Participation"] += [(id, actor, role.value) for actor, role in event.roles]
    for conflict in event.conflicts:
        values = [
            {"value": v.value, "label": v.label, "claims": list(v.claims)} for v in conflict.values
        ]
        subject = conflict.subject[:200]
        rows["Conflict"].append((id, conflict.kind.value, subject, json.dumps(values)))
    first = claims[0].saying
    for told in claims:
        rows["Claim"].append(_claim_row(id, told, first))
        saying = told.saying
        rows["Citation"] += [page.citation(told.id, saying, told.at) for page in told.pages]
        start = told.pages[0].starts[told.at]
        for one in saying.named:
            begin, name = start + one.start, one.party.name
            rows["Mention"].append(
                (told.id, one.party.id, one.role.value, begin, begin + len(name), f"“{name}”")
            )


def _event_row(id: int, event: Settled, claims: int, noted: float) -> Row:
    day = event.earliest or event.latest
    if day:
        sort_key = _DATED + day.toordinal() * _DAY + id
    else:
        sort_key = (event.reported.toordinal() if event.reported else 0) * _DAY + id
    return (
        id,
        "[]",
        event.title,
        event.type.value if event.type else "",
        event.mode,
        int(QUAD_CLASS[event.type]) if event.type else None,
        event.type_reason,
        event.date_edtf,
        _iso(event.earliest),
        _iso(event.latest),
        event.date_text,
        event.date_reason,
        event.date_inferred,
        _iso(event.reported),
        sort_key,
        event.search_text,
        claims,
        event.articles,
        event.origins,
        bool(event.conflicts),
        noted < 0.01,
        _NOTES[id % len(_NOTES)] if noted < 0.003 else "",
        NOW,
    )


def _claim_row(event: int, told: Told, first: Saying) -> Row:
    saying = told.saying
    value = saying.date
    return (
        told.id,
        "[]",
        event,
        saying.text,
        saying.standing.value,
        saying.standing_reason,
        saying.attribution,
        saying.speaker.id if saying.speaker else None,
        saying.attribution_reason,
        value.text if value else "",
        _iso(value.earliest) if value else None,
        _iso(value.latest) if value else None,
        saying.date_text,
        saying.date_reason,
        "(inferred)" in saying.date_reason,
        "{}",
        saying.type.value if saying.type else "",
        saying.mode,
        saying.type_reason,
        "" if saying is first else _link_reason(saying, first),
        json_list(sorted([*saying.terms, *(PARTY + party for party in saying.parties)])),
        point_of(told.at),
        False,
        NOW,
    )


def _link_reason(saying: Saying, first: Saying) -> str:
    words = ", ".join(sorted(term for term in saying.terms & first.terms if term.isalpha()))
    names = ", ".join(sorted(saying.parties & first.parties))
    return f"same (0.94): alike 0.80: both speak of {words}; both name {names}; same type"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
