"""What of the tables Citus would refuse: `python -m docs.citus.make` writes it to tables.md.

Its rules, as its documentation has them: a key of a distributed table holds the column it is
distributed by. A foreign key leads to a reference table, or between tables that are distributed
by the same thing and holds that on both sides; never from a reference table to a distributed one.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import django
from django.apps import apps
from django.db.models import ForeignKey, Model, UniqueConstraint

TABLES = Path(__file__).with_name("tables.md")
EVENT, ARTICLE, REFERENCE, LOCAL = "event", "article", "reference table", "on the coordinator"


@dataclass(frozen=True, slots=True)
class Place:
    """`group`: by what rows are kept together. `column`: that of it; `added`: not there today."""

    group: str
    column: str = ""
    added: bool = False

    def __str__(self) -> str:
        if not self.column:
            return self.group
        return f"{self.group}, `{self.column}`{' (to be added)' if self.added else ''}"


PLAN = {
    "Event": Place(EVENT, "id"),
    **dict.fromkeys(
        "Claim Participation Conflict EventTerm MergeProposal StorylineEvent".split(),
        Place(EVENT, "event_id"),
    ),
    **dict.fromkeys(["Citation", "Mention"], Place(EVENT, "event_id", added=True)),
    "EventVersion": Place(EVENT, "event_id"),
    "Article": Place(ARTICLE, "id"),
    **dict.fromkeys(
        "ArticleVersion ArticleShingle SuggestionPassage".split(), Place(ARTICLE, "article_id")
    ),
    **dict.fromkeys(
        "Actor Alias Source Origin Storyline SavedView SuggestedActor".split(), Place(REFERENCE)
    ),
    **dict.fromkeys(
        "IngestRun IngestFailure SubjectVersion OpenStamp IndexSnapshot IndexPart".split(),
        Place(LOCAL),
    ),
}


def tables() -> Iterator[type[Model]]:
    yield from apps.get_app_config("timeline").get_models(include_auto_created=True)


def keys(model: type[Model]) -> Iterator[tuple[str, ...]]:
    """The columns of each unique key, the primary one first."""
    for field in model._meta.fields:
        if field.primary_key or (field.unique and field.concrete):
            yield (field.column,)
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(model._meta.get_field(name).column for name in constraint.fields)


def refused(model: type[Model]) -> Iterator[str]:
    """What Citus would not take, and what would have to become of it."""
    place = PLAN[model.__name__]
    if place.column:
        for columns in keys(model):
            if place.column not in columns:
                named = ", ".join(columns)
                yield f"key ({named}): unique only together with `{place.column}`"
    for field in model._meta.fields:
        if isinstance(field, ForeignKey):
            yield from _refused_reference(place, field)


def _refused_reference(place: Place, field: ForeignKey) -> Iterator[str]:
    target = PLAN[field.related_model.__name__]
    leads = f"`{field.column}` → {field.related_model.__name__}"
    if target.group in (REFERENCE, LOCAL):
        if place.column and target.group == LOCAL:
            yield f"{leads}: no foreign key, that is on the coordinator alone"
    elif target.group != place.group:
        yield f"{leads}: no foreign key, that is distributed by {target.group}"
    elif field.column != place.column:
        if target.column == "id":
            yield f"{leads}: no foreign key, that may be on another node"
        else:
            yield f"{leads}: a key of two columns, with `{place.column}`"


def written() -> str:
    lines = [
        "# The tables on Citus, on paper",
        "",
        "Made from the models by `python -m docs.citus.make`; a test keeps it in step. Why it is",
        "so, and when it is worth it: [scaling](../scaling.md).",
        "",
        "| table | distributed by | what stands in the way |",
        "|---|---|---|",
    ]
    for model in sorted(tables(), key=lambda model: _order(model.__name__)):
        trouble = "; ".join(refused(model)) or "nothing"
        lines.append(f"| {model.__name__} | {PLAN[model.__name__]} | {trouble} |")
    return "\n".join(lines) + "\n"


def _order(name: str) -> tuple[int, str]:
    return [EVENT, ARTICLE, REFERENCE, LOCAL].index(PLAN[name].group), name


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    django.setup()
    TABLES.write_text(written(), encoding="utf-8")
