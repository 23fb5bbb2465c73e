"""Quotations whose speaker the place tells: before a colon, beside the closing mark.

Here any verb will do: "Ruiz shrugged: “We wait.”", "“We wait,” Ruiz sighed".
"""

from timeline.extract.attribution.contents import left_content, right_content
from timeline.extract.attribution.cues import CUES, PAPERS, Frame
from timeline.extract.attribution.frames import frame_at, gerund_source
from timeline.extract.attribution.page import AFTER_CONTENT, BLOCK, Found, Page
from timeline.extract.attribution.reading import read_cue
from timeline.extract.attribution.subjects import source_before, verb_group_start
from timeline.extract.attribution.turned import source_after
from timeline.extract.verbs import BE, HAVE, MODALS, PREPOSITIONS, is_past
from timeline.extract.words import word_set

_BEFORE_NOUN = word_set("to a the this following his her its their")
_PRINTED = PAPERS | word_set("transcript excerpt excerpts text remarks message email")
_LONGEST_PAPER = 5
_LONGEST_LEAD = 45
_LONGEST_UNQUOTED_LEAD = 25
_FURTHEST_CUE = 14
_FURTHEST_VERB = 12
_LONGEST_TAG = 9
_SUBJECTS = word_set("he she they it the a an one another his her their")
_SUBORDINATING = word_set("when after before as while if because although though since once")
_NO_SPEECH = BE | HAVE | MODALS
_CLAUSE_ENDS = frozenset(",?!-—–…")


def block_lead(page: Page, number: int, first: int, end: int) -> Found | None:
    """ "The agency notes:" at the end of a paragraph; with any verb when a quotation follows."""
    low, words = page.words.low, page.words
    if low[end - 1] != ":" or end - first > _LONGEST_LEAD:
        return None
    tail = page.text[words.ends[end - 1] : words.ends[end - 1] + 3]
    if tail.strip(" ") and not tail.lstrip(" ").startswith(("\n", "\r")):
        return None
    quoted = end < len(words) and page.opens_quote(end)
    found = _speaker_before_colon(page, first, end - 1, any_verb=quoted)
    if found is None and quoted:
        found = _paper_before_colon(page, first, end - 1)
    if found is None or (not quoted and end - first > _LONGEST_UNQUOTED_LEAD):
        return None
    source, cue = found
    form = f"“{words.quote(source[0], end - 1)}” {BLOCK}"
    return Found(source, cue, [], form, number)


def colon_and_quote(page: Page, number: int, first: int, end: int) -> Found | None:
    """ "Ruiz shrugged: “We wait.”" when the verb is not next to the colon or does not report."""
    low = page.words.low
    if ":" not in low[first + 1 : end]:
        return None
    for colon in range(first + 1, min(end - 1, first + _LONGEST_LEAD)):
        if low[colon] != ":" or not page.opens_quote(colon + 1) or page.in_quote[colon] >= 0:
            continue
        said = read_cue(page, colon - 1, first)
        if (said and said.frame is not Frame.OBJECT) or _says_already(
            page, number, first, colon, end
        ):
            return None
        found = _speaker_before_colon(page, first, colon, any_verb=True)
        content = right_content(page, colon + 1, end)
        if found is None or content is None:
            return None
        return Found(found[0], found[1], [content], "a colon and a quotation", number)
    return None


def _says_already(page: Page, number: int, first: int, colon: int, end: int) -> bool:
    """Whether somebody says all that follows: "She said he shouted: “Stop.”"."""
    quote = page.words.starts[colon + 1]
    for at in range(first, colon):
        options = CUES.get(page.words.low[at], {})
        if Frame.SAY in options or Frame.TELL in options:
            item = frame_at(page, number, first, at, end)
            return item is not None and any(p.start < quote < p.end for p in item.content)
    return False


