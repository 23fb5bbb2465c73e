"""Reading the data files, and what is said about a row that cannot be read."""

import pytest

from tests.timing import quickest
from timeline.knowledge import loader
from timeline.knowledge.bodies import adjective_of, body_of_country, body_of_head
from timeline.knowledge.concepts import load_concepts
from timeline.knowledge.loader import KnowledgeError, load_bodies, load_knowledge, parse_rows
from timeline.vocabulary import ActorKind, AliasKind

ACTORS = {actor.key: actor for actor in load_knowledge().actors}
OFFICES = "person,office,of,since,until\n"
ANCHORS = "key,title,date,actors,terms,reference\n"
PLACES = "key,name,iso2,iso3,belongs_to,names\n"


def _place(row):
    return loader._actor(row, ActorKind.PLACE)


@pytest.mark.parametrize(
    ("text", "make", "told"),
    [
        ("", _place, "line 1: no column names"),
        (PLACES + "a,b\n", _place, "line 2: 2 cells where 6 are expected"),
        (PLACES + "Upper Case,Name,,,,\n", _place, "line 2: key 'Upper Case' is no slug"),
        (PLACES + "fine,Fine,,,,\nbad,,,,,\n", _place, "line 3: name is empty"),
        (PLACES + "bad,Bad,x,,,\n", _place, "line 2: iso2 'x' is not 2 capital letters"),
        (PLACES + "bad,Bad,,,,A;;B\n", _place, "line 2: an empty entry"),
        (PLACES + "bad,Bad,,,,A; B\n", _place, "line 2: an empty entry or a stray space"),
        (PLACES + "bad,Bad,,,,Bad\n", _place, "line 2: 'Bad' stands twice"),
        (OFFICES + "p,king,land,1999-02-30,\n", loader._office, "line 2: since"),
        (OFFICES + "p,king,land,1999,\n", loader._office, "not one exact day"),
        (OFFICES + "p,king,land,2001-01-01,2000-01-01\n", loader._office, "before it begins"),
        (ANCHORS + "k,T,2001-01-01,a,,R\n", loader._anchor, "an anchor needs terms"),
        (ANCHORS + "k,T,2001-01-01,a,War,R\n", loader._anchor, "terms are lower case"),
        (ANCHORS + "k,T,2001-01-01,a,war|,R\n", loader._anchor, "an empty entry"),
        (ANCHORS + "k,T,2001-01-01,a,war,\n", loader._anchor, "reference is empty"),
        ("key,title\nk,T\n", loader._anchor, "line 1: there is no column"),
    ],
)
def test_an_unreadable_row_is_told_with_file_and_line(text, make, told):
    with pytest.raises(KnowledgeError) as raised:
        list(parse_rows("places.csv", text, make))
    assert str(raised.value).startswith("places.csv, line ")
    assert told in str(raised.value)


def test_loading_takes_less_than_a_second():
    cached = [loader.load_knowledge, loader.load_bodies, loader.load_surnames, loader._read]

    def load() -> None:
        for function in cached:
            function.cache_clear()
        loader.load_knowledge(), loader.load_bodies(), loader.load_surnames()

    assert quickest(load, 1) < 1


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("North Korea", AliasKind.NAME, "north-korea"),
        ("DPRK", AliasKind.ABBREVIATION, "north-korea"),
        ("Pyongyang", AliasKind.CAPITAL, "north-korea"),
        ("Kremlin", AliasKind.SEAT, "russia"),
        ("Finns", AliasKind.PEOPLE, "finland"),
        ("Ivorian", AliasKind.ADJECTIVE, "ivory-coast"),
        ("Zelenskyy", AliasKind.NAME, "volodymyr-zelensky"),
    ],
)
def test_aliases_carry_their_kind(text, kind, key):
    kinds = [alias.kind for alias in ACTORS[key].aliases if alias.text == text]
    assert kinds == [kind]


@pytest.mark.parametrize(
    ("country", "adjective"),
    [
        ("france", "French"),
        ("united-states", "United States"),
        ("philippines", "Philippine"),
        ("new-zealand", "New Zealand"),
    ],
)
def test_bodies_are_named_with_the_adjective(country, adjective):
    assert adjective_of(ACTORS[country]) == adjective


def _body(suffix: str):
    return next(body for body in load_bodies() if body.suffix == suffix)


def test_a_body_of_a_country_is_made_from_its_pattern():
    made = body_of_country(_body("ministry-of-defence"), ACTORS["chile"], ACTORS)
    assert (made.key, made.name) == ("chile-ministry-of-defence", "Chilean Ministry of Defence")
    assert made.belongs_to == "chile"


def test_a_body_that_has_its_own_row_keeps_its_own_name():
    made = body_of_country(_body("parliament"), ACTORS["israel"], ACTORS)
    assert made.name == "Knesset"


def test_a_body_without_suffix_is_the_country():
    assert body_of_country(_body(""), ACTORS["chile"], ACTORS) is ACTORS["chile"]


def test_a_head_gives_the_administration_a_name():
    made = body_of_head(_body("administration"), ACTORS["joe-biden"], "Biden")
    assert (made.name, made.belongs_to) == ("Biden administration", "united-states")


def test_a_pattern_refuses_the_wrong_bearer():
    with pytest.raises(ValueError, match="follows the surname"):
        body_of_country(_body("administration"), ACTORS["chile"])
    with pytest.raises(ValueError, match="follows a country"):
        body_of_head(_body("parliament"), ACTORS["joe-biden"], "Biden")


def test_concepts_are_in_lower_case():
    words = [word for group in load_concepts().values() for word in group]
    assert [word for word in words if word != word.lower()] == []


def test_an_unknown_context_is_refused():
    with pytest.raises(KnowledgeError, match="line 2: no such context: weather"):
        list(parse_rows("a.csv", "text,contexts,usual,why\nX,weather,,y\n", loader._ambiguous))
