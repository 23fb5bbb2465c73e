"""What is wrong with one article ends neither the run nor the others."""

from pathlib import Path
from types import ModuleType

import pytest

from tests.ingest.articles import GRAIN, QUAKE, write
from timeline.ingest import Options, ingest, run, taking

pytestmark = pytest.mark.django_db


def documents_of(given) -> list:
    """Of whatever a step is called with: a document, an extraction, or several."""
    if isinstance(given, list):
        return [document for one in given for document in documents_of(one)]
    if isinstance(given, tuple):
        return documents_of(given[0])
    return [getattr(given, "document", given)]


@pytest.mark.parametrize(
    ("module", "steps"),
    [(taking, ["store", "store_new"]), (run, ["seen_among", "find_known"])],
)
def test_a_value_the_database_refuses_fails_its_article_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, steps: list[str]
) -> None:
    def refusing(step):
        def refuse(given, *others):
            if any(document.path.endswith("grain.txt") for document in documents_of(given)):
                raise ValueError("A string literal cannot contain NUL (0x00) characters.")
            return step(given, *others)

        return refuse

    for step in steps:
        monkeypatch.setattr(module, step, refusing(getattr(module, step)))
    write(tmp_path / "news", grain=GRAIN, quake=QUAKE)
    report = ingest(Options([str(tmp_path / "news")]))
    (failure,) = report.failures
    assert failure.path == "news/grain.txt"
    assert "cannot be stored" in failure.reason
    assert report.counts.new == 1
