"""Claims found, dated and of the right standing; countries right."""

from typing import Any

import pytest

from tests.evaluate.drafts import country, draft, extraction
from timeline.evaluate.claims import score_claims, score_countries
from timeline.records import ClaimDraft
from timeline.vocabulary import Standing

RAIN, DAM, HURT = (0, 20), (21, 55), (56, 72)


def claim(
    span: tuple[int, int], date: str | None, standing: str = "reported", **more: Any
) -> dict[str, Any]:
    return {"start": span[0], "end": span[1], "date": date, "standing": standing, **more}


GOLD = [
    claim(RAIN, "2022-07-25", date_also_ok=["2022-07"]),
    claim(DAM, None, "opinion", standing_also_ok=["planned"]),
    claim(HURT, None, "denied", date_also_ok=["2022-07-25"]),
]


def figures(*drafts: ClaimDraft, gold: list[dict[str, Any]] = GOLD) -> dict[str, float]:
    return score_claims([({"claims": gold}, extraction(*drafts))])


def test_right_answers_score_one() -> None:
    right = figures(
        draft(*RAIN, "2022-07-25"),
        draft(*DAM, None, Standing.OPINION),
        draft(*HURT, None, Standing.DENIED),
    )
    assert right.pop("dates made up, of all claims") == 0.0
    assert set(right.values()) == {1.0}


def test_answers_that_are_as_good_count_as_right() -> None:
    right = figures(
        draft(*RAIN, "2022-07"),
        draft(*DAM, None, Standing.PLANNED),
        draft(*HURT, "2022-07-25", Standing.DENIED),
    )
    assert right["date right, of all claims"] == right["standing macro F1"] == 1.0
    assert right["dates made up, of all claims"] == 0.0


def test_a_claim_without_a_draft_is_neither_found_nor_dated() -> None:
    missed = figures(draft(*RAIN, "2022-07-25"), draft(*DAM, None, Standing.OPINION))
    assert missed["claims found"] == missed["date right, of all claims"] == pytest.approx(2 / 3)
    assert missed["standing macro F1"] == pytest.approx(2 / 3)


def test_half_of_the_shorter_is_enough_and_less_is_not() -> None:
    gold = [claim(DAM, None)]
    assert figures(draft(21, 38), gold=gold)["claims found"] == 1.0  # a clause of it
    assert figures(draft(0, 55), gold=gold)["claims found"] == 1.0  # it within more
    assert figures(draft(0, 29), gold=gold)["claims found"] == 0.0


def test_a_draft_far_longer_than_a_claim_does_not_stand_for_it() -> None:
    whole = figures(draft(0, 72, "2022-07-25"))
    assert whole["claims found"] == pytest.approx(1 / 3)  # of the three only the dam is long enough
    near = figures(draft(0, 60, "2022-07-25"), gold=GOLD[:1])
    assert near["claims found"] == near["drafts that are claims"] == 1.0
    far = figures(draft(0, 61, "2022-07-25"), gold=GOLD[:1])
    assert far["claims found"] == far["drafts that are claims"] == 0.0


def test_a_draft_on_no_claim_costs_precision() -> None:
    both = figures(draft(*RAIN, "2022-07-25"), draft(*HURT), gold=GOLD[:1])
    assert both["drafts that are claims"] == 0.5
    assert both["claims found"] == 1.0


@pytest.mark.parametrize(
    ("date", "right", "made_up"),
    [
        (None, 1.0, 0.0),
        ("2022-07-25", 0.0, 1.0),
    ],
)
def test_a_date_where_the_passage_gives_none_is_made_up(
    date: str | None, right: float, made_up: float
) -> None:
    found = figures(draft(*DAM, date), gold=[claim(DAM, None)])
    assert found["date right, of all claims"] == right
    assert found["dates made up, of all claims"] == made_up


def test_another_date_than_the_gold_is_wrong_but_not_made_up() -> None:
    found = figures(draft(*RAIN, "2022-07-18"), gold=[claim(RAIN, "2022-07-25")])
    assert found["date right, of all claims"] == found["dates made up, of all claims"] == 0.0


def test_no_claims_and_no_drafts_is_no_division_by_nought() -> None:
    assert set(figures(gold=[]).values()) == {0.0}


def test_countries_are_right_of_all_and_of_those_found() -> None:
    gold = [
        {"start": at, "end": at + 4, "iso3": iso3}
        for at, iso3 in [(0, "PRK"), (10, "GEO"), (20, "TCD"), (30, "JOR")]
    ]
    found = (
        country(0, 4, "PRK"),
        country(12, 20, "USA"),  # overlaps, and is another country
        country(20, 24, None),  # no country
    )
    scored = score_countries([({"mentions": gold}, extraction(mentions=found))])
    assert scored == {"right of all mentions": 1 / 4, "right of those found": 1 / 2}
