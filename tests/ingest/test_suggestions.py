"""Names no actor bears are kept for the curator."""

from pathlib import Path

import pytest

from tests.ingest.articles import write
from tests.ingest.rows import all_rows
from timeline.ingest import Options, ingest
from timeline.models import SuggestedActor
from timeline.vocabulary import SuggestionState

pytestmark = pytest.mark.django_db

TEXT = """Valley party picks a leader

The Free Valley Party chose a new leader in Oslo on 3 March 2021, members said in the evening. \
Norway's government wished her well. The Free Valley Party has never sat in a government before, \
and it said that it would talk to everyone.
"""
OTHER = """Valley party loses

The Free Valley Party lost the vote in Norway on 5 May 2021, and its members went home. \
Observers in Oslo said that the Free Valley Party had spent too much on its posters.
"""


def take_in(folder: Path, **texts: str) -> None:
    ingest(Options(paths=[str(write(folder, **texts))]))


def names() -> dict[str, int]:
    return dict(SuggestedActor.objects.values_list("name", "count"))


def test_a_name_said_twice_is_offered_with_its_kind_and_an_example(tmp_path: Path) -> None:
    take_in(tmp_path, one=TEXT)
    found = SuggestedActor.objects.get(name="Free Valley Party")
    assert (found.kind, found.count, found.state) == ("organisation", 2, "open")
    assert "Free Valley Party chose a new leader" in found.example
    passage = found.passages.get()
    assert passage.article.text[passage.start : passage.end] == "Free Valley Party"


def test_known_actors_and_towns_are_not_offered(tmp_path: Path) -> None:
    take_in(tmp_path, one=TEXT.replace("members said", "members in Bergen and near Bergen said"))
    assert names() == {"Free Valley Party": 2}


def test_counts_add_up_over_articles_and_fall_when_one_changes(tmp_path: Path) -> None:
    take_in(tmp_path, one=TEXT, other=OTHER)
    assert names() == {"Free Valley Party": 4}
    take_in(tmp_path, other=OTHER.replace("Free Valley Party", "party"))
    assert names() == {"Free Valley Party": 2}
    take_in(tmp_path, one=TEXT.replace("Free Valley Party", "party"))
    assert names() == {}


def test_the_same_files_again_write_nothing(tmp_path: Path) -> None:
    take_in(tmp_path, one=TEXT)
    before = all_rows()["SuggestedActor"]
    take_in(tmp_path)
    assert all_rows()["SuggestedActor"] == before


def test_a_dismissed_name_is_not_offered_again(tmp_path: Path) -> None:
    take_in(tmp_path, one=TEXT)
    SuggestedActor.objects.update(state=SuggestionState.DISMISSED.value)
    take_in(tmp_path, other=OTHER)
    found = SuggestedActor.objects.get()
    assert found.state == "dismissed"
    assert found.passages.count() == 1
