"""What the words round a name say for and against its being a place there."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from timeline.extract.actors.places import is_dateline, is_place_use
from timeline.extract.actors.surface import (
    headline_case,
    line_around,
    word_after,
    word_before,
)
from timeline.extract.actors.titles import FOLLOWERS, LEADERS_IN, PERSON_TITLES
from timeline.extract.places.qualifier import Qualifier, qualifier_at
from timeline.extract.places.spots import Spot
from timeline.knowledge.places import PlaceKind, PlaceTable

# Capital words beside a place's name that make no other name of it.
_PART_OF_PLACE = frozenset(
    """North South East West Northern Southern Eastern Western Northeast Northwest Southeast
    Southwest Northeastern Northwestern Southeastern Southwestern Central Upper Lower Inner
    Outer Downtown Uptown Greater Metropolitan Rural Suburban Coastal Old""".split()
)
_AFTER_PLACE = FOLLOWERS | frozenset(
    """County Province Region District Governorate Oblast Prefecture Municipality Parish Borough
    City Town Township Village Republican Republicans Democrat Democrats Democratic
    Attorney Legislature Supreme Superior District Circuit Fire Public Health Sheriff
    Residents Council Airport International Street Avenue Road River Bay Harbor Harbour Beach
    Valley Park Square Bridge Island Peninsula Mountains Hills Lake Coast Port Prison Cathedral
    Castle""".split()
)
_KIND_OF = re.compile(
    r"\b(?:city|cities|town|towns|village|villages|suburb|suburbs|district|districts|province|"
    r"provinces|region|regions|county|state|port|island|islands|neighbou?rhood|hamlet|resort|"
    r"municipality|capital|outskirts|streets|mayor|governor|people|residents|communit(?:y|ies))"
    r" of (?:the )?$",
    re.I,
)
_ORGANISED_OF = re.compile(
    r"(?:University|College|Bank|Diocese|Duke|Duchess|Earl|Bishop|Archbishop|Church|Institute|"
    r"Museum|School|Medical Center|Hospital|Marquess|Countess|Baron|Baroness|Prince|Princess|"
    r"Treaty|Agreement|Order|Society|Federation|Association|Lord|Viscount|Merchant|Gulf|Sea|"
    r"Straits?|Bay|Battle) of (?:the )?$"
)
_HEADS = """area region province district governorate county oblast prefecture suburb suburbs
    neighborhood neighbourhood resident residents voters prosecutors authorities police officer
    officers officials man woman men women teen teenager couple family native firefighters
    magistrates court courts council councillor jury hospital hotel jail schools students teacher
    teachers nurse businessman mosque church mayor airport border city town village state coast
    peninsula metropolitan""".split()
_HEAD_AFTER = re.compile(rf"(?:-based|-area|-born)\b|,? (?:{'|'.join(_HEADS)})\b")
_FROM = re.compile(
    r"(?:, of|\b(?:man|men|woman|women|boy|girl|couple|family|families|people|native|officials|"
    r"teams?|voters|residents?|students?|players?|soldiers?|crews?|firefighters|farmers?|workers?|\d+)"
    r" (?:from|in)) $"
)
# How what the patterns that end behind a word match ends: they are tried only then.
_OF_ENDS = ("of ", "of the ", "of \n", "of the \n")
_FROM_ENDS = ("of ", "from ", "in ", "of \n", "from \n", "in \n")
_LISTED = re.compile(r"(?:, |,? (?:and|or) |/)(?:in |at |to |near |from )?$")
_SPEAKS = re.compile(
    r",? (?:said|says|told|added|wrote|argued|warned|noted|replied|testified|tweeted)\b"
)
# Clubs and ships: "FC Porto", "USS Cole".
_BEARERS = frozenset(
    "FC AC AS SC CF AFC Real Inter Sporting Dynamo Dinamo Lokomotiv USS HMS INS HMAS MV MS".split()
)
_WHERE = frozenset("in near outside around across throughout".split())
_PERHAPS_WHERE = frozenset("at from to of".split())
# Thousands of inhabitants: "Obama: we will win" opens with no town.
_KNOWN = 100
_INITIAL = re.compile(r"\b[A-Z]\.$")


class Evidence(NamedTuple):
    """`places`: how strongly the words speak for a place, 0 to 3; `person`: for somebody;
    `inside`: the name is a piece of a longer one; `surname`: its last piece ("John Jenkin");
    `qualifier`: what tells its country."""

    places: int
    person: bool
    inside: bool
    surname: bool
    qualifier: Qualifier | None


def weigh_spot(
    text: str, spot: Spot, stop: int, table: PlaceTable, countries: Mapping[str, str]
) -> Evidence:
    """The evidence at one spot. `stop`: the end of its sentence."""
    start, end = spot.start, spot.end
    qualifier = qualifier_at(text, end, stop, table, countries)
    known = spot.shouted or spot.record.where[0][1] >= _KNOWN
    dateline = known and is_dateline(text, end, spot.opens)
    ahead = text[max(0, start - 40) : start]
    of = _ends_in_of(ahead)
    before = word_before(text, start).lower()
    doubtful = spot.record.word or spot.record.personal
    if (qualifier and qualifier.sure) or dateline or (of and _KIND_OF.search(ahead)):
        places = 3
    elif (
        before in _WHERE
        or is_place_use(text, start, end)
        or (ahead.endswith(_FROM_ENDS) and _FROM.search(ahead))
        or _HEAD_AFTER.match(text, end)
    ):
        places = 2
    elif before in _PERHAPS_WHERE:
        places = 1 if doubtful else 2
    else:
        places = 0
    single = spot.record.kind is not PlaceKind.NAME
    person = single and _is_person(text, spot, places)
    if doubtful and before == "the" and places < 2:
        person = True  # "the Bush plan"
    leads, follows = _neighbours(text, spot, of) if not dateline else (False, False)
    if follows and qualifier and qualifier.sure:
        follows = False
    surname = single and (leads or (follows and doubtful))
    return Evidence(places, person, leads or follows, surname, qualifier)


def joined(text: str, one: Spot, other: Spot) -> bool:
    """Whether two spots stand in one list: "Homs, Hama and Aleppo"."""
    return other.start - one.end < 14 and bool(_LISTED.fullmatch(text, one.end, other.start))


def _is_person(text: str, spot: Spot, places: int) -> bool:
    before = word_before(text, spot.start)
    if before in PERSON_TITLES or _INITIAL.search(before):
        return True
    doubtful = spot.record.personal or spot.record.word
    return doubtful and places < 2 and bool(_SPEAKS.match(text, spot.end, spot.end + 14))


def _ends_in_of(ahead: str) -> bool:
    return ahead[-10:].lower().endswith(_OF_ENDS)


def _neighbours(text: str, spot: Spot, of: bool) -> tuple[bool, bool]:
    """Whether the words before and after make a longer name of it that is no place.

    `of`: an "of" stands right before it.
    """
    start, end = spot.start, spot.end
    if of and _ORGANISED_OF.search(text[max(0, start - 30) : start]):
        return True, False
    before, after = word_before(text, start), word_after(text, end)
    if before in _BEARERS:
        return True, False
    if spot.shouted or headline_case(line_around(text, start, end)):
        return False, False
    leads = not spot.opens and _names(before) and before not in LEADERS_IN
    if leads and before in _PART_OF_PLACE:
        leads = False
    follows = _names(after) and after.split("'")[0] not in _AFTER_PLACE
    if (
        after == "State"
        and not text[end + 7 : end + 8].isupper()
        and spot.record.region
        and spot.record.where[0][0] != "USA"
    ):
        follows = False  # "Borno State"; "Ohio State" is a university
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper():
        follows = True
    return leads, follows


def _is_state(text: str, spot: Spot) -> bool:
    """Whether "State" makes a region of it ("Borno State") and no university ("Ohio State")."""
    record = spot.record
    alone = not text[spot.end + 7 : spot.end + 8].isupper()
    return alone and record.region and record.where[0][0] != "USA"


def _names(word: str) -> bool:
    plain = word[:1].isupper() and word[-1].isalnum() and not word.endswith(("'s", "’s"))
    return plain and not (len(word) > 1 and word.isupper())
