"""What an extraction answers, in the shapes of the gold."""

from tests.evaluate.drafts import TEXT, draft, extraction
from timeline.evaluate import answers
from timeline.evaluate.linking import link_counts
from timeline.evaluate.steps import _cited_sentences

DAM = (21, 55)


def test_the_article_is_its_pieces_line_by_line() -> None:
    assert answers.body(extraction()) == f"{TEXT[:20]}\n{TEXT[21:]}"


def test_a_claim_is_what_its_source_says_and_one_without_a_source_says_nothing() -> None:
    found = extraction(draft(0, 20), draft(*DAM, source="the mayor"))
    assert answers.attributions(found) == [
        {"content": [{"start": 21, "end": 55}], "source": [{"start": 40, "end": 49}]}
    ]


def test_an_event_cites_the_sentences_that_share_half_with_its_citations() -> None:
    docs = [
        {
            "doc_id": doc,
            "sentences": [
                {"sent": 0, "start": 0, "end": 20},
                {"sent": 1, "start": 21, "end": 55},
            ],
        }
        for doc in ("a", "b")
    ]
    events = [[("a", 0, 20), ("b", 25, 40)], [("a", 15, 30)]]
    cited = _cited_sentences(docs, events)
    assert cited == {0: {("a", 0), ("b", 1)}, 1: {("a", 1)}}
    assert link_counts({"x": {("a", 0), ("b", 1)}}, cited) == (1, 1, 1)
