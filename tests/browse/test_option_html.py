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


@pytest.fixture(autouse=True)
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The values of the boxes that the template wrote."""
    option_html._kept.cache_clear()
    write, values = option_html._html, []

    def noted(option: Option, name: str, counted: bool) -> str:
        values.append(option.value)
        return write(option, name, counted)

    monkeypatch.setattr(option_html, "_html", noted)
    return values


@pytest.mark.parametrize("counted", [True, False])
def test_what_is_kept_is_what_the_template_writes(counted: bool, made: list[str]) -> None:
    for name in ("actor", "source"):
        expected = "".join(written(option, name, counted) for option in OPTIONS)
        assert options_html(OPTIONS, name, counted) == expected
        made.clear()
        assert options_html(OPTIONS, name, counted) == expected
        assert made == ["russia", "russia"]  # those that are ticked
    assert "<#>" not in expected
    assert "<script>" not in expected


def test_only_the_count_is_left_open(made: list[str]) -> None:
    for count in range(5):
        html = options_html([Option("a", "a", "A", count, False)], "actor", True)
        assert f"<b>{count}</b>" in html
    assert made == ["a"]


def test_a_value_called_otherwise_is_written_anew() -> None:
    for label in ("Burma", "Myanmar"):
        assert label in options_html([Option("a", "a", label, 1, False)], "actor", True)


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(option_html, "_MOST_KEPT", 3)
    many = [Option(f"a-{n}", str(n), str(n), 1, False) for n in range(10)]
    expected = "".join(written(option, "actor", True) for option in many)
    assert options_html(many, "actor", True) == expected
    assert len(option_html._kept(option_html.release(), "actor", True)) <= 3
