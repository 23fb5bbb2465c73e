"""From a reporting verb to source and content: the shapes a sentence of reported speech takes."""

from timeline.extract.attribution.adjuncts import after_adjuncts
from timeline.extract.attribution.contents import (
    clause_end,
    content_after,
    left_content,
    right_content,
    trim,
)
from timeline.extract.attribution.cues import PAPERS, SAYING_NOUNS, Cue, Frame
from timeline.extract.attribution.page import (
    AFTER_CONTENT,
    AFTER_MAIN_VERB,
    IN_PASSING,
    NAMED_SO,
    Found,
    Page,
)
from timeline.extract.attribution.reading import read_cue
from timeline.extract.attribution.subjects import (
    chain_start,
    is_lead,
    source_before,
    verb_group_start,
)
from timeline.extract.attribution.turned import source_after
from timeline.extract.verbs import BE, HAVE, NEGATIONS, PREPOSITIONS, PRONOUNS
from timeline.extract.words import word_set
from timeline.records import Span

_JUDGING = word_set("accuse blame describe criticise")
# What is said of somebody or reported by somebody; "owned by", "offered by" tell no words.
_SAID_BY = _JUDGING | word_set(
    "say tell report announce confirm claim allege reveal disclose describe denounce condemn "
    "criticise criticize praise hail welcome reject dismiss deny question dispute mock ridicule "
    "warn quote cite label dub brand note mention predict estimate document suggest urge ask "
    "attack slam blast applaud commend"
)
# After "met envoys and" these tell what was done, not what was said.
_OFFERING = word_set("assure express voice promise pledge vow offer propose back support agree")
# What is called in the sense of being held.
_CALLED = word_set(
    "meeting meetings session election elections summit conference referendum vote parliament "
    "strike strikes poll polls"
)
# A judgement is somebody's word also in a long sentence, a wish or a mention only in a short one.
_AGAINST = word_set(
    "accuse blame criticise condemn denounce deny call describe dismiss reject compare liken"
)
_END_OF_SENTENCE = 4  # code points: a full stop, a quotation mark, a bracket
_BOUND = word_set("how which where when if because while as whether than whose whom")
# Without quotation marks only these are turned round: "The port is open, says the mayor".
_TURNED = word_set("say write report announce warn argue explain add note tweet claim declare")
_EVERYBODY = word_set("we you one")
_SUBORDINATE = word_set("when if because while after before until since although though")
_CLOSING_MARKS = frozenset({"”", "''"})  # of a quotation whose beginning was not found
_REFUSING = word_set("decline refuse")
_SPEAKING = word_set(
    "comment say answer discuss elaborate speak respond identify give name provide disclose "
    "confirm specify reveal talk reply explain release be"
)
# Said with "not", these tell that nothing was said.
_UNSAID = word_set(
    "say state tell ask comment elaborate clarify respond reply answer disclose reveal explain "
    "announce add speak"
)
_NOUNS_OF_SAYING = SAYING_NOUNS | PAPERS
RELATIVE = frozenset({"who", "which", "that"})


def is_passive(page: Page, at: int, group: int) -> bool:
    low = page.words.low
    return not BE.isdisjoint(low[group:at]) and not low[at].endswith("ing")


def gerund_source(page: Page, first: int, at: int) -> tuple[int, int] | None:
    """ "X did A, saying B": the subject of the sentence's first finite verb."""
    for i in range(first, at):
        if page.in_quote[i] < 0 and page.finite(i) and i > first:
            group = verb_group_start(page, i, first)
            found = source_before(page, first, group)
            if found:
                return found
    return None


def frame_at(page: Page, number: int, first: int, at: int, end: int) -> Found | None:
    """The attribution made by the reporting verb at token `at`, if it makes one.

    `first`: where the sentence, or what is left of it after earlier content, begins.
    """
    cue = read_cue(page, at, first)
    if cue is None:
        return None
    low = page.words.low
    group = chain_start(page, at, first)
    if is_passive(page, at, group):
        return _passive(page, number, first, at, end, cue)
    shortened = group > first and low[group - 1] in BE  # "it's warning"
    if cue.tag == "gerund" and not (shortened or not BE.isdisjoint(low[group:at])):
        return _gerund(page, number, first, at, end, cue)
    if cue.tag == "past" and low[at + 1 : at + 2] == ["by"]:
        return None  # "records maintained by the bank"
    if cue.tag == "participle" and HAVE.isdisjoint(low[group:at]):
        return None
    if cue.frame in (Frame.SAY, Frame.TELL):
        turned = _turned_round(page, number, first, group, at, end, cue)
        if turned:
            return turned
    serial = _is_serial(page, first, group)
    afterwards = group > first and low[group] == "then" and low[group - 1] == ","
    source = None if afterwards or serial else source_before(page, first, group)
    joined = (
        afterwards or serial or (low[group - 1] in {"and", "but", "then"} and group - 1 > first)
    )
    if source is None and joined and cue.base not in _OFFERING:
        source = gerund_source(page, first, group - 1)  # "X did A and said B"
    if source is None or not _is_saying(page, cue, group, at, end):
        return None
    if cue.frame is Frame.HOLD and low[source[1]] in _EVERYBODY:
        return None  # "we now know": the writer's own words
    if low[source[1]] == "nobody":
        return None
    bound = source[0] > first and low[source[0] - 1] in _BOUND
    if bound and cue.frame in (Frame.OBJECT, Frame.HOLD):
        return None
    before = _said_before(page, first, source[0], group, at, end, cue)
    if before:
        return Found(source, (group, at), before, AFTER_CONTENT, number)
    relative = low[source[0]] in RELATIVE or low[source[1]] in RELATIVE
    relative = relative or (source[0] > first and low[source[0] - 1] in _SUBORDINATE)
    content = content_after(page, at, clause_end(page, at, end) if relative else end, cue)
    if content is None:
        return None
    form = "with its content after it"
    passing = cue.frame is Frame.OBJECT and cue.base not in _AGAINST
    if passing or relative or not _is_main(page, number, source[0], content):
        form = IN_PASSING
    if source[0] > first and low[source[0] - 1] == "what":
        form = NAMED_SO
    return Found(source, (group, at), [content], f"“{low[at]}” {form}", number)


