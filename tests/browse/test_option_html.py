"""Boxes to tick: the same whether they are kept or written anew."""

import pytest

from timeline.browse import option_html
from timeline.browse.facets import Option, RoleLink
from timeline.browse.option_html import options_html
from timeline.browse.parts import part

HOSTILE = '<#> &lt;#&gt; "><script>'
ROLES = (RoleLink("any part", "/?a=1&b"), RoleLink("acting", ""))
OPTIONS = [
    Option("actor-russia", "russia", "Russia", 1234567, False),
    Option("actor-russia", "russia", "Russia", 3, True),
    Option("type-fight", "FIGHT", "Fight", 7, False, quad=4),
    Option("type-other", "", "Other", 7, False, quad=0),
    Option("source-x", HOSTILE, HOSTILE, 1, False),
    Option(
        "by-russia",
        "russia",
        "Russia",
        5,
        True,
        roles=(RoleLink("any", "/?a=1&b"), RoleLink("x", "")),
    ),
]


def written(option: Option, name: str, counted: bool) -> str:
    return part("option", option, name, counted).rstrip("\n")


@pytest.mark.parametrize("counted", [True, False])
def test_what_is_kept_is_what_the_template_writes(counted: bool) -> None:
    option_html._kept.cache_clear()
    for name in ("actor", "source"):
        expected = "".join(written(option, name, counted) for option in OPTIONS)
        assert options_html(OPTIONS, name, counted) == expected
        assert options_html(OPTIONS, name, counted) == expected
    assert option_html._kept.cache_info().hits >= 5
    assert "<#>" not in expected
    assert "<script>" not in expected


def test_only_the_count_is_left_open() -> None:
    option_html._kept.cache_clear()
    for count in range(5):
        html = options_html([Option("a", "a", "A", count, False)], "actor", True)
        assert f"<b>{count}</b>" in html
    assert option_html._kept.cache_info().misses == 1
