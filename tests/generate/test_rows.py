"""What generated rows hold among themselves, and how they are spread."""

import json
from collections import Counter, defaultdict
from itertools import pairwise

import numpy as np
import pytest

from tests.generate.made import small_rows, small_world, values
from timeline.generate.carried import Carried
from timeline.generate.pages import CONTEXT_LENGTH
from timeline.generate.plan import BATCH, plan, shape_of
from timeline.generate.workers import made
from timeline.models import claims
from timeline.vocabulary import EventType, Role


@pytest.fixture(scope="module", params=[1, 7])
def rows(request):
    return small_rows(150, request.param)


def test_another_process_makes_the_same_rows() -> None:
    """Its strings have other hashes, and its sets another order."""
    world, batches = small_world(40, 3)
    assert list(made(world, batches, workers=1)) == list(made(world, batches, workers=0))


def test_another_seed_makes_another_database() -> None:
    assert small_rows(20, 1)["Event"] != small_rows(20, 2)["Event"]


def test_each_quote_is_the_words_of_its_article(rows) -> None:
    texts = {article["id"]: article["text"] for article in values(rows, "Article")}
    assert not all(text.isascii() for text in texts.values())
    for citation in values(rows, "Citation"):
        text, start, end = texts[citation["article_id"]], citation["start"], citation["end"]
        assert text[start:end] == citation["quote"]
        assert text[max(0, start - CONTEXT_LENGTH) : start] == citation["prefix"]
        assert text[end : end + CONTEXT_LENGTH] == citation["suffix"]


def test_the_context_of_a_quote_is_as_long_as_ingest_makes_it() -> None:
    assert CONTEXT_LENGTH == claims.CONTEXT_LENGTH


def test_a_claim_is_words_of_its_first_quote_and_so_is_who_says_it(rows) -> None:
    first: dict[object, str] = {}
    for citation in values(rows, "Citation"):
        first.setdefault(citation["claim_id"], str(citation["quote"]))
    for claim in values(rows, "Claim"):
        assert str(claim["text"]) in first[claim["id"]]
        assert str(claim["attribution_text"]) in first[claim["id"]]


def test_each_mention_is_the_name_of_its_actor_in_the_first_quote(rows) -> None:
    first: dict[object, dict] = {}
    for citation in values(rows, "Citation"):
        first.setdefault(citation["claim_id"], citation)
    for mention in values(rows, "Mention"):
        citation = first[mention["claim_id"]]
        at = mention["start"] - citation["start"]
        name = citation["quote"][at : at + mention["end"] - mention["start"]]
        assert mention["reason"] == f"“{name}”"


def test_body_spans_hold_every_quote_and_no_blank_ends(rows) -> None:
    articles = {article["id"]: article for article in values(rows, "Article")}
    for article in articles.values():
        for low, high in map(tuple, json.loads(article["body_spans"])):
            paragraph = article["text"][low:high]
            assert paragraph == paragraph.strip() != ""


def test_copies_of_a_wire_report_have_other_sources_and_share_claims(rows) -> None:
    articles = values(rows, "Article")
    groups = defaultdict(list)
    for article in articles:
        groups[article["origin_id"]].append(article)
    copied = [group for group in groups.values() if len(group) > 1]
    assert copied
    told = defaultdict(set)
    for citation in values(rows, "Citation"):
        told[citation["article_id"]].add(citation["claim_id"])
    for group in copied:
        assert len({article["source_id"] for article in group}) == len(group)
        original, *copies = sorted(group, key=lambda article: article["id"])
        assert all(told[copy["id"]] <= told[original["id"]] for copy in copies)


def test_a_word_run_is_indexed_for_the_first_dozen_that_carry_it() -> None:
    carried = Carried()
    first = carried.few([(article, 5) for article in range(8)])
    second = carried.few([(8, 6), *((article, 5) for article in range(8, 20))])
    assert first == [(article, 5) for article in range(8)]
    assert second == [(8, 6), *((article, 5) for article in range(8, 12))]


def test_every_column_varies_as_news_do(rows) -> None:
    events, told = values(rows, "Event"), values(rows, "Claim")
    types = Counter(event["type"] for event in events)
    assert types.keys() - {""} <= {type_.value for type_ in EventType}
    assert 0.05 < types[""] / len(events) < 0.35
    assert {part["role"] for part in values(rows, "Participation")} == {r.value for r in Role}
    undated = [e for e in events if e["earliest"] is None and e["latest"] is None]
    assert 0.02 < len(undated) / len(events) < 0.25
    assert any(e["date_edtf"].count("/") for e in events)
    assert any(e["has_conflict"] for e in events)
    assert {"date", "number", "denial"} >= {c["kind"] for c in values(rows, "Conflict")} != set()
    assert {claim["attribution_actor_id"] is None for claim in told} == {True, False}


def test_a_million_events_have_two_and_a_half_claims_each_and_half_a_million_articles() -> None:
    batches = list(plan(1_000_000, 1))
    assert sum(len(batch.days) for batch in batches) == 1_000_000
    last = batches[-1]
    assert 2_400_000 < last.first_claim < 2_600_000
    assert 420_000 < last.first_article < 600_000


def test_batches_follow_each_other_without_gaps() -> None:
    batches = list(plan(3 * BATCH, 5))
    for batch, following in pairwise(batches):
        shape = shape_of(batch)
        assert following.first_event == batch.first_event + len(shape.sizes)
        assert following.first_claim == batch.first_claim + len(shape.article_of)
        assert following.first_origin == batch.first_origin + len(shape.copies)
        articles = len(shape.copies) + shape.copies.sum()
        assert following.first_article == batch.first_article + articles


def test_every_original_tells_something_and_copies_are_cut_only_where_something_stays() -> None:
    for batch in plan(2 * BATCH, 9):
        shape = shape_of(batch)
        told = np.bincount(shape.article_of, minlength=len(shape.copies))
        assert told.min() >= 1
        assert (told - shape.cut).min() >= 1
