"""The table of places: what stands in it, and that its rows hold together."""

import re
from importlib import resources

import pytest

from tests.timing import quickest
from timeline.knowledge.loader import load_knowledge
from timeline.knowledge.places import PlaceKind, PlaceTable, load_places

FILES = resources.files("timeline.knowledge")
TOWNS = FILES.joinpath("gazetteer.tsv").read_text(encoding="utf-8")
BY_HAND = FILES.joinpath("places.csv").read_text(encoding="utf-8")
TABLE = load_places()
CODES = {actor.iso3 for actor in load_knowledge().actors if actor.iso3}
HEAD = "name\tdoubt\twhere\n"


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Homs", "SYR"),
        ("Lyon", "FRA"),
        ("Texas", "USA"),
        ("Guangdong", "CHN"),
        ("Zamfara", "NGA"),
        ("Odessa", "UKR"),
        ("Bombay", "IND"),
        ("Mich.", "USA"),
        ("Sicilian", "ITA"),
        ("São Paulo", "BRA"),
        ("Sao Paulo", "BRA"),
        ("St. Petersburg", "RUS"),
        ("Cook County", "USA"),
    ],
)
def test_a_name_lies_first_where_readers_think_of(name, first):
    found = TABLE.find(name)
    assert found is not None
    assert found.where[0][0] == first


def test_words_and_names_of_people_are_marked():
    assert TABLE.find("Reading").personal
    assert TABLE.find("Mobile").word
    assert not TABLE.find("Homs").word


def test_lines_are_whole_sorted_and_of_known_form():
    lines = TOWNS.splitlines()[1:]
    row = re.compile(r"[^\t]+\t[wnrc]*\t[A-Z]{3}:[1-9]\d*(?: [A-Z]{3}:[1-9]\d*){0,5}")
    assert [line for line in lines if not row.fullmatch(line)] == []
    names = [line.split("\t")[0] for line in lines]
    assert names == sorted(set(names))


def test_rows_by_hand_name_known_countries_and_each_name_once_in_a_country():
    seen = set()
    for line in BY_HAND.splitlines()[1:]:
        iso3, kind, names = line.split(",")
        assert iso3 in CODES or (iso3 == "" and kind == PlaceKind.BLOCKED)
        for name in names.split(";"):
            assert name == name.strip() != ""
            assert (iso3, name) not in seen, name
            seen.add((iso3, name))


def test_a_name_by_hand_outweighs_towns_of_its_name_and_a_careful_one_does_not():
    towns = HEAD + "Odd\t\tUSA:900\nBod\t\tUSA:900\n"
    table = PlaceTable(towns, "iso3,kind,names\nUKR,name,Odd\nUKR,careful,Bod\n")
    assert table.find("Odd").where[0][0] == "UKR"
    assert table.find("Bod").where[0][0] == "USA"


def test_what_is_blocked_lies_nowhere():
    table = PlaceTable(HEAD + "Everest\t\tUSA:9\n", "iso3,kind,names\n,blocked,Everest\n")
    assert table.find("Everest").where == ()
    assert table.find("Nowhere") is None


def test_the_longest_name_is_known_by_its_first_word():
    table = PlaceTable(HEAD + "New York City\t\tUSA:9\nNewark\t\tUSA:9\n", "iso3,kind,names\n")
    assert (table.longest["New"], table.longest["Newark"]) == (3, 1)


def test_it_is_read_in_good_time():
    assert quickest(lambda: PlaceTable(TOWNS, BY_HAND), 1) < 1
