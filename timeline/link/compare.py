"""Whether two claims tell one event: same, new or unsure, with the reasons.

Judged from actors, kind of event, dates and shared terms. Reports of the same thing on
different days are different events; a once-only thing told with two nearby dates is one
event whose sources disagree. Doubt is `unsure` and never merges.
"""

from typing import NamedTuple

from timeline.link.core import CORE
from timeline.link.days import Days, compare_days, days_between
from timeline.link.records import ClaimRecord, Judgement
from timeline.link.story import alike
from timeline.link.terms import UNIT, size, units, weight
from timeline.vocabulary import QUAD_CLASS, EventType, QuadClass, Verdict

# Set by hand on annotated news and the samples, for few wrong joins.
SAME = 0.34
UNSURE = 0.30
# An article seldom tells one thing twice: its own claims need to agree more.
SAME_WITHIN_ARTICLE = 0.55
REPEATED_WITHIN_ARTICLE = 0.75
# Statements that turn on different words are one event only when nearly all else is shared.
NEAR_COPY = 0.48
# Neither an actor nor a date ties the two.
UNTIED = 0.52

SAME_TYPE, OTHER_TYPE = 0.05, -0.03

# Both tell the point of their articles, and the articles tell one story.
ONE_POINT = 1.2
TIED_BY_POINT = 0.2
# What happened is news for a day: a later article on the story has another point.
NEWS_DAYS = 1
# Statements of one story need to agree less: what it names is shared already.
OF_ONE_STORY = 0.15
# Whatever else there is to say of two claims: most pairs agree less, and are soon done with.
HOPELESS = SAME - OF_ONE_STORY - 0.01
# A headline and a sentence of its own article that tells the article's point.
HEADING_AND_POINT = 0.15
POINT = 0.6

# Things that happen day after day, and things that happen again after some days: told of
# another day, the first are another event at once, the second when more than a time zone
# lies between.
DAILY = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.ACCUSE, EventType.THREATEN})
REPEATED = frozenset(
    {
        EventType.CONSULT,
        EventType.REQUEST,
        EventType.MOBILIZE,
        EventType.COERCE,
        EventType.AID,
    }
)
TIME_ZONE_DAYS = 1
_DEEDS = (QuadClass.MATERIAL_COOPERATION, QuadClass.MATERIAL_CONFLICT)


class Likeness(NamedTuple):
    """What a judgement rests on. `cosine`: of the features; `point`: of `shared_point`."""

    verdict: Verdict
    score: float
    cosine: float
    point: float
    dates: Days


def likeness(claim: ClaimRecord, other: ClaimRecord) -> Likeness:
    """How alike two claims are, without the reasons in words. Symmetric."""
    shared = claim.features & other.features
    cosine = score = _cosine(claim.features, other.features, shared)
    if claim.type and other.type:
        score += SAME_TYPE if claim.type == other.type else OTHER_TYPE
    point = shared_point(claim, other)
    if point >= TIED_BY_POINT:
        score += ONE_POINT * point
    dates = compare_days(claim, other)
    score += dates.bonus
    verdict = verdict_of(score, claim, other, dates, point)
    return Likeness(verdict, round(score, 4), cosine, point, dates)


def compare(claim: ClaimRecord, other: ClaimRecord) -> Judgement:
    """Judge two claims. Symmetric."""
    found = likeness(claim, other)
    return Judgement(found.verdict, found.score, reasons_for(found, claim, other))


def reasons_for(found: Likeness, claim: ClaimRecord, other: ClaimRecord) -> tuple[str, ...]:
    words = ", ".join(term.lstrip("=") for term in sorted(shared_words(claim, other))[:8])
    parties = ", ".join(sorted(claim.parties & other.parties))
    alike_in = f"both speak of {words or 'nothing'}; both name {parties or 'nobody'}"
    reasons = [f"alike {found.cosine:.2f}: {alike_in}"]
    if claim.type and other.type:
        reasons.append("same type" if claim.type == other.type else "other type")
    if found.point >= TIED_BY_POINT:
        reasons.append(f"both tell the point of one story ({found.point:.2f})")
    return (*reasons, found.dates.reason)


def shared_point(claim: ClaimRecord, other: ClaimRecord) -> float:
    """How far both tell the point of one story, 0 to 1; 0 within an article. Below TIED_BY_POINT
    it says nothing."""
    if not claim.point or not other.point or claim.article == other.article:
        return 0.0
    point = claim.point * other.point * alike(claim.story, other.story)
    if point < TIED_BY_POINT:
        return point  # too little to tie the two, whatever else there is
    if days_between(claim.published, other.published) > NEWS_DAYS:
        return 0.0
    if _others_told_of(claim, other) or _have_rivals(claim, other):
        return 0.0
    return point


def _others_told_of(claim: ClaimRecord, other: ClaimRecord) -> bool:
    """Each names one whom its article tells most of, and not the other's."""
    one, two = _told_of(claim), _told_of(other)
    return bool(one and two) and one not in other.terms and two not in claim.terms


def _strangers(claim: ClaimRecord, other: ClaimRecord) -> bool:
    """Nor do the two occur anywhere in the other's article."""
    one, two = _told_of(claim), _told_of(other)
    return one not in other.story.weights and two not in claim.story.weights


