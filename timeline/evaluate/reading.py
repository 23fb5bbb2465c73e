"""Gold documents through the same extraction that `ingest` and `extract` use."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from timeline.extract.workers import as_it_is, extract_stream
from timeline.knowledge.loader import load_knowledge
from timeline.records import Document, Extraction, Metadata
from timeline.vocabulary import PublishedBasis

Gold = dict[str, Any]


class Unread(Exception):
    """Extraction failed on a gold document; the message says which and how."""


def read_all(golds: Sequence[Gold], workers: int) -> Iterator[tuple[Gold, Extraction]]:
    items = ((as_document(gold), gold) for gold in golds)
    for result, gold in extract_stream(items, load_knowledge, as_it_is, workers):
        if not isinstance(result, Extraction):
            raise Unread(f"{gold['doc_id']}: {result.reason if result else 'nothing came back'}")
        yield gold, result


def as_document(gold: Gold) -> Document:
    """What a manifest would tell of an article is told, nothing else."""
    published = (gold.get("dct") or gold.get("published") or "")[:10] or None
    return Document(
        path=f"{gold['doc_id']}.txt",
        sha256=sha256(gold["text"].encode("utf-8", "surrogatepass")).hexdigest(),
        encoding="utf-8",
        text=gold["text"],
        metadata=Metadata(
            url=gold.get("url"),
            source=gold.get("publisher"),
            title=gold.get("title") or None,
            published=published,
            published_basis=PublishedBasis.MANIFEST if published else None,
        ),
    )
