"""Events as a table: a line for each passage of each claim."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from timeline.models import Actor, Citation, Claim
from timeline.publish.reading import Told
from timeline.vocabulary import QUAD_LABEL, QuadClass, Role

# With one of these at its start a spreadsheet takes a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
BYTE_ORDER_MARK = "\ufeff"
_BETWEEN = "; "
_Cell = str | int | date | None


@dataclass(frozen=True, slots=True)
class Line:
    """An event without claims, or a claim without passages, has a line of its own."""

    told: Told
    claim: Claim | None = None
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    help: str
    read: Callable[[Line], _Cell]


def _of_claim(name: str, help: str, read: Callable[[Claim], _Cell]) -> Column:
    return Column(name, help, lambda line: read(line.claim) if line.claim else None)


def _of_passage(name: str, help: str, read: Callable[[Citation], _Cell]) -> Column:
    return Column(name, help, lambda line: read(line.citation) if line.citation else None)


def _of_actors(name: str, help: str, role: Role, read: Callable[[Actor], str]) -> Column:
    return Column(
        name,
        help,
        lambda line: _BETWEEN.join(read(part.actor) for part in line.told.named(role)),
    )


COLUMNS: tuple[Column, ...] = (
    Column("event_id", "Number of the event, as in its address.", lambda x: x.told.event.pk),
    Column("event_title", "What it is called.", lambda x: x.told.event.title),
    Column("event_date", "Its date as EDTF; empty: undated.", lambda x: x.told.event.date_edtf),
    Column("event_earliest", "First day it may have been.", lambda x: x.told.event.earliest),
    Column("event_latest", "Last day it may have been.", lambda x: x.told.event.latest),
    Column("event_date_reason", "How the date was found.", lambda x: x.told.event.date_reason),
    Column("event_type", "PLOVER type.", lambda x: x.told.event.type),
    Column("event_mode", "PLOVER mode.", lambda x: x.told.event.mode),
    Column(
        "quad",
        "Class of the type.",
        lambda x: QUAD_LABEL[QuadClass(x.told.event.quad)] if x.told.event.quad else "",
    ),
    _of_actors("actors", "Who acts, by name.", Role.ACTOR, lambda actor: actor.name),
    _of_actors("recipients", "Who is acted upon, by name.", Role.RECIPIENT, lambda a: a.name),
    _of_actors("actor_keys", "The same as keys.", Role.ACTOR, lambda actor: actor.key),
    _of_actors("recipient_keys", "The same as keys.", Role.RECIPIENT, lambda actor: actor.key),
    Column(
        "conflicts",
        "What sources disagree on: date, number, attribution, denial, record.",
        lambda x: _BETWEEN.join(dict.fromkeys(each.kind for each in x.told.conflicts)),
    ),
    Column("reviewed", "1: a curator has checked it.", lambda x: int(x.told.event.reviewed)),
    _of_claim("claim_id", "Number of the claim.", lambda claim: claim.pk),
    _of_claim("claim_text", "The statement.", lambda claim: claim.text),
    _of_claim("heading", "1: it is a headline.", lambda claim: int(claim.heading)),
    _of_claim("standing", "How it stands for who makes it.", lambda claim: claim.standing),
    _of_claim("standing_reason", "Words that say so.", lambda claim: claim.standing_reason),
    _of_claim("attribution", "Who says so, as written.", lambda claim: claim.attribution_text),
    _of_claim(
        "attribution_actor",
        "Who that is, where known.",
        lambda claim: claim.attribution_actor.name if claim.attribution_actor else "",
    ),
    _of_claim("attribution_reason", "How that is known.", lambda claim: claim.attribution_reason),
    _of_claim("claim_date", "The date this claim gives, as EDTF.", lambda claim: claim.date_edtf),
    _of_claim("claim_date_reason", "How it was found.", lambda claim: claim.date_reason),
    _of_claim("link_reason", "Why it is about this event.", lambda claim: claim.link_reason),
    _of_passage("citation_id", "Number of the passage.", lambda row: row.pk),
    _of_passage("source", "Who published it.", lambda row: row.article.source.name),
    _of_passage("source_key", "The same as a key.", lambda row: row.article.source.slug),
    _of_passage("reliability", "Admiralty code.", lambda row: row.article.source.reliability),
    _of_passage("article_id", "Number of the article.", lambda row: row.article_id),
    _of_passage("article_title", "Its title.", lambda row: row.article.title),
    _of_passage("article_url", "Its own address.", lambda row: row.article.url),
    _of_passage("archived_url", "An archived copy.", lambda row: row.article.archived_url),
    _of_passage("published", "When, as EDTF.", lambda row: row.article.published_edtf),
    _of_passage("published_basis", "How that is known.", lambda row: row.article.published_basis),
    _of_passage("published_reason", "In more words.", lambda row: row.article.published_reason),
    _of_passage(
        "origin_id",
        "Articles with the same wire copy have the same number.",
        lambda row: row.article.origin_id,
    ),
    _of_passage("start", "Where the quote starts, in code points.", lambda row: row.start),
    _of_passage("end", "Where it ends, exclusive.", lambda row: row.end),
    _of_passage("quote", "The article’s own words.", lambda row: row.quote),
)


def csv_lines(events: Iterable[Told]) -> Iterator[str]:
    """The table with its header, an event at a time."""
    yield _written([[column.name for column in COLUMNS]])
    for each in events:
        yield _written([[_cell(column.read(line)) for column in COLUMNS] for line in _lines(each)])


def _lines(of: Told) -> Iterator[Line]:
    if not of.claims:
        yield Line(of)
    for each in of.claims:
        if not each.citations:
            yield Line(of, each.claim)
        for citation in each.citations:
            yield Line(of, each.claim, citation)


def _written(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _cell(value: _Cell) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
