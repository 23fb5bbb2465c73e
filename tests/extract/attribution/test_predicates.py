"""What somebody holds, told by an adjective or a noun."""

import pytest

from tests.extract.attribution.looking import found_in, parts

HELD = [
    ("The miners are convinced that the pit will close.", "The miners", "that the pit"),
    ("She’s sure that the pit will close.", "She’s", "that the pit"),
    ("Voters remain worried that rents will rise.", "Voters", "that rents"),
    ("Ruiz made it clear that the pit would close.", "Ruiz", "that the pit"),
    ("Ruiz’s answer was that the pit would close.", "Ruiz’s", "that the pit"),
    ("Her view is that the pit should close.", "Her", "that the pit"),
]


@pytest.mark.parametrize(("text", "source", "content"), HELD, ids=[t[:40] for t, _, _ in HELD])
def test_what_is_held_is_its_holders_word(text: str, source: str, content: str) -> None:
    (item,) = found_in(text)
    assert item.text == source
    assert parts(text, item)[0].startswith(content)


NONE = [
    "It is certain that the pit will close.",
    "The answer was in the letter.",
    "The miners are sure of their wages.",
    "The sky was clear that night.",
]


@pytest.mark.parametrize("text", NONE)
def test_nobody_holds_what_is_only_so(text: str) -> None:
    assert found_in(text) == ()
