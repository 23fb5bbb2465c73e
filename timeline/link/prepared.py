"""What can be worked out of an article without the database, in the process that extracted it.

The process that writes has the most to do in an ingest: whatever others can do, they do.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from timeline import edtf
from timeline.edtf import Edtf
from timeline.extract.actors import SuggestedActor, suggest_actors
from timeline.link.origins import shingles
from timeline.link.reading import (
    ArticleRecord,
    article_setting,
    article_story,
    claim_records,
    statements,
)
from timeline.link.records import ClaimRecord
from timeline.link.story import Story
from timeline.records import Document, Extraction

# Of one article: what it names once is seldom worth a curator's time.
_LEAST_NAMED = 2
_MOST_OFFERED = 10
_NAME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Prepared:
    """`records`: of all its statements in their order; None where one of them cannot be read.

    `sample`: of its word runs. `offered`: by name, what a curator may make an actor of.
    """

    extraction: Extraction
    published: Edtf | None
    setting: frozenset[str]
    story: Story
    records: Sequence[ClaimRecord] | None
    sample: Set[int]
    offered: Mapping[str, SuggestedActor]

    @property
    def document(self) -> Document:
        return self.extraction.document


def prepare(extraction: Extraction) -> Prepared:
    published = edtf.try_parse(extraction.published.edtf or "")
    setting, story = article_setting(extraction), article_story(extraction)
    return Prepared(
        extraction=extraction,
        published=published,
        setting=setting,
        story=story,
        records=_records(extraction, published, setting, story),
        sample=shingles(extraction.document.text, extraction.parts.body),
        offered=_offered(extraction),
    )


def _records(
    extraction: Extraction, published: Edtf | None, setting: frozenset[str], story: Story
) -> Sequence[ClaimRecord] | None:
    document = extraction.document
    article = ArticleRecord(
        id=(document.sha256, document.metadata.source or "", document.path),
        origin=None,
        published=published,
        setting=setting,
        story=story,
    )
    try:
        return claim_records(extraction, statements(extraction), article)
    except ValueError:
        return None


def _offered(extraction: Extraction) -> dict[str, SuggestedActor]:
    text = extraction.document.text
    known = sorted((*extraction.mentions, *extraction.beside), key=lambda m: m.start)
    suggested = suggest_actors(text, extraction.sentences, known)
    often = [found for found in suggested if found.count >= _LEAST_NAMED]
    return {found.text[:_NAME_LENGTH]: found for found in often[:_MOST_OFFERED]}
