from dataclasses import replace

import pytest

from tests.link.make import claim
from timeline import edtf
from timeline.link.conflicts import find_conflicts, numbers
from timeline.records import RecordedDate
from timeline.vocabulary import ConflictKind, Standing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("approved 11 rounds of sanctions", [("round", 11)]),
        ("at least 35 people were killed", [("peopl", 35)]),
        ("killed three soldiers", [("=troops", 3)]),
        ("some 1,200 tonnes of wheat", [("tonn", 1200)]),
        ("32.9 million tonnes of grain", [("tonn", 32_900_000)]),
        ("extended for 120 days", [("day", 120)]),
        ("in 2022 he left", []),
        ("on 24 February", []),
        ("a rise of 5%", []),
        ("Resolution 2231", []),
        ("cost $400 million", []),
    ],
)
def test_what_is_counted_is_read_with_its_number(
    text: str, expected: list[tuple[str, float]]
) -> None:
    assert [(subject, value) for subject, value, _ in numbers(text)] == expected


def test_the_label_is_the_number_with_what_is_counted() -> None:
    labels = [label for _, _, label in numbers("9 million tonnes have left; 24 hours after")]
    assert labels == ["9 million tonnes", "24 hours"]


def test_two_days_for_one_event_are_a_conflict_with_the_better_supported_first() -> None:
    claims = [
        claim("recognised the republics", date="2022-02-26", article=1),
        claim("recognised the republics", date="2022-02-21", article=2),
        claim("recognised the republics", date="2022-02-21", article=3),
    ]
    (conflict,) = find_conflicts(claims)
    assert conflict.kind == ConflictKind.DATE
    assert [value.value for value in conflict.values] == ["2022-02-21", "2022-02-26"]
    assert len(conflict.values[0].claims) == 2


def test_support_counts_origins_not_copies() -> None:
    claims = [
        claim("recognised", date="2022-02-26", article=1, origin=1),
        claim("recognised", date="2022-02-26", article=2, origin=1),
        claim("recognised", date="2022-02-26", article=3, origin=1),
        claim("recognised", date="2022-02-21", article=4, origin=4),
        claim("recognised", date="2022-02-21", article=5, origin=5),
    ]
    (conflict,) = find_conflicts(claims)
    assert conflict.values[0].value == "2022-02-21"


def test_a_month_and_a_day_in_it_agree() -> None:
    claims = [
        claim("recognised", date="2022-07", article=1),
        claim("recognised", date="2022-07-13", article=2),
    ]
    assert find_conflicts(claims) == ()


def test_different_numbers_of_one_thing_are_a_conflict() -> None:
    claims = [
        claim("The deal is extended for 60 days", article=1),
        claim("The deal is extended for 120 days", article=2),
    ]
    (conflict,) = find_conflicts(claims)
    assert conflict.kind == ConflictKind.NUMBER
    assert {value.value for value in conflict.values} == {"60", "120"}


def test_two_numbers_in_one_article_are_two_things_counted() -> None:
    claims = [claim("killed 3 soldiers"), claim("captured 12 soldiers", id="second")]
    assert find_conflicts(claims) == ()


def test_a_date_that_is_not_the_one_on_record_is_shown_beside_the_record() -> None:
    record = RecordedDate("2021-03-10", "Ruritania invades Zubrowka", "Almanac")
    told = replace(claim("invaded", date="2021-03-12"), recorded=record)
    (conflict,) = find_conflicts([told])
    assert conflict.kind == ConflictKind.RECORD
    assert [value.value for value in conflict.values] == ["2021-03-12", "2021-03-10"]
    assert "Almanac" in conflict.values[-1].label
    assert find_conflicts([replace(told, date=edtf.parse("2021-03"))]) == ()


def test_a_plan_that_slipped_is_no_disagreement() -> None:
    plan = claim(
        "will sign on Monday",
        date="2022-08-01",
        article=1,
        standing=Standing.PLANNED,
        published="2022-07-30",
    )
    told = claim("signed", date="2022-08-03", article=2)
    assert find_conflicts([plan, told]) == ()
    past = replace(plan, published=edtf.parse("2022-09"))
    assert len(find_conflicts([past, told])) == 1


def test_two_plans_may_disagree() -> None:
    claims = [
        claim("will sign", date="2022-08-01", article=1, standing=Standing.PLANNED),
        claim("will sign", date="2022-08-03", article=2, standing=Standing.PLANNED),
    ]
    assert len(find_conflicts(claims)) == 1


def test_the_time_of_what_is_told_beside_is_no_disagreement() -> None:
    claims = [
        claim("recognised", date="2022-07-13", article=1),
        claim("recognised", date="2022-07-13", article=2),
        claim("recognised, as in 2014", date="2014", article=3),
    ]
    assert find_conflicts(claims) == ()


def test_the_same_day_of_another_year_is_a_slip_and_shown() -> None:
    claims = [
        claim("recognised", date="2022-07-13", article=1),
        claim("recognised", date="2022-07-13", article=2),
        claim("recognised", date="2021-07-13", article=3),
    ]
    assert len(find_conflicts(claims)) == 1


def test_an_open_interval_that_holds_the_other_date_agrees() -> None:
    claims = [
        claim("at war", date="2022-02-24/..", article=1),
        claim("at war", date="2022-07-13", article=2),
    ]
    assert find_conflicts(claims) == ()


def test_the_count_of_a_headline_is_left_to_its_sentences() -> None:
    claims = [
        claim("Blast kills 60 people", article=1, heading=True),
        claim("The blast killed 64 people", article=2),
    ]
    assert find_conflicts(claims) == ()
