"""Which attribution a claim stands under, and the words of it that say what happened."""

from collections.abc import Sequence

from timeline.records import Attribution, Span


def attribution_for(
    claim: Span, attributions: Sequence[Attribution]
) -> tuple[Attribution | None, Span]:
    """The attribution that governs a claim, and the span of the claim's statement.

    It governs when its content covers at least half of the claim, or when cue and content
    both stand in the claim; of several the outermost, then the one that covers most. The
    statement is the content without its frame, the whole claim when nobody is named in it.
    """
    best: Attribution | None = None
    best_key: tuple[int, int, int] | None = None
    for item in attributions:
        covered = sum(_shared(claim, part) for part in item.content)
        if covered == 0:
            continue
        framed = item.cue is not None and item.cue.within(claim)
        if covered * 2 < claim.end - claim.start and not framed:
            continue
        key = (int(bool(item.text)), int(framed), covered)
        if best_key is None or key > best_key:
            best, best_key = item, key
    if best is None or best.cue is None or not best.cue.within(claim):
        return best, claim
    parts = [part for part in best.content if part.overlaps(claim)]
    if len(parts) > 1 and any(best.cue.overlaps(Span(parts[0].end, parts[-1].start)) for _ in "x"):
        return best, max(parts, key=lambda part: _shared(claim, part))
    statement = Span(max(claim.start, parts[0].start), min(claim.end, parts[-1].end))
    return best, statement if statement.end > statement.start else claim


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
