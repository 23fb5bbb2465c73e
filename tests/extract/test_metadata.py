"""What a page says of itself is read, and dates of other things are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.body import find_parts
from timeline.extract.metadata import (
    dateline_date,
    find_bylines,
    find_title,
    guess_language,
    page_date,
    source_credit,
)

TITLE = "Neighbours sign treaty on the upper river"
BODY = (
    "The two governments signed the water treaty on Thursday, ending nine years of talks that "
    "had begun on 4 March 2013.\n\n"
    "Under the deal, which parliaments must still approve, the dams are to be filled in winter.\n\n"
    "Opposition groups said that they had not been heard and called for protests in both capitals."
)


def page(*masthead: str, after: str = "") -> str:
    return "\n\n".join(["Home", "World", TITLE, *masthead, BODY, after])


def stated(text: str) -> str | None:
    found = page_date(text, find_parts(text))
    if found is None:
        return None
    assert text[found.span.start : found.span.end] == found.text
    return found.edtf.text


@pytest.mark.parametrize(
    "line",
    [
        "Published 6 September 2022, 10:15",
        "Sept 6, 2022",
        "Updated: September 6, 2022 at 4:05 pm EDT",
        "By Ann Lee | 6 Sep 2022",
        "By Ann Lee on 6.9.2022 at 4:00 PM",
        "Tuesday 6 September 2022 11:42, UK",
        "2022-09-06T10:15:00Z",
        "Posted on September 6th, 2022 by Ann Lee",
        "PUBLISHED: 00:01, Tue, Sep 6, 2022 | UPDATED: 07:30, Wed, Sep 7, 2022",
        "Updated 7 September 2022 | Published 6 September 2022",
        "Last updated: 8 September 2022. First published: 6 September 2022",
        "Ann Lee, 6 September 2022",
    ],
)
def test_the_date_line_near_the_title_is_read(line: str) -> None:
    assert stated(page(line)) == "2022-09-06"


def test_a_date_line_below_the_article_is_read_when_labelled() -> None:
    assert stated(page(after="First published: 6 September 2022")) == "2022-09-06"


def test_the_month_on_a_line_of_its_own_is_that_of_the_issue() -> None:
    assert stated(page("Ada Brook", "July 2016", "10 min")) == "2016-07"
    assert stated(page("Ada Brook", "6 July 2016", "June 2016")) == "2016-07-06"
    assert stated(page("In July 2016 they met")) is None


def test_a_first_publication_below_wins_over_an_update_above() -> None:
    text = page("Updated: 9 September 2022", after="First published: 6 September 2022")
    assert stated(text) == "2022-09-06"


def test_a_date_that_may_be_read_both_ways_stays_open() -> None:
    assert stated(page("Published 06/09/2022")) == "[2022-06-09,2022-09-06]"


@pytest.mark.parametrize(
    "text",
    [
        page(),
        page(after="© 2022 The Steppe Herald"),
        page(after="Most read\n\nFloods close road\n6 September 2022\nCamel in office\n5 May 2022"),
        "Floods close road\n6 May 2022\nCamel in office\n5 May 2022\nBridge opens\n"
        f"4 May 2022\n\n{TITLE}\n\n{BODY}",
    ],
)
def test_other_dates_are_not_the_pages_date(text: str) -> None:
    assert stated(text) is None


def test_the_reason_quotes_the_line() -> None:
    text = page("Published 6 September 2022, 10:15")
    found = page_date(text, find_parts(text))
    assert found is not None
    assert found.reason == (
        'the page\'s date line "Published 6 September 2022, 10:15" gives 6 September 2022'
    )


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        ("GENEVA, Sept 6 (Reuters) - ", "XXXX-09-06"),
        ("GENEVA, 6 September 2022 (Reuters) - ", "2022-09-06"),
        ("GENEVA (AP) — ", None),
        ("Geneva: ", None),
    ],
)
def test_the_datelines_date(dateline: str, expected: str | None) -> None:
    text = f"{TITLE}\n\n{dateline}{BODY}"
    found = dateline_date(text, find_parts(text))
    assert (found and found.edtf.text) == expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("BY ANN LEE", ("Ann Lee",)),
        ("By Ann Lee and Bo van der Ek", ("Ann Lee", "Bo van der Ek")),
        ("By Ann Lee, Bo Ek & Cy Moe", ("Ann Lee", "Bo Ek", "Cy Moe")),
        ("By Ann Lee | 6 Sep 2022", ("Ann Lee",)),
        ("By Ann Lee September 6, 2022", ("Ann Lee",)),
        ("By Theresa May", ("Theresa May",)),
        ("By Ann Lee, Senior Correspondent", ("Ann Lee",)),
        ("Written by: Ann Lee", ("Ann Lee",)),
        ("Posted by Ann Lee on 6 September 2022", ("Ann Lee",)),
        ("By Reuters", ()),
        ("By Herald Staff", ("Herald Staff",)),
        ("Share this", ()),
    ],
)
def test_the_byline_names_the_writers(line: str, names: tuple[str, ...]) -> None:
    text = page(line)
    assert find_bylines(text, find_parts(text)) == names


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    text = page("By Monday evening the last of the troops had left the town, witnesses said.")
    parts = find_parts(text)
    assert find_bylines(text, parts) == ()
    assert text[slice(*parts.body[0])].startswith("By Monday")


def test_a_lone_name_beside_the_date_is_the_writer() -> None:
    text = page("Ann Lee", "6 September 2022")
    assert find_bylines(text, find_parts(text)) == ("Ann Lee",)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (TITLE, TITLE),
        (f"{TITLE} | Steppe Herald", TITLE),
        (f"{TITLE} - The Steppe Herald", TITLE),
        (f"\u200b{TITLE}\u00a0", TITLE),
    ],
)
def test_the_title_is_told_without_the_sites_name(line: str, expected: str) -> None:
    text = f"Home\n\n{line}\n\nBy Ann Lee\n\n{BODY}"
    found = find_title(text, find_parts(text))
    assert found is not None
    assert found.value == expected


def test_a_page_without_title_has_none() -> None:
    assert find_title(BODY, find_parts(BODY)) is None


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"GENEVA (AP) — {BODY}", "Associated Press"),
        (f"GENEVA, Sept 6 (Reuters) - {BODY}", "Reuters"),
        (f"{BODY} (AFP)", "Agence France-Presse"),
        (f"{BODY} — Xinhua", "Xinhua"),
        (page("By Reuters"), "Reuters"),
        (page("By Ann Lee"), None),
        (BODY, None),
    ],
)
def test_the_agency_credited(text: str, agency: str | None) -> None:
    found = source_credit(text, find_parts(text))
    assert (found and found.value) == agency
    if found:
        assert text[found.span.start : found.span.end] == found.text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        ("Los dos gobiernos firmaron el tratado del agua el jueves en la capital del país.", None),
        (
            "Die beiden Regierungen haben am Donnerstag in der Hauptstadt den Vertrag signiert.",
            None,
        ),
        ("Министр сообщил, что переговоры продолжаются.", None),
        ("", None),
        ("12 34 56", None),
    ],
)
def test_english_is_told_by_its_small_words(text: str, language: str | None) -> None:
    assert guess_language(text) == language


@given(
    st.lists(
        st.sampled_from([TITLE, "By Ann Lee", "6 May 2022", "\n\n", BODY, "(AP) —", "31/02/22"])
        | st.text(max_size=40),
        max_size=15,
    )
)
def test_nothing_raises_and_every_span_is_in_the_text(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    parts = find_parts(text)
    for found in (
        find_title(text, parts),
        page_date(text, parts),
        dateline_date(text, parts),
        source_credit(text, parts),
    ):
        if found is not None:
            assert text[found.span.start : found.span.end] == found.text
            assert found.reason
    find_bylines(text, parts)
    guess_language(text)
