"""Raw finds: the longest known form at each place, on word boundaries, inside sentences."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.actors.gazetteer import Entry, Gazetteer
from timeline.extract.actors.surface import all_capitals, bounded, line_around, word_before
from timeline.records import Span


class Hit(NamedTuple):
    """A form found, with every reading it may have. `opens`: first thing in its sentence."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    sentence: int
    opens: bool


# In lines of capitals these are more often the small word than the name ("WHO IS NEXT").
_SMALL_WORDS = frozenset({"WHO", "IS", "IT", "AID", "ALL", "AND", "OR", "IN", "AM", "AS", "AT"})
_BEFORE_US = frozenset("JOIN CONTACT ABOUT FOLLOW WITH TO FOR OF LET TELL GIVE LIKE AMONG".split())


def find_hits(folded: str, sentences: Sequence[Span], gazetteer: Gazetteer) -> list[Hit]:
    """Hits in order, not overlapping; of two that begin together the longer one.

    `folded`: the text after `surface.fold`. Nothing outside the sentences is looked at.
    """
    if gazetteer.automaton is None or not sentences:
        return []
    spans = sorted(sentences)
    begin, stop = spans[0].start, max(span.end for span in spans)
    # The headings of an article are a small part of it.
    found = gazetteer.automaton.find_matches_as_indexes(folded[begin:stop], overlapping=True)
    found.sort(key=lambda match: (match[1], -match[2]))
    hits: list[Hit] = []
    at = last_end = 0
    for form, first, last in found:
        start, end = begin + first, begin + last
        if start < last_end:
            continue
        while at < len(spans) and spans[at].end <= start:
            at += 1
        if at == len(spans):
            break
        if start < spans[at].start or end > spans[at].end or not bounded(folded, start, end):
            continue
        if _shouted_small_word(folded, start, end):
            continue
        opens = not folded[spans[at].start : start].strip(" \"'“”(-–—*")
        hits.append(Hit(start, end, gazetteer.entries[form], at, opens))
        last_end = end
    return hits


def _shouted_small_word(folded: str, start: int, end: int) -> bool:
    """Whether a form is only a small word in a line of capitals ("JOIN US", "WHO IS IT")."""
    form = folded[start:end]
    if form == "US":
        return word_before(folded, start) in _BEFORE_US
    return form in _SMALL_WORDS and all_capitals(line_around(folded, start, end))
