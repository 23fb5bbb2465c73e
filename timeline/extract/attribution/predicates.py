"""What somebody holds, told without a verb of saying: "is convinced that", "her view is that"."""

from timeline.extract.attribution.contents import right_content
from timeline.extract.attribution.cues import ATTITUDES, SAYING_NOUNS
from timeline.extract.attribution.page import Found, Page
from timeline.extract.attribution.subjects import source_before, verb_group_start
from timeline.extract.verbs import BE, PRONOUNS
from timeline.extract.words import word_set

_LINKING = BE | word_set("remain remains remained feel feels felt became grew seems seemed")
_NOBODY = word_set("it there this that what these those which")
_POSSESSIVES = word_set("his her their its my our")
_LONGEST_OWNER = 6


def attitude(page: Page, number: int, first: int, end: int) -> Found | None:
    """ "Ruiz is convinced that ..." and "Ruiz made it clear that ..."."""
    low = page.words.low
    for at in range(first + 1, end - 3):
        if page.in_quote[at] >= 0 or (low[at] not in ATTITUDES and low[at] != "clear"):
            continue
        clause = low[at + 1] == "that" or (
            low[at + 1] in PRONOUNS and page.has_finite(at + 2, min(end, at + 6))
        )
        group = _linked(page, first, at)
        if not clause or group is None:
            continue
        source = source_before(page, first, group)
        content = right_content(page, at + 1, end)
        if source is None or content is None or low[source[1]] in _NOBODY:
            continue
        return Found(source, (group, at), [content], f"“{low[at]}” with what is held", number)
    return None


def _linked(page: Page, first: int, at: int) -> int | None:
    """First token of the verb group that joins the adjective at `at` to its subject."""
    low = page.words.low
    back = at - 1
    if low[at] == "clear":
        back -= low[back] == "it"
        made = back > first and low[back] in {"made", "makes", "make", "making"}
        return verb_group_start(page, back, first) if made else None
    while back >= first and (
        low[back].endswith("ly") or low[back] in {"so", "very", "also", "not"}
    ):
        back -= 1
    if back < first or low[back] not in _LINKING:
        return None
    shortened = "'" in low[back]  # "she's sure that"
    return back + 1 if shortened else verb_group_start(page, back, first)


def owned_noun(page: Page, number: int, first: int, end: int) -> Found | None:
    """ "Ruiz’s answer was that ..." and "Their message is: “...”"."""
    low, words = page.words.low, page.words
    if SAYING_NOUNS.isdisjoint(low[first:end]):
        return None
    for at in range(first + 1, end - 3):
        if low[at] not in SAYING_NOUNS or low[at + 1] not in {"is", "was", "remains"}:
            continue
        opened = low[at + 2] == "that" or page.opens_quote(at + 2)
        content = right_content(page, at + 2, end)
        source = _owner(page, first, at)
        if opened and source and content:
            form = f"“{words.quote(at, at + 1)}” with its content after it"
            return Found(source, (at, at + 1), [content], form, number)
    return None


def _owner(page: Page, first: int, noun: int) -> tuple[int, int] | None:
    """Whose the noun is: "her", or the name before an apostrophe."""
    words = page.words
    for at in range(noun - 1, max(first - 1, noun - _LONGEST_OWNER), -1):
        if words.low[at] in _POSSESSIVES:
            return at, at
        if words.possessive(at):
            start = at
            while start > first and words.is_word(start - 1) and words.capital(start - 1):
                start -= 1
            if start > first and words.low[start - 1] in {"the", "a", "this"}:
                start -= 1
            return start, at
        if not words.is_word(at) or page.finite(at):
            return None
    return None
