"""Reads a stored article again, when a curator changed what is known about it."""

from django.db import transaction

from timeline.extract.pipeline import build_world, extract
from timeline.ingest.known import document_of
from timeline.ingest.world import read_knowledge
from timeline.ingest.writer import store
from timeline.models import Article


def reread(article: Article) -> None:
    """Extract the stored text again and bring its uncurated claims into step.

    Raises writer.Refused when that would lose a curator's work.
    """
    known = document_of(article)
    extraction = extract(known.document, build_world(read_knowledge()))
    with transaction.atomic():
        store(extraction, known)
