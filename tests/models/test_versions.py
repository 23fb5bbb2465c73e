"""Whatever writes, and by whatever way: the versions tell which events changed."""

from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from timeline.ingest.verify import find_violations
from timeline.models import (
    Actor,
    Alias,
    Article,
    ArticleShingle,
    Citation,
    Claim,
    Conflict,
    Event,
    EventTerm,
    EventVersion,
    IndexSnapshot,
    IngestRun,
    Mention,
    Origin,
    Participation,
    SavedView,
    Source,
    Storyline,
    StorylineEvent,
    SubjectVersion,
    version_triggers,
)
from timeline.models.versions import (
    ELSEWHERE,
    NAMES_ADDED,
    NAMES_CHANGED,
    changes_since,
    one_stamp,
)

pytestmark = pytest.mark.django_db
SQLITE_ONLY = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="how SQLite counts")


class Rows:
    """Two events; the claim, its passage and its actor are of the first."""

    def __init__(self, claim: Claim, citation: Citation, actor: Actor) -> None:
        self.event, self.claim, self.citation, self.actor = claim.event, claim, citation, actor
        self.article: Article = citation.article
        self.other = Event.objects.create(title="Bridge closed")
        self.names = {self.event.pk: "event", self.other.pk: "other"} | {
            NAMES_CHANGED: "names",
            NAMES_ADDED: "new names",
            ELSEWHERE: "elsewhere",
        }

    def changed(self, act: Callable[["Rows"], object]) -> set[str]:
        before = self.stamps()
        with transaction.atomic():
            EventVersion.objects.update(stamp=1)
            SubjectVersion.objects.all().delete()
            before = self.stamps()
            act(self)
        after = self.stamps()
        return {self.names.get(pk, "?") for pk in after if after[pk] != before.get(pk)}

    def stamps(self) -> dict[int, int]:
        events = EventVersion.objects.values_list("event_id", "stamp")
        return dict(events) | dict(SubjectVersion.objects.values_list("subject", "stamp"))


@pytest.fixture
def rows(claim: Claim, citation: Citation, actor: Actor) -> Rows:
    Participation.objects.create(event=claim.event, actor=actor)
    Mention.objects.create(claim=claim, actor=actor, start=0, end=9)
    Conflict.objects.create(event=claim.event, kind="date")
    return Rows(claim, citation, actor)


def sql(statement: str) -> Callable[[Rows], None]:
    def run(rows: Rows) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement.format(event=rows.event.pk, other=rows.other.pk))

    return run


CHANGES: list[tuple[str, Callable[[Rows], object], set[str]]] = [
    ("an event is saved", lambda r: r.event.save(), {"event"}),
    (
        "an event is updated",
        lambda r: Event.objects.filter(pk=r.event.pk).update(note="N"),
        {"event"},
    ),
    ("by a shell", sql("UPDATE timeline_event SET note = 'N' WHERE id = {event}"), {"event"}),
    ("nothing is updated", sql("UPDATE timeline_event SET note = 'N' WHERE id < 0"), set()),
    ("all are updated", lambda r: Event.objects.update(note="N"), {"event", "other"}),
    ("an event is deleted", lambda r: r.other.delete(), {"other"}),
    ("an event is made", lambda r: Event.objects.bulk_create([Event(title="New")]), {"?"}),
    ("a claim is made", lambda r: Claim.objects.create(event=r.other, text="T"), {"other"}),
    (
        "claims are made in bulk",
        lambda r: Claim.objects.bulk_create(
            [Claim(event=r.other, text="T"), Claim(event=r.event, text="T")]
        ),
        {"event", "other"},
    ),
    ("a claim is updated", lambda r: Claim.objects.update(text="T"), {"event"}),
    ("a claim moves", lambda r: Claim.objects.update(event=r.other), {"event", "other"}),
    ("a claim is deleted", lambda r: r.claim.delete(), {"event"}),
    ("a passage is deleted", lambda r: r.citation.delete(), {"event"}),
    ("a passage is updated", lambda r: Citation.objects.update(prefix="p"), {"event"}),
    ("a passage is made", lambda r: Citation.of(r.claim, r.article, 0, 9).save(), {"event"}),
    (
        "a conflict is made",
        lambda r: Conflict.objects.create(event=r.other, kind="date"),
        {"other"},
    ),
    ("a conflict moves", lambda r: Conflict.objects.update(event=r.other), {"event", "other"}),
    ("a conflict goes", lambda r: Conflict.objects.all().delete(), {"event"}),
    ("an actor takes part", lambda r: r.other.actors.add(r.actor), {"other"}),
    ("an actor moves", lambda r: Participation.objects.update(event=r.other), {"event", "other"}),
    ("an actor leaves", lambda r: r.event.actors.clear(), {"event"}),
    ("a mention is updated", lambda r: Mention.objects.update(role="actor"), {"event"}),
    ("a mention goes", lambda r: Mention.objects.all().delete(), {"event"}),
    ("an article is saved", lambda r: r.article.save(), {"event", "elsewhere"}),
    ("an article is updated", lambda r: Article.objects.update(title="T"), {"event", "elsewhere"}),
    ("an origin is made", lambda r: Origin.objects.create(), {"elsewhere"}),
    ("an actor is renamed", lambda r: Actor.objects.update(name="N"), {"names"}),
    (
        "an actor is made",
        lambda r: Actor.objects.create(key="k", name="N", kind="country"),
        {"new names"},
    ),
    ("a source is renamed", lambda r: Source.objects.update(name="N"), {"names"}),
    ("a source is made", lambda r: Source.objects.create(slug="s", name="S"), {"new names"}),
    ("an alias is made", lambda r: Alias.objects.create(actor=r.actor, text="A"), {"elsewhere"}),
    ("a view is kept", lambda r: SavedView.objects.keep("actor=x"), {"elsewhere"}),
    ("a storyline is made", lambda r: Storyline.objects.create(slug="s", title="S"), {"elsewhere"}),
    ("a run begins", lambda r: IngestRun.objects.create(), set()),
    ("a term is kept", lambda r: EventTerm.objects.create(event=r.event, term="t"), set()),
    ("a hash is kept", lambda r: ArticleShingle.objects.create(article=r.article, value=1), set()),
]


