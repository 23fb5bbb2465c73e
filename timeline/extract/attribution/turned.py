"""The noun phrase that names a source right of the verb: "“...”, said Ana Ruiz, the mayor"."""

from timeline.extract.attribution.page import Page
from timeline.extract.verbs import DETERMINERS, MODALS, PREPOSITIONS, PRONOUNS, is_past
from timeline.extract.words import TITLES, word_set

_STOP_AFTER = word_set(
    "on during after before as when while while adding citing referring noting saying speaking "
    "earlier yesterday today late last this because if amid where following about that via"
)
_EVENTS = word_set(
    "statement interview speech tweet report email letter article post column memo call"
)
_TITLE_STARTS = word_set("who a an the whose head director")
_PRONOUNS = word_set("he she they i we it us me him them")
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_RELATIVES = word_set("who which whose whom where")


def source_after(page: Page, first: int, end: int) -> tuple[int, int] | None:
    """Source phrase that begins at token `first`; `end` is the end of the sentence."""
    words = page.words
    if first >= end or page.in_quote[first] >= 0 or not words.is_word(first):
        return None
    if words.low[first] in PREPOSITIONS or words.low[first] in MODALS:
        return None
    if words.low[first] in _PRONOUNS:
        return first, first
    last = first
    at = first
    while at < end:
        word = words.low[at]
        if page.opens_quote(at) or word in {".", "?", "!", ";", ":", "—", "–", "―", "(", "”", '"'}:
            short = at > first and (len(words.raw[at - 1]) < 3 or words.low[at - 1] in TITLES)
            if word == "." and at + 1 < end and short and words.capital(at - 1):
                at += 1
                continue
            break
        if at > first and (word in _STOP_AFTER or word in _WEEKDAYS) and words.low[at - 1] != ",":
            break
        if word == "," and at + 1 < end and words.low[at + 1] in _RELATIVES:
            break
        if word == "," and _ends_at_comma(page, at, end):
            break
        if word == "in" and any(words.low[i] in _EVENTS for i in range(at, min(end, at + 5))):
            break
        if word == "to" and words.low[at + 1 : at + 2] == ["reporters"]:
            break
        if word != ",":
            last = at
        at += 1
    return (first, last) if last >= first else None


def _ends_at_comma(page: Page, comma: int, end: int) -> bool:
    """An apposition goes on after a comma ("Luis Rubio, who heads ..."), a clause does not."""
    words = page.words
    if comma + 1 >= end:
        return True
    word = words.low[comma + 1]
    if word in _TITLE_STARTS or words.raw[comma + 1].isdigit():
        return False
    if words.capital(comma + 1) and word not in PRONOUNS and word not in DETERMINERS:
        return False
    return not (word in {"and", "chief", "president", "spokesman", "spokeswoman"} or is_past(word))