def _is_serial(page: Page, first: int, group: int) -> bool:
    """ "Kyiv counted nine drones, said all were shot down": the object is not who says so."""
    low = page.words.low
    if group - 1 <= first or low[group - 1] != "," or "," in low[first : group - 1]:
        return False
    clause = not any(word in _BOUND or word in RELATIVE for word in low[first : group - 1])
    return clause and page.in_quote[group - 2] < 0 and page.has_finite(first + 1, group - 1)


def _is_main(page: Page, number: int, subject: int, content: Span) -> bool:
    """Whether the frame is the sentence's main clause and its content goes on to the end."""
    sentence = page.sentences[number]
    start = page.bounds[number][0]
    if content.end + _END_OF_SENTENCE < sentence.end:
        return False
    low = page.words.low
    lead = low[subject - 1] == "," and is_lead(page, start, subject - 1)
    return subject == start or lead or not page.has_finite(start, subject)


def _after_frame(page: Page, at: int, end: int, cue: Cue) -> int:
    """First token after the verb, who was told, when and where; at most the last one."""
    low = page.words.low
    start = at + 1
    if cue.frame is Frame.TELL:
        told = next((i for i in range(start, min(end, at + 6)) if low[i] == ","), start)
        start = start if page.has_finite(start, told) else told
    return min(after_adjuncts(page, start, end), end - 1)


def _is_saying(page: Page, cue: Cue, group: int, at: int, end: int) -> bool:
    """Not "called an early election", "declined to comment", "did not say"."""
    low = page.words.low
    if cue.base == "call" and page.opens_quote(at + 1):  # "a film called “Home”"
        return low[at - 1] in PRONOUNS or page.words.capital(at - 1)
    if cue.base == "call":
        return _CALLED.isdisjoint(low[at + 1 : min(end, at + 6)])
    if cue.base in _REFUSING and low[at + 1 : at + 2] == ["to"]:
        return _SPEAKING.isdisjoint(low[at + 2 : min(end, at + 4)])
    negated = not NEGATIONS.isdisjoint(low[group:at])
    return not negated or cue.base not in _UNSAID


def _turned_round(
    page: Page, number: int, first: int, group: int, at: int, end: int, cue: Cue
) -> Found | None:
    """ "...," said X."""
    low = page.words.low
    before = group - 1
    if before < first or not (page.closes_quote(before) or low[before] == ","):
        return None
    quoted = page.closes_quote(before) or (before > first and page.closes_quote(before - 1))
    if low[at + 1 : at + 2] == ["that"] or (not quoted and cue.base not in _TURNED):
        return None
    if not quoted:
        rest_says = low[at + 1 : at + 2] == ["that"] or page.has_finite(at + 1, min(end, at + 9))
        relative = any(low[i] in {"who", "which"} for i in range(at + 1, min(end, at + 9)))
        if (rest_says and not relative) or is_lead(page, first, before):
            return None
        comma = low.index(",", first, before + 1)
        if comma < before and low[first] not in PREPOSITIONS and not page.has_finite(first, comma):
            return None  # "Lisbon, which ruled it until 1975, declared three days of mourning"
    source = source_after(page, at + 1, end)
    if source is None:
        return None
    content = left_content(page, first, before)
    if content is None:
        return None
    contents = [content]
    _add_following_quote(page, source[1] + 1, end, contents)
    return Found(source, (group, at), contents, "turned round: content, verb, source", number)


def _add_following_quote(page: Page, at: int, end: int, contents: list[Span]) -> None:
    for i in range(at, end):
        if page.opens_quote(i):
            quote = page.quote_of(i)
            if quote and quote not in contents:
                contents.append(quote)


