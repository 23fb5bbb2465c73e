"""From a document to its claims: each step of extraction, in order. Pure."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.extract.actors import (
    Gazetteer,
    assign_roles,
    build_gazetteer,
    country_names,
    find_names,
    resolve_references,
)
from timeline.extract.attribution import attribution_for, find_attributions
from timeline.extract.body import beside_body, find_parts
from timeline.extract.claims import find_claims
from timeline.extract.coding import code_event
from timeline.extract.dates import Reference, choose_date, find_times, reference_from
from timeline.extract.english import NOTE, is_english, is_foreign
from timeline.extract.headings import find_headings
from timeline.extract.metadata import find_bylines, find_title, guess_language, source_credit
from timeline.extract.nearby import Nearby, contents_nearby, nearby
from timeline.extract.places import find_places, without_namesakes
from timeline.extract.published import inferred_published, stated_published, told_published
from timeline.extract.published.anchors import AnchorIndex
from timeline.extract.published.inference import Offices, index_offices
from timeline.extract.record import recorded_date
from timeline.extract.sentences import split_sentences
from timeline.extract.standing import judge_standing
from timeline.extract.statement import stand_alone
from timeline.knowledge.loader import load_bodies
from timeline.knowledge.places import PlaceTable, load_places
from timeline.records import (
    Attribution,
    ClaimDraft,
    Document,
    Extraction,
    Knowledge,
    Mention,
    PageParts,
    Published,
    Span,
    TimeExpression,
)

# No article has so many; a file that does would keep everyone waiting.
MOST_SENTENCES = 5_000


@dataclass(frozen=True, slots=True)
class World:
    """What extraction is told about the world, made ready once for many documents."""

    gazetteer: Gazetteer
    anchors: AnchorIndex
    offices: Offices
    places: PlaceTable
    countries: Mapping[str, str]


def build_world(knowledge: Knowledge) -> World:
    gazetteer = build_gazetteer(knowledge, load_bodies())
    return World(
        gazetteer=gazetteer,
        anchors=AnchorIndex(knowledge.anchors),
        offices=index_offices(knowledge.offices),
        places=load_places(),
        countries=country_names(knowledge.actors),
    )


def extract(document: Document, world: World) -> Extraction:
    """All that is found in one document. Deterministic; no side effect."""
    text, metadata = document.text, document.metadata
    parts = find_parts(text, title_hint=metadata.title)
    sentences, cut = _at_most(split_sentences(text, parts.body))
    mentions, beside = _names(text, sentences, beside_body(text, parts), world)
    published = _published(document, parts, sentences, mentions, world)
    reference = reference_from(published)
    times = find_times(text, sentences, reference)
    acting = _with_references(text, sentences, mentions)
    attributions = find_attributions(text, sentences, acting)
    english = is_english(text, parts.body)
    told = _told(text, sentences, parts.credits) if english else ()
    spoken, named, timed = contents_nearby(attributions), nearby(acting), nearby(times)
    names = [Span(m.start, m.end) for m in mentions] + [Span(t.start, t.end) for t in times]
    claims = tuple(
        _claim(text, span, spoken, named, timed, world) for span in find_claims(text, told, names)
    )
    headings = _headings(text, parts, reference, world) if english else ()
    title, credit = find_title(text, parts), source_credit(text, parts)
    return Extraction(
        document=document,
        title=metadata.title or (title.value if title else None),
        bylines=metadata.bylines or find_bylines(text, parts),
        language=metadata.language or guess_language(text),
        published=published,
        parts=parts,
        sentences=sentences,
        times=times,
        mentions=mentions,
        claims=claims,
        beside=beside,
        headings=headings,
        credit=credit.value if credit else "",
        notes=(*cut, *(() if parts.body else (parts.reason,)), *(() if english else (NOTE,))),
    )


def _names(
    text: str, sentences: Sequence[Span], besides: Sequence[Span], world: World
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The actors of the body, and what else is named: places, and all names beside the body."""
    lines = sorted((*sentences, *besides))
    named, blocked = find_names(text, lines, world.gazetteer)
    named = without_namesakes(text, named, world.places, world.countries)
    places = find_places(text, lines, named, blocked, world.places, world.countries)
    if not besides:
        return named, places
    starts = [line.start for line in besides]
    inside: list[Mention] = []
    outside = list(places)
    for mention in named:
        at = bisect_right(starts, mention.start) - 1
        beside = at >= 0 and mention.end <= besides[at].end
        (outside if beside else inside).append(mention)
    return tuple(inside), tuple(outside)


def _headings(
    text: str, parts: PageParts, reference: Reference, world: World
) -> tuple[ClaimDraft, ...]:
    """The headings, read as the article's sentences are."""
    spans = find_headings(text, parts)
    named = nearby(find_names(text, spans, world.gazetteer)[0])
    timed = nearby(find_times(text, spans, reference))
    nobody: Nearby[Attribution] = contents_nearby(())
    return tuple(_claim(text, span, nobody, named, timed, world) for span in spans)


def _at_most(sentences: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """The sentences that are read, and a note when the text has more."""
    if len(sentences) <= MOST_SENTENCES:
        return sentences, ()
    note = f"only the first {MOST_SENTENCES:,} of {len(sentences):,} sentences were read"
    return sentences[:MOST_SENTENCES], (note,)


def _told(text: str, sentences: tuple[Span, ...], captions: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences that tell of events: the caption of a picture only tells what it shows."""
    return tuple(
        s
        for s in sentences
        if not is_foreign(text[s.start : s.end]) and not any(s.overlaps(c) for c in captions)
    )


def _published(
    document: Document,
    parts: PageParts,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    world: World,
) -> Published:
    known = told_published(document) or stated_published(document, parts)
    if known:
        return known
    times = find_times(document.text, sentences, Reference(None))
    return inferred_published(
        document, parts, sentences, mentions, times, world.anchors, world.offices
    )


def _with_references(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The names and, where one reading exists, the words that point back to them ("he").

    Pointing words count for who acts and who speaks; they are no names of their own.
    """
    pointing = [
        replace(meant, start=word.start, end=word.end, text=word.text, reason=word.reason)
        for word in resolve_references(text, sentences, mentions)
        for meant in word.mentions
    ]
    return tuple(sorted((*mentions, *pointing), key=lambda m: (m.start, m.end)))


def _claim(
    text: str,
    span: Span,
    attributions: Nearby[Attribution],
    mentions: Nearby[Mention],
    times: Nearby[TimeExpression],
    world: World,
) -> ClaimDraft:
    attribution, content = attribution_for(span, attributions.overlapping(span))
    statement = stand_alone(text, span, content)
    own_mentions = mentions.within(span)
    own_times = times.within(span)
    standing, standing_reason = judge_standing(text, span, statement, attribution)
    coding = code_event(text, span, statement, own_mentions)
    # Who condemns or demands stands outside of what is condemned or demanded.
    spoken_act = coding is not None and not coding.trigger.within(statement)
    date = choose_date(text, span, statement, own_times)
    return ClaimDraft(
        start=span.start,
        end=span.end,
        quote=text[span.start : span.end],
        statement=statement,
        standing=standing,
        standing_reason=standing_reason,
        attribution=attribution if attribution and attribution.text else None,
        date=date,
        participants=assign_roles(
            text,
            span,
            span if spoken_act else statement,
            own_mentions,
            coding.trigger if coding else None,
        ),
        coding=coding,
        recorded=recorded_date(text, span, own_mentions, date, world.anchors),
    )
