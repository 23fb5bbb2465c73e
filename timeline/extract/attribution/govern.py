"""Which attribution a claim stands under, and the words of it that say what happened."""

from collections.abc import Sequence

from timeline.extract.attribution.page import AFTER_MAIN_VERB
from timeline.records import Attribution, Span

# "China, which claims the island, sent ships": the sentence is not said by "which".
_RELATIVE = frozenset({"who", "which", "that"})


def attribution_for(
    claim: Span, attributions: Sequence[Attribution]
) -> tuple[Attribution | None, Span]:
    """The attribution that governs a claim, and the span of the claim's statement.

    It governs when its content covers at least half of the claim, or when cue and content
    both stand in the claim; of several the outermost, then the one that covers most. The
    statement is the content without its frame, the whole claim when nobody is named in it.
    """
    best: Attribution | None = None
    best_rank: tuple[bool, bool, bool, int] | None = None
    for item in attributions:
        covered = sum(_shared(claim, part) for part in item.content)
        framed = item.cue is not None and item.cue.within(claim)
        relative = item.text.lower() in _RELATIVE
        if covered == 0 or (covered * 2 < claim.end - claim.start and (relative or not framed)):
            continue
        around = not framed and covered * 10 >= 9 * (claim.end - claim.start)
        # Of two speakers in a sentence the first, unless little of it is theirs.
        share = min(covered, (claim.end - claim.start) // 4) if framed else covered
        rank = (bool(item.text), around, framed, share)
        if best_rank is None or rank > best_rank:
            best, best_rank = item, rank
    if best is None or best.cue is None or not best.cue.within(claim):
        return best, claim
    parts = [part for part in best.content if part.overlaps(claim)]
    done = best.cue.start - claim.start
    if AFTER_MAIN_VERB in best.reason and parts and done >= parts[-1].end - parts[0].start:
        return best, Span(claim.start, best.cue.start)  # the act tells more than the words with it
    return best, _statement(claim, best.cue, parts)


def _statement(claim: Span, cue: Span, parts: list[Span]) -> Span:
    """The content inside the claim; of content on both sides of the cue the longer part."""
    if not parts:
        return claim
    first, last = parts[0], parts[-1]
    if first.end <= cue.start and cue.end <= last.start:
        part = max(parts, key=lambda one: _shared(claim, one))
        return Span(max(claim.start, part.start), min(claim.end, part.end))
    statement = Span(max(claim.start, first.start), min(claim.end, last.end))
    return statement if statement.end > statement.start else claim


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
