"""Places of an article with the country they lie in."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.contract import named
from timeline.extract.pipeline import World, build_world, extract
from timeline.knowledge.loader import load_knowledge
from timeline.records import Document, Extraction, Metadata


@cache
def world() -> World:
    return build_world(load_knowledge())


# One short line would be taken for a label and not for an article.
MORE = (
    " Several people who had been there told reporters about it in the evening, and they said"
    " that they had never seen anything of the kind before."
)


def read(text: str) -> Extraction:
    told = Metadata(published="2020-03-02")
    return extract(Document("a.txt", "0" * 64, "utf-8", text + MORE, told), world())


def lands(text: str) -> list[tuple[str, str | None]]:
    """Names with their countries, organisations left out."""
    return [(m.text, m.iso3) for m in named(read(text)) if m.iso3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thousands fled fighting in Homs, Hama and Idlib.",
            [("Homs", "SYR"), ("Hama", "SYR"), ("Idlib", "SYR")],
        ),
        (
            "A bus crashed near Swindon, Wiltshire, on Friday.",
            [("Swindon", "GBR"), ("Wiltshire", "GBR")],
        ),
        (
            "The quake struck the town of Amatrice in central Italy, and teams came from Rieti.",
            [("Amatrice", "ITA"), ("Italy", "ITA"), ("Rieti", "ITA")],
        ),
        (
            "Gunmen killed six people in Zamfara state, Nigeria's police said.",
            [("Zamfara", "NGA"), ("Nigeria's police", "NGA")],
        ),
        ("Residents of County Cork voted.", [("County Cork", "IRL")]),
        ("Officials from Lyon and Marseille met.", [("Lyon", "FRA"), ("Marseille", "FRA")]),
        ("The Mississippi River rose again.", [("Mississippi River", "USA")]),
        ("Texans and New Yorkers voted.", [("Texans", "USA"), ("New Yorkers", "USA")]),
    ],
)
def test_towns_regions_and_waters_have_their_country(text, expected):
    assert lands(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He moved from St. Paul, Minn., to St. Petersburg, Fla., in 1998.",
            [
                ("St. Paul", "USA"),
                ("Minn.", "USA"),
                ("St. Petersburg", "USA"),
                ("Fla.", "USA"),
            ],
        ),
        (
            "She was born in Hamilton, Ontario, in 1970.",
            [("Hamilton", "CAN"), ("Ontario", "CAN")],
        ),
        ("The firm has an office in Fresno, CA, he said.", [("Fresno", "USA"), ("CA", "USA")]),
        ("Rep. John Roe (R-Ohio) voted no.", [("Ohio", "USA")]),
        ("John Roe, D-Calif., voted no.", [("Calif.", "USA")]),
        (
            "She left Cambridge, Massachusetts, for Cambridge, England.",
            [
                ("Cambridge", "USA"),
                ("Massachusetts", "USA"),
                ("Cambridge", "GBR"),
                ("England", "GBR"),
            ],
        ),
    ],
)
def test_a_state_behind_the_comma_tells_the_country(text, expected):
    assert lands(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The mayor of Paris, Texas, resigned. Paris has few voters.", "Paris", "USA"),
        ("Cairo, Illinois, is small. The flood reached Cairo on Friday.", "Cairo", "USA"),
        ("Voters in Berlin, New Hampshire, were few. Berlin is cold.", "Berlin", "USA"),
        ("Police in Hyderabad, Pakistan, made arrests. Hyderabad is hot.", "Hyderabad", "PAK"),
        ("Tripoli, Lebanon's second city, is calm. In Tripoli shops opened.", "Tripoli", "LBN"),
    ],
)
def test_what_lies_elsewhere_lies_there_all_through_the_article(text, name, expected):
    assert {iso3 for found, iso3 in lands(text) if found == name} == {expected}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Alabama's governor spoke. Officers in Birmingham made an arrest.", "Birmingham", "USA"),
        ("The British army came. Officers in Birmingham made an arrest.", "Birmingham", "GBR"),
        ("California will pay. San Jose police found a car in Sunnyvale.", "San Jose", "USA"),
        ("Costa Rica votes on Sunday. Lines are long in San Jose.", "San Jose", "CRI"),
        ("The storm hit Alabama and Georgia. Atlanta lost power.", "Georgia", "USA"),
        ("Ohio voted. A Dayton officer was hurt near Troy.", "Dayton", "USA"),
        ("Tbilisi is quiet. Georgia wants to join the EU.", "Georgia", "GEO"),
    ],
)
def test_of_two_places_the_one_in_a_country_the_article_names(text, name, expected):
    assert (name, expected) in lands(text)


def test_a_small_namesake_far_from_all_else_is_left_out():
    text = "Durham County Council met on Monday. England's schools reopened in York and Leeds."
    assert "USA" not in {iso3 for _, iso3 in lands(text)}


def test_a_list_of_cities_is_no_city_with_its_state():
    assert ("London", "GBR") in lands("He flew to London, New York and Tokyo.")
    assert ("Paris", "FRA") in lands("He flew to Paris, New York, and Rome.")


@pytest.mark.parametrize(
    "text",
    [
        "Lincoln Chafee spoke to students.",
        "Mr. London said he would not pay. London told the court he was innocent.",
        "Students of Kent State University marched.",
        "The Boston Celtics beat the Miami Heat.",
        "Reading the report took hours. Nice weather came.",
        "FC Porto won.",
        "The USS Cole was hit.",
        "The Bank of England raised rates.",
        "Jackson said he would appeal.",
        "She said DACA was over.",
        "The Has Been came back.",
    ],
)
def test_people_clubs_ships_and_words_are_no_places(text):
    assert not [m for m in read(text).beside if not m.actor]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("India sent help. A bus fell in Kalvanpura village.", "Kalvanpura", "IND"),
        ("Iran sent help. Two died in the village of Jeyhabad.", "Jeyhabad", "IRN"),
        ("Police in London shut Tallow Street.", "Tallow Street", "GBR"),
        ("He lives in Zorbaville, Idaho, with a dog.", "Zorbaville", "USA"),
    ],
)
def test_unknown_places_are_told_by_their_words(text, name, expected):
    assert (name, expected) in lands(text)


def test_unknown_places_of_an_article_on_many_countries_stay_open():
    text = "Iran, Iraq and Syria sent help. Two died in the village of Jeyhabad."
    assert "Jeyhabad" not in [name for name, _ in lands(text)]


def test_a_place_of_undecided_country_is_left_out():
    assert lands("A crowd gathered in Cambridge.") == []


def test_capitals_are_read_in_datelines_and_headlines():
    text = "FLOOD IN SURABAYA KILLS SIX\n\nSURABAYA, Indonesia (AP) - Six people died on Monday."
    assert [found for found in lands(text) if found[0] == "SURABAYA"] == [("SURABAYA", "IDN")] * 2


def test_names_of_the_headline_are_given_and_no_claim_is_about_them():
    text = "Egypt reopens its border\n\nOfficials in Cairo said on Monday that the gate is open."
    extraction = read(text)
    assert ("Egypt", "EGY") in lands(text)
    assert all(p.mention.start > 24 for c in extraction.claims for p in c.participants)


def test_places_take_no_part_in_claims():
    extraction = read("Russia shelled Kharkiv and Lviv on Monday.")
    parts = {p.mention.text for claim in extraction.claims for p in claim.participants}
    assert parts == {"Russia"}


def test_a_leader_of_the_name_is_not_met_where_a_place_stands():
    text = "LAGOS, Nigeria (AP) - Police in Lagos made arrests on Sunday."
    assert {iso3 for name, iso3 in lands(text) if name.title() == "Lagos"} == {"NGA"}


@given(st.text(alphabet="AabcLondon ,.'’-\nMich()RUSTexas", max_size=200))
def test_any_text_gives_mentions_that_are_its_words_and_do_not_overlap(text):
    found = [m for m in read(text).beside if not m.actor]
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