def _speaker_before_colon(
    page: Page, first: int, colon: int, any_verb: bool
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Source and cue: by the last verb of saying before the colon, else by the main verb."""
    low = page.words.low
    if any_verb and low[first] in CUES and is_past(low[first]) and page.words.capital(first + 1):
        return (first + 1, colon - 1), (first, first)  # "Added Ruiz:"
    reach = _LONGEST_LEAD if any_verb else _FURTHEST_CUE
    for at in range(colon - 1, max(first, colon - reach), -1):
        options = CUES.get(low[at])
        if not options or not (Frame.SAY in options or Frame.TELL in options):
            continue
        if low[at - 1] in PREPOSITIONS or low[at - 1] in _BEFORE_NOUN:
            continue
        if low[at].endswith("ing"):
            source = gerund_source(page, first, at)
            return (source, (at, at)) if source else None
        source = source_before(page, first, verb_group_start(page, at, first))
        if source:
            return source, (at, at)
    if not any_verb:
        return None
    name = _name_before(page, first, colon)
    if name:
        return name, (colon, colon)
    source = gerund_source(page, _main_clause(page, first, colon), colon)
    if source is None:
        return None
    after = source[1] + 1
    verb = next((i for i in range(after, colon) if page.finite(i)), after)
    return source, (verb, verb)


def _paper_before_colon(
    page: Page, first: int, colon: int
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """ "Partial transcript as follows:" names no speaker, only where the words stand."""
    for at in range(first, min(colon, first + _LONGEST_PAPER)):
        if page.words.low[at] in _PRINTED:
            return (first, at), (at + 1, colon)
    return None


def _name_before(page: Page, first: int, colon: int) -> tuple[int, int] | None:
    """ "It is no surprise to Ana Ruiz: “...”": a full name at the colon."""
    words = page.words
    start = colon
    while start > first and words.is_word(start - 1) and words.capital(start - 1):
        start -= 1
    return (start, colon - 1) if colon - start >= 2 else None


def _main_clause(page: Page, first: int, end: int) -> int:
    """Past a clause or phrase that opens the sentence: "When he died in 1998, Ruiz said"."""
    low = page.words.low
    if low[first] not in _SUBORDINATING:
        return first
    return next((i + 1 for i in range(first + 1, end - 2) if low[i] == ","), first)


def quote_and_speaker(page: Page, number: int, first: int, end: int) -> Found | None:
    """ "“We wait,” Ruiz sighed" and "“We wait,” sighed Ruiz": a verb beside the quotation."""
    if page.closing.isdisjoint(range(first + 2, end - 2)):
        return None
    for close in range(first + 2, end - 2):
        if (
            not page.closes_quote(close)
            or page.text[page.words.ends[close] - 2] not in _CLAUSE_ENDS
        ):
            continue
        found = _speaker_beside(page, close + 1, end)
        content = left_content(page, first, close)
        if found is None or content is None:
            continue
        contents = [content]
        for at in range(found[1] + 1, end):
            quote = page.quote_of(at) if page.opens_quote(at) else None
            if quote and quote not in contents:
                contents.append(quote)
        return Found(found[0], (found[1], found[1]), contents, "beside a quotation", number)
    return None


def _speaker_beside(page: Page, start: int, end: int) -> tuple[tuple[int, int], int] | None:
    """Source and verb in the words after a quotation that ends with a comma or the like."""
    low, words = page.words.low, page.words
    if page.in_quote[start] >= 0:
        return None
    if is_past(low[start]) and not words.capital(start):
        source = source_after(page, start + 1, end)
        named = source and (words.capital(source[0]) or low[source[0]] in _SUBJECTS)
        return (source, start) if source and named else None
    if not (words.capital(start) or low[start] in _SUBJECTS):
        return None
    for at in range(start + 1, min(end, start + _FURTHEST_VERB)):
        if page.in_quote[at] >= 0 or low[at] in {".", ";"}:
            return None
        if page.finite(at):
            source = source_before(page, start, at) if low[at] not in _NO_SPEECH else None
            return (source, at) if source else None
    return None


def speaker_alone(page: Page, number: int, first: int, end: int) -> Found | None:
    """ "Ruiz said." after a quotation that ended with a full stop of its own."""
    low, words = page.words.low, page.words
    if first == 0 or end - first < 2 or not page.closes_quote(first - 1):
        return None
    if "\n" in page.text[words.ends[first - 1] : words.starts[first]]:
        return None
    if page.text[words.ends[first - 1] - 2] in "?!":  # "“Who pays?” Ruiz asked, rising."
        beside = _speaker_beside(page, first, end)
        quote = page.quote_of(first - 1)
        if beside and quote and (low[beside[1]] in CUES or low[beside[1]] == "went"):
            return Found(beside[0], (beside[1], beside[1]), [quote], AFTER_CONTENT, number)
    verb = end - 2
    options = CUES.get(low[verb])
    if end - first > _LONGEST_TAG or low[end - 1] != "." or not options or Frame.SAY not in options:
        return None
    source = source_before(page, first, verb_group_start(page, verb, first))
    quote = page.quote_of(first - 1)
    if source is None or quote is None:
        return None
    return Found(source, (verb, verb), [quote], AFTER_CONTENT, number)
