"""Which attribution a claim stands under, and the words of it that say what happened."""

from collections.abc import Sequence

from timeline.extract.attribution.page import AFTER_MAIN_VERB, IN_PASSING
from timeline.records import Attribution, Span

# "China, which claims the island, sent ships": the sentence is not said by "which".
_RELATIVE = ("who", "which", "that")


def attribution_for(
    claim: Span, attributions: Sequence[Attribution]
) -> tuple[Attribution | None, Span]:
    """The attribution that governs a claim, and the span of the claim's statement.

    It governs when the claim is mostly its content: two fifths of it, or, where cue and
    source stand in the claim too, all but the words that name them. "Oslo, which welcomed
    the vote, sent ships" is told by nobody but the paper. Of several the outermost governs,
    then the one that covers most. The statement is the content without its frame, the whole
    claim when nobody is named in it.
    """
    best: Attribution | None = None
    length = claim.end - claim.start
    told = _told(claim, attributions)
    best_rank: tuple[bool, bool, bool, int] | None = None
    for item in attributions:
        covered = sum(_shared(claim, part) for part in item.content)
        framed = item.cue is not None and item.cue.within(claim)
        relative = _is_relative(item)
        if covered == 0 or (covered * 2 < length and (relative or not framed)):
            continue
        if max(covered, told) * 5 < length * 2 and not _is_all(claim, item, covered):
            continue
        around = not framed and covered * 10 >= 9 * length
        # Of two speakers in a sentence the first, unless little of it is theirs.
        share = min(covered, length // 4) if framed else covered
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


def _is_relative(item: Attribution) -> bool:
    text = item.text.lower()
    return text.endswith(_RELATIVE) or text.startswith(("who ", "which "))


def _told(claim: Span, attributions: Sequence[Attribution]) -> int:
    """How much of the claim is content of the attributions whose frame stands in it."""
    total, reached = 0, claim.start
    parts = [
        part
        for item in attributions
        if item.cue is not None and item.cue.within(claim) and not _is_relative(item)
        for part in item.content
    ]
    for part in sorted(parts):
        start, end = max(part.start, reached), min(part.end, claim.end)
        if end > start:
            total, reached = total + end - start, end
    return total


def _is_all(claim: Span, item: Attribution, covered: int) -> bool:
    """Whether the claim is little but source, cue and content ("Oslo denied it").

    Of a main clause an eighth is enough: "Ana Ruiz, who has led the guild for ten years and
    lives in Lima, said it would wait". Of "X did A, saying B" it takes a quarter.
    """
    if item.cue is None:
        return False
    length = claim.end - claim.start
    cue = _shared(claim, item.cue)
    least = 4 if AFTER_MAIN_VERB in item.reason else 8
    if IN_PASSING not in item.reason and (covered + cue) * least >= length:
        return True
    named = _shared(claim, Span(item.start, item.end)) + cue
    return (covered + named) * 10 >= length * 7


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
