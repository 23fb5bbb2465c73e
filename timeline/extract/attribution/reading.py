"""Whether a word of a sentence introduces content: a verb that reports, not a noun like it."""

from collections.abc import Sequence

from timeline.extract.attribution.cues import (
    ATTITUDES,
    CUES,
    PAPERS,
    PARTICLES,
    SAYING_NOUNS,
    Cue,
    Frame,
)
from timeline.extract.attribution.page import Page
from timeline.extract.verbs import DETERMINERS, DO, MODALS, PREPOSITIONS, PRONOUNS
from timeline.extract.words import word_set

_UNDET_NOUN = DETERMINERS - PRONOUNS - {"both"} | word_set("no")
# Their plain and -s forms are nouns as well: verbs only with a subject before or an object after.
_NOUN_LIKE = word_set(
    "claim report state rule question demand remark offer protest call support advocate promise "
    "pledge vow request comment answer reply tweet post note charge estimate forecast signal "
    "document judge guess dream doubt fear hope worry view regard hint attack challenge praise "
    "quote reference talk appeal voice brief vote mention highlight detail outline shout chant "
    "wonder show find point address counter label brand mock rule feel begin judge boast condemn"
) - {"find", "begin", "condemn"}
_PAPER_VERBS = word_set("publish issue")  # "published a report", not "issued visas"
_STAYING = word_set("remain remains remained feel feels felt seem seems seemed grew became")
_ISSUED = PAPERS | SAYING_NOUNS | word_set("paper papers")
_GOING_ON = word_set(
    "went goes going go continued continues continuing began begins beginning started starts "
    "tried tries trying sought seeks seeking rushed rushes paused hastened took takes taken "
    "proceeded used"
)
_SURE_SUBJECTS = word_set("he she it who which they we i you not never")
_OBJECT_OPENERS = (
    word_set("that how what why whether when where if it him them us me no not more to for out")
    | DETERMINERS
)
_WITH_INFINITIVE = word_set("hope expect fear")
_BEFORE_TURNED = frozenset({",", ")", "—", "–", "―", "”", '"', "''"})
_PARTICIPLE_BEFORE = word_set(", once long widely largely first originally")
_PHRASAL_CALL = word_set("in to off up back into upon at by from with")
_PLURALS = word_set(
    "they we i you people police officials who women men some many others both data media"
)


def read_cue(page: Page, at: int, low_bound: int) -> Cue | None:
    """The way the word at `at` introduces content, or None when it is a noun or an infinitive."""
    low = page.words.low
    options = CUES.get(low[at])
    if not options:
        return None
    before = low[at - 1] if at > low_bound else ""
    goes_on = before == "to" and goes_on_to(low, at - 1, low_bound)
    if before in _UNDET_NOUN or before in {"of", "from"} or before.isdigit():
        return None
    if before == "to" and not goes_on:
        return None
    if before in _STAYING and low[at] in ATTITUDES:
        return None  # "remain worried" is told by the adjective
    if at > low_bound and page.words.possessive(at - 1) and not before.endswith("'s"):
        return None  # "his lawyer's claim", not "he's claiming"
    if at > low_bound and _is_part_of_name(page, at):
        return None
    following = low[at + 1] if at + 1 < len(low) else ""
    if _is_noun(page, at, low_bound, options):
        return None
    for cue in options.values():
        if cue.base in _PAPER_VERBS and _ISSUED.isdisjoint(low[at + 1 : at + 6]):
            continue
        needed = PARTICLES.get(cue.base)
        if needed and following not in needed and not (cue.base == "see" and following == "as"):
            continue
        if goes_on and cue.frame not in (Frame.SAY, Frame.TELL):
            continue
        if cue.tag == "base" and not goes_on and not _plural_before(page, at, low_bound):
            continue
        if cue.frame is Frame.OBJECT or _clause_follows(page, at, cue):
            return cue
    return None


def goes_on_to(low: Sequence[str], at: int, low_bound: int) -> bool:
    """Whether the "to" at `at` joins a verb to one before it: "went on to say"."""
    back = at - 1
    if back > low_bound and low[back] == "on":
        back -= 1
    return back >= low_bound and low[back] in _GOING_ON


