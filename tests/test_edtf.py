"""Dates: what is read, which days are meant, how they are said, and a second opinion."""

from datetime import date, timedelta

import pytest
from edtf import parse_edtf as other_parser
from edtf import struct_time_to_date
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.edtf import EdtfError, parse

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("text", "kind", "earliest", "latest", "phrase"),
    [
        ("2022", "year", "2022-01-01", "2022-12-31", "2022"),
        ("0476", "year", "0476-01-01", "0476-12-31", "476"),
        ("2022-07", "month", "2022-07-01", "2022-07-31", "July 2022"),
        ("2024-02", "month", "2024-02-01", "2024-02-29", "February 2024"),
        ("2022-07-13", "day", "2022-07-13", "2022-07-13", "13 July 2022"),
        ("2024-02-29", "day", "2024-02-29", "2024-02-29", "29 February 2024"),
        ("2022-XX", "year", "2022-01-01", "2022-12-31", "2022"),
        ("2022-07-XX", "month", "2022-07-01", "2022-07-31", "July 2022"),
        ("2022-XX-XX", "year", "2022-01-01", "2022-12-31", "2022"),
        ("2022-21", "season", "2022-03-01", "2022-05-31", "spring 2022"),
        ("2022-24", "season", "2022-12-01", "2023-02-28", "winter 2022"),
        ("9999-24", "season", "9999-12-01", "9999-02-28", "winter 9999"),
        ("199X", "decade", "1990-01-01", "1999-12-31", "1990s"),
        ("19XX", "decade", "1900-01-01", "1999-12-31", "between 1900 and 1999"),
        ("000X", "decade", "0001-01-01", "0009-12-31", "0000s"),
        ("XXXX", "unknown", None, None, "year not known"),
        ("XXXX-07", "unknown", None, None, "July, year not known"),
        ("XXXX-02-24", "unknown", None, None, "24 February, year not known"),
        ("XXXX-02-29", "unknown", None, None, "29 February, year not known"),
        ("1990~", "year", "1990-01-01", "1990-12-31", "about 1990"),
        ("2022-07?", "month", "2022-07-01", "2022-07-31", "possibly July 2022"),
        ("2022-07-13%", "day", "2022-07-13", "2022-07-13", "possibly about 13 July 2022"),
        (
            "2022-02/2022-09",
            "interval",
            "2022-02-01",
            "2022-09-30",
            "February 2022 to September 2022",
        ),
        ("2022/2022-03", "interval", "2022-01-01", "2022-03-31", "2022 to March 2022"),
        ("2022-07/2022", "interval", "2022-07-01", "2022-12-31", "July 2022 to 2022"),
        ("2006/..", "interval", "2006-01-01", None, "since 2006"),
        ("../2019", "interval", None, "2019-12-31", "until 2019"),
        ("/2019", "interval", None, "2019-12-31", "until 2019 (start unknown)"),
        ("2006/", "interval", "2006-01-01", None, "from 2006 (end unknown)"),
        ("1990~/1995?", "interval", "1990-01-01", "1995-12-31", "about 1990 to possibly 1995"),
        (
            *("[2022-02-21,2022-02-26]", "set", "2022-02-21", "2022-02-26"),
            "21 February 2022 or 26 February 2022",
        ),
        ("{2019,2021,2022}", "set", "2019-01-01", "2022-12-31", "2019, 2021 and 2022"),
        ("[2019]", "set", "2019-01-01", "2019-12-31", "2019"),
        ("[2019..2021,2024]", "set", "2019-01-01", "2024-12-31", "2019 to 2021 or 2024"),
        ("[..2019,2021]", "set", None, "2021-12-31", "until 2019 or 2021"),
        ("[2019,2021..]", "set", "2019-01-01", None, "2019 or since 2021"),
    ],
)
def test_a_value_is_read_and_said(
    text: str, kind: str, earliest: str | None, latest: str | None, phrase: str
) -> None:
    value = parse(text)
    assert (value.text, value.kind) == (text, kind)
    assert value.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert value.latest == (date.fromisoformat(latest) if latest else None)
    assert value.phrase() == phrase


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "yesterday", "22", "20222", "2022-7", "2022-07-1", " 2022", "2022 "),
        *("0000", "2022-13", "2022-00", "2022-20", "2022-25", "2022-02-30", "2023-02-29"),
        *("2022-07-00", "2022-07-32", "2022-21-01", "2022-24-XX"),
        *("2022-X1", "2022-07-X1", "2022-XX-05", "X022", "20X2", "199X-07", "2X2X"),
        *("XXXX-13", "XXXX-02-30", "XXXX-00", "XXXX-04-31"),
        *("2022??", "?2022", "2022-07?-13", "2022!"),
        *("/", "..", "../..", "/..", "2022/2021", "2022/2021-12", "2020/2021/2022", "2022..2023"),
        *("[", "[]", "[2022", "2022]", "[2022}", "[2022,]", "[..]", "[2022..2021]", "[2020/2021]"),
        *("1" * 401, "[" + "2022," * 90 + "2022]", "２０２２", "2022-07-13T10:00"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(EdtfError, match=r"\w+ \w+"):
        parse(text)
    assert edtf.try_parse(text) is None


def test_no_text_is_no_date() -> None:
    assert edtf.try_parse(None) is None


@given(st.text(max_size=40) | st.text("0123456789X-/.,?~%[]{}", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    value = edtf.try_parse(text)
    if value is not None:
        assert value.text == text
        assert value.phrase()
        if value.earliest and value.latest:
            assert value.earliest <= value.latest


@given(DAYS)
def test_a_day_is_itself(day: date) -> None:
    value = edtf.day(day)
    assert (value.earliest, value.latest, value.kind) == (day, day, "day")
    assert value.is_exact


@given(st.none() | DAYS, st.none() | DAYS)
def test_an_interval_keeps_its_ends(low: date | None, high: date | None) -> None:
    if low and high and low > high:
        low, high = high, low
    if low is None and high is None:
        with pytest.raises(EdtfError):
            edtf.interval(low, high)
        return
    value = edtf.interval(low, high)
    assert (value.earliest, value.latest) == (low, high)


@st.composite
def values(draw: st.DrawFn) -> edtf.Edtf:
    day = draw(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
    other = day + timedelta(days=draw(st.integers(1, 800)))
    texts = [
        day.isoformat(),
        f"{day:%Y-%m}",
        f"{day:%Y}",
        f"{day:%Y}-22",
        f"{day.year // 10}X",
        f"{day:%Y-%m}~",
        f"{day}/{other}",
        f"{day}/..",
        f"../{day}",
        f"[{day},{other}]",
        f"XXXX-{day:%m-%d}",
    ]
    return parse(draw(st.sampled_from(texts)))


@given(values(), st.none() | DAYS, st.none() | DAYS)
def test_what_is_certainly_in_range_is_possibly_in_range(
    value: edtf.Edtf, start: date | None, end: date | None
) -> None:
    if start and end and start > end:
        start, end = end, start
    if value.certainly_in(start, end):
        assert value.possibly_in(start, end)


@given(values(), values())
def test_overlap_is_the_same_seen_from_either_side(one: edtf.Edtf, other: edtf.Edtf) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(values())
def test_a_dated_value_overlaps_itself(value: edtf.Edtf) -> None:
    assert value.overlaps(value) is value.is_dated


@pytest.mark.parametrize(
    ("text", "start", "end", "possibly", "certainly"),
    [
        ("2022-07", date(2022, 7, 31), date(2022, 8, 31), True, False),
        ("2022-07", date(2022, 7, 1), date(2022, 7, 31), True, True),
        ("2022-07", date(2022, 8, 1), None, False, False),
        ("2022-07", None, date(2022, 6, 30), False, False),
        ("2006/..", date(2020, 1, 1), None, True, False),
        ("2006/..", date(2006, 1, 1), None, True, True),
        ("2006/..", None, date(2005, 12, 31), False, False),
        ("/2019", date(2019, 12, 31), None, True, False),
        ("XXXX-02-24", None, None, False, False),
    ],
)
def test_ranges_hold_both_their_ends(
    text: str, start: date | None, end: date | None, possibly: bool, certainly: bool
) -> None:
    value = parse(text)
    assert (value.possibly_in(start, end), value.certainly_in(start, end)) == (possibly, certainly)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2022-02-26", "2022-02-21"], "[2022-02-21,2022-02-26]"),
        (["2022-02-26", "2022-02-26"], "2022-02-26"),
        (["2022-02-21", "[2022-02-21,2022-02-26]"], "[2022-02-21,2022-02-26]"),
        (["2022-02/2022-03", "2021"], "[2021,2022-02..2022-03]"),
        (["2022/..", "2019"], "[2019,2022..]"),
        (["/2019", "2022"], "[..2019,2022]"),
        (["2022~", "2021"], "[2021,2022~]"),
    ],
)
def test_one_of_several_dates_is_a_set_in_order_of_time(texts: list[str], expected: str) -> None:
    assert edtf.one_of([parse(text) for text in texts]).text == expected


@given(st.lists(values(), min_size=1, max_size=4))
def test_one_of_several_dates_covers_each_of_them(several: list[edtf.Edtf]) -> None:
    joined = edtf.one_of(several)
    for value in several:
        if joined.earliest and value.is_dated:
            assert value.earliest and joined.earliest <= value.earliest
        if joined.latest and value.is_dated:
            assert value.latest and joined.latest >= value.latest


@pytest.mark.parametrize(
    "text",
    [
        *("2022", "0476", "2022-07", "2024-02", "2022-07-13", "2024-02-29", "199X", "19XX"),
        *("2022-21", "2022-22", "2022-23", "2022-02/2022-09", "2022-02-21/2022-03"),
        *("[2022-02-21,2022-02-26]", "{2019,2021,2022}", "2022-07-XX", "2022-XX"),
    ],
)
def test_the_edtf_package_means_the_same_days(text: str) -> None:
    """Left out: open ends, where it invents days, and winter, which it puts in one year."""
    other = other_parser(text)
    value = parse(text)
    assert struct_time_to_date(other.lower_strict()) == value.earliest
    assert struct_time_to_date(other.upper_strict()) == value.latest
