"""Everything the database holds, to see whether anything changed."""

import re
from typing import Any

from django.apps import apps


def all_rows() -> dict[str, list[dict[str, Any]]]:
    return {
        model.__name__: list(model._default_manager.order_by("pk").values())
        for model in apps.get_app_config("timeline").get_models()
    }


_DERIVED = {"Participation", "Conflict", "MergeProposal", "EventTerm", "ArticleShingle"}
# They count how often something was written, and hold what is worked out from the rest.
_OF_WRITES = {"EventVersion", "SubjectVersion", "IndexSnapshot", "IndexPart"}
_TIMES = {"created_at", "ingested_at", "started_at", "finished_at", "replaced_at"}


def rows_up_to_ids() -> dict[str, list[dict[str, Any]]]:
    """What was taken in, each id as its place among those of its table, without time stamps.

    Of what follows from other rows the order does not count. Actors are left out: a run
    brings them in from the tables.
    """
    rows = {name: table for name, table in all_rows().items() if name not in _OF_WRITES}
    places = {name: {row["id"]: at for at, row in enumerate(table)} for name, table in rows.items()}
    owners = {"event_id": "Event", "other_id": "Event", "claim_id": "Claim", "origin_id": "Origin"}
    owners |= {"article_id": "Article", "source_id": "Source", "suggestion_id": "SuggestedActor"}
    for name, table in rows.items():
        for row in table:
            if row.get("sort_key"):
                row["sort_key"] -= row["id"]
            if name == "Conflict":
                for value in row["values"]:
                    value["claims"] = [places["Claim"][claim] for claim in value["claims"]]
            if name == "Origin":
                row["reason"] = re.sub(
                    r"(?<=article )\d+",
                    lambda m: str(places["Article"][int(m[0])]),
                    row["reason"],
                )
            for column, owner in owners.items():
                if row.get(column) is not None:
                    row[column] = places[owner][row[column]]
            for column in ("id", *_TIMES):
                row.pop(column, None)
        if name in _DERIVED:
            table.sort(key=repr)
    return {name: table for name, table in rows.items() if name not in ("Actor", "Alias")}
