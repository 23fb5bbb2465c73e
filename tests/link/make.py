"""Claims for comparison, made from a sentence and a few words about it."""

from timeline import edtf
from timeline.link.core import core_terms
from timeline.link.records import ClaimRecord
from timeline.link.story import NO_STORY, Story
from timeline.link.terms import content_terms
from timeline.records import Span
from timeline.vocabulary import EventType, Standing


def claim(
    text: str,
    parties: str = "",
    date: str | None = None,
    *,
    article: int = 1,
    origin: int | None = None,
    published: str | None = None,
    type: EventType | None = None,
    id: object = None,
    setting: str = "",
    standing: Standing = Standing.REPORTED,
    story: Story = NO_STORY,
    point: float = 0.0,
    heading: bool = False,
) -> ClaimRecord:
    return ClaimRecord(
        id=id if id is not None else (article, text),
        article=article,
        origin=article if origin is None else origin,
        text=text,
        parties=frozenset(parties.split()),
        terms=content_terms(text) | core_terms(text, Span(0, len(text)), None),
        date=edtf.parse(date) if date else None,
        published=edtf.parse(published) if published else None,
        type=type,
        setting=frozenset(setting.split()),
        standing=standing,
        story=story,
        point=point,
        heading=heading,
    )