@pytest.mark.parametrize(("act", "expected"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES])
def test_what_is_written_changes_the_versions_of(
    rows: Rows, act: Callable[[Rows], object], expected: set[str]
) -> None:
    assert rows.changed(act) == expected


def test_each_event_of_an_entry_is_its_storylines_business(rows: Rows) -> None:
    story = Storyline.objects.create(slug="s", title="S")
    entry = StorylineEvent(storyline=story, event=rows.event)
    assert rows.changed(lambda r: entry.save()) == {"elsewhere"}


def test_a_deleted_event_keeps_its_version(rows: Rows) -> None:
    pk = rows.other.pk
    rows.other.delete()
    assert EventVersion.objects.filter(event_id=pk).exists()


@SQLITE_ONLY
def test_what_comes_before_its_event_counts_once_with_it(rows: Rows) -> None:
    pk = Event.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    stamps = EventVersion.objects.filter(event_id=pk).values_list("stamp", flat=True)
    claims = [Claim(event_id=pk, text=f"Claim {n}") for n in range(3)]
    Claim.objects.bulk_create(claims)
    assert not stamps.exists()
    before = changes_since(None).mark
    Event.objects.create(pk=pk, title="Late")
    assert list(stamps.all()) == [before]
    Claim.objects.create(event_id=pk, text="After")
    assert list(stamps.all()) > [before]


@SQLITE_ONLY
@pytest.mark.parametrize("way", ["OR IGNORE", "OR REPLACE", "OR FAIL"])
def test_a_statement_that_passes_over_conflicts_still_counts(rows: Rows, way: str) -> None:
    statement = f"UPDATE {way} timeline_event SET note = 'N' WHERE id = {{event}}"
    assert rows.changed(sql(statement)) == {"event"}


@SQLITE_ONLY
def test_a_stamp_is_never_given_twice(rows: Rows) -> None:
    given = []
    for change in (rows.event.save, rows.actor.save, rows.event.save, rows.actor.save):
        change()
        given += [max(rows.stamps().values())]
    assert given == sorted(set(given))


@pytest.mark.parametrize(("act", "expected"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES])
def test_under_one_stamp_nothing_written_is_passed_over(
    rows: Rows, act: Callable[[Rows], object], expected: set[str]
) -> None:
    def together(rows: Rows) -> None:
        with one_stamp():
            act(rows)

    assert rows.changed(together) == expected


@pytest.mark.parametrize("first", ["event", "other"])
@pytest.mark.parametrize("kind", [Claim, Participation, Conflict])
def test_under_one_stamp_a_row_that_moves_counts_for_both_events(
    rows: Rows, kind: type[Claim], first: str
) -> None:
    def move(rows: Rows) -> None:
        with one_stamp():
            getattr(rows, first).save()  # has the stamp already
            kind.objects.update(event=rows.other)

    assert rows.changed(move) == {"event", "other"}


