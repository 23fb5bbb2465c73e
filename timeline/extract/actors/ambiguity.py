"""Whether a name means the actor here: a person's name, a language, a US town, a rival."""

import re

from timeline.extract.actors.contested import load_contested
from timeline.extract.actors.gazetteer import Entry, Way
from timeline.extract.actors.hits import Hit
from timeline.extract.actors.surface import (
    bounded,
    headline_case,
    line_around,
    word_after,
    word_before,
    words_before,
)
from timeline.extract.actors.titles import FOLLOWERS, LEADERS_IN, US_STATES
from timeline.knowledge.loader import load_ambiguous
from timeline.vocabulary import ActorKind, AliasKind

# Countries that are also first names, surnames or parts of other names. Every capital is one.
_PERSONAL = frozenset(
    """Jordan Chad Georgia Israel Ireland Kenya India Holland France England Turkey Guinea
    Dominica Monaco Malta Wales Britain America Congo Korea Macedonia Luxembourg Jersey
    Emirates French English German Irish""".split()
)
# Doubts that neighbouring capitals say nothing about.
_BY_OTHER_MEANS = frozenset({"common_word", "several_actors"})
# Given names with which an article may call a person all through.
GIVEN_NAMES = frozenset({"Chad", "Jordan", "Georgia"})
# Capitals whose names are borne by so many people and towns that the country must be named too.
_NEEDS_COUNTRY = frozenset(
    """Victoria Male Kingston Georgetown Hamilton Wellington Stanley Nassau Sofia Moroni Nice
    Alofi Avarua Plymouth Douglas Roseau""".split()
) | {"San Jose", "San José", "St. John's", "Saint John's", "St. George's"}

_LANGUAGE_SUFFIX = re.compile(
    r"-(?:speak|languag|style|inspired|subtitl|dubbed|themed|sounding|class)"
)
_LANGUAGE_CUE = frozenset(
    "in speak speaks spoke speaking spoken learn learned learning fluent into study studied".split()
)
_SMALL_AFTER_LANGUAGE = frozenset(
    """and or on at to that with for by from as but when while after before during because
    which""".split()
)
_PARTICLES = ("al-", "Al-", "el-", "bin ", "ibn ")
_JOINED = re.compile(r"(?:,? (?:and|or) [A-Z][a-z]{2,20}|, [A-Z][a-z]{2,20}){1,3}")
_STATE_AFTER = re.compile(r", ([A-Z][\w.]{1,14}?)\.?(?![\w])")


def part_of_longer_name(folded: str, start: int, end: int, opens: bool) -> bool:
    """Whether the name seems a piece of another: "Michael Jordan", "Chad Wolf", "London Bridge".

    A neighbour with a capital makes it so, unless it is a title, a day, a small word or the
    line is a headline in capitals.
    """
    before, after = word_before(folded, start), word_after(folded, end)
    suspect = (not opens and _names_before(before)) or _names_after(after)
    return suspect and not headline_case(line_around(folded, start, end))


def _names_before(word: str) -> bool:
    plain = word[:1].isupper() and word[-1].isalnum() and "-" not in word
    return plain and not word.isupper() and word not in LEADERS_IN


def _names_after(word: str) -> bool:
    if word.startswith(_PARTICLES):
        return True
    return word[:1].isupper() and not word.isupper() and word.split("'")[0] not in FOLLOWERS


def is_hyphenated_american(folded: str, end: int, entry: Entry) -> bool:
    """Whether an adjective tells only the descent of Americans: "Polish American voters"."""
    return entry.kind is AliasKind.ADJECTIVE and word_after(folded, end) in (
        "American",
        "Americans",
    )


def is_language(folded: str, start: int, end: int, entry: Entry) -> bool:
    """Whether an adjective names the language: "in Russian,", "speaks Arabic and"."""
    if _LANGUAGE_SUFFIX.match(folded, end):
        return True
    if entry.kind is not AliasKind.ADJECTIVE:
        return False
    before = words_before(folded, start, 3)
    while len(before) > 1 and (before[-1] in ("and", "or") or before[-1][0].isupper()):
        before.pop()
    if not before or before[-1] not in _LANGUAGE_CUE:
        return False
    joined = _JOINED.match(folded, end, end + 60)
    if joined:  # "in Swedish and Finnish waters" is no language, "in French and German." is
        end = joined.end()
    following = word_after(folded, end)
    return not following or following in _SMALL_AFTER_LANGUAGE


def is_american_town(folded: str, end: int, iso3: str | None) -> bool:
    """Whether a state of the US follows: "Moscow, Idaho", "Lebanon, Pa."."""
    if iso3 == "USA" or folded[end : end + 2] != ", ":
        return False
    match = _STATE_AFTER.match(folded, end, end + 24)
    return bool(match and match.group(1) in US_STATES and match.group(1) != "Georgia")


def is_plain(hit: Hit, form: str) -> bool:
    """Whether the hit has one reading that needs no look at the rest of the article."""
    if len(hit.entries) != 1 or form in load_contested() or form in load_ambiguous():
        return False
    entry = hit.entries[0]
    actor = entry.actor
    if entry.way is not Way.ALIAS or actor is None or form in _PERSONAL:
        return False
    if actor.kind is ActorKind.PERSON:
        return " " in form
    return not (
        (entry.kind is AliasKind.CAPITAL and form in _NEEDS_COUNTRY) or foreign_letters(form, entry)
    )


def foreign_letters(form: str, entry: Entry) -> bool:
    """Whether the hit is a short abbreviation that means its body only in its own country.

    "RBI" is India's bank beside India and a baseball figure elsewhere. Those of the US and
    the UK are known to readers of English.
    """
    return (
        entry.kind is AliasKind.ABBREVIATION
        and len(form) < 4
        and entry.iso3 not in (None, "USA", "GBR")
        and entry.actor is not None
        and entry.actor.kind is not ActorKind.COUNTRY
    )


def is_personal(form: str, entry: Entry) -> bool:
    """Whether people and streets bear the name too, so that its neighbours must be looked at."""
    if entry.kind in (AliasKind.ABBREVIATION, AliasKind.ADJECTIVE, AliasKind.PEOPLE):
        return False
    listed = load_ambiguous().get(form)
    borne = listed is not None and not _BY_OTHER_MEANS.issuperset(listed.contexts)
    return entry.kind is AliasKind.CAPITAL or form in _PERSONAL or borne


def needs_country(form: str, entry: Entry) -> bool:
    """Whether the name counts only in an article that names its country too."""
    capital = entry.kind is AliasKind.CAPITAL and form in _NEEDS_COUNTRY
    listed = load_ambiguous().get(form)
    return capital or foreign_letters(form, entry) or (listed is not None and not listed.usual)


def used_for_person(folded: str, form: str) -> bool:
    """Whether the article bears the name as part of a longer one ("Chad Smith ... Chad said")."""
    at = folded.find(form)
    for _ in range(6):
        if at < 0:
            return False
        end = at + len(form)
        if bounded(folded, at, end) and _beside_name(folded, at, end):
            return True
        at = folded.find(form, end)
    return False


def _beside_name(folded: str, start: int, end: int) -> bool:
    """Whether a plain capitalised word that is no title stands right beside."""
    if headline_case(line_around(folded, start, end)):
        return False
    before, after = word_before(folded, start), word_after(folded, end)
    return _first_name(after, FOLLOWERS) or _first_name(before, LEADERS_IN)


def _first_name(word: str, known: frozenset[str]) -> bool:
    return (
        word.replace("-", "").isalpha()
        and word[0].isupper()
        and not word.isupper()
        and word not in known
    )
