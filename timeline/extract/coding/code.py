"""The PLOVER type and mode of a statement, from its verbs and nouns and their frames."""

from collections.abc import Sequence

from timeline.extract.coding.compose import compose, governor
from timeline.extract.coding.hits import Hit, find_hits
from timeline.extract.coding.lexicon import lexicon
from timeline.extract.standing.mood import main_verb
from timeline.extract.words import Words, word_set, words_in
from timeline.records import Coding, Mention, Span
from timeline.vocabulary import TYPE_LABEL

LEAST_CONFIDENCE = 0.3
# What the sentence says happened, before what it mentions of other times.
_MAIN_VERB = 0.2


def code_event(
    text: str,
    statement: Span,
    mentions: Sequence[Mention],
    between: tuple[Span, Span] | None = None,
) -> Coding | None:
    """Type and mode of the event a statement tells, None when no word of it decides.

    `statement` and `mentions` carry offsets into `text`. `between`: the two parties asked
    about; the word that joins them is preferred. Confidence is 0 to 1, by the lexicon row
    and by how sure its place in the clause is.
    """
    words = words_in(text, statement.start, statement.end)
    hits = find_hits(words, lexicon())
    if not hits:
        return None
    pair = _token_pair(words, between) if between else _outer_mentions(words, mentions)
    asked = between is not None
    main = None if asked else main_verb(words)

    def weigh(hit: Hit) -> float:
        return _weight(words, hit, pair, asked) + (_MAIN_VERB if _turns_on(hit, main) else 0)

    chosen = max(hits, key=lambda hit: (weigh(hit), -hit.first))
    if "whether" in words.low[: chosen.first] and not asked:
        return None  # left open: "did not say whether aid will be cut"
    weight = weigh(chosen)
    chosen = governor(words, chosen, hits)
    type_, mode, how = compose(words, chosen, hits)
    confidence = round(min(0.95, max(0.05, weight - (0.05 if how else 0.0))), 2)
    if confidence < LEAST_CONFIDENCE and between is None:
        return None
    first = min(chosen.first, chosen.object if chosen.object is not None else chosen.first)
    last = max(chosen.last, chosen.object if chosen.object is not None else chosen.last)
    trigger = Span(words.starts[chosen.first], words.ends[chosen.last])
    shown = words.quote(first, last) if last - first < 10 else words.quote(*chosen[:2])
    reason = f"{TYPE_LABEL[type_]}: “{shown}”{how}"
    return Coding(type_, mode, trigger, confidence, reason)


def _turns_on(hit: Hit, main: int | None) -> bool:
    """The hit is the clause's main verb, or the verb that its auxiliary stands before."""
    return main is not None and hit.row.kind == "verb" and main <= hit.first <= main + 2


def _token_pair(words: Words, between: tuple[Span, Span]) -> tuple[int, int, int, int] | None:
    one, other = sorted(between)
    return words.at(one.start), words.at(one.end), words.at(other.start), words.at(other.end)


def _outer_mentions(words: Words, mentions: Sequence[Mention]) -> tuple[int, int, int, int] | None:
    """First two mentions of different actors inside the statement, as a pair of parties."""
    if not len(words):
        return None
    inside = [m for m in mentions if m.start >= words.starts[0] and m.end <= words.ends[-1]]
    inside.sort(key=lambda mention: mention.start)
    for other in inside[1:]:
        if other.actor != inside[0].actor and other.start >= inside[0].end:
            first = inside[0]
            return (
                words.at(first.start),
                words.at(first.end),
                words.at(other.start),
                words.at(other.end),
            )
    return None


_SUBORDINATORS = word_set(
    "who which whose after following despite amid because since when while during before until if "
    "unless where over though although"
)


def is_subordinate(words: Words, at: int) -> bool:
    """Whether a relative or adverbial opener stands close before, with no comma between."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if words.low[i] in _SUBORDINATORS:
            return True
        if words.low[i] in {",", ";"}:
            return False
    return False


_ARTICLES = word_set("the a an these those")


def _weight(words: Words, hit: Hit, pair: tuple[int, int, int, int] | None, asked: bool) -> float:
    weight = hit.row.confidence
    if hit.object is not None:
        weight += 0.08
    if hit.row.kind == "noun":
        weight -= 0.1
    weight -= 0.004 * hit.first
    if hit.object is not None and hit.object < hit.first and not hit.passive:
        weight -= 0.25  # "the sanctions imposed on Iran": told by the way
    if hit.row.tag in {"past", "participle"} and words.low[hit.first - 1] in _ARTICLES:
        weight -= 0.3  # "the captured pilot"
    followed_by = words.low[hit.last + 1 : hit.last + 2] == ["by"]
    if followed_by and not hit.passive and hit.row.tag in {"past", "participle"}:
        weight -= 0.25
    if is_subordinate(words, hit.first):
        weight -= 0.15
    if pair is None:
        return weight
    one_start, one_end, other_start, other_end = pair
    scale = 1.0 if asked else 0.5
    if one_end <= hit.first < other_start:
        return weight + scale * (0.3 if hit.row.kind != "noun" else 0.15)
    if hit.first < one_start:
        return weight - scale * 0.25
    if other_start <= hit.first < other_end or one_start <= hit.first < one_end:
        return weight - scale * 0.15
    return weight - scale * 0.02 * min(10, hit.first - other_end)