def _said_before(
    page: Page, first: int, subject: int, group: int, at: int, end: int, cue: Cue
) -> list[Span] | None:
    """ "Content," X said; with the rest of the content after it when it goes on."""
    low = page.words.low
    before = subject - 1
    if low[subject] in RELATIVE or low[group - 1] in RELATIVE:
        return None
    while before >= first and low[before] in {"and", "but", "then", "also"}:
        before -= 1
    if before < first or cue.frame is Frame.OBJECT:
        return None
    quoted = page.closes_quote(before) or (before > first and page.closes_quote(before - 1))
    quoted = quoted or low[before] in _CLOSING_MARKS
    interposed = False
    if not quoted:
        if before < subject - 1:
            return None
        ends = all(not page.words.is_word(i) for i in range(at + 1, end))
        # "Nine died, the envoy told parliament on Monday": nothing said follows.
        bare = cue.frame is Frame.TELL and before - first > 5 and not page.has_finite(at + 1, end)
        ends = ends or (bare and not any(page.opens_quote(i) for i in range(at + 1, end)))
        interposed = low[at + 1 : at + 2] == [","] and cue.frame is Frame.SAY
        lead = is_lead(page, first, before) and not ends and not interposed
        if low[before] not in {",", "—", "–", "―"} or lead:
            return None
        follow = _after_frame(page, at, end, cue)
        interposed = interposed and not low[follow].endswith("ing")
        closed = low[follow - 1] == "," and not interposed and page.has_finite(first, before)
        if interposed and not page.has_finite(first, before) and not page.has_finite(follow, end):
            return None
        clause = ends or page.has_finite(first, before)
        if not interposed and not closed and (page.has_finite(follow, end) or not clause):
            return None
        if low[at + 1 : at + 2] == ["that"]:
            return None
    elif low[at + 1 : at + 2] == ["that"] and low[before] == ",":
        return None
    content = left_content(page, first, before)
    if content is None:
        return None
    contents = [content]
    if quoted:
        _add_following_quote(page, at + 1, end, contents)
    elif interposed:
        rest = right_content(page, at + 2, end)
        if rest:
            contents.append(rest)
    return contents


def _gerund(page: Page, number: int, first: int, at: int, end: int, cue: Cue) -> Found | None:
    if at == first or cue.frame is Frame.HOLD:
        return None  # "X did A, showing B" is the writer's view
    source = gerund_source(page, first, at)
    content = content_after(page, at, end, cue)
    if source is None or content is None or page.words.low[source[0]] == "it":
        return None
    form = f"“{page.words.low[at]}” {AFTER_MAIN_VERB}"
    if (
        page.words.low[at - 1].removesuffix("s") in _NOUNS_OF_SAYING
    ):  # "issued statements condemning it"
        form = f"“{page.words.low[at - 1]} {page.words.low[at]}” with its content after it"
        return Found(source, (source[1] + 1, at), [content], form, number)
    return Found(source, (at, at), [content], form, number)


def going_on(page: Page, number: int, earlier: Found, at: int, end: int) -> Found | None:
    """ "“A,” X said, adding that B" and "X said A but noted B": the speaker of the verb before."""
    if earlier.cue is None or earlier.source is None:
        return None
    bound = earlier.cue[1] + 1
    if bound > at or earlier.source[1] > at:
        return None
    cue = read_cue(page, at, bound)
    if cue is None or cue.frame is Frame.HOLD:
        return None
    low, group = page.words.low, verb_group_start(page, at, bound)
    joined = low[group - 1] == "but" or (low[group - 1] == "and" and cue.frame is Frame.SAY)
    joined = joined and cue.tag in {"past", "third"}
    if not joined and (low[at - 1] != "," or cue.tag != "gerund"):
        return None
    content = content_after(page, at, end, cue)
    if content is None:
        return None
    form = f"“{low[at]}” " + ("with its content after it" if joined else AFTER_MAIN_VERB)
    return Found(earlier.source, (at, at), [content], form, number)


def _passive(page: Page, number: int, first: int, at: int, end: int, cue: Cue) -> Found | None:
    """ "X was accused by Y of ...": the source stands after "by"."""
    low = page.words.low
    if low[at + 1 : at + 2] != ["by"] or cue.base not in _SAID_BY:
        return None
    source = source_after(page, at + 2, end)
    if source is None:
        return None
    last = source[1]
    for i in range(source[0] + 1, source[1] + 1):
        if (low[i] in {"for", "as"} and cue.base in _JUDGING) or (
            low[i] == "of" and cue.base == "accuse"
        ):
            last = i - 1
            break
    content = trim(page, first, verb_group_start(page, at, first) - 1)
    rest = right_content(page, last + 1, end)
    contents = [span for span in (content, rest) if span is not None]
    if not contents:
        return None
    return Found((source[0], last), (at, at + 1), contents, "passive with “by”", number)
