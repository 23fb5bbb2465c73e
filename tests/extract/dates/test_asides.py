import pytest

from tests.extract.dates.looking import times

STORY = (
    "Revolts came in 1790, 1795 and 1810. The war of 1811 went on into 1812. "
    "On 12 March 1811 the port fell. {aside} In April the governor fled."
)


def _april(aside: str) -> str:
    found = times(STORY.format(aside=aside), "2015-05-01")
    return next(time.value for time in found if time.text == "April")


@pytest.mark.parametrize(
    "aside",
    [
        "A law of 6 May 1795 had forbidden trade.",
        "The islands had been free since 1790.",
        "He would rule it again in 1825.",
        "The king (born on 4 May 1769) was ill.",
        "The treaty of 1795 was dead.",
        "The city stayed poor until 1850.",
    ],
)
def test_a_date_named_in_passing_leaves_the_story_where_it_is(aside: str) -> None:
    assert _april(aside) == "1811-04"


@pytest.mark.parametrize(
    ("step", "value"),
    [
        ("In 1812 it was won back.", "1812-04"),
        ("The fleet was lost in 1795.", "1795-04"),
        ("The siege lasted until 1812.", "1812-04"),
    ],
)
def test_a_story_goes_on_in_the_year_it_names(step: str, value: str) -> None:
    assert _april(step) == value


def test_what_follows_a_flashback_counts_from_it_and_the_story_does_not_move() -> None:
    aside = "A fort had been built in 1795; three years later it was burnt."
    found = {time.text: time.value for time in times(STORY.format(aside=aside), "2015-05-01")}
    assert found["three years later"] == "1798"
    assert found["April"] == "1811-04"
