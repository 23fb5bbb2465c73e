"""The noun phrase that names a source, left of its verb."""

from timeline.extract.attribution.cues import CUES, Frame
from timeline.extract.attribution.leads import past_lead, speaks, without_part
from timeline.extract.attribution.page import Page
from timeline.extract.attribution.reading import goes_on_to
from timeline.extract.attribution.trims import (
    NEAR,
    PERIODS,
    before_apposition,
    before_bracket,
    before_time,
    describes,
    whole_list,
)
from timeline.extract.verbs import (
    BE,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    is_base,
    is_gerund,
    is_past,
)
from timeline.extract.words import word_set

_ADVERBS = word_set(
    "also then later earlier again still now even just not never already recently once since "
    "only soon meanwhile today yesterday first further instead previously reportedly "
    "repeatedly too often always long rightly twice simply last n't neither"
)
_CLAUSE_WORDS = word_set(
    "that but while because although though when whereas if whether what how why where so than "
    "unless until after before since as which whom yet or nor"
)
_LEAD_WORDS = PREPOSITIONS | word_set(
    "but and however meanwhile still yet so also then now later earlier today yesterday tonight "
    "when while although though because if moreover instead indeed thus therefore nevertheless "
    "nonetheless finally separately additionally furthermore speaking asked citing quoting "
    "according last this next once first second third recently afterwards otherwise similarly "
    "responding referring writing addressing noting saying adding monday tuesday wednesday "
    "thursday friday saturday sunday ultimately again sometimes perhaps clearly"
)
_PLAIN_PREPOSITIONS = word_set("at in on for with from about over under more nearly")
_PLAIN_OPENERS = word_set("by in on at from to with last this earlier late yesterday today")
_CONJOINED = word_set("and but or yet so then")
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
# "He's", "they've": subject and auxiliary in one word.
_NAMES_TOO = word_set("may will")
_SHORTENED = frozenset(
    word for word in BE | HAVE | MODALS if "'" in word[1:] and not word.endswith("n't")
)
_GROUP_WORDS = (BE | HAVE | MODALS | DO | _ADVERBS) - _SHORTENED
_INTERPOSED = PREPOSITIONS | word_set("however meanwhile too though along asked reached")
_RELATIVES = word_set("who which whose whom where")
_NO_SUBJECT = (MODALS | BE | PREPOSITIONS) - _SHORTENED
_OBJECT_PRONOUNS = word_set("us me him them")
_NOMINATIVE = word_set("he she it they we i")
_RELATIVE_THAT = word_set("which that whom")
_RELATIVE_ENDS = _RELATIVE_THAT | {"that"}
_JOINING = _CLAUSE_WORDS | _CONJOINED
_FURTHEST_APPOSITION = 45


def verb_group_start(page: Page, verb: int, low_bound: int) -> int:
    """First token of the verb's group: auxiliaries and adverbs before it belong to it."""
    low = page.words.low
    at = verb
    while at > low_bound:
        word = low[at - 1]
        if (
            word in PERIODS
            and at - 2 > low_bound
            and low[at - 2] in NEAR
            and _takes_time(page, at - 3)
        ):
            at -= 2  # "police had last month charged"
            continue
        adverb = word.endswith("ly") and len(word) > 4 and not page.words.capital(at - 1)
        if word in _NAMES_TOO and page.words.capital(at - 1) and not is_base(low[at]):
            break  # "May has said": the prime minister
        both = word == "both" and at - 1 > low_bound and low[at - 2] != ","
        if word not in _GROUP_WORDS and not adverb and not both:
            break
        at -= 1
    return at


def _takes_time(page: Page, at: int) -> bool:
    """ "had last month denied", "Ruiz, the mayor, last month denied"."""
    return page.words.low[at] in HAVE or page.words.low[at] == ","


def chain_start(page: Page, verb: int, low_bound: int) -> int:
    """The same, through "went on to say" and "continued to insist"."""
    at = verb_group_start(page, verb, low_bound)
    low = page.words.low
    if at - 1 > low_bound and low[at - 1] == "to" and goes_on_to(low, at - 1, low_bound):
        return verb_group_start(page, at - 2 if low[at - 2] != "on" else at - 3, low_bound)
    return at


def source_before(page: Page, first: int, end: int) -> tuple[int, int] | None:
    """Source phrase that ends at token `end` (exclusive), not reaching left of `first`."""
    words = page.words
    last = end - 1
    while last >= first and words.low[last] in _WEEKDAYS and last > first:
        last -= 1
        if words.low[last] == "on":
            last -= 1
    last = before_bracket(page, first, last)
    apposed = last >= first and words.low[last] in {",", ")", "—", "–", "―", "-"}
    if apposed:
        last -= 1
    if last < first:
        return None
    start = _apposed_start(page, first, last) if apposed else _simple_start(page, first, last)
    start = past_lead(words, _after_lead(page, past_lead(words, start, last), last), last)
    last = before_time(words, start, without_part(words, start, last))
    while start <= last and not words.is_word(start) and words.raw[start] not in "#@$":
        start += 1
    if words.low[last] in _NOMINATIVE and words.low[last - 1] != "and":
        start = last  # "people it calls rebels"
    if start > last or page.closes_quote(last) or not speaks(words, start):
        return None
    if start == last and words.raw[start].isdigit():
        return None
    if apposed:
        if describes(page, start, end):
            return None
        last = _without_interposed(page, start, last)
    else:
        start = whole_list(page, first, before_apposition(page, first, start), last)
    if words.low[start] in _JOINING and words.low[start] not in _RELATIVE_THAT:
        return None
    if words.low[last] in _JOINING and words.low[last] not in _RELATIVE_ENDS:
        return None
    if start == last and words.low[start].endswith("ing") and is_gerund(words.low[start]):
        return None
    alone = start == last or words.low[last - 1] not in PREPOSITIONS
    if (alone and words.low[last] in _OBJECT_PRONOUNS) or words.low[start] == "to":
        return None
    name = words.low[start] in _NAMES_TOO and words.capital(start)
    if words.low[last] in PREPOSITIONS or (words.low[start] in _NO_SUBJECT and not name):
        return None
    if start == last and is_past(words.low[start]) and not words.capital(start):
        return None
    return start, last


