"""What an extraction answers to each kind of gold, in the shape that its scorer takes."""

import re
from collections.abc import Collection, Sequence
from typing import Any

from timeline.records import ClaimDraft, Extraction, Span
from timeline.vocabulary import EventType

_OLDER = {EventType.CONCEDE.value: "YIELD", EventType.RETREAT.value: "YIELD"}
_MARKED = re.compile(r"<([st])>(.*?)</\1>", re.DOTALL)


def timexes(found: Extraction) -> list[dict[str, Any]]:
    return [
        {"start": t.start, "end": t.end, "type": t.type.value, "value": t.value}
        for t in found.times
    ]


def body(found: Extraction) -> str:
    return "\n".join(found.document.text[start:end] for start, end in found.parts.body)


def attributions(found: Extraction) -> list[dict[str, Any]]:
    """A claim's passage is the content, the words that name who says so the source."""
    return [
        {
            "content": [{"start": claim.start, "end": claim.end}],
            "source": [{"start": claim.attribution.start, "end": claim.attribution.end}],
        }
        for claim in found.claims
        if claim.attribution
    ]


def type_of_pair(found: Extraction, marked: str, labels: Collection[str]) -> str | None:
    """The type of the claim between the two that `marked` shows as <s>…</s> and <t>…</t>.

    Of several claims the one that holds both, then the one whose trigger is nearest to them.
    `labels`: the types the gold knows; older PLOVER has YIELD for CONCEDE and RETREAT.
    """
    pair = _places(found.document.text, marked)
    coded = [(claim, claim.coding) for claim in found.claims if claim.coding]
    if not coded:
        return None
    _, coding = max(
        coded, key=lambda one: (_parties_in(one[0], pair), -_distance(one[1].trigger, pair))
    )
    label = coding.type.value
    return label if label in labels else _OLDER.get(label, label)


def _places(text: str, marked: str) -> list[Span]:
    """Where the marked words stand in the text, which has no marks."""
    found = [(text.find(match[2]), len(match[2])) for match in _MARKED.finditer(marked)]
    return [Span(at, at + length) for at, length in found if at >= 0]


def _parties_in(claim: ClaimDraft, pair: Sequence[Span]) -> int:
    return sum(Span(claim.start, claim.end).overlaps(place) for place in pair)


def _distance(trigger: Span, pair: Sequence[Span]) -> int:
    """Characters between a trigger and the two parties, 0 when it stands between them."""
    if not pair:
        return 0
    first, last = min(pair), max(pair)
    return max(0, first.start - trigger.end, trigger.start - last.end)
