"""Bars hold the events that certainly lie in them."""

from timeline.browse.axis import HEIGHT, MonthCount, draw


def test_months_without_events_keep_their_place() -> None:
    axis = draw([MonthCount("2022-02", "2022-02", 4, 3), MonthCount("2022-05", "2022-05", 1, 1)])
    assert axis.unit == "month"
    assert [bar.total for bar in axis.bars] == [3, 0, 0, 1]
    assert [bar.label for bar in axis.bars] == ["Feb\n2022", "Mar", "Apr", "May"]
    assert axis.bars[0].words == "February 2022: 3 events (3 material conflict)"
    assert axis.bars[0].segments[0].height == HEIGHT


def test_an_event_less_exact_than_a_bar_is_in_none() -> None:
    axis = draw([MonthCount("2022-02", "2022-02", 4, 3), MonthCount("2022-01", "2022-12", 1, 2)])
    assert [bar.total for bar in axis.bars] == [3]
    assert axis.inexact == 2


def test_a_year_is_exact_enough_for_bars_of_years() -> None:
    axis = draw([MonthCount("2010-01", "2010-12", 1, 2), MonthCount("2022-02", "2022-02", 4, 3)])
    assert axis.unit == "year"
    assert (len(axis.bars), axis.bars[0].total, axis.inexact) == (13, 2, 0)
    assert (axis.bars[0].first, axis.bars[0].last) == ("2010", "2010")


def test_centuries_are_drawn_by_decade() -> None:
    axis = draw([MonthCount("1905-01", "1905-01", 1, 1), MonthCount("2022-02", "2022-02", 4, 1)])
    assert axis.unit == "decade"
    assert (axis.bars[0].first, axis.bars[0].last) == ("1900", "1909")


def test_a_few_outliers_do_not_flatten_the_rest() -> None:
    axis = draw([MonthCount("1950-06", "1950-06", 4, 2), MonthCount("2022-02", "2022-02", 4, 300)])
    assert (axis.unit, [bar.total for bar in axis.bars], axis.earlier) == ("month", [300], 2)


def test_classes_are_stacked_from_the_bottom() -> None:
    (bar,) = draw(
        [MonthCount("2022-02", "2022-02", 4, 1), MonthCount("2022-02", "2022-02", 1, 3)]
    ).bars
    assert [(part.quad, part.y, part.height) for part in bar.segments] == [
        (1, 12.0, 36.0),
        (4, 0.0, 12.0),
    ]


def test_nothing_dated_draws_nothing() -> None:
    assert draw([MonthCount(None, None, 0, 9)]).bars == ()
