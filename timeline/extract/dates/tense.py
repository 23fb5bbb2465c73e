"""The tense of the verb a time expression belongs to, from words alone (no tagger).

The nearest verb form to the left in the same clause decides; at the start of a clause,
the first to the right. "Will meet", "plans to meet", "is due" are future; "met", "has
met", "was to blame" past.
"""

from collections.abc import Iterator

from timeline.extract.dates.tokens import COMMON_WORDS, NAMING, Token

PAST, FUTURE, PRESENT = "past", "future", "present"

_IRREGULAR = frozenset(
    "said told was were had did made took went came got gave found saw met left held began begun "
    "brought built bought caught chose cost cut drew drove fell fled flew forbade forgot fought "
    "grew heard hit hurt kept knew laid led lent let lost meant paid put quit ran rang rose sang "
    "sank sat sold sent set shook shot showed shut slid sought spent split spoke spread sprang "
    "stole stood strode struck stuck swam swept swore taught thought threw told tore understood "
    "upheld withdrew woke won wore wound wrote became broke died ate dealt dug fed froze lit rode "
    "seen taken given gone done been fallen shot slain thrown withdrawn stolen spoken written "
    "broken chosen driven risen known grown shown struck slew overthrew overran undertook "
    "launched".split()
)
# Past tenses that look like the infinitive.
_BASE_TOO = frozenset("cost cut hit hurt let put quit read set shut split spread".split())
_NOT_PAST = frozenset(
    "need indeed speed exceed proceed succeed feed seed bleed breed hundred sacred red bed shed "
    "alleged united rugged naked wicked beloved so-called armed related limited indeed".split()
)
_WILL = frozenset("will shall wo ll would".split())
_LOOKS_AHEAD = frozenset(
    "expected due scheduled slated planned set plans plan planning going likely poised hopes hope "
    "hoping wants want wanted intends intend intended agreed vowed promised threatened ordered "
    "urged supposed aims aimed aim pledged about ready prepares preparing prepared expects expect "
    "decided needs projected forecast bound proposed proposes offered vows is are".split()
)
_DUE = frozenset("due scheduled slated planned upcoming expected effective payable".split())
# "The term ends in June": the present of a timetable is to come.
_TIMETABLE = frozenset(
    "begins starts ends opens expires resumes go goes meets arrives travels departs hosts "
    "convenes".split()
)
# The same of several, behind a plural: "talks resume on Wednesday".
_TIMETABLE_OF_MANY = frozenset(
    "begin start end open expire resume meet arrive depart convene".split()
)
_DAYS = frozenset({"WEEKDAY", "DAYNUM", "ORDNUM"})
_NOUN_FOLLOWS = NAMING | {"POSSESSIVE"}
_TIMES = frozenset({"WEEKDAY", "MONTHNAME", "MONTHABBR", "MONTHVERB", "DAYNUM", "DAYPART"})
_PUTS_OFF = frozenset(
    "extended adjourned postponed delayed suspended remanded put closed barred gave given".split()
)
_PRESENT = frozenset("is are am says has have do does remains".split())
_STOPS = frozenset("that which who whom when while but although though because if as where".split())
_BREAKS = frozenset({";", ":", "--", "—", "–", "“", "”", '"', "_"})
_DETERMINERS = frozenset({"THE", "A", "ITS", "THIS", "THAT", "POSSESSIVE"})
_REACH = 16
_ABLE = frozenset("can cannot can't".split())
_PLAN_REACH = 5
_MUST = frozenset({"must", "should"})
# Between "promised" and "to" only a time may stand.
_BEFORE_TIMES = frozenset({"on", "in", "late", "early"})
_NOT_TIMES = frozenset({"WORD", "CAP", "COMMA", "OLD", "END"})


def tense_at(tokens: list[Token], start: int, end: int) -> tuple[str, str]:
    """Tense and the word that shows it, for the tokens `start` to `end`; "" when unclear."""
    before = tokens[start - 1].kind if start else ""
    if before == "SINCE":
        return PAST, "since"
    names_day = any(token.kind in _DAYS for token in tokens[start:end])
    noun_follows = end < len(tokens) and tokens[end].kind in _NOUN_FOLLOWS
    if before == "FOR" and names_day and not noun_follows:
        return FUTURE, "for"  # "called a strike for Monday"
    left = _scan_left(tokens, start)
    if before == "UNTIL" and left is not None and left[1] in _PUTS_OFF:
        return FUTURE, f"{left[1]} until"
    if left:
        return left
    return _scan_right(tokens, end) or _before_colon(tokens, start) or ("", "")


def is_background(tokens: list[Token], start: int, end: int) -> bool:
    """Its verb is a pluperfect or looks on from the past: "had been free since", "would last"."""
    left = next((i for i in _near_left(tokens, start) if _is_verb(tokens[i])), None)
    right = range(end, min(len(tokens), end + _REACH))
    verb = left if left is not None else next((i for i in right if _is_verb(tokens[i])), None)
    if verb is None:
        return False
    return any(
        token.text.lower() in ("had", "would") for token in tokens[max(0, verb - 3) : verb + 1]
    )


def _near_left(tokens: list[Token], start: int) -> Iterator[int]:
    """The tokens before `start` in its clause, from the nearest on."""
    for index in range(start - 1, max(-1, start - _REACH), -1):
        if tokens[index].text in _BREAKS or tokens[index].text.lower() in _STOPS:
            return
        yield index


def _is_verb(token: Token) -> bool:
    word = token.text.lower()
    return word in ("had", "would") or is_past_form(word)


