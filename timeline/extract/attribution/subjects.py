"""The noun phrase that names a source: left of the verb, or right of it when turned round."""

from timeline.extract.attribution.cues import CUES, Frame
from timeline.extract.attribution.leads import past_lead, speaks, without_part
from timeline.extract.attribution.page import Page
from timeline.extract.attribution.reading import goes_on_to
from timeline.extract.verbs import (
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    is_gerund,
    is_past,
)
from timeline.extract.words import TITLES, Words, word_set

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
_STOP_AFTER = word_set(
    "on during after before as when while while adding citing referring noting saying speaking "
    "earlier yesterday today late last this because if amid where following about that via"
)
_EVENTS = word_set(
    "statement interview speech tweet report email letter article post column memo call"
)
# "He's", "they've": subject and auxiliary in one word.
_SHORTENED = frozenset(
    word for word in BE | HAVE | MODALS if "'" in word[1:] and not word.endswith("n't")
)
_GROUP_WORDS = (BE | HAVE | MODALS | DO | _ADVERBS) - _SHORTENED
_TITLE_STARTS = word_set("who a an the whose head director")
_INTERPOSED = PREPOSITIONS | word_set("however meanwhile too though along asked reached")
_RELATIVES = word_set("who which whose whom where")
_NO_SUBJECT = (MODALS | BE | PREPOSITIONS) - _SHORTENED
_OBJECT_PRONOUNS = word_set("us me him them")
_RELATIVE_THAT = word_set("which that whom")
_PERIODS = word_set("week weekend month year summer spring autumn fall winter morning")
_NEAR = word_set("this last")
_SHE_HE = word_set("he she they i we it")
_FURTHEST_APPOSITION = 45


def verb_group_start(page: Page, verb: int, low_bound: int) -> int:
    """First token of the verb's group: auxiliaries and adverbs before it belong to it."""
    low = page.words.low
    at = verb
    while at > low_bound:
        word = low[at - 1]
        if word in _PERIODS and at - 2 > low_bound and low[at - 2] in _NEAR and low[at - 3] in HAVE:
            at -= 2  # "police had last month charged"
            continue
        adverb = word.endswith("ly") and len(word) > 4 and not page.words.capital(at - 1)
        both = word == "both" and at - 1 > low_bound and low[at - 2] != ","
        if word not in _GROUP_WORDS and not adverb and not both:
            break
        at -= 1
    return at


def chain_start(page: Page, verb: int, low_bound: int) -> int:
    """The same, through "went on to say" and "continued to insist"."""
    at = verb_group_start(page, verb, low_bound)
    if at - 1 > low_bound and page.words.low[at - 1] == "to":
        if goes_on_to(page.words.low, at - 1, low_bound):
            back = at - 2 if page.words.low[at - 2] != "on" else at - 3
            return verb_group_start(page, back, low_bound)
    return at


def source_before(page: Page, first: int, end: int) -> tuple[int, int] | None:
    """Source phrase that ends at token `end` (exclusive), not reaching left of `first`."""
    words = page.words
    last = end - 1
    while last >= first and words.low[last] in _WEEKDAYS and last > first:
        last -= 1
        if words.low[last] == "on":
            last -= 1
    last = _before_bracket(page, first, last)
    apposed = last >= first and words.low[last] in {",", ")", "—", "–", "―", "-"}
    if apposed:
        last -= 1
    if last < first:
        return None
    start = _apposed_start(page, first, last) if apposed else _simple_start(page, first, last)
    start = past_lead(words, _after_lead(page, past_lead(words, start, last), last), last)
    last = _before_time(words, start, without_part(words, start, last))
    while start <= last and not words.is_word(start) and words.raw[start] not in "#@$":
        start += 1
    if start > last or page.closes_quote(last) or not speaks(words, start):
        return None
    if start == last and words.raw[start].isdigit():
        return None
    if apposed:
        if _describes(page, start, end):
            return None
        last = _without_interposed(page, start, last)
    else:
        start = _whole_list(page, first, _before_apposition(page, first, start), last)
    if words.low[start] in _CLAUSE_WORDS | _CONJOINED and words.low[start] not in _RELATIVE_THAT:
        return None
    if words.low[last] in _CLAUSE_WORDS | _CONJOINED and words.low[last] not in _RELATIVE_THAT | {"that"}:
        return None
    if start == last and words.low[start].endswith("ing") and is_gerund(words.low[start]):
        return None
    if words.low[last] in _OBJECT_PRONOUNS or words.low[start] == "to":
        return None
    if words.low[last] in PREPOSITIONS or words.low[start] in _NO_SUBJECT:
        return None
    if start == last and is_past(words.low[start]) and not words.capital(start):
        return None
    return start, last


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