def _is_noun(page: Page, at: int, low_bound: int, options: dict[Frame, Cue]) -> bool:
    """ "rival claims of fraud", "raising questions": no subject before or no object after."""
    cue = next(iter(options.values()))
    if cue.base == "call" and page.words.low[at + 1 : at + 2] and (
        page.words.low[at + 1] in _PHRASAL_CALL
    ):  # fmt: skip
        return True
    if cue.tag not in {"base", "third"} or cue.base not in _NOUN_LIKE:
        return False
    words, low = page.words, page.words.low
    before = low[at - 1] if at > low_bound else ""
    if before in _SURE_SUBJECTS or before in MODALS or before in DO:
        return False
    plural = cue.tag == "base" and before.endswith("s")
    if before.endswith("ing") or (not plural and at > low_bound and page.finite(at - 1)):
        return True
    if cue.tag == "third" and not _has_singular_subject(page, at, low_bound):
        return True
    after = at + 1
    if after >= len(low) or page.finite(after) or low[after] in {"and", "or"}:
        return True
    if not words.is_word(after):
        return not (page.opens_quote(after) or low[after] in {",", ".", ":", "“", '"'})
    if after < len(low) and low[after] in PREPOSITIONS:
        return low[after] not in PARTICLES.get(cue.base, ()) and low[after] not in _OBJECT_OPENERS
    return False


def _has_singular_subject(page: Page, at: int, low_bound: int) -> bool:
    """A name, or a noun with a determiner: "the ministry claims", not "rival claims"."""
    words, low = page.words, page.words.low
    back = at - 1
    while back > low_bound and (low[back].endswith("ly") or low[back] in {"also", "still", "now"}):
        back -= 1
    if any(low[i].isdigit() for i in range(max(low_bound, back - 1), back + 1)):
        return False  # "0.1 percentage points"
    if back < low_bound or not words.is_word(back):
        return back >= low_bound and low[back] in _BEFORE_TURNED
    if words.capital(back):
        return True
    if low[back].endswith("s") and not low[back].endswith("ss"):
        return "of" in low[max(low_bound, back - 6) : back]  # "an analysis of the returns shows"
    for i in range(back, max(low_bound - 1, back - 6), -1):
        if words.capital(i) or low[i] in DETERMINERS or words.possessive(i):
            return True
        if not words.is_word(i) or page.finite(i):
            return False
    return False


def _is_part_of_name(page: Page, at: int) -> bool:
    """ "United States imposed": a capital in running text; in a headline all have capitals."""
    words = page.words
    if not words.capital(at):
        return False
    if words.low[at] in {"states", "state"}:
        return True
    if at and words.capital(at - 1) and words.raw[at + 1 : at + 2] in ([","], [")"]):
        return True  # "Stevie Wonder, who sang"
    if 0 < at < len(words) - 1 and words.capital(at - 1) and words.capital(at + 1):
        near = words.raw[max(0, at - 5) : at + 6]
        return any(len(word) > 3 and word.islower() for word in near)  # "Rapid Support Forces"
    return at + 1 < len(words) and words.raw[at + 1][:1].islower()


def _plural_before(page: Page, at: int, low_bound: int) -> bool:
    """A base form is finite after a plural, a pronoun or an auxiliary ("officials say")."""
    low = page.words.low
    back = at - 1
    while back >= low_bound and (low[back].endswith("ly") or low[back] in {"also", "still", "now"}):
        back -= 1
    if back < low_bound:
        return False
    word = low[back]
    if word in _PLURALS or word in MODALS or word in DO or _is_plural(word):
        return True
    joined = any(low[i] == "and" for i in range(max(low_bound, back - 4), back))
    if word in {",", ")", "not"} or (joined and page.words.capital(back)):
        return True
    if CUES[low[at]].keys() <= {Frame.SAY, Frame.HOLD} and low[at] not in _NOUN_LIKE:
        return _plural_head(page, back, low_bound)
    return False


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "sui"


def _plural_head(page: Page, last: int, low_bound: int) -> bool:
    """ "Officials in Lima", "those close to him": a plural, then a preposition."""
    low = page.words.low
    for i in range(last - 1, max(low_bound - 1, last - 10), -1):
        if not page.words.is_word(i) or page.finite(i):
            return False
        plural = low[i] in _PLURALS or low[i] == "those" or _is_plural(low[i])
        if plural and (low[i + 1] in PREPOSITIONS or low[i + 1] == "close"):
            return True
    return False


def _clause_follows(page: Page, at: int, cue: Cue) -> bool:
    """HOLD verbs count only with a clause; SAY and TELL are tried by the frames themselves."""
    if cue.frame is not Frame.HOLD:
        return True
    low = page.words.low
    following = low[at + 1 : at + 2]
    if not following:
        return False
    if following[0] in {"that", "."}:
        return True
    if following[0] == "to":
        return cue.base in _WITH_INFINITIVE and low[at - 1] not in _PARTICIPLE_BEFORE
    if following[0] in {"of", "in", ",", ".", "for", "about", "by"}:
        return False
    if not PAPERS.isdisjoint(low[max(0, at - 12) : at]):
        return True  # "the audit found no debts", not "police found no bomb"
    return page.has_finite(at + 2, min(at + 24, len(low)))
