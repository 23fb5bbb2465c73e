import pytest

from timeline.browse.dates_shown import (
    UNDATED,
    date_shown,
    first_reported,
    published_words,
    short_phrase,
)


@pytest.mark.parametrize(
    ("value", "phrase"),
    [
        ("2022-08-24/2022-12-31", "24 Aug to 31 Dec 2022"),
        ("2021-12/2022-01", "Dec 2021 to Jan 2022"),
        ("2021/2022", "2021 to 2022"),
        ("2022/..", "since 2022"),
        ("", ""),
    ],
)
def test_a_stretch_says_its_year_once(value: str, phrase: str) -> None:
    assert short_phrase(value) == phrase


@pytest.mark.parametrize(
    ("value", "said", "inferred", "label", "words", "mark", "heading"),
    [
        ("2022-09-05", "on Monday", False, "5 Sep", ("“on Monday”",), "day", "Sep 2022"),
        # the text says the whole date: nothing to add
        ("2022-09-05", "September 5, 2022", False, "5 Sep", (), "day", "Sep 2022"),
        # nor does it when only the year is left out, unless that was inferred
        ("2022-07-19", "on 19 July", False, "19 Jul", (), "day", "Jul 2022"),
        ("2022-07", "In July", True, "Jul 2022",
         ("“In July”", "day not stated", "year inferred"), "period", "Jul 2022"),
        ("2022", "", False, "2022", ("day and month not stated",), "period",
         "2022, month not stated"),
        # neither day is put before the other, and no claim's words before another's
        ("[2022-02-21,2022-02-26]", "on Monday", False, "21 or 26 Feb", (), "span", "Feb 2022"),
        ("[2022-02-28,2022-03-01]", "", False, "28 Feb or 1 Mar", (), "span", "Feb 2022"),
        ("[2022-02-21,2022-02-24,2022-02-26]", "", False, "21 Feb",
         ("or 24 Feb", "or 26 Feb"), "span", "Feb 2022"),
        ("2022-02/2022-09", "", False, "Feb to Sep 2022", (), "span", "Feb 2022"),
        # nobody said January
        ("2006/..", "2006", False, "since 2006", (), "span", "2006, month not stated"),
        ("2006/2009-03", "", False, "2006 to Mar 2009", (), "span", "2006, month not stated"),
        ("/2019", "", False, "until 2019 (start unknown)", (), "span",
         "2019, month not stated"),
        ("199X", "", False, "1990s", ("year not stated",), "period", "1990s, month not stated"),
        ("XXXX-02-24", "24 February", False, "Undated",
         ("24 Feb, year not known", "reported 1 Mar 2022"), "none", UNDATED),
        ("", "some time ago", False, "Undated",
         ("“some time ago”", "reported 1 Mar 2022"), "none", UNDATED),
    ],
)  # fmt: skip
def test_a_date_is_shown_as_exact_as_it_is(
    value: str, said: str, inferred: bool, label: str, words: tuple, mark: str, heading: str
) -> None:
    shown = date_shown(value, said, inferred, lambda: "1 Mar 2022")
    assert (shown.label, shown.words, shown.mark, shown.heading) == (label, words, mark, heading)


@pytest.mark.parametrize(
    ("value", "inferred", "words"),
    [
        ("2022-09-06", False, "6 Sep 2022"),
        ("2022", True, "published 2022"),
        ("2022-08-24/2022-12-31", True, "published between 24 Aug and 31 Dec 2022"),
        ("2022-08-24/..", True, "published 24 Aug 2022 or later"),
        ("/2022-03", True, "published by Mar 2022"),
        ("", False, "date not known"),
    ],
)
def test_a_day_of_publication_that_is_an_interval_says_so(
    value: str, inferred: bool, words: str
) -> None:
    assert published_words(value, inferred) == words


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ([("2022-09-06", False), ("2022-09-05", False)], "5 Sep 2022"),
        # a month is no day
        ([("2023-07", False)], "Jul 2023"),
        ([("2022-08-24/2022-12-31", True)], "between 24 Aug and 31 Dec 2022, inferred"),
        # surely out by September comes before perhaps out by then
        ([("2022-08-24/2022-12-31", True), ("2022-09-06", False)], "6 Sep 2022"),
        ([("2022-08-24/..", True), ("", False)], ""),
        ([], ""),
    ],
)
def test_the_first_report_is_no_more_exact_than_what_is_known_of_it(
    published: list[tuple[str, bool]], words: str
) -> None:
    assert first_reported(published) == words
