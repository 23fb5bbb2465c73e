"""Wire copy in the database: one origin however many carry it, at the cost of a few."""

from pathlib import Path

import pytest

from tests.ingest.articles import QUAKE, WIRE, write
from timeline.ingest.run import Options, ingest
from timeline.models import Article, ArticleShingle

pytestmark = pytest.mark.django_db


def test_the_many_copies_of_one_text_have_one_origin_and_are_indexed_a_dozen_times(
    tmp_path: Path,
) -> None:
    texts = {f"copy{n:02}": f"Headline {n}\n\n{QUAKE}\n{WIRE}\n" for n in range(20)}
    ingest(Options([str(write(tmp_path / "news", **texts))]))
    assert Article.objects.count() == 20
    assert Article.objects.values("origin").distinct().count() == 1
    values = list(ArticleShingle.objects.values_list("value", flat=True))
    assert max(values.count(value) for value in set(values)) <= 12
