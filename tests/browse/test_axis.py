"""Bars hold the events that certainly lie in them."""

from collections.abc import Iterable

from timeline.browse import axis as axes
from timeline.browse.axis import HEIGHT, Axis, MonthCount, Range, counted


def draw(
    counts: Iterable[MonthCount],
    around: Iterable[MonthCount] = (),
    chosen: Range = axes.OPEN,
) -> Axis:
    return axes.draw(counted(counts), counted(around), chosen)


def test_months_without_events_keep_their_place() -> None:
    axis = draw([MonthCount("2022-02", "2022-02", 4, 3), MonthCount("2022-05", "2022-05", 1, 1)])
    assert axis.unit == "month"
    assert [bar.total for bar in axis.bars] == [3, 0, 0, 1]
    assert [bar.label for bar in axis.bars] == ["Feb\n2022", "Mar", "Apr", "May"]
    assert axis.bars[0].words == "February 2022: 3 events within it (3 material conflict)"
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


def month(name: str, n: int = 1) -> MonthCount:
    return MonthCount(name, name, 4, n)


def test_a_chosen_range_shows_what_came_just_before_and_after_it() -> None:
    around = [month(f"2022-{number:02}") for number in range(1, 13)] + [month("2025-01", 9)]
    chosen = [month("2022-05", 2), month("2022-07", 3)]
    axis = draw(chosen, around, Range("2022-05", "2022-07"))
    assert [bar.total for bar in axis.bars if bar.inside] == [2, 0, 3]
    assert (axis.bars[0].first, axis.bars[-1].first) == ("2022-01", "2022-12")
    assert axis.bars[0].words.endswith("outside the chosen dates")
    assert (axis.earlier, axis.later) == (0, 0)


def test_an_open_end_has_nothing_beside_it() -> None:
    around = [month("2022-01"), month("2022-04"), month("2022-06")]
    axis = draw([month("2022-04"), month("2022-06")], around, Range("2022-03", None))
    assert [(bar.first, bar.inside) for bar in axis.bars][:3] == [
        ("2022-01", False),
        ("2022-02", False),
        ("2022-03", True),
    ]
    assert axis.bars[-1].first == "2022-06"


def test_a_long_range_leaves_room_for_two_bars_on_each_side() -> None:
    around = [month(f"20{year}-06") for year in range(10, 25)]
    inside = [month(f"20{year}-06") for year in range(14, 20)]
    axis = draw(inside, around, Range("2014-01", "2019-12"))
    assert axis.unit == "year"
    assert [bar.first for bar in axis.bars if not bar.inside][:2] == ["2010", "2011"]
    months = [month(f"{2019 + number // 12}-{number % 12 + 1:02}") for number in range(36)]
    axis = draw(months, [month("2018-10"), month("2018-11")], Range("2019-01", "2021-12"))
    assert [bar.first for bar in axis.bars if not bar.inside] == ["2018-11", "2018-12"]


def test_a_range_without_an_event_shows_those_beside_it() -> None:
    around = [month("2022-02"), month("2022-09")]
    axis = draw([], around, Range("2022-05", "2022-06"))
    assert [bar.first for bar in axis.bars if bar.inside] == ["2022-05", "2022-06"]
    assert (axis.bars[0].total, axis.bars[-1].total) == (1, 1)
    assert draw([], around, Range("1500-01", "1500-02")).bars == ()
    assert draw([], around, Range("0001-01", "9999-12")).bars == ()
    assert draw([], around, Range("2023-01", None)).bars == ()


def test_a_year_stands_under_the_first_label_of_each() -> None:
    months = [month(f"{2021 + number // 12}-{number % 12 + 1:02}") for number in range(1, 25)]
    labels = [bar.label for bar in draw(months).bars if "\n" in bar.label]
    assert labels == ["Feb\n2021", "Feb\n2022"]


def test_what_reaches_into_a_range_does_not_make_its_bars_coarser() -> None:
    reaching = [MonthCount("2015-01", None, 4, 2), MonthCount("2022-01", "2022-12", 4, 3)]
    around = [*reaching, month("2022-03"), month("2022-07")]
    axis = draw(reaching, around, Range("2022-04", "2022-05"))
    assert (axis.unit, axis.inexact) == ("month", 5)
    assert [bar.first for bar in axis.bars if bar.inside] == ["2022-04", "2022-05"]
    axis = draw([*reaching, month("2022-04")], around, Range("2022-04", "2022-05"))
    assert [bar.total for bar in axis.bars if bar.inside] == [1, 0]
