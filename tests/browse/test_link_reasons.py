"""Why a claim stands with its event: the linker's account in words for a reader."""

import pytest

from timeline.browse.link_reasons import why_here
from timeline.link.records import Judgement
from timeline.vocabulary import Verdict

TEXT = "The historic bargain was signed by both ministers."
NAMES = {"russia": "Russia", "united-nations": "United Nations"}


@pytest.mark.parametrize(
    ("reasons", "words", "score"),
    [
        (
            ("alike 0.52: both speak of histor, sign; both name russia, united-nations",
             "same type"),
            "shared words “historic” and “signed”; both name Russia and United Nations; "
            "both are of the same kind",
            "likeness 0.57, 0.52 by words and names alone",
        ),
        (
            ("alike 0.31: both speak of sign; both name nobody",
             "dates agree (2022-07 and 2022-07-22)", "0.39 with all 3 claims of the event"),
            "shared words “signed”; the dates Jul 2022 and 22 Jul 2022 agree",
            "likeness 0.57, 0.31 by words and names alone, 0.39 beside all 3 claims",
        ),
        (
            ("alike 0.30: both speak of nothing; both name russia",
             "dates 1 days apart (2018-06-11 and 2018-06-12)"),
            "both name Russia; though their dates, 11 Jun 2018 and 12 Jun 2018, are a day apart",
            "likeness 0.57, 0.30 by words and names alone",
        ),
        (
            ("alike 0.30: both speak of unread; both name mali-army", "no date to compare"),
            "shared words “unread”; both name Mali Army; not both are dated",
            "likeness 0.57, 0.30 by words and names alone",
        ),
        (
            ("alike 0.31: both speak of sign; both name nobody",
             "0.21 with 150 of the event's claims"),
            "shared words “signed”",
            "likeness 0.57, 0.31 by words and names alone, 0.21 beside 150 of its claims",
        ),
        # what is not known here stays as it was written
        (("some later rule",), "some later rule", "likeness 0.57"),
    ],
)  # fmt: skip
def test_a_judgement_is_told_in_words_with_its_score_apart(
    reasons: tuple[str, ...], words: str, score: str
) -> None:
    written = Judgement(Verdict.SAME, 0.57, reasons).explain()
    told = why_here(written, TEXT, NAMES)
    assert (told.words, told.score) == (f"Taken for the same event: {words}", score)


def test_the_words_of_a_curator_stay() -> None:
    assert why_here("Moved here: same: yes", TEXT, NAMES).words == "Moved here: same: yes"
