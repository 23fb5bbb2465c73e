"""Query strings become one value, in words, with a message for what cannot be read."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from timeline.browse.filters import Filter, Names, chips, heading, read_filter, write_query
from timeline.browse.filters.dates import typed_date

NAMES = Names({"russia": "Russia", "north-korea": "North Korea"}, {"meridian": "Meridian Post"})


def read(query: str) -> Filter:
    return read_filter(QueryDict(query))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "All events"),
        ("actor=north-korea&actor=russia&from=2022&to=2022", "North Korea and Russia, 2022"),
        ("from=2022-01&to=2022-12", "Events, 2022"),
        ("from=2022-02&to=2022-09", "Events, February to September 2022"),
        ("from=Jul+2022", "Events, since July 2022"),
        ("to=3+March+2014", "Events, until 3 March 2014"),
        ("from=2021-12-30&to=2022-01-02", "Events, 30 December 2021 to 2 January 2022"),
        ("from=2022&to=2022&certain=1", "Events, certainly 2022"),
        ("type=consult&type=ASSAULT", "Talks or Attack"),
        ("actor=russia&type=AID", "Russia, aid"),
        ("undated=1", "Events, undated"),
        ("type=none&type=AID", "Kind not decided or Aid"),
        ("says=russia&says=~article", "Events, according to Russia or the article itself"),
        ("source=meridian&standing=denied", "Events, in Meridian Post, denied"),
        ("evidence=disagree", "Events, sources disagree"),
        ("q=shells", "Events, “shells”"),
        ("q=%22Black+Sea%22+grai*+-war", "Events, “Black Sea” and “grai…” without “war”"),
        ("actor=russia&actor=north-korea&match=any", "Russia or North Korea"),
        ("by=russia&towards=north-korea", "Events, by Russia, towards North Korea"),
        ("actor=russia&known=Sep+2022", "Russia, as known on 30 September 2022"),
        ("from=2022-02..2022-09", "Events, February to September 2022"),
        ("from=Feb+2022+..+3+March+2023", "Events, February 2022 to 3 March 2023"),
        ("actor=narnia", "unknown actor “narnia”"),
        ("order=oldest", "All events"),
        ("match=all", "All events"),
    ],
)
def test_a_filter_has_a_heading_in_words(query: str, words: str) -> None:
    assert heading(read(query), NAMES) == words


@pytest.mark.parametrize(
    ("query", "name", "part"),
    [
        ("from=foo", "from", "“foo” is no date"),
        ("to=24+February", "to", "“24 February” is no date"),
        ("from=2022-02-30", "from", "“2022-02-30” is no date"),
        ("to=2022-13", "to", "“2022-13” is no date"),
        ("known=2022-13-45", "known", "“2022-13-45” is no date"),
        ("from=XXXX-02-24", "from", "has no year"),
        ("from=2023&to=2022", "to", "before 2023"),
        ("from=2022/..&to=2021", "to", "before"),
        ("from=../2022", "from", "no beginning"),
        ("to=2022/..", "to", "no end"),
        ("from=2021&from=2022", "from", "one value, not 2"),
        ("from=2021&undated=1", "undated", "in no range"),
        ("type=PICNIC", "type", "not one of AGREE"),
        ("standing=sure", "standing", "not one of reported"),
        ("evidence=lots", "evidence", "not one of agree"),
        ("certain=yes", "certain", "1 or 0"),
        ("actor=%3Cscript%3E", "actor", "no key"),
        ("order=random", "order", "newest, oldest"),
        ("match=some", "match", "all, any"),
        ("known=soon", "known", "“soon” is no date"),
        ("known=2022/..", "known", "no end"),
        ("from=2022..soon", "to", "“soon” is no date"),
        ("q=a*", "q", "two letters"),
        ("before=soon", "before", "no place"),
        ("before=99999999999999999999", "before", "no place"),
        ("before=1&after=2", "after", "not both"),
        ("passage=-1", "passage", "no place"),
        ("q=" + "x" * 201, "q", "200 characters"),
        ("q=...", "q", "words or numbers"),
        ("acotr=russia", "acotr", "no filter called “acotr”"),
    ],
)
def test_what_cannot_be_read_is_a_problem_beside_its_field(
    query: str, name: str, part: str
) -> None:
    chosen = read(query)
    assert [problem.name for problem in chosen.problems] == [name]
    assert part in chosen.problems[0].message


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2022", "2022"),
        ("Jul 2022", "2022-07"),
        ("july 2022", "2022-07"),
        ("3 March 2014", "2014-03-03"),
        ("March 3, 2014", "2014-03-03"),
        ("2022-02", "2022-02"),
        (" 2022-02-24 ", "2022-02-24"),
        ("199X", "199X"),
    ],
)
def test_dates_are_read_as_people_type_them(typed: str, value: str) -> None:
    assert typed_date(typed).text == value


def test_empty_parameters_of_a_plain_form_are_no_filter() -> None:
    assert read("from=&to=&q=&actor=") == Filter()


@pytest.mark.parametrize(
    "query",
    [
        "from=2022-02&to=2022-09&certain=1",
        "actor=north-korea&actor=russia&type=AID&says=~article&standing=planned",
        "actor=russia&actor=china&match=any&by=usa&towards=iran&known=2022-09&q=grain+-war",
        "source=meridian&evidence=agree&evidence=reviewed&q=grain+deal&order=oldest&before=7",
    ],
)
def test_a_filter_writes_the_address_it_was_read_from(query: str) -> None:
    assert write_query(read(query)) == query


def test_each_chip_takes_one_part_off() -> None:
    chosen = read("actor=russia&actor=north-korea&from=2022&to=2022&q=shells&before=9")
    found = {chip.words: write_query(chip.without) for chip in chips(chosen, NAMES)}
    assert found == {
        "2022": "actor=russia&actor=north-korea&q=shells",
        "Russia": "from=2022&to=2022&actor=north-korea&q=shells",
        "North Korea": "from=2022&to=2022&actor=russia&q=shells",
        "“shells”": "from=2022&to=2022&actor=russia&actor=north-korea",
    }


@given(st.dictionaries(st.text(max_size=12), st.lists(st.text(max_size=30), max_size=3)))
def test_any_query_string_is_read_or_refused_in_words(data: dict[str, list[str]]) -> None:
    query = QueryDict(mutable=True)
    for name, values in data.items():
        query.setlist(name, values)
    chosen = read_filter(query)
    assert isinstance(heading(chosen, Names()), str)
    assert read_filter(QueryDict(write_query(chosen))).problems == ()


@pytest.mark.parametrize(
    "query",
    ["from=2023&to=2022", "from=2021&undated=1", "from=XXXX-02-24&to=2022", "before=1&after=2"],
)
def test_a_filter_can_be_gone_on_with_without_its_problem(query: str) -> None:
    chosen = read(query)
    assert len(chosen.problems) == 1
    assert read(write_query(chosen)).problems == ()
