"""Sentence boundaries: the last character of each sentence that no line end gives away."""

from collections.abc import Sequence

from timeline.evaluate.measures import Counts

Spans = Sequence[Sequence[int]]


def score(documents: Sequence[tuple[str, Spans, Spans]]) -> dict[str, float]:
    """`documents`: (text, gold, found). wholly right: share of texts with every span right."""
    right = answered = expected = whole = 0
    for text, gold, found in documents:
        want, got = _trimmed(text, gold), _trimmed(text, found)
        whole += want == got
        ends = {end for _, end in want if not _free(text, end)}
        claimed = {end for _, end in got if not _free(text, end)}
        right += len(ends & claimed)
        answered += len(claimed)
        expected += len(ends)
    return {
        "boundary F1": Counts(right, answered, expected).f1,
        "wholly right": whole / len(documents) if documents else 0.0,
    }


def _trimmed(text: str, spans: Spans) -> set[tuple[int, int]]:
    found = set()
    for start, end in spans:
        piece = text[start:end]
        if piece.strip():
            found.add((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return found


def _free(text: str, end: int) -> bool:
    """A paragraph's or the text's last sentence ends there for everybody."""
    rest = text[end:]
    gap = rest[: len(rest) - len(rest.lstrip())]
    return not rest.strip() or "\n" in gap[:3]
