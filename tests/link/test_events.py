import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.link.make import claim
from timeline.link.compare import compare
from timeline.link.events import NewEvent, assign, judge
from timeline.link.records import EventRecord
from timeline.vocabulary import EventType, Verdict

SIGNED = "Ukraine and Russia sign a deal to let grain ships leave Odesa"
SIGNED_TOO = "Moscow signed an agreement that lets ships with wheat leave from Odesa"


def test_two_reports_of_one_thing_are_the_same_event() -> None:
    one = claim(SIGNED, "russia ukraine", "2022-07-22", article=1)
    other = claim(SIGNED_TOO, "russia", "2022-07", article=2)
    assert compare(one, other).verdict == Verdict.SAME


def test_comparing_is_symmetric() -> None:
    one = claim(SIGNED, "russia ukraine", "2022-07-22", article=1)
    other = claim(SIGNED_TOO, "russia", "2022-07", article=2)
    there, back = compare(one, other), compare(other, one)
    assert (there.verdict, there.score) == (back.verdict, back.score)


def test_the_judgement_names_the_words_and_actors_that_decided() -> None:
    one = claim(SIGNED, "russia ukraine", "2022-07-22", article=1)
    explained = compare(one, claim(SIGNED_TOO, "russia", "2022-07", article=2)).explain()
    assert "odesa" in explained
    assert "russia" in explained
    assert "dates agree" in explained


def test_the_same_words_months_apart_are_two_events() -> None:
    one = claim(SIGNED, "russia", "2022-07-22", article=1)
    other = claim(SIGNED, "russia", "2023-03-18", article=2)
    assert compare(one, other).verdict == Verdict.NEW


def test_a_once_only_thing_told_of_two_near_days_is_one_event() -> None:
    one = claim(SIGNED, "russia ukraine", "2022-07-22", article=1, type=EventType.AGREE)
    other = claim(SIGNED, "russia ukraine", "2022-07-23", article=2, type=EventType.AGREE)
    assert compare(one, other).verdict == Verdict.SAME


def test_a_thing_that_repeats_is_unsure_on_the_next_day() -> None:
    text = "Shells hit the market in the old town of Kherson"
    one = claim(text, "russia", "2022-11-21", article=1, type=EventType.ASSAULT)
    other = claim(text, "russia", "2022-11-22", article=2, type=EventType.ASSAULT)
    assert compare(one, other).verdict == Verdict.UNSURE


def test_two_days_in_one_article_are_two_events() -> None:
    text = "Shells hit the market in the old town of Kherson"
    one = claim(text, "russia", "2022-11-21", article=1)
    other = claim(text, "russia", "2022-11-22", article=1)
    assert compare(one, other).verdict == Verdict.NEW


def test_undated_claims_of_articles_far_apart_are_not_joined() -> None:
    one = claim(SIGNED, "russia", article=1, published="2022-07-23")
    other = claim(SIGNED, "russia", article=2, published="2023-07-18")
    assert compare(one, other).verdict == Verdict.NEW


def test_sharing_only_the_actors_is_not_enough() -> None:
    one = claim("Talks on prisoners failed", "russia ukraine", "2022-07-22", article=1)
    other = claim("A dam burst near the front", "russia ukraine", "2022-07-22", article=2)
    assert judge(one, EventRecord(7, (other,))).verdict == Verdict.NEW


def test_a_claim_goes_to_the_stored_event_and_the_rest_begin_their_own() -> None:
    stored = EventRecord(7, (claim(SIGNED, "russia ukraine", "2022-07-22", article=1),))
    claims = [
        claim(SIGNED_TOO, "russia ukraine", "2022-07-22", article=2),
        claim("A tanker was seized in the strait of Hormuz", "iran", "2023-04-27", article=2),
    ]
    assert [d.event for d in assign(claims, [stored])] == [7, NewEvent(0)]


def test_claims_of_one_article_join_each_other_when_they_say_the_same() -> None:
    claims = [
        claim(SIGNED, "russia ukraine", "2022-07-22"),
        claim("A dam burst near the front line", "ukraine", "2022-07-22"),
        claim(SIGNED, "russia ukraine", "2022-07-22", id="again"),
    ]
    assert [d.event for d in assign(claims, [])] == [NewEvent(0), NewEvent(1), NewEvent(0)]


