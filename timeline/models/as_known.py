"""An event as it was known on a day: from the claims of articles that were out by then."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from timeline import edtf
from timeline.link.records import ClaimRecord
from timeline.link.summary import event_date, event_title
from timeline.vocabulary import EventType, Standing

# What a row of a citation must hold for it.
NEEDED = (
    "claim_id claim__text claim__heading claim__standing claim__date_edtf claim__date_text "
    "claim__date_inferred claim__type article_id article__origin_id article__published_edtf "
    "article__published_latest"
).split()
Row = Mapping[str, Any]


def was_out(row: Row, day: date) -> bool:
    """Whether the article of a citation had surely appeared by the end of the day."""
    latest = row["article__published_latest"]
    return latest is not None and latest <= day


def event_as_known(event: Row, citations: Sequence[Row]) -> dict[str, Any]:
    """The row of the event as these citations tell it; what a curator decided stays.

    Conflicts are another matter: see `still_disagree`.
    """
    records = [_record(row) for row in _first_of_each_claim(citations)]
    by_claim = {row["claim_id"]: row for row in reversed(citations)}
    then = dict(event)
    curated = event["curated_fields"]
    if "title" not in curated:
        then["title"] = event_title(records) or event["title"]
    if "date_edtf" not in curated:
        worked_out = event_date(records)
        main = by_claim.get(worked_out.main.id) if worked_out.main else None
        then["date_edtf"] = worked_out.value.text if worked_out.value else ""
        then["date_text"] = main["claim__date_text"] if main else ""
        then["date_inferred"] = bool(main and main["claim__date_inferred"])
    then["article_count"] = len({row["article_id"] for row in citations})
    then["origin_count"] = len({row["article__origin_id"] for row in citations})
    return then


def date_told(citations: Sequence[Row]) -> str:
    """The date that the claims of these citations give, as EDTF; "" when none does."""
    value = event_date([_record(row) for row in _first_of_each_claim(citations)]).value
    return value.text if value else ""


def still_disagree(values: Iterable[Mapping[str, Any]], claims: Iterable[int]) -> list[dict]:
    """The sides of a conflict that these claims take, each with them alone; [] for one side."""
    known = set(claims)
    sides = [
        {**value, "claims": [claim for claim in value.get("claims", ()) if claim in known]}
        for value in values
        if not value.get("claims") or known.intersection(value["claims"])
    ]
    return sides if len(sides) > 1 and any(side["claims"] for side in sides) else []


def _first_of_each_claim(citations: Iterable[Row]) -> list[Row]:
    return list({row["claim_id"]: row for row in reversed(list(citations))}.values())[::-1]


def _record(row: Row) -> ClaimRecord:
    return ClaimRecord(
        id=row["claim_id"],
        article=row["article_id"],
        origin=row["article__origin_id"],
        text=row["claim__text"],
        parties=frozenset(),
        terms=frozenset(),
        date=edtf.try_parse(row["claim__date_edtf"]),
        published=edtf.try_parse(row["article__published_edtf"]),
        type=EventType(row["claim__type"]) if row["claim__type"] else None,
        standing=Standing(row["claim__standing"]),
        heading=row["claim__heading"],
    )
