import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import parse
from timeline.extract.dates import read_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("September 6, 2022", "2022-09-06"),
        ("Sept. 6, 2022", "2022-09-06"),
        ("6 Sept. 2022", "2022-09-06"),
        ("the 6th of September, 2022", "2022-09-06"),
        ("6 September 2022", "2022-09-06"),
        ("06-Sep-2022", "2022-09-06"),
        ("2022-Sep-06", "2022-09-06"),
        ("2022-09-06", "2022-09-06"),
        ("2022/09/06", "2022-09-06"),
        ("2022/9/6", "2022-09-06"),
        ("2022_09_06", "2022-09-06"),
        ("20220906", "2022-09-06"),
        ("06.09.2022", "2022-09-06"),
        ("Tue, 06 Sep 2022 10:00:00 GMT", "2022-09-06"),
        ("Tuesday, September 6, 2022", "2022-09-06"),
        ("Tuesday 6 September 2022 10.15 BST", "2022-09-06"),
        ("2022-09-06T10:15:00Z", "2022-09-06"),
        ("2022-09-06T10:15:00.123+02:00", "2022-09-06"),
        ("2022-09-06 10:15", "2022-09-06"),
        ("Published: 6 September 2022 at 10:15am", "2022-09-06"),
        ("Published 6 Sep 2022, 10:15 p.m. EDT", "2022-09-06"),
        ("Last updated on September 6, 2022 | 4:05 PM IST", "2022-09-06"),
        ("10:15 AM EDT, Tue September 6, 2022", "2022-09-06"),
        ("  (6 September 2022)  ", "2022-09-06"),
        ("July 2022", "2022-07"),
        ("2022-07", "2022-07"),
        ("2022", "2022"),
        ("06/09/2022", "[2022-06-09,2022-09-06]"),
        ("09/09/2022", "2022-09-09"),
        ("23/09/2022", "2022-09-23"),
        ("09/23/2022", "2022-09-23"),
    ],
)
def test_a_written_date_is_read_whole(text: str, expected: str) -> None:
    found = read_date(text)
    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "10:15",
        "May",
        "31 February 2022",
        "20221345",
        "2,022 people",
        "1.2.3",
        "Resolution 2231",
        "6 September 2022 was a Tuesday",
        "13/13/2022",
        "555-0199-2022",
        "Monday",
        "20220906123456789",
    ],
)
def test_what_is_no_written_date_is_left(text: str) -> None:
    assert read_date(text) is None


@given(st.text(max_size=80))
def test_any_text_gives_a_valid_date_or_none(text: str) -> None:
    found = read_date(text)
    assert found is None or parse(found.text) == found


@given(st.dates())
def test_iso_days_come_back(value) -> None:
    found = read_date(value.isoformat())
    assert (found is None) == (not 1400 <= value.year <= 2199)
    assert found is None or found.text == value.isoformat()
