"""The steps together: offsets, determinism, hostile input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import edtf
from timeline.extract.contract import to_json
from timeline.extract.pipeline import build_world, extract
from timeline.knowledge.loader import load_knowledge
from timeline.records import Document, Metadata
from timeline.vocabulary import PublishedBasis

TEXT = """Ministers meet in Vienna

Home | World | Sport

VIENNA — Iran and the United States held talks in Vienna on Monday, officials said. \
According to the Austrian foreign ministry, the talks will resume on 12 May. “We are close,” \
said Abbas Araghchi. Israel denied that its aircraft had struck a convoy in Syria last month.

Next articleFlood kills nine in Chad
"""
WORLD = build_world(load_knowledge())


def document(text: str, published: str | None = "2021-05-04") -> Document:
    basis = PublishedBasis.ARGUMENT if published else None
    return Document(
        "a.txt", "0" * 64, "utf-8", text, Metadata(published=published, published_basis=basis)
    )


@pytest.fixture(scope="module")
def found() -> dict:
    return to_json(extract(document(TEXT), WORLD))


def test_each_claim_quotes_the_text_at_its_place(found: dict) -> None:
    assert found["claims"]
    for claim in found["claims"]:
        assert TEXT[claim["start"] : claim["end"]] == claim["quote"]


def test_page_chrome_gives_no_claim_and_no_mention(found: dict) -> None:
    assert all("Chad" not in claim["quote"] for claim in found["claims"])
    assert all(mention["name"] != "Chad" for mention in found["mentions"])


def test_relative_dates_count_from_publication_and_say_so(found: dict) -> None:
    talks = found["claims"][0]
    assert talks["date"]["edtf"] == "2021-05-03"
    assert "Monday" in talks["date"]["reason"]


def test_a_denial_stands_as_denied_by_who_denies_it(found: dict) -> None:
    denial = found["claims"][-1]
    assert denial["standing"] == "denied"
    assert denial["attribution"]["text"] == "Israel"
    assert denial["attribution"]["actor"] == "Israel"


def test_countries_carry_their_code_and_role(found: dict) -> None:
    roles = {actor["name"]: actor["role"] for actor in found["claims"][0]["actors"]}
    assert roles["Iran"] == "actor"
    codes = {mention["name"]: mention["iso3"] for mention in found["mentions"]}
    assert codes["Iran"] == "IRN"


def test_the_contract_has_its_keys_in_order(found: dict) -> None:
    assert list(found) == [
        *("path", "sha256", "encoding", "title", "source", "url", "bylines", "published"),
        *("language", "body", "sentences", "times", "mentions", "claims"),
    ]
    assert list(found["claims"][0]) == [
        *("start", "end", "quote", "standing", "attribution", "date", "actors", "type", "mode"),
    ]


def test_extracting_twice_gives_the_same() -> None:
    assert extract(document(TEXT), WORLD) == extract(document(TEXT), WORLD)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=600), st.sampled_from([None, "2021-05-04", "2021-05/2021-09"]))
def test_any_text_goes_through_with_true_offsets(text: str, published: str | None) -> None:
    extraction = extract(document(text, published), WORLD)
    for claim in extraction.claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.start <= claim.statement.start < claim.statement.end <= claim.end
        if claim.date:
            edtf.parse(claim.date.edtf)
    for found in (*extraction.times, *extraction.mentions):
        assert text[found.start : found.end] == found.text


NEWS_WORDS = st.sampled_from(
    "Russia Kyiv said that on Monday 24 February 2022 “ ” , . the president of Iran denied by "
    "according to talks U.S. Gen. Kim attacked \n\n ( ) – will last month it he : 11 million".split(
        " "
    )
)


@settings(deadline=None, max_examples=60)
@given(st.lists(NEWS_WORDS, max_size=80))
def test_any_order_of_news_words_goes_through(words: list[str]) -> None:
    extraction = extract(document(" ".join(words)), WORLD)
    for claim in extraction.claims:
        assert extraction.document.text[claim.start : claim.end] == claim.quote
