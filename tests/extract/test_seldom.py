"""What is looked for first is in every match, so that the quick look loses nothing."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.extract.body import chrome, inline, tails
from timeline.extract.claims import find, statements
from timeline.extract.places import evidence
from timeline.extract.seldom import Seldom
from timeline.extract.standing import mood

FOUND = {
    f"{module.__name__}.{name}": value
    for module in (chrome, inline, tails, statements, mood)
    for name, value in vars(module).items()
    if isinstance(value, Seldom)
}


def test_the_patterns_behind_a_quick_look_are_found() -> None:
    assert len(FOUND) >= 7


@pytest.mark.parametrize("name", FOUND)
@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_every_match_holds_one_of_the_words(name: str, data: st.DataObject) -> None:
    seldom = FOUND[name]
    text = data.draw(st.from_regex(seldom.pattern, alphabet=st.characters(max_codepoint=0x7F)))
    match = seldom.pattern.search(text)
    if match:
        assert any(word in match.group().lower() for word in seldom.words), match.group()


@pytest.mark.parametrize("pattern", [evidence._KIND_OF, evidence._ORGANISED_OF, evidence._FROM])
@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_words_before_a_place_end_as_is_looked_for(
    pattern: re.Pattern[str], data: st.DataObject
) -> None:
    ahead = data.draw(st.from_regex(pattern, alphabet=st.characters(max_codepoint=0x7F)))
    if pattern.search(ahead):
        of = evidence._ends_in_of(ahead)
        assert ahead.endswith(evidence._FROM_ENDS) if pattern is evidence._FROM else of


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.from_regex(find._DATELINE, alphabet=st.sampled_from("AKa, (/)1—–-“")))
def test_a_dateline_holds_a_dash(line: str) -> None:
    match = find._DATELINE.search(line)
    assert match is None or any(dash in match.group() for dash in find._DASHES)
