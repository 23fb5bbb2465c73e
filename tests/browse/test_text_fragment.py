"""Links into live pages: the directive's own signs are encoded, words stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.browse.text_fragment import passage_address, text_directive, web_address


@pytest.mark.parametrize(
    ("passage", "prefix", "suffix", "directive"),
    [
        ("Russia signed the deal", "", "", "text=Russia%20signed%20the%20deal"),
        # hyphen, comma and ampersand are the directive's own signs
        ("a well-known, R&D deal", "", "", "text=a%20well%2Dknown%2C%20R%26D%20deal"),
        # few words: whole neighbouring words go along, cut ones do not
        ("He agreed", "ormer president. Then", "quickly and left the roo",
         "text=president.%20Then-,He%20agreed,-quickly%20and"),
        # many words, or a line break: first and last words
        ("one two three four five six seven eight nine ten eleven twelve thirteen", "", "",
         "text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen"),
        ("end of a line\nstart of another", "", "",
         "text=end%20of%20a%20line,start%20of%20another"),
        ("  \n ", "a", "b", ""),
    ],
)  # fmt: skip
def test_a_passage_becomes_a_text_directive(
    passage: str, prefix: str, suffix: str, directive: str
) -> None:
    assert text_directive(passage, prefix, suffix) == directive


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/x", "https://a.example/x#:~:text=a%20b%20c%20d"),
        ("https://a.example/x#top", "https://a.example/x#top:~:text=a%20b%20c%20d"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//a.example/x", ""),
        ("https://", ""),
        ("http://[bad", ""),
        ("https://a.example/ x", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(url: str, address: str) -> None:
    assert passage_address(url, "a b c d") == address


@given(st.text(), st.text(), st.text())
def test_a_directive_is_plain_ascii_without_signs_of_its_own(
    passage: str, prefix: str, suffix: str
) -> None:
    directive = text_directive(passage, prefix, suffix)
    assert directive.isascii()
    assert not set(directive) & set(" \n\"'<>&#")


@given(st.text())
def test_any_text_is_a_web_address_or_none(url: str) -> None:
    assert web_address(url) in ("", url)