def _before_colon(tokens: list[Token], start: int) -> tuple[str, str] | None:
    """ "It was extended twice: in May and in July": the list has the past of its sentence."""
    near = range(start - 1, max(-1, start - _REACH), -1)
    colon = next((i for i in near if tokens[i].text == ":"), None)
    return _scan_left(tokens, colon) if colon else None


def _scan_left(tokens: list[Token], start: int) -> tuple[str, str] | None:
    for index in range(start - 1, max(-1, start - _REACH), -1):
        word = tokens[index].text.lower()
        if word in _BREAKS or word in _STOPS:
            return None
        if tokens[index].kind == "COMMA" and index < start - 1 and not _in_a_list(tokens, index):
            return None
        found = _form(tokens, index, word)
        if found:
            return found
    return None


def _in_a_list(tokens: list[Token], comma: int) -> bool:
    """ "on Wednesday, or Thursday": the comma stands between times."""
    before = tokens[comma - 1] if comma else None
    after = tokens[comma + 1] if comma + 1 < len(tokens) else None
    return (
        before is not None
        and before.kind in _TIMES
        and after is not None
        and after.kind in _TIMES | {"AND", "OR"}
    )


def _scan_right(tokens: list[Token], end: int) -> tuple[str, str] | None:
    for index in range(end, min(len(tokens), end + _REACH)):
        word = tokens[index].text.lower()
        if word in _BREAKS or (word in _STOPS and index > end):
            return None
        found = _form(tokens, index, word)
        if found:
            return found
    return None


def _form(tokens: list[Token], index: int, word: str) -> tuple[str, str] | None:
    """The tense the word at `index` shows, when it is a form of a verb known here."""
    if word in _WILL:
        return FUTURE, word
    if word in _DUE and word != "expected":
        return FUTURE, word
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if word in _MUST and following is not None and following.text.lower() != "have":
        return FUTURE, word
    if word == "to" and index and _was_to(tokens, index):
        return FUTURE, f"{tokens[index - 1].text} to"
    if word == "to":
        ahead = _looks_ahead(tokens, index)
        acts = following is not None and following.kind in COMMON_WORDS | {
            "MONTHVERB",
            "OLD",
            "END",
        }
        return (FUTURE, f"{ahead} to") if ahead and acts else None
    if word in ("is", "are") and following is not None and following.text.lower() in _DUE:
        return FUTURE, f"{word} {following.text}"
    if word in _TIMETABLE or (word in _TIMETABLE_OF_MANY and _is_of_many(tokens, index)):
        return FUTURE, word
    if word in _PRESENT:
        return PRESENT, word
    if is_past_form(word):
        if word in _BASE_TOO and index and tokens[index - 1].text.lower() == "to":
            return None  # "expected to cut": what stands before decides
        if index and tokens[index - 1].kind in _DETERMINERS:
            return None
        if index > 1 and tokens[index - 2].kind in _DETERMINERS and _is_adverb(tokens[index - 1]):
            return None
        return _with_auxiliary(tokens, index, word)
    return None


def _is_of_many(tokens: list[Token], verb: int) -> bool:
    """Whether a plural stands before the verb and "on" behind it."""
    subject = tokens[verb - 1].text.lower() if verb else ""
    behind = tokens[verb + 1].text.lower() if verb + 1 < len(tokens) else ""
    return len(subject) > 3 and subject[-1] == "s" and subject[-2] != "s" and behind == "on"


def _looks_ahead(tokens: list[Token], to: int) -> str | None:
    """The word before "to" that makes it a plan: "agreed to", "promised last week to"."""
    for index in range(to - 1, max(-1, to - _PLAN_REACH), -1):
        word = tokens[index].text.lower()
        if word in _LOOKS_AHEAD and (index == to - 1 or word not in ("is", "are")):
            return word
        if index < to - 1 and word in _BEFORE_TIMES:
            continue
        if tokens[index].kind in _NOT_TIMES:
            return None
    return None


def _was_to(tokens: list[Token], to: int) -> bool:
    """ "was to speak" looks ahead; "was to blame" and "was to have spoken" do not."""
    following = tokens[to + 1] if to + 1 < len(tokens) else None
    return (
        tokens[to - 1].text.lower() in ("was", "were")
        and following is not None
        and following.kind in COMMON_WORDS
        and following.text not in ("blame", "have", "be")
    )


def is_past_form(word: str) -> bool:
    """A past tense or participle, by its ending or from the list of irregular verbs."""
    if word in _IRREGULAR:
        return True
    return len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST and word.isalpha()


def _is_adverb(token: Token) -> bool:
    """ "a still unspecified date", "the newly built port": what follows is no verb."""
    return token.text in ("still", "yet", "once", "long") or token.text.endswith("ly")


def _with_auxiliary(tokens: list[Token], index: int, word: str) -> tuple[str, str]:
    """ "held" is past, "will be held" and "to be held" future, "is held" present."""
    before = [tokens[i].text.lower() for i in range(max(0, index - 4), index)]
    if before and before[-1] == "be" and _ABLE.intersection(before[-3:-1]):
        return PRESENT, f"be {word}"  # "Wednesday's ruling cannot be undone": it stands now
    if before and before[-1] == "be":
        return FUTURE, f"be {word}"
    if not _WILL.isdisjoint(before[-3:]):
        return FUTURE, word
    if before and before[-1] in ("is", "are") and word in _LOOKS_AHEAD:
        return FUTURE, f"{before[-1]} {word}"
    return PAST, word