def _is_main_verb(page: Page, first: int, at: int) -> bool:
    if not page.finite(at) or _is_reduced(page, at):
        return False
    return not _in_relative(page, first, at)


def _is_reduced(page: Page, at: int) -> bool:
    """ "A report released on Monday says": what looks like a verb only describes the noun."""
    low = page.words.low
    follows = low[at + 1] if at + 1 < len(low) else ""
    speech = Frame.SAY in CUES.get(low[at], ()) or Frame.TELL in CUES.get(low[at], ())
    if speech or low[at] in _GROUP_WORDS or Frame.HOLD in CUES.get(low[at], ()):
        return False
    if low[at].endswith("s"):
        return True  # "a federal appeals court"
    return is_past(low[at]) and (follows in _PLAIN_OPENERS or follows in _WEEKDAYS)


def _simple_start(page: Page, first: int, last: int) -> int:
    """Walk left to the comma, clause word or earlier finite verb that the subject follows."""
    low = page.words.low
    relative = False
    at = last
    while at >= first:
        word = low[at]
        if word in {",", ";", ":", "—", "–", "―", "--", "(", "...", "…"} or page.closes_quote(at):
            return at + 1
        if word in _CLAUSE_WORDS and at < last:
            return at + 1
        if at < last and word.endswith("ing") and word in CUES:
            return at + 1  # "keeps saying she did it"
        if word == "who" and at > first and low[at - 1] != ",":
            relative = True
        elif word in _CONJOINED:
            asked = first > 0 and low[first] in PREPOSITIONS and low[first - 1] in CUES
            if asked or page.has_finite(max(first, at - 12), at):
                return at + 1  # "asked for a picture and Ruiz said"
        elif at < last and not relative and _is_main_verb(page, first, at):
            return at + 1
        at -= 1
    return first


def _in_relative(page: Page, first: int, verb: int) -> bool:
    low = page.words.low
    return any(low[i] in {"who", "which"} for i in range(max(first, verb - 4), verb))


def _apposed_start(page: Page, first: int, last: int) -> int:
    """ "A, who did B, said": start of A, the first part that is no lead-in of the sentence."""
    low = page.words.low
    lowest = max(first, last - _FURTHEST_APPOSITION)
    cuts = [i for i in range(lowest, last + 1) if low[i] in {",", "—", "–", "―", ";", ":"}]
    starts = [lowest, *(cut + 1 for cut in cuts)]
    ends = [*cuts, last + 1]
    parts = list(zip(starts, ends, strict=True))
    chosen = len(parts) - 2 if len(parts) > 1 else 0
    while chosen > 0 and _continues_name(page, *parts[chosen]):
        chosen -= 1
    return _simple_start(page, parts[chosen][0], parts[chosen][1] - 1)


def _continues_name(page: Page, start: int, end: int) -> bool:
    """A part between commas that cannot be a name itself: an age, "a teacher", "D-Ohio"."""
    if start >= end:
        return True
    word = page.words.low[start]
    if page.words.raw[start].isdigit() and end - start <= 2:
        return True
    return word in {"a", "an", "who", "which", "whose", "then"} or word in {"jr", "sr", "now"}


def is_lead(page: Page, start: int, end: int) -> bool:
    """Whether the tokens before a comma only set the scene ("On Monday", "When asked")."""
    low = page.words.low
    if start >= end or not page.has_finite(start, end):
        return True
    if low[start] not in _LEAD_WORDS:
        return False
    if low[start] not in _PLAIN_PREPOSITIONS:
        return True
    verb = next(i for i in range(start, end) if page.finite(i))
    return any(low[i] in _CLAUSE_WORDS or low[i] == "who" for i in range(start, verb))


def _without_interposed(page: Page, start: int, last: int) -> int:
    """ "A US official, speaking on condition of anonymity," is named by its first part alone."""
    low = page.words.low
    for at in range(start + 1, last):
        follows = low[at + 1]
        if low[at] == "," and (follows in _INTERPOSED or follows.endswith("ing")):
            return at - 1
        if low[at] == "," and follows in _RELATIVES:
            return at - 1
    return last


def _after_lead(page: Page, start: int, last: int) -> int:
    """Past conjunctions, adverbs and a lead-in phrase without a comma of its own."""
    words = page.words
    while start < last and (words.low[start] in _CONJOINED or words.low[start] in _ADVERBS):
        start += 1
    if start < last and words.low[start] in {"in", "at", "on", "during", "after", "before", "with"}:
        if words.low[last] in PRONOUNS:
            return last
        name = last
        while name > start and words.capital(name):
            name -= 1
        if name < last and words.low[name] not in {"in", "at", "on", "of", "the"}:
            return name + 1
    return start
