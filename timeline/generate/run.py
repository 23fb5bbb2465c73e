"""A generated database from its first row to its last."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.utils.text import slugify

from timeline.generate.carried import Carried
from timeline.generate.load import loading
from timeline.generate.plan import plan
from timeline.generate.tables import COLUMNS, Row, Rows
from timeline.generate.workers import made
from timeline.generate.world import Party, World, make_world
from timeline.ingest.world import sync_actors
from timeline.models import Actor, Article, Event, IngestRun, Source, Storyline
from timeline.vocabulary import AliasKind, SourceKind

# Called with the number of events written.
Progress = Callable[[int], None]

_RUN = datetime(2026, 10, 1, tzinfo=UTC)


class NotEmpty(Exception):
    """The database holds something already; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Options:
    """`workers`: processes that make rows beside the one that writes them; 0 makes them here."""

    events: int
    seed: int = 1
    workers: int = 2


@dataclass(slots=True)
class Report:
    """How many rows of each table were written."""

    rows: dict[str, int] = field(default_factory=dict)

    def lines(self) -> list[str]:
        return [f"{count:>12,} {name}" for name, count in self.rows.items()]


def generate(options: Options, progress: Progress) -> Report:
    """Fill an empty, migrated database. Raises NotEmpty. All or nothing: one transaction."""
    need_empty_database()
    sync_actors()
    world = make_world(options.events, options.seed, dict(Actor.objects.values_list("key", "pk")))
    batches = list(plan(options.events, options.seed))
    report, carried = Report(dict.fromkeys(COLUMNS, 0)), Carried()
    with _no_collecting(), loading() as write:
        _write(_world_rows(world), write, report)
        done = 0
        for batch, rows in made(world, batches, options.workers):
            rows["ArticleShingle"] = carried.few(rows["ArticleShingle"])
            _write(rows, write, report)
            done += len(batch.days)
            progress(done)
        _add_storylines(world)
        _add_run(options, report)
    return report


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Rows hold no circles, and looking for some among millions takes long."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def need_empty_database() -> None:
    for model in (Event, Article, Source, Storyline):
        if model.objects.exists():
            raise NotEmpty(
                f"The database holds {model._meta.verbose_name_plural} already, and only an empty "
                "one can be filled. Set DATELINE_DATA_DIR to a new folder, or DATABASE_URL to an "
                "empty database."
            )


def _write(rows: Rows, write: Callable[[str, Sequence[Row]], None], report: Report) -> None:
    for model, found in rows.items():
        if found:
            write(model, found)
            report.rows[model] += len(found)


def _world_rows(world: World) -> Rows:
    invented = sorted((world.parties[at] for at in world.invented), key=lambda party: party.id)
    return {
        "Actor": [_actor_row(party) for party in invented],
        "Alias": [(party.id, party.name, AliasKind.NAME.value) for party in invented],
        "Source": [
            (
                p.id,
                "[]",
                p.slug,
                p.name,
                p.kind.value,
                _homepage(p.slug, p.kind),
                p.reliability.value,
                "",
            )
            for p in world.publishers
        ],
    }


def _homepage(slug: str, kind: SourceKind) -> str:
    return "" if kind == SourceKind.UNKNOWN else f"https://{slug}.example/"


def _actor_row(party: Party) -> Row:
    return (
        party.id, "[]", party.named.key, party.name, party.kind.value, "", "", "", party.parent,
    )  # fmt: skip


def _add_storylines(world: World) -> None:
    """A saved filter for each of the countries most told of, and one of a kind of event."""
    countries = [world.parties[at] for at in world.countries[:5]]
    asked = [
        (party.name, f"actor={party.named.key}&from={1996 + 5 * at}&to={2002 + 5 * at}")
        for at, party in enumerate(countries)
    ]
    asked.append(("Attacks that sources disagree about", "type=ASSAULT&conflicts=1"))
    for title, query in asked:
        Storyline.objects.create(
            slug=slugify(f"generated {title}"),
            title=title,
            introduction="Generated to see how pages do with very many events.",
            filter=query,
        )


def _add_run(options: Options, report: Report) -> None:
    run = IngestRun.objects.create(
        finished_at=_RUN,
        arguments=[f"generate --events {options.events} --seed {options.seed}"],
        articles_new=report.rows["Article"],
        claims=report.rows["Claim"],
        events=report.rows["Event"],
        citations=report.rows["Citation"],
    )
    IngestRun.objects.filter(pk=run.pk).update(started_at=_RUN)