def test_two_acts_on_one_matter_in_one_article_are_two_events() -> None:
    parties = "russia china north-korea"
    claims = [
        claim("Russia and China asked to ease the sanctions over the nuclear tests.", parties),
        claim("Russia and China vetoed a bid for new sanctions over the rockets.", parties),
    ]
    assert [d.event for d in assign(claims, [])] == [NewEvent(0), NewEvent(1)]


def test_doubt_begins_a_new_event_and_names_the_other_for_review() -> None:
    text = "Shells hit the market in the old town of Kherson"
    stored = EventRecord(
        7, (claim(text, "russia", "2022-11-21", article=1, type=EventType.ASSAULT),)
    )
    later = claim(text, "russia", "2022-11-22", article=2, type=EventType.ASSAULT)
    (decision,) = assign([later], [stored])
    assert decision.event == NewEvent(0)
    assert decision.doubt is not None
    assert decision.doubt[0] == 7


@given(
    st.lists(
        st.sampled_from(["russia", "grain deal signed", "dam burst", "ship seized"]), max_size=6
    )
)
def test_every_claim_gets_an_event(texts: list[str]) -> None:
    claims = [claim(text, "russia", id=n) for n, text in enumerate(texts)]
    decisions = assign(claims, [])
    assert [d.claim.id for d in decisions] == list(range(len(texts)))
    numbers = [d.event.number for d in decisions if isinstance(d.event, NewEvent)]
    assert len(numbers) == len(texts)
    assert set(numbers) == set(range(len(set(numbers))))


def test_an_exact_day_that_both_tell_speaks_for_one_event_more_than_a_month_does() -> None:
    one = claim("Parliament chose Riina Tamm as president with 63 votes", "estonia", "2021-05-20")
    two = "Parliament will elect a new president after the recess"
    day = compare(one, claim(two, "estonia", "2021-05-20", article=2))
    month = compare(one, claim(two, "estonia", "2021-05", article=2))
    assert day.verdict == Verdict.SAME
    assert day.score > month.score + 0.1


def test_other_acts_of_the_same_actors_on_one_day_are_two_events() -> None:
    one = claim("Shells hit a market in Kherson", "russia ukraine", "2022-11-21", article=1)
    other = claim("A dam burst north of Nikopol", "russia ukraine", "2022-11-21", article=2)
    prisoners = claim("Fifty prisoners came home", "russia ukraine", "2022-11-21", article=3)
    for two in (other, prisoners):
        assert compare(one, two).verdict == Verdict.NEW


def test_one_shared_word_of_two_countries_ties_deeds_but_not_words() -> None:
    blame = claim("Kyiv blamed a blockade.", "russia ukraine", type=EventType.ACCUSE)
    other = claim(
        "Pyongyang blames Washington.",
        "north-korea russia ukraine",
        article=2,
        type=EventType.ACCUSE,
    )
    assert compare(blame, other).verdict == Verdict.NEW
    freed = claim("Tehran freed five captives.", "iran united-states", type=EventType.RETREAT)
    released = claim(
        "It released four Americans.", "iran united-states", article=2, type=EventType.RETREAT
    )
    assert compare(freed, released).verdict != Verdict.NEW


def test_a_claim_far_from_all_days_of_an_event_does_not_join_it_by_an_undated_claim() -> None:
    left = "A ship loaded with corn left the port of Odesa under the agreement on exports"
    again = "Twelve ships left the port of Odesa under the agreement on exports"
    undated, dated = claim(left, "ukraine"), claim("Corn left Odesa", "ukraine", "2022-08-01")
    later = claim(again, "ukraine", "2022-10-31", article=2)
    assert assign([later], [EventRecord(7, (undated,))])[0].event == 7
    assert assign([later], [EventRecord(7, (undated, dated))])[0].event == NewEvent(0)


@pytest.mark.parametrize(
    ("size", "told"),
    [(40, "with all 40 claims of the event"), (400, "with 150 of the event's claims")],
)
def test_the_reason_says_how_many_claims_of_the_event_count(size: int, told: str) -> None:
    event = EventRecord(7, tuple(claim(SIGNED, article=n) for n in range(1, size + 1)))
    (decision,) = assign([claim(SIGNED_TOO + " Odesa deal", "russia", article=0)], [event])
    assert decision.judgement is not None
    assert told in decision.judgement.explain()
