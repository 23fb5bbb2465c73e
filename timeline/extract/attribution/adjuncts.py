"""What may stand between a reporting verb and its content: when, where and to whom it was said."""

from timeline.extract.attribution.page import Page
from timeline.extract.verbs import is_base
from timeline.extract.words import word_set

_WHEN = word_set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier "
    "later recently again also too there afterward afterwards then publicly flatly repeatedly "
    "simply bluntly separately morning afternoon evening night"
)
_PLACES_OF_SPEECH = word_set(
    "statement interview speech tweet report letter email post memo address note article column "
    "briefing conference rally meeting debate event hearing call appearance announcement filing "
    "message video release transcript session editorial summary testimony twitter facebook "
    "television tv radio cnn fox nbc abc cbs bbc telegram reporters journalists remarks forum "
    "news lawmakers"
)
_ADJUNCT_OPENERS = word_set("in on at during to via of through after before")
_LONGEST_ADJUNCT = 14


def after_adjuncts(page: Page, at: int, end: int) -> int:
    """First token after "on Monday", "in a statement", "to reporters": where content begins."""
    low = page.words.low
    moved = True
    while moved and at < end:
        moved = False
        if low[at] in _WHEN or (low[at].endswith("ly") and len(low[at]) > 4):
            at, moved = at + 1, True
        elif low[at] in {"last", "this", "next", "late", "early"} and at + 1 < end:
            if low[at + 1] in _WHEN or low[at + 1] in {"week", "month", "year", "summer", "spring"}:
                at, moved = at + 2, True
        elif low[at] in _ADJUNCT_OPENERS:
            past = _past_phrase(page, at, end)
            moved, at = past > at, past
    if at < end and low[at] == "," and at + 1 < end:
        at += 1
    return at


def _past_phrase(page: Page, at: int, end: int) -> int:
    """Past a prepositional phrase whose noun is a time or an occasion to speak, else `at`."""
    low = page.words.low
    limit = min(end, at + _LONGEST_ADJUNCT)
    if low[at] == "to" and at + 1 < end and (is_base(low[at + 1]) or low[at + 1] == "be"):
        return at
    for i in range(at + 1, limit):
        if low[i] == "that" or page.opens_quote(i):
            return i
        if low[i] in _WHEN or low[i] in _PLACES_OF_SPEECH:
            follow = low[i + 1] if i + 1 < end else ""
            if follow not in _PLACES_OF_SPEECH and not page.words.capital(min(i + 1, end - 1)):
                if follow in {"with", "to", "in", "on", "for", "of", "at"}:
                    continue
                return i + 1
        if low[i] in {",", ".", ":"} or page.finite(i):
            return i if low[i] in {",", ":"} else at
    return at
