"""No date is drawn more exactly than it is known."""

import pytest
from django.test import Client

from tests.browse import make
from tests.publish.asking import loaded

pytestmark = pytest.mark.django_db


def day(year: int, month: int | None = None, dom: int | None = None) -> dict[str, int]:
    parts = {"year": year, "month": month, "day": dom}
    return {name: part for name, part in parts.items() if part}


@pytest.mark.parametrize(
    ("date", "start", "end", "words"),
    [
        ("2022-07-13", day(2022, 7, 13), None, "13 July 2022"),
        ("2022-07", day(2022, 7), None, "July 2022"),
        ("2022", day(2022), None, "2022"),
        ("2022~", day(2022), None, "about 2022"),
        ("199X", day(1990), day(1999), "1990s"),
        ("2022-24", day(2022, 12), day(2023, 2), "winter 2022"),
        (
            "2022-02/2022-09-03",
            day(2022, 2, 1),
            day(2022, 9, 3),
            "February 2022 to 3 September 2022",
        ),
        (
            "[2022-02-21,2022-02-26]",
            day(2022, 2, 21),
            day(2022, 2, 26),
            "21 February 2022 or 26 February 2022",
        ),
        ("2022-02-24/..", day(2022, 2, 24), None, "since 24 February 2022"),
        ("../2022-03", day(2022, 3, 31), None, "until March 2022"),
        ("XXXX-02-24", None, None, None),
        ("", None, None, None),
    ],
)
def test_a_date_has_the_parts_that_are_known(
    client: Client, date: str, start: dict | None, end: dict | None, words: str | None
) -> None:
    make.settle(make.event("Something", date, note="x"))
    slides = loaded(client, "/export/timeline.json")
    if start is None:
        assert slides["events"] == []
        assert "1 more without a date is left out" in slides["title"]["text"]["text"]
        return
    (slide,) = slides["events"]
    assert slide["start_date"] == start
    assert slide.get("end_date") == end
    assert slide["display_date"] == words


def test_slides_stand_in_the_row_of_their_class(client: Client) -> None:
    make.world()
    make.settle(make.event("Something", "2022", note="x"))
    rows = [slide["group"] for slide in loaded(client, "/export/timeline.json")["events"]]
    assert rows == [
        "Material cooperation",
        "Verbal cooperation",
        "Verbal cooperation",
        "Kind not decided",
    ]
