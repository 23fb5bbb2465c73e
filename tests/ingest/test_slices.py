"""Articles are stored in slices: what is stored is as if each had come alone."""

from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from tests.ingest.articles import GRAIN, GRAIN_AGAIN, QUAKE, WIRE, write
from tests.ingest.rows import rows_up_to_ids
from timeline.extract.pipeline import extract
from timeline.extract.workers import build_world
from timeline.ingest import Options, ingest, taking, writer
from timeline.ingest.places import Places
from timeline.ingest.plan import Share
from timeline.ingest.refresh import refresh_events
from timeline.ingest.taking import Read, Unchanged, Waiting, slices
from timeline.ingest.verify import find_violations
from timeline.link.prepared import prepare
from timeline.models import (
    Article,
    Claim,
    Event,
    EventVersion,
    IngestFailure,
    Origin,
    SuggestedActor,
)
from timeline.records import Document, Knowledge, Metadata

pytestmark = pytest.mark.django_db
SQLITE_ONLY = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="how SQLite counts")

SHELLS = "Russian shells hit the market in the old town of Kherson on {} November 2022."
DOCKS = (
    "Marta Olin said on 3 March 2023 that dockers in Greece had ended their strike. "
    "Union leader Marta Olin signed the deal with Greece in Athens. Eleven ships had waited."
)
NEWS = {
    "bakers": f"Bakers\n\n{WIRE} {SHELLS.format(21)}\n",
    "bakers_again": f"Prices\n\n{WIRE} {SHELLS.format(21)}\n",
    "bakers_once_more": f"Bread\n\n{SHELLS.format(22)} {WIRE}\n",
    "docks": f"Docks\n\n{DOCKS}\n",
    "docks_again": f"Strike over\n\n{DOCKS.replace('Eleven', 'Nineteen')}\n",
    "grain": GRAIN,
    "grain_again": GRAIN_AGAIN,
    "quake": QUAKE,
    "quake_bytes": QUAKE,
    "shelling": f"Shelling\n\n{SHELLS.format(22)}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write(tmp_path / "news", **NEWS)
    rows = (f"{name}.txt,{source},2023-03-{at:02}" for at, (name, source) in enumerate(told(), 4))
    (folder / "manifest.csv").write_text("\n".join(["path,source,published", *rows]))
    return folder


def told():
    sources = ("Courier", "Herald", "courier", "", "Post")
    return [(name, sources[at % len(sources)]) for at, name in enumerate(NEWS)]


def take_in(folder: Path, size: int, monkeypatch: pytest.MonkeyPatch, **options):
    monkeypatch.setattr(taking, "SLICE", size)
    return ingest(Options(paths=[str(folder)], **options))


def forget() -> None:
    Claim.objects.all().delete()
    Event.objects.all().delete()
    Article.objects.all().delete()
    Origin.objects.all().delete()
    SuggestedActor.objects.all().delete()
    rows = rows_up_to_ids()
    assert not rows["ArticleShingle"]
    assert not rows["SuggestionPassage"]


@pytest.mark.parametrize("size", [2, 32])
def test_the_rows_are_those_of_articles_stored_one_by_one(
    folder: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(folder, 1, monkeypatch)
    one_by_one = rows_up_to_ids()
    forget()
    take_in(folder, size, monkeypatch)
    together = rows_up_to_ids()
    for name in together.keys() - {"IngestRun", "Source"}:
        assert together[name] == one_by_one[name], name
    assert list(find_violations()) == []
    assert one_by_one["MergeProposal"]
    assert one_by_one["SuggestionPassage"]


@pytest.mark.parametrize("size", [2, 32])
def test_events_say_what_they_would_if_all_their_claims_were_read_again(
    folder: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(folder, size, monkeypatch)
    before = rows_up_to_ids()
    assert before["Conflict"]
    refresh_events(Event.objects.values_list("pk", flat=True))
    assert rows_up_to_ids() == before


def test_a_copy_of_an_article_of_its_slice_names_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(folder, 32, monkeypatch)
    first = Article.objects.get(path__endswith="bakers.txt")
    assert first.origin.articles.count() == 3
    assert f"stand in article {first.pk} too" in first.origin.reason


def test_the_number_of_statements_does_not_grow_with_the_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def statements(name: str, texts: list[str]) -> int:
        folder = write(tmp_path / name, **{f"{name}{n}": text for n, text in enumerate(texts)})
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert take_in(folder, 32, monkeypatch).counts.new == len(texts)
        return len(queries)

    texts = [f"Shelling\n\n{SHELLS.format(day)} {day} people fled.\n" for day in range(1, 29)]
    statements("first", [GRAIN, QUAKE])  # what every run makes once
    few, many = statements("few", texts[:4]), statements("many", texts[4:])
    assert many < 2 * few  # six times the articles; some statements take so many rows at most


@pytest.mark.parametrize("size", [3, 32])
def test_one_that_cannot_be_stored_is_found_and_the_others_go_in(
    folder: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = writer.store_suggestions

    def failing(readings):
        if any(article.path.endswith("grain.txt") for article, _ in readings):
            raise DatabaseError("no room")
        store(readings)

    monkeypatch.setattr(writer, "store_suggestions", failing)
    report = take_in(folder, size, monkeypatch)
    assert (report.counts.new, report.counts.unchanged, report.counts.failed) == (8, 1, 1)
    assert IngestFailure.objects.get().path == "news/grain.txt"
    assert list(find_violations()) == []
    assert not Event.objects.filter(title="(being written)").exists()


def test_an_interrupt_within_a_slice_leaves_whole_articles(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh, calls = writer.refresh_events, []

    def interrupted(events, begun):
        calls.append(events)
        if len(calls) == 3:
            raise KeyboardInterrupt
        refresh(events, begun)

    monkeypatch.setattr(writer, "refresh_events", interrupted)
    report = take_in(folder, 2, monkeypatch)
    assert report.interrupted
    assert report.counts.new == Article.objects.count() == 4
    assert list(find_violations()) == []
    monkeypatch.setattr(writer, "refresh_events", refresh)
    assert take_in(folder, 32, monkeypatch).counts.new == 5
    assert list(find_violations()) == []


WORLD = build_world(Knowledge((), (), ()))


def waiting(path: str, sha256: str, url: str = "") -> Waiting:
    document = Document(path, sha256 * 64, "utf-8", "Nothing.", Metadata(url=url or None))
    return Waiting(
        prepare(extract(document, WORLD)), Read(document, True), Share((), (), Places(()))
    )


@pytest.mark.parametrize(
    ("one", "two", "together"),
    [
        (waiting("a", "1"), waiting("b", "2"), True),
        (waiting("a", "1"), waiting("b", "1"), False),
        (waiting("a", "1"), waiting("a", "2"), False),
        (waiting("a", "1", "https://x.example"), waiting("b", "2", "https://x.example"), False),
        (waiting("a", "1", "https://x.example"), waiting("b", "2", "https://y.example"), True),
    ],
)
def test_two_of_one_page_are_not_stored_together(
    one: Waiting, two: Waiting, together: bool
) -> None:
    found = list(slices(iter([one, Waiting(None, Unchanged("c"), None), two])))
    assert [some for some in found if some[0].document] == (
        [[one, two]] if together else [[one], [two]]
    )


@SQLITE_ONLY
def test_a_slice_has_one_stamp_and_so_has_an_article_that_comes_again(tmp_path: Path) -> None:
    first = {"docks": f"Docks\n\n{DOCKS}\n", "quake": QUAKE}
    second = {"again": f"Strike over\n\n{DOCKS.replace('Eleven', 'Nineteen')}\n", "grain": GRAIN}
    for files in (first, second, {"grain": f"{GRAIN}\n{QUAKE}"}):
        before = max(stamps(), default=0)
        ingest(Options(paths=[str(write(tmp_path, **files))]))
        assert len([stamp for stamp in stamps() if stamp > before]) == 1


def stamps() -> set[int]:
    """Of all events that were ever written."""
    return set(EventVersion.objects.values_list("stamp", flat=True))


@SQLITE_ONLY
@pytest.mark.django_db(transaction=True)
def test_what_undoes_a_statement_is_in_memory_during_an_ingest_and_no_longer(
    tmp_path: Path,
) -> None:
    write(tmp_path, quake=QUAKE)
    there: list[int] = []
    ingest(Options(paths=[str(tmp_path)]), progress=lambda _: there.append(temp_store()))
    assert (there, temp_store()) == ([2], 0)


def temp_store() -> int:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA temp_store")
        return cursor.fetchone()[0]
