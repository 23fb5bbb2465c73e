"""Generated rows without a database."""

from timeline.generate.batches import rows_of
from timeline.generate.carried import Carried
from timeline.generate.plan import Batch, plan
from timeline.generate.tables import COLUMNS, Rows
from timeline.generate.world import World, make_world
from timeline.knowledge.loader import load_knowledge


def small_world(events: int, seed: int) -> tuple[World, list[Batch]]:
    stored = {record.key: pk for pk, record in enumerate(load_knowledge().actors, start=1)}
    return make_world(events, seed, stored), list(plan(events, seed))


def small_rows(events: int, seed: int) -> Rows:
    world, batches = small_world(events, seed)
    rows: Rows = {}
    for batch in batches:
        for model, found in rows_of(world, batch).items():
            rows.setdefault(model, []).extend(found)
    rows["ArticleShingle"] = Carried().few(rows["ArticleShingle"])
    return rows


def column(model: str, name: str) -> int:
    return COLUMNS[model].index(name)


def values(rows: Rows, model: str) -> list[dict[str, object]]:
    """The rows of a model by column."""
    return [dict(zip(COLUMNS[model], row, strict=True)) for row in rows[model]]
