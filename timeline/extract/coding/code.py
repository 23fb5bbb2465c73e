"""The PLOVER type and mode of a claim, from its verbs and nouns and their frames."""

from collections.abc import Sequence

from timeline.extract.coding.compose import compose, governor
from timeline.extract.coding.hits import Hit, find_hits
from timeline.extract.coding.lexicon import lexicon
from timeline.extract.coding.mains import main_verbs
from timeline.extract.coding.weigh import PUBLIC, Place, weigh
from timeline.extract.words import Words, words_in
from timeline.records import Coding, Mention, Span
from timeline.vocabulary import TYPE_LABEL

_CHANGED = 0.1  # a promise or refusal worked out of "will" or "not"
LEAST_CONFIDENCE = 0.4
_SURE = 0.8  # so that about as many are right as the confidence says, by hand count in news
_MOST_SHOWN = 10  # words of the text that a reason quotes


def code_event(
    text: str, claim: Span, statement: Span, mentions: Sequence[Mention]
) -> Coding | None:
    """Type and mode of the event a claim tells, None when no word of it decides.

    Spans and `mentions` are offsets into `text`. The act of speaking is the event where it
    is one of its own (condemn, demand, threaten), else what the `statement` tells.
    Confidence is 0 to 1, by the lexicon row, by how sure its place in the clause is, and by
    whether anybody who acts in public affairs is named.
    """
    words = words_in(text, claim.start, claim.end)
    hits = find_hits(words, lexicon())
    if not hits:
        return None
    place = _place(words, hits, claim, statement, mentions)
    weight, _, best = max((weigh(words, hit, place), -i, i) for i, hit in enumerate(hits))
    chosen = governor(words, hits[best], hits)
    type_, mode, how = compose(words, chosen, hits)
    confidence = round(min(0.95, _SURE * (weight - (_CHANGED if how else 0.0))), 2)
    if confidence < LEAST_CONFIDENCE:
        return None
    trigger = Span(words.starts[chosen.first], words.ends[chosen.last])
    return Coding(type_, mode, trigger, confidence, _reason(words, chosen, TYPE_LABEL[type_], how))


def _place(
    words: Words, hits: Sequence[Hit], claim: Span, statement: Span, mentions: Sequence[Mention]
) -> Place:
    first, last = words.at(statement.start), words.at(statement.end) - 1
    named = any(m.start >= claim.start and m.end <= claim.end for m in mentions)
    public = named or not PUBLIC.isdisjoint(words.low)
    return Place(first, last, main_verbs(words, hits, first, last), public)


def _reason(words: Words, hit: Hit, label: str, how: str) -> str:
    ends = [hit.first, hit.last, *([] if hit.object is None else [hit.object])]
    first, last = min(ends), max(ends)
    if last - first >= _MOST_SHOWN:
        first, last = hit.first, hit.last
    return f"{label}: “{words.quote(first, last)}”{how}"
