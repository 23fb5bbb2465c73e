"""The part of a passage that says what happened, when it can stand alone."""

from timeline.extract.verbs import PRONOUNS, finite_at, next_finite
from timeline.extract.words import word_set, words_in
from timeline.records import Span

# What follows "blamed", "hailed", "agreed": a phrase that needs its verb.
_NEVER_FIRST = word_set("to as at for of by against with from who which whom whose over about into")
_FREE_RELATIVE = word_set("what whatever whoever")  # "condemned what they called a coup"
_CONJUNCTION = word_set("that how and but")
_RELATIVE = word_set("who which that whom whose where when because as if what")
_JOINING = word_set("and or but , then also")
_OPENING = word_set("“ \" ' ‘ ,")
_LEADING = _CONJUNCTION | _OPENING
_NO_CLAUSE = _NEVER_FIRST | _FREE_RELATIVE


def stand_alone(text: str, claim: Span, content: Span) -> Span:
    """`content` without a leading "that" or "and"; the whole claim when it is no clause.

    A reader must be able to read a statement without its frame: "Kyiv hailed the accord as
    a first step" stays whole, "Kyiv said that the accord was a first step" does not need its
    first three words.
    """
    words = words_in(text, content.start, content.end)
    first = 0
    while first < len(words) and words.low[first] in _LEADING:
        first += 1
    if len(words) - first < 3 or words.low[first] in _NO_CLAUSE:
        return claim
    if finite_at(words.low, first) and words.low[first] not in PRONOUNS:
        return claim  # "caps the programme": its subject is elsewhere
    verb = next_finite(words.low, first + 1)
    if verb is None or not _RELATIVE.isdisjoint(words.low[first + 1 : verb]):
        return claim
    if words.low[verb - 1] in _JOINING:
        return claim  # "hailed [the accord and said ...]": the verb goes on from the frame
    start = words.starts[first]
    if start > content.start and words.low[first - 1] not in _CONJUNCTION:
        start = content.start  # keep an opening quotation mark with its closing one
    end = content.end
    if text[end - 1].isspace():  # what follows, "saying ...", is not part of it
        end = start + len(text[start:end].rstrip(" ,;\n"))
    return Span(start, end)
