"""What an extraction answers to each kind of gold, in the shape that its scorer takes."""

import re
from collections.abc import Sequence
from typing import Any

from timeline.records import ClaimDraft, Extraction, Span

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


def type_of_pair(found: Extraction, marked: str) -> str | None:
    """The type of the claim between the two that `marked` shows as <s>…</s> and <t>…</t>."""
    pair = _places(found.document.text, marked)
    coded = [claim for claim in found.claims if claim.coding]
    if not coded:
        return None
    best = max(coded, key=lambda claim: (_parties_in(claim, pair), -claim.start))
    return best.coding.type.value if best.coding else None


def _places(text: str, marked: str) -> list[Span]:
    """Where the marked words stand in the text, which has no marks."""
    found = [(text.find(match[2]), len(match[2])) for match in _MARKED.finditer(marked)]
    return [Span(at, at + length) for at, length in found if at >= 0]


def _parties_in(claim: ClaimDraft, pair: Sequence[Span]) -> int:
    return sum(Span(claim.start, claim.end).overlaps(place) for place in pair)
