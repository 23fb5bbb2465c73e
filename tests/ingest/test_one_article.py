"""What is wrong with one article ends neither the run nor the others."""

from pathlib import Path

import pytest

from tests.ingest.articles import GRAIN, QUAKE, write
from timeline.ingest import Options, ingest, run
from timeline.ingest.known import find_known
from timeline.ingest.writer import store

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("step", [store, find_known])
def test_a_value_the_database_refuses_fails_its_article_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step
) -> None:
    def refuse(given, *others):
        document = getattr(given, "document", given)
        if document.path.endswith("grain.txt"):
            raise ValueError("A string literal cannot contain NUL (0x00) characters.")
        return step(given, *others)

    monkeypatch.setattr(run, step.__name__, refuse)
    write(tmp_path / "news", grain=GRAIN, quake=QUAKE)
    report = ingest(Options([str(tmp_path / "news")]))
    (failure,) = report.failures
    assert failure.path == "news/grain.txt"
    assert "cannot be stored" in failure.reason
    assert report.counts.new == 1
