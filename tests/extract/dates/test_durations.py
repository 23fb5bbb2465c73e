import pytest

from tests.extract.dates.looking import times


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The siege lasted three days.", "three days", "P3D"),
        ("The siege lasted twenty-one days.", "twenty-one days", "P21D"),
        ("The siege lasted more than 6 months.", "more than 6 months", "P6M"),
        ("The siege lasted at least two weeks.", "at least two weeks", "P2W"),
        ("The siege lasted half a dozen years.", "half a dozen years", "P6Y"),
        ("The siege lasted two and a half years.", "two and a half years", "P2.5Y"),
        ("The siege lasted a couple of hours.", "a couple of hours", "PT2H"),
        ("The siege lasted for nearly a decade.", "nearly a decade", "P1DE"),
        ("Over the past two weeks nothing moved.", "the past two weeks", "P2W"),
        ("It will be over within days.", "days", "PXD"),
        ("A two-day visit ended.", "two-day", "P2D"),
        ("A decade-long war ended.", "decade-long", "P1DE"),
        ("In the past decade it grew.", "the past decade", "P1DE"),
        ("It took half an hour.", "half an hour", "PT0.5H"),
        ("It took 2 1/2 years.", "2 1/2 years", "P2.5Y"),
        ("It took 3½ hours.", "3½ hours", "PT3.5H"),
        ("It took nearly half a century.", "nearly half a century", "P50Y"),
        ("It took a quarter of a century.", "a quarter of a century", "P25Y"),
        ("It took a half-dozen years.", "a half-dozen years", "P6Y"),
        ("It will rain in the coming days.", "the coming days", "PXD"),
        ("It will rain in the weeks ahead.", "the weeks ahead", "PXW"),
        ("A yearlong study ended.", "yearlong", "P1Y"),
        ("It was a year of floods.", "a year", "P1Y"),
        ("It was a week's work.", "a week", "P1W"),
        ("It grew over a three-year period.", "a three-year period", "P3Y"),
    ],
)
def test_lengths_of_time_have_a_value_and_no_date(text: str, words: str, value: str) -> None:
    found = times(text)
    assert [(time.text, time.value, time.edtf, str(time.type)) for time in found] == [
        (words, value, None, "DURATION")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Six-Day War changed it.",
        "The Hundred Years' War changed it.",
        "A 27-year-old man fell.",
        "She is 55 years old.",
        "Nearly three-quarters of them left.",
        "It fell in as many weeks.",
    ],
)
def test_names_ages_and_fractions_are_no_lengths(text: str) -> None:
    assert times(text) == ()
