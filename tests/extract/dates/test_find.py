import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.edtf import parse, try_parse
from timeline.extract.dates import Reference, find_times
from timeline.records import Span

WORDS = (
    "May March on in the last next year week Monday 3 12 1999 2022 -  – , . ago later of since "
    "quarter third early mid late century 1990s p.m. 10:15 Christmas a two few from to until BC "
    "Sept. '97 first half every daily 24th $ % fiscal night hours"
).split()


@settings(max_examples=300)
@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)),
    st.sampled_from([None, "2022-09-06", "2022-08-24/2022-12-31", "0001-01-01", "9999-12-31"]),
)
def test_any_text_gives_valid_ordered_times(text: str, published: str | None) -> None:
    reference = Reference(parse(published) if published else None)
    found = find_times(text, [Span(0, len(text))], reference)
    end = 0
    for item in found:
        assert end <= item.start < item.end <= len(text)
        assert text[item.start : item.end] == item.text
        assert item.value
        assert item.reason
        assert item.edtf is None or try_parse(item.edtf) is not None
        end = item.end


def test_only_the_given_sentences_are_read() -> None:
    text = "Posted on 1 May 2020. It fell on 2 June 2021."
    found = find_times(text, [Span(22, len(text))], Reference(None))
    assert [(item.text, item.start) for item in found] == [("2 June 2021", text.index("2 June"))]


@pytest.mark.parametrize(
    "unit",
    "1| |May |12-|1999-|1,111,|twenty |first quarter of |a year ago, |New Year's |the night of "
    "|10:10:|Monday |no more than |'90|1/1/".split("|"),
)
def test_hostile_text_is_read_in_bounded_time(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    started = time.process_time()
    find_times(text, [Span(0, len(text))], Reference(parse("2022-09-06")))
    assert time.process_time() - started < 5
