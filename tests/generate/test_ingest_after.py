"""What is ingested later links into generated events and finds generated copies."""

from pathlib import Path

import pytest

from timeline.ingest import Options, ingest
from timeline.models import Article, Claim

pytestmark = pytest.mark.usefixtures("generated", "db")


def _long_original() -> Article:
    """A first report of two paragraphs and more, so that its word runs tell it."""
    articles = Article.objects.order_by("pk")
    return next(a for a in articles if len(a.text) > 900 and a.origin.articles.count() == 1)


def test_a_copy_read_later_joins_the_origin_and_the_events(tmp_path: Path) -> None:
    article = _long_original()
    events = set(Claim.objects.filter(citations__article=article).values_list("event", flat=True))
    copy = tmp_path / "copy.txt"
    copy.write_text(f"Copied by hand\n\n{article.text.partition(chr(10))[2].strip()}\n")
    report = ingest(Options([str(copy)], published=article.published_edtf or "2020", source="Late"))
    assert report.counts.new == 1
    stored = Article.objects.get(source__name="Late")
    assert stored.origin_id == article.origin_id
    told = set(Claim.objects.filter(citations__article=stored).values_list("event", flat=True))
    assert len(told & events) >= len(events) / 2
