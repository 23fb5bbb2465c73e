"""--dask and --workers: which of them counts, and what is said when it cannot be."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.ingest.articles import GRAIN, QUAKE, write
from timeline.extract.workers import WorkersLost, extract_stream
from timeline.management import engines
from timeline.management.commands import ingest
from timeline.models import Article, IngestRun


def test_without_its_package_it_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "timeline.extract.on_dask", raising=False)
    with pytest.raises(CommandError, match=r"not installed \(distributed\)"):
        call_command("extract", str(tmp_path), dask="tcp://127.0.0.1:9")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--dask", "somewhere"], "tcp://host:8786"),
        (["--dask", "tcp://host"], "tcp://host:8786"),
        (["--dask", "tcp://host:8786", "--workers", "2"], "not allowed with"),
    ],
)
def test_a_bad_address_and_two_engines_are_refused(arguments: list[str], told: str) -> None:
    with pytest.raises(CommandError, match=told):
        call_command("ingest", "news", *arguments)


def losing(items: object, knowledge: object, then: object) -> Iterator[object]:
    """The first article, then nothing more."""
    yield next(extract_stream(items, knowledge, then))
    raise WorkersLost("The cluster burnt down.")


@pytest.mark.django_db
def test_when_its_workers_are_lost_an_ingest_keeps_what_it_has(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(ingest, "chosen_extractor", lambda options: losing)
    folder = str(write(tmp_path / "news", grain=GRAIN, quake=QUAKE))
    with pytest.raises(CommandError, match=r"burnt down\. What was done stays done\."):
        call_command("ingest", folder, "--together", "1")
    assert Article.objects.count() == 1
    assert IngestRun.objects.get().articles_new == 1
    monkeypatch.setattr(ingest, "chosen_extractor", engines.chosen_extractor)
    call_command("ingest", folder)
    assert Article.objects.count() == 2
