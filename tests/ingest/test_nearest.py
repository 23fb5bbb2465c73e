"""Which stored events are held against new claims."""

from datetime import date, timedelta
from random import Random

import pytest

from timeline import edtf
from timeline.ingest import nearest
from timeline.ingest.nearest import Asked, CommonTerms
from timeline.link.records import ClaimRecord
from timeline.models import Event, EventTerm

pytestmark = pytest.mark.django_db

FIRST = date(2023, 1, 1)
WORDS = [f"word{n}" for n in range(12)]


def claim(*terms: str, day: str = "", parties: tuple[str, ...] = ()) -> ClaimRecord:
    return ClaimRecord(
        id=terms,
        article="a",
        origin=None,
        text="",
        parties=frozenset(parties),
        terms=frozenset(terms),
        date=edtf.try_parse(day),
        published=None,
        type=None,
    )


def event(*terms: str, day: str = "") -> int:
    row = Event.objects.create(title="x", date_edtf=day)
    EventTerm.objects.bulk_create(EventTerm(event=row, term=term) for term in terms)
    return row.pk


def found_near(several: list[Asked]) -> list[list[int]]:
    return nearest.nearest_events(several, CommonTerms())


def asked(*terms: str, published: str = "2023-01-10") -> Asked:
    return Asked([claim(*terms)], edtf.try_parse(published))


def test_events_that_share_two_terms_are_found_those_with_most_first() -> None:
    event("harbour")
    two, three = event("harbour", "grain"), event("harbour", "grain", "ship")
    assert found_near([asked("harbour", "grain", "ship")]) == [[three, two]]


def test_words_of_any_report_do_not_count() -> None:
    event("said", "harbour")
    assert found_near([asked("said", "harbour")]) == [[]]


def test_actors_count_as_terms() -> None:
    found = event("@russia", "@ukraine")
    one = Asked([claim(parties=("russia", "ukraine"))], None)
    assert found_near([one]) == [[found]]


@pytest.mark.parametrize(
    ("day", "published", "near"),
    [
        ("2023-01-20", "2023-01-10", True),
        ("2023-06-20", "2023-01-10", False),
        ("2022-06-20", "2023-01-10", False),
        ("", "2023-01-10", True),
        ("2023-06-20", "", True),
        ("2023-06-20", "2019/..", True),
        ("2010", "2019/..", False),
        ("..", "", True),
    ],
)
def test_an_event_of_another_time_is_not_found(day: str, published: str, near: bool) -> None:
    found = event("harbour", "grain", day=day)
    one = asked("harbour", "grain", published=published)
    other = asked("harbour", "grain", published="2023-03-01")
    assert found_near([one])[0] == found_near([one, other])[0] == ([found] if near else [])


def test_a_term_of_very_many_events_counts_for_those_that_a_rarer_one_brings_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(nearest, "COMMON", 3)
    only_common = [event("attack", "@russia") for _ in range(4)]
    one, two = event("attack", "@russia", "orchard"), event("attack", "orchard", "mill")
    wanted = ("attack", "orchard", "mill", "bridge")
    found = found_near([Asked([claim(*wanted, parties=("russia",))], None)])[0]
    assert set(found) == {one, two}
    assert not set(found) & set(only_common)
    rare_alone = found_near([asked("attack", "orchard")])[0]
    assert rare_alone == [two, one]


def test_a_common_term_is_counted_once_a_run_and_others_until_they_are(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries
) -> None:
    monkeypatch.setattr(nearest, "COMMON", 1)
    counted = CommonTerms()
    event("attack"), event("attack"), event("orchard")
    assert counted.among({"attack", "orchard"}) == {"attack"}
    with django_assert_num_queries(0):
        assert counted.among({"attack"}) == {"attack"}
    event("orchard")
    assert counted.among({"orchard", "attack"}) == {"orchard", "attack"}


@pytest.mark.parametrize("seed", range(3))
def test_what_is_found_is_what_each_would_find_by_looking_at_every_event(seed: int) -> None:
    random = Random(seed)

    def day() -> str:
        return str(FIRST + timedelta(random.randrange(200))) if random.random() < 0.8 else ""

    stored = {
        event(*(terms := random.sample(WORDS, 4)), day=(on := day())): (terms, on)
        for _ in range(60)
    }
    several = [Asked([claim(*random.sample(WORDS, 5))], edtf.try_parse(day())) for _ in range(8)]

    def by_looking(one: Asked) -> list[int]:
        shared = {}
        for pk, (terms, on) in stored.items():
            far = (
                on
                and one.published
                and abs((date.fromisoformat(on) - one.published.earliest).days) > 45
            )
            if not far and (n := len(one.records[0].terms & set(terms))) >= 2:
                shared[pk] = n
        return sorted(shared, key=lambda pk: (-shared[pk], -pk))

    assert found_near(several) == [by_looking(one) for one in several]
