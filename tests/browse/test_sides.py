"""Two filters come out of one query string, go back into it, and never fall silent."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from timeline.browse.filters import Sides, read_sides, write_sides
from timeline.browse.filters.fields import BY_NAME


def read(query: str) -> Sides:
    return read_sides(QueryDict(query))


@pytest.mark.parametrize(
    "query",
    [
        "a.source=meridian&b.source=harbour",
        "from=2022&actor=russia&a.says=russia&b.says=~article&show=both",
        "q=grain&order=oldest&before=7&a.known=2022-09&b.known=2023&show=disagree",
        "a.from=2021&a.to=2021&b.from=2022&b.to=2022",
    ],
)
def test_sides_write_the_address_they_were_read_from(query: str) -> None:
    sides = read(query)
    assert sides.problems == ()
    assert write_sides(sides) == query


def test_what_stands_for_both_holds_for_each_side() -> None:
    sides = read("actor=russia&from=2022&a.source=meridian&b.source=harbour&b.actor=china")
    assert sides.whole_a.actors == ("russia",)
    assert sides.whole_a.sources == ("meridian",)
    assert sides.whole_b.actors == ("russia", "china")
    assert sides.whole_b.sources == ("harbour",)
    assert sides.whole_a.start == sides.whole_b.start is not None


@pytest.mark.parametrize(
    ("query", "name", "part"),
    [
        ("a.known=soon", "a.known", "“soon” is no date"),
        ("b.type=PICNIC", "b.type", "not one of AGREE"),
        ("from=soon&a.source=x", "from", "“soon” is no date"),
        ("a.order=oldest", "a.order", "no filter called “order”"),
        ("b.passage=3", "b.passage", "no filter called “passage”"),
        ("c.source=x", "c.source", "no filter called “c.source”"),
        ("a.=x", "a.", "no filter called “”"),
        ("show=some", "show", "not one of a, both, b, disagree"),
        ("show=a&show=b", "show", "one value"),
        ("source=x&a.source=y", "a.source", "for both sides already"),
        ("actor=x&match=any&b.actor=y", "b.actor", "for both sides already"),
        ("from=2023&b.to=2022", "b.to", "before 2023"),
        ("to=2022&a.from=2023", "to", "before 2023"),
        ("undated=1&a.from=2023", "undated", "in no range"),
    ],
)
def test_what_cannot_be_read_is_a_problem_beside_its_field(
    query: str, name: str, part: str
) -> None:
    sides = read(query)
    assert [problem.name for problem in sides.problems] == [name]
    assert part in sides.problems[0].message
    # nothing is chosen by either side, and what is left can be gone on with
    assert sides.whole_a.problems and sides.whole_b.problems
    assert read(write_sides(sides)).problems == ()


def test_empty_boxes_of_a_plain_form_ask_nothing() -> None:
    sides = read("a.source=&b.source=&from=&show=&source=x&a.known=")
    assert not sides.asked
    assert sides.problems == ()


def test_before_and_after_is_the_same_question_at_two_days() -> None:
    assert read("a.known=2022-09-05").before_and_after
    assert read("a.known=2022-09-05&b.known=2022-10&a.source=x&b.source=x").before_and_after
    assert not read("a.known=2022-09-05&b.source=x").before_and_after
    assert not read("a.known=2023&b.known=2022").before_and_after
    assert not read("a.source=x").before_and_after


NAMES = [f"{side}{name}" for side in ("", "a.", "b.") for name in (*BY_NAME, "show", "nothing")]
TEXTS = [
    "",
    "2022",
    "2021-03",
    "2022-02..2021",
    "2022/..",
    "soon",
    "1",
    "0",
    "any",
    "a",
    "x*",
    "-x",
]


@given(
    st.dictionaries(
        st.sampled_from(NAMES),
        st.lists(st.sampled_from(TEXTS) | st.text(max_size=30), max_size=2),
        max_size=6,
    )
)
def test_whatever_is_asked_can_be_gone_on_with(data: dict[str, list[str]]) -> None:
    query = QueryDict(mutable=True)
    for name, values in data.items():
        query.setlist(name, values)
    left = read_sides(query)
    for _ in range(len(data)):
        left = read(write_sides(left))
    assert left.problems == ()
