import pytest

from timeline.extract.dates import reference_from
from timeline.extract.dates.reference import at_both_ends
from timeline.records import Published
from timeline.vocabulary import PublishedBasis


@pytest.mark.parametrize(
    ("edtf", "basis", "phrase"),
    [
        ("2022-09-06", PublishedBasis.PAGE, "published Tue 6 Sep 2022"),
        ("2022-09", PublishedBasis.PAGE, "published in September 2022"),
        (
            "2022-08-24/2022-12-31",
            PublishedBasis.INFERRED,
            "published between 24 Aug 2022 and 31 Dec 2022 (inferred)",
        ),
        ("2022-08-24/..", PublishedBasis.INFERRED, "publication date unknown"),
        (None, PublishedBasis.UNKNOWN, "publication date unknown"),
    ],
)
def test_a_reference_says_how_it_is_known(
    edtf: str | None, basis: PublishedBasis, phrase: str
) -> None:
    assert reference_from(Published(edtf, basis, "")).phrase() == phrase


def test_only_what_both_ends_agree_on_is_resolved() -> None:
    reference = reference_from(Published("2022-08-24/2022-12-31", PublishedBasis.INFERRED, ""))
    assert at_both_ends(reference, lambda day: day.year) == 2022
    assert at_both_ends(reference, lambda day: day.month) is None
