"""What stands before a source without a comma: "On 19 July", "Last week", "After the meeting"."""

from timeline.extract.words import Words, word_set

_OPENERS = word_set(
    "on in at by during since until late early earlier later last this next the that same mid"
)
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight")
_MONTHS = word_set(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
_PARTS = word_set(
    "morning afternoon evening night midnight noon dawn week weekend month year day summer autumn "
    "winter spring hours time moment"
)
_OCCASIONS = word_set(
    "statement interview meeting talks summit visit briefing speech conference call tweet address "
    "attack incident announcement raid strike strikes vote ruling hearing explosion report post"
)
_OCCASION_OPENERS = word_set("in at during after before following")
_SPANS = word_set("minutes hours days weeks months years hour day week month year minute")
_SINCE = word_set("later earlier ago before after")
_LASTING = word_set("for over within")
_LONGEST_SPAN = 5
_LONGEST_OCCASION = 6
_NO_SPEAKER = word_set("nobody none nothing no")


def past_lead(words: Words, start: int, last: int) -> int:
    """First token of the source proper between `start` and `last`, both included.

    Times and occasions before it are passed over; `start` when nothing would be left.
    """
    at = start
    for _ in range(3):
        after = _past_time(words, at, last)
        after = after if after > at else _past_occasion(words, at, last)
        if after == at:
            break
        at = after
    return at if at <= last else start


def _past_time(words: Words, start: int, last: int) -> int:
    low = words.low
    for at in range(start + 1, min(last, start + _LONGEST_SPAN)):
        if low[at] in _SPANS and low[at + 1] in _SINCE:
            return at + 2  # "A few hours later the ministry"
        if low[at] in _SPANS and low[start] in _LASTING:
            return at + 1  # "For four months the ministry"
    at = start
    while at <= last and low[at] in _OPENERS:
        at += 1
    opened = at > start
    first = at
    while at <= last and not words.possessive(at):
        word = low[at]
        sure = word in _DAYS or (opened and word in _PARTS)
        dated = opened and (word in _MONTHS or _is_number(word))
        if not sure and not dated:
            break
        at += 1
    if at == first or at > last or (at - first == 1 and _is_number(low[first]) and
                                    len(low[first]) != 4):  # fmt: skip
        return start
    return at


def _is_number(word: str) -> bool:
    return word.isdigit() or (word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th"))


def _past_occasion(words: Words, start: int, last: int) -> int:
    """Past "after the meeting", when a determiner or a name follows."""
    low = words.low
    opened = start > 0 and low[start - 1] in _OCCASION_OPENERS and low[start] == "the"
    if not opened and low[start] not in _OCCASION_OPENERS:
        return start
    for at in range(start + 1, min(last, start + _LONGEST_OCCASION)):
        if low[at] in _OCCASIONS:
            follows = words.capital(at + 1) or low[at + 1] in {"the", "a", "an", "he", "she", "on"}
            return at + 1 if follows else start
    return start


def speaks(words: Words, start: int) -> bool:
    """Whether anybody is meant: "nobody in Hanoi would say" has no source."""
    return words.low[start] not in _NO_SPEAKER


def without_part(words: Words, start: int, last: int) -> int:
    """Last token of "the Kremlin for its part" without the last three words."""
    if last - start >= 3 and words.low[last] == "part" and words.low[last - 2] == "for":
        last -= 3
        return last - 1 if words.low[last] == "," and last > start else last
    return last