def _describes(page: Page, start: int, end: int) -> bool:
    """ "The rifle, described as new, ...": one noun and a comma before a participle."""
    low = page.words.low
    if low[end - 1] != "," or end >= len(low) or not is_past(low[end]):
        return False
    aside = any(low[i] in {",", "—", "–", "―", "(", ")"} for i in range(start, end - 1))
    return not aside and low[end] not in {"said", "told", "wrote"}


def _before_time(words: Words, start: int, last: int) -> int:
    """Last token of "the court this month" and "the two almost" without what is no name."""
    if last - start >= 2 and words.low[last] in _PERIODS and words.low[last - 1] in _NEAR:
        last -= 2
    return last - 1 if last > start and words.low[last] in {"almost", "nearly"} else last


def _before_bracket(page: Page, first: int, last: int) -> int:
    """Last token of "Ana Ruiz (Lima)" or "Ana Ruiz, (Lima)," without the bracket."""
    low = page.words.low
    at = last - 1 if last > first and low[last] == "," else last
    if at < first or low[at] != ")":
        return last
    opened = next((i for i in range(at, max(first, at - 9), -1) if low[i] == "("), None)
    if opened is None or opened <= first:
        return last
    return opened - 2 if low[opened - 1] == "," and opened - 2 >= first else opened - 1


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
            if page.has_finite(max(first, at - 12), at):
                return at + 1
        elif at < last and not relative and page.finite(at) and not _in_relative(page, first, at):
            if not _is_reduced(page, at):
                return at + 1
        at -= 1
    return first


def _before_apposition(page: Page, first: int, start: int) -> int:
    """ "Ana Ruiz, a member of the board told": the name before an apposition left open."""
    words = page.words
    name = start - 2
    if name < first or words.low[start] not in {"a", "an"} or words.low[start - 1] != ",":
        return start
    name = _before_bracket(page, first, name)
    last = name
    while name > first and words.capital(name - 1) and words.is_word(name - 1):
        name -= 1
    whole = name >= first and words.capital(name) and last > name and words.low[name] not in PREPOSITIONS
    return name if whole and name == first else start


def _whole_list(page: Page, first: int, start: int, last: int) -> int:
    """ "Russia, China, Cuba and Turkey": back over the names before the last two."""
    words = page.words
    if not words.capital(start) or "and" not in words.low[start + 1 : last]:
        return start
    at = start
    while at - 2 >= first and words.low[at - 1] == "," and words.capital(at - 2):
        name = at - 2
        while name > first and words.capital(name - 1) and words.is_word(name - 1):
            name -= 1
        if name > first and words.low[name - 1] not in {",", "the", "and"}:
            return start
        at = name
    return at


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


def _continues_name(page: Page, start: int, end: int) -> bool:
    """A part between commas that cannot be a name itself: an age, "a teacher", "D-Ohio"."""
    if start >= end:
        return True
    word = page.words.low[start]
    if page.words.raw[start].isdigit() and end - start <= 2:
        return True
    return word in {"a", "an", "who", "which", "whose", "then"} or word in {"jr", "sr", "now"}


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


def source_after(page: Page, first: int, end: int) -> tuple[int, int] | None:
    """Source phrase that begins at token `first`; `end` is the end of the sentence."""
    words = page.words
    if first >= end or page.in_quote[first] >= 0 or not words.is_word(first):
        return None
    if words.low[first] in PREPOSITIONS or words.low[first] in MODALS:
        return None
    if words.low[first] in _OBJECT_PRONOUNS or words.low[first] in _SHE_HE:
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
