"""Writing: extraction and ingest of made articles, by the clock."""

import csv
import time
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from timeline.evaluate.speed import measure_speed
from timeline.extract.workers import extract_stream
from timeline.ingest import Options, ingest
from timeline.models import Article
from timeline.read.documents import Entry, list_entries, load
from timeline.records import Document
from timeline.vocabulary import PublishedBasis

_RATE = "articles of 15 sentences a second"


def write_articles(folder: Path, n: int, seed: int) -> dict[str, Any]:
    """Articles of the database at random as files, with a manifest; how many and how long."""
    ids = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    chosen = Random(seed).sample(ids, min(n, len(ids)))
    characters = 0
    with (folder / "manifest.csv").open("w", newline="") as file:
        manifest = csv.writer(file)
        manifest.writerow(["path", "source", "title", "published"])
        for article in Article.objects.filter(pk__in=chosen).select_related("source"):
            name = f"{article.pk}.txt"
            (folder / name).write_bytes(article.text.encode())
            told = article.published_basis == PublishedBasis.MANIFEST
            manifest.writerow(
                [
                    name,
                    article.source.name if article.source.is_stated else "",
                    article.title,
                    article.published_edtf if told else "",
                ]
            )
            characters += len(article.text)
    return {"articles": len(chosen), "characters": characters / max(1, len(chosen))}


def time_ingest(folder: Path, workers: int) -> dict[str, Any]:
    """Into the database at hand, from the first file read to the last row written."""
    began = time.perf_counter()
    report = ingest(Options([str(folder)], extractor=partial(extract_stream, workers=workers)))
    seconds = time.perf_counter() - began
    articles = report.counts.new
    return {
        "articles_a_second": articles / seconds,
        "articles": articles,
        "failures": len(report.failures),
        "seconds": seconds,
    }


def time_extraction(folder: Path) -> dict[str, Any]:
    """Every step of extraction on the texts of a folder, in one process, by its processor time."""
    read = (load(entry) for entry in list_entries([str(folder)]) if isinstance(entry, Entry))
    golds = [
        {"doc_id": document.path, "text": document.text}
        for document in read
        if isinstance(document, Document)
    ]
    return {"articles_a_second": measure_speed(golds, 1)[_RATE], "texts": len(golds)}
