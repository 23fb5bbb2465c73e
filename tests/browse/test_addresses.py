"""Quick addresses are those of the address book."""

import pytest
from django.urls import reverse, set_script_prefix

from timeline.browse.addresses import address_of


@pytest.mark.parametrize("prefix", ["/", "/dateline/"])
@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("event", 1),
        ("article", 7777777),
        ("passage", 10**15),
        ("actor", "united-states"),
        ("actor", "7777777"),
        ("source", "x_y-1"),
    ],
)
def test_an_address_is_what_reverse_says(name: str, of: int | str, prefix: str) -> None:
    set_script_prefix(prefix)
    try:
        assert address_of(name, of) == reverse(name, args=[of])
        assert address_of(name, of).startswith(prefix)
    finally:
        set_script_prefix("/")
