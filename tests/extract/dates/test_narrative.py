import re
from itertools import pairwise

from timeline.edtf import parse
from timeline.extract.dates import Reference, find_times
from timeline.extract.dates.narrative import is_narrative
from timeline.records import Span

HISTORY = (
    "The revolt broke out on 12 March 1811 in the northern valleys. In April the governor fled. "
    "The following day the garrison mutinied. On 14 December the rebels reached the coast. "
    "On 5 January they took the port. In 1813 they lost it. "
    "In 1814 the war resumed and lasted until June 1815. "
    "Two years later, in 1817, a treaty was signed. Today the valley is a park."
)


def _values(text: str, published: str | None) -> dict[str, str]:
    reference = Reference(parse(published) if published else None)
    ends = [0, *[match.end() for match in re.finditer(r"\. ", text)], len(text)]
    found = find_times(text, [Span(*pair) for pair in pairwise(ends)], reference)
    return {time.text: time.value for time in found}


def test_a_history_carries_its_years_forward() -> None:
    found = _values(HISTORY, "2015-05-01")
    assert found["April"] == "1811-04"
    assert found["14 December"] == "1811-12-14"


def test_a_history_goes_on_into_the_new_year() -> None:
    assert _values(HISTORY, "2015-05-01")["5 January"] == "1812-01-05"


def test_a_history_needs_no_publication_date() -> None:
    assert _values(HISTORY, None)["April"] == "1811-04"


def test_today_is_no_date_in_a_history() -> None:
    assert _values(HISTORY, "2015-05-01")["Today"] == "PRESENT_REF"


def test_news_with_one_old_year_stays_news() -> None:
    text = (
        "The party, in power since 2010, said on Monday it would seek talks. In July exports fell."
    )
    assert not is_narrative(text, Reference(parse("2022-09-06")))
    assert _values(text, "2022-09-06")["July"] == "2022-07"
