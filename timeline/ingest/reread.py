"""Reads an article again, when what is known about it has changed."""

from collections.abc import Callable
from functools import cache

from django.db import transaction

from timeline.extract.pipeline import build_world, extract
from timeline.extract.workers import extract_one
from timeline.ingest.known import document_of
from timeline.ingest.world import read_knowledge
from timeline.ingest.writer import store
from timeline.link.prepared import Prepared, prepare
from timeline.models import Article
from timeline.records import Document, Failure, Knowledge

Reader = Callable[[Document], Prepared | Failure]


def reread(article: Article) -> None:
    """Extract the stored text again and bring its uncurated claims into step.

    Raises writer.Refused when that would lose a curator's work.
    """
    known = document_of(article)
    extraction = extract(known.document, build_world(read_knowledge()))
    with transaction.atomic():
        store(prepare(extraction), known)


def reader(knowledge: Callable[[], Knowledge]) -> Reader:
    """Extraction in this process; its world is built when the first document comes."""
    world = cache(lambda: build_world(knowledge()))
    return lambda document: extract_one(document, world(), prepare)