@SQLITE_ONLY
def test_a_row_that_stays_with_its_event_counts_once(rows: Rows) -> None:
    before = changes_since(None).mark
    Claim.objects.update(text="T")
    assert rows.stamps()[rows.event.pk] == before
    assert changes_since(None).mark == before + 1


@SQLITE_ONLY
def test_what_is_written_under_one_stamp_has_it_and_what_comes_after_another(rows: Rows) -> None:
    before = changes_since(None).mark
    with one_stamp():
        rows.event.save()
        rows.actor.save()
        rows.claim.save()
        Event.objects.create(title="New")
    stamps = rows.stamps()
    assert {stamp for stamp in stamps.values() if stamp >= before} == {before}
    rows.claim.save()
    assert rows.stamps()[rows.event.pk] > before


@SQLITE_ONLY
@pytest.mark.django_db(transaction=True)
def test_a_stamp_that_stayed_open_is_never_committed() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        one_stamp().__enter__()
        Event.objects.create(title="New")
    assert not Event.objects.exists()


@SQLITE_ONLY
@pytest.mark.django_db(transaction=True)
def test_a_stamp_left_where_foreign_keys_are_not_checked_is_told_and_closed() -> None:
    with connection.constraint_checks_disabled(), transaction.atomic():
        one_stamp().__enter__()
    assert any("left its stamp open" in sentence for sentence in find_violations())
    with transaction.atomic(), one_stamp():
        event = Event.objects.create(title="New")
    assert not any("open" in sentence for sentence in find_violations())
    mark = changes_since(None).mark
    event.save()
    assert [row.subject for row in changes_since(mark).rows] == [event.pk]


@pytest.mark.django_db(transaction=True)
def test_triggers_are_there_after_the_last_migration_is_taken_back() -> None:
    call_command("migrate", "timeline", "0012", verbosity=0)
    try:
        assert version_triggers.missing(connection) == []
        mark = changes_since(None).mark
        Origin.objects.create()
        assert [row.subject for row in changes_since(mark).rows] == [ELSEWHERE]
    finally:
        call_command("migrate", "timeline", verbosity=0)


@SQLITE_ONLY
def test_a_trigger_of_another_making_is_told(rows: Rows) -> None:
    name, table = version_triggers.names(connection)[0]
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute(f"CREATE TRIGGER {name} AFTER DELETE ON {table} BEGIN SELECT 1; END")
    assert version_triggers.missing(connection) == [name]


def test_all_triggers_are_there_after_all_migrations() -> None:
    """On SQLite a migration that makes a table anew takes its triggers away."""
    assert version_triggers.names(connection)
    assert version_triggers.missing(connection) == []


def test_nothing_is_counted_without_triggers(rows: Rows) -> None:
    version_triggers.drop(connection)
    assert version_triggers.names(connection) == []
    assert rows.changed(lambda r: r.event.save()) == set()
    assert any("Changes are not counted" in sentence for sentence in find_violations())
    version_triggers.create(connection)
    assert not any("not counted" in sentence for sentence in find_violations())
    assert rows.changed(lambda r: r.event.save()) == {"event"}


# --- reading them ------------------------------------------------------------------


def test_changes_are_those_from_the_mark_on(rows: Rows, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_num_queries(1):
        first = changes_since(0)
    assert {row.subject for row in first.rows} >= {rows.event.pk, rows.other.pk, NAMES_ADDED}
    assert first.at is not None
    assert first.at.tzinfo is not None
    rows.other.save()
    again = {row.subject for row in changes_since(first.mark).rows}
    assert rows.other.pk in again
    last = max(row.stamp for row in changes_since(0).rows)
    assert changes_since(last + 1).rows == ()


def test_without_a_mark_changes_are_those_since_the_latest_snapshot(rows: Rows) -> None:
    assert changes_since(None) == changes_since(0)
    mark = changes_since(0).mark
    old = IndexSnapshot.objects.create(mark=0)
    new = IndexSnapshot.objects.create(mark=mark + 1000, events=2)
    found = changes_since(None)
    assert found.snapshot is not None
    assert (found.snapshot.pk, found.snapshot.mark) == (new.pk, mark + 1000)
    assert found.snapshot.built_at == new.built_at
    assert found.rows == ()
    new.delete()
    assert changes_since(None).snapshot == (old.pk, 0, old.built_at)