def _have_rivals(claim: ClaimRecord, other: ClaimRecord) -> bool:
    """Each has a protagonist of its own, of whom the other's article does not know in one case.

    Two clubs that make one player an offer have the player in common.
    """
    one, two = _own_names(claim, other), _own_names(other, claim)
    if not one or not two:
        return False
    return not (one <= other.story.weights.keys() and two <= claim.story.weights.keys())


def _own_names(claim: ClaimRecord, other: ClaimRecord) -> set[str]:
    """Names its article tells most of, in this claim and not in the other."""
    return {name for name in claim.story.leading if name in claim.terms - other.terms}


def _told_of(claim: ClaimRecord) -> str:
    """The name the article tells most, of those in the claim; empty when it holds none."""
    return next((name for name in claim.story.leading if name in claim.terms), "")


def shared_words(claim: ClaimRecord, other: ClaimRecord) -> list[str]:
    """Shared terms; the word both turn on is shared as a word already."""
    return [t for t in claim.terms & other.terms if not t.startswith(CORE)]


def verdict_of(
    score: float, claim: ClaimRecord, other: ClaimRecord, dates: Days, point: float
) -> Verdict:
    """`point`: what `shared_point` says of the two."""
    if score < HOPELESS and not _heading_and_point(claim, other):
        return Verdict.NEW
    tied = dates.relation in ("agree", "near")
    one_point = point >= TIED_BY_POINT
    if dates.relation == "apart" or not _comparable(claim, other, tied, one_point):
        return Verdict.NEW
    if _others_told_of(claim, other) and _strangers(claim, other):
        return Verdict.NEW
    same_article = claim.article == other.article
    turning = one_point or _turn_on_one_word(claim, other)
    if dates.relation == "near":
        turning = _turn_on_one_word(claim, other)
        # Two days told in one article are two events.
        if same_article or score < (SAME if turning else NEAR_COPY):
            return Verdict.NEW
        return Verdict.UNSURE if _happens_again(claim, other, dates.gap) else Verdict.SAME
    needed = _needed(claim, other, turning, one_point, dates.relation == "agree")
    if score >= needed:
        return Verdict.SAME
    doubtful = score >= max(UNSURE, needed - 0.1) and not same_article
    return Verdict.UNSURE if doubtful else Verdict.NEW


def _needed(
    claim: ClaimRecord, other: ClaimRecord, turning: bool, one_point: bool, one_day: bool
) -> float:
    """The score from which the two are one event."""
    if _heading_and_point(claim, other):
        return HEADING_AND_POINT
    if claim.article == other.article:
        needed = SAME_WITHIN_ARTICLE if turning else REPEATED_WITHIN_ARTICLE
    else:
        needed = SAME if turning else NEAR_COPY
    tied = one_point or one_day or not claim.parties.isdisjoint(other.parties)
    if not tied:
        needed = max(needed, UNTIED)
    if claim.article == other.article:
        return needed
    return needed - OF_ONE_STORY * alike(claim.story, other.story)


def _heading_and_point(claim: ClaimRecord, other: ClaimRecord) -> bool:
    """A headline and a sentence near the top of the same article."""
    if claim.heading == other.heading or claim.article != other.article:
        return False
    return min(claim.point, other.point) >= POINT


def _comparable(claim: ClaimRecord, other: ClaimRecord, tied: bool, one_point: bool) -> bool:
    """Enough is shared to judge by, and no sign that they speak of different worlds.

    `tied` by their dates, two actors and one word are enough; for the point of one story
    (`one_point`) a telling word is.
    """
    if one_point:
        return any(weight(word) >= 1 for word in shared_words(claim, other))
    shared_parties = len(claim.parties & other.parties)
    if _heading_and_point(claim, other):
        return bool(shared_parties or shared_words(claim, other))
    if claim.parties and other.parties and not shared_parties:
        return False
    if claim.setting and other.setting and claim.setting.isdisjoint(other.setting):
        return False
    words = shared_words(claim, other)
    telling = any(weight(word) >= 1 for word in words)
    if tied and shared_parties >= 2 and words:
        return True
    # That both blame, of the same two countries, is too little: words are said every day.
    return telling and (len(words) >= 2 or (shared_parties >= 2 and _one_deed(claim, other)))


def _one_deed(claim: ClaimRecord, other: ClaimRecord) -> bool:
    """Both are coded as one kind of material act."""
    return claim.type == other.type and claim.type is not None and QUAD_CLASS[claim.type] in _DEEDS


def _happens_again(claim: ClaimRecord, other: ClaimRecord, gap: int) -> bool:
    """The two days may be two occasions of a thing that repeats."""
    types = {claim.type, other.type}
    if types & DAILY:
        return True
    return bool(types & REPEATED) and gap > TIME_ZONE_DAYS


def _turn_on_one_word(claim: ClaimRecord, other: ClaimRecord) -> bool:
    return any(term.startswith(CORE) for term in claim.terms & other.terms)


def _cosine(one: frozenset[str], two: frozenset[str], shared: frozenset[str]) -> float:
    if not shared:
        return 0.0
    return units(shared) / UNIT / (size(one) * size(two))
