"""Time grows with a text, not with its square, and there is an end to what is read."""

import pytest

from tests.extract.test_pipeline import WORLD, document
from tests.timing import quickest
from timeline.extract.pipeline import MOST_SENTENCES, extract
from timeline.records import Extraction

_LINES = (
    "The government of Kenya said on Monday that it had sent {} soldiers to the coast. ",
    "President William Ruto told reporters that {} people were hurt on 3 May 2021. ",
    "“We shall not stop before {} of them are home,” he added, according to the ministry. ",
    "Ministers from Ghana and Togo signed treaty number {} last week.\n\n",
)


def report(sentences: int) -> str:
    """Sentences that differ: what is said again and again on a page counts as furniture."""
    body = "".join(_LINES[i % 4].format(11 + 7 * i) for i in range(sentences))
    return f"Soldiers go to the coast\n\n{body}"


def read(text: str, published: str | None = None) -> Extraction:
    return extract(document(text, published), WORLD)


@pytest.mark.parametrize("published", ["2021-05-04", None])
def test_four_times_the_sentences_take_less_than_eight_times_as_long(published: str | None) -> None:
    few, many = read(report(300), published), read(report(1200), published)
    assert len(many.claims) == 4 * len(few.claims) == 1200
    short = quickest(lambda: read(report(300), published))
    assert quickest(lambda: read(report(1200), published), 8 * short) < 8 * short


@pytest.mark.parametrize(
    "piece", ["May ", "U.S. ", "“May", "on May 5, ", "he said. ", "It ", "a\n"]
)
def test_hostile_repetition_takes_no_more_than_its_length(piece: str) -> None:
    read(piece * 100)
    most = 8 * quickest(lambda: read(piece * 2_000)) + 0.1
    assert quickest(lambda: read(piece * 8_000), most) < most


def test_of_an_endless_text_the_first_sentences_are_read_and_a_note_says_so() -> None:
    found = extract(document("The rain fell. " * (MOST_SENTENCES + 20)), WORLD)
    assert len(found.sentences) == MOST_SENTENCES
    assert found.notes == ("only the first 5,000 of 5,020 sentences were read",)
