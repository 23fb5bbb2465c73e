"""What is looked for first is in every match, so that the quick look loses nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.extract.body import chrome, tails
from timeline.extract.claims import statements
from timeline.extract.seldom import Seldom

FOUND = {
    f"{module.__name__}.{name}": value
    for module in (chrome, tails, statements)
    for name, value in vars(module).items()
    if isinstance(value, Seldom)
}


def test_the_patterns_behind_a_quick_look_are_found() -> None:
    assert len(FOUND) >= 5


@pytest.mark.parametrize("name", FOUND)
@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_every_match_holds_one_of_the_words(name: str, data: st.DataObject) -> None:
    seldom = FOUND[name]
    text = data.draw(st.from_regex(seldom.pattern, alphabet=st.characters(max_codepoint=0x7F)))
    match = seldom.pattern.search(text)
    if match:
        assert any(word in match.group().lower() for word in seldom.words), match.group()
