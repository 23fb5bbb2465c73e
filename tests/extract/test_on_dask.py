"""Extraction on a Dask cluster of two processes here: as in one process, whoever dies."""

import os
import signal
from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from tests.conftest import missing
from tests.ingest.articles import QUAKE, write
from timeline.extract.workers import WorkersLost, as_it_is, extract_stream
from timeline.knowledge.loader import load_knowledge
from timeline.models import Article
from timeline.records import Document, Failure

INSTALL = 'pip install "distributed"'
try:
    from distributed import Client, KilledWorker, LocalCluster

    from timeline.extract import on_dask
except ModuleNotFoundError:
    LocalCluster = None

POISON = "poison.txt"
BUNDLE = 16


def needed() -> None:
    if LocalCluster is None:
        missing("Dask", INSTALL)


@pytest.fixture(scope="module")
def cluster() -> Iterator["LocalCluster"]:
    needed()
    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=":0"
    ) as cluster:
        yield cluster


def documents(number: int) -> list[Document]:
    return [
        Document(
            path=f"{n}.txt",
            text=f"{QUAKE}\nReport {n}.",
            sha256=f"{n:064}",
            encoding="utf-8",
        )
        for n in range(number)
    ]


def on(cluster: "LocalCluster", items):
    return on_dask.extract_on_dask(items, load_knowledge, as_it_is, cluster.scheduler_address)


def test_the_cluster_finds_what_one_process_finds_in_the_same_order(cluster) -> None:
    items = [(None if d.path == "3.txt" else d, d.path) for d in documents(BUNDLE + 4)]
    found = list(on(cluster, items))
    assert found == list(extract_stream(items, load_knowledge, as_it_is))
    assert [path for _, path in found] == [path for _, path in items]
    assert found[3][0] is None


def test_only_so_many_articles_are_under_way(cluster) -> None:
    (document,) = documents(1)
    drawn = count()
    stream = on(cluster, ((document, next(drawn)) for _ in iter(int, 1)))
    for _ in range(2 * BUNDLE):
        next(stream)
    assert next(drawn) <= (on_dask._LEAST_AHEAD + 2) * BUNDLE
    stream.close()


def test_what_a_killed_worker_had_in_hand_is_done_by_another(cluster) -> None:
    items = [(document, None) for document in documents(3 * BUNDLE)]
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        first, *_ = client.run(os.getpid).values()

    def killing():
        for at, item in enumerate(items):
            if at == 2 * BUNDLE:  # what came before is sent out, and nothing is back
                os.kill(first, signal.SIGKILL)
            yield item

    assert list(on(cluster, killing())) == list(extract_stream(items, load_knowledge, as_it_is))


class Deadly:
    """A client of a cluster on which one article ends every worker that is given it."""

    def submit(
        self, call: object, name: str, documents: list[Document], then: object, pure: bool
    ) -> "Deadly":
        self.paths = [document.path for document in documents]
        return copy(self)

    def result(self) -> list[str]:
        if POISON in self.paths:
            raise KilledWorker("task", SimpleNamespace(address="tcp://worker"), 3)
        return self.paths


def test_an_article_that_ends_its_workers_fails_alone() -> None:
    needed()
    first, poison, last = documents(3)
    poison = replace(poison, path=POISON)
    cluster = on_dask._Cluster(Deadly(), "world", as_it_is)
    assert cluster.submit([first, poison, last]).result() == [
        first.path,
        Failure(POISON, "extraction ended every worker that tried; please report it"),
        last.path,
    ]


def test_a_cluster_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    needed()
    monkeypatch.setattr(on_dask, "_WAIT_SECONDS", 0.2)
    with pytest.raises(WorkersLost, match=r"No Dask scheduler answers at tcp://127.0.0.1:9"):
        list(on_dask.extract_on_dask([], load_knowledge, as_it_is, "tcp://127.0.0.1:9"))


def test_a_cluster_without_workers_is_no_reason_to_wait_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    needed()
    monkeypatch.setattr(on_dask, "_WAIT_SECONDS", 0.2)
    empty = LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=":0")
    with empty, pytest.raises(WorkersLost, match="has no workers"):
        list(on(empty, []))


@pytest.mark.django_db
def test_an_ingest_may_extract_on_the_cluster(cluster, tmp_path: Path) -> None:
    folder = write(tmp_path / "news", quake=QUAKE, again=f"{QUAKE}\nAgain.")
    call_command("ingest", str(folder), dask=cluster.scheduler_address)
    assert sorted(Path(article.path).stem for article in Article.objects.all()) == [
        *("again", "quake")
    ]
