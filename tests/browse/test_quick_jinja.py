"""Jinja2 made quick: what it writes is what Jinja2 writes as it comes."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from timeline.browse import quick_jinja
from timeline.browse.quick_jinja import QuickEnvironment, escaped

HOSTILE = "<script>\"'&"
PAGE = """
{% macro word(text) %}<b>{{ text }}</b>{% endmacro %}
{% macro said(word) %}{{ word("<i>") }}
{% for said in [word] %}{{ said("<u>") }}{% endfor %}{% endmacro %}
{% macro item(of, n=1) %}
<li class="{{ of.kind }}">{{ of.text }}{{ n }}{% if of.sub %}{{ item(of.sub) }}{% endif %}</li>
{% endmacro %}
{{ word(items[0].text) }}{{ said(shout) }}{% set kept = word("<") %}{{ kept }}
{% for each in items %}
{{ item(each) }}{{ item(each, n=loop.index) }}{% if not loop.last %}, {% endif %}
{% endfor %}
{{ shout(items[0].text) }} {{ items|length }} {{ items[0].text|upper }}
{{ "<b>" }} {{ none }} {{ items[0].n * 1.5 }}
"""


def written(environment: type[Environment], page: str = PAGE, **about: Any) -> str:
    made = environment(
        autoescape=True, undefined=StrictUndefined, loader=DictLoader({"page": page})
    )
    made.globals["shout"] = lambda text: text + "!"
    return made.get_template("page").render(**about)


@given(st.text())
def test_it_escapes_as_jinja_does(text: str) -> None:
    assert escaped(text) == escape(text)
    items = [SimpleNamespace(kind=HOSTILE, text=text, n=n, sub=None) for n in range(2)]
    items[1].sub = SimpleNamespace(kind=text, text=mark_safe("<b>"), n=0, sub=None)
    assert written(QuickEnvironment, items=items) == written(Environment, items=items)


@pytest.mark.parametrize(
    "value", [HOSTILE, 7, 1.5, None, True, Markup("<b>"), mark_safe("<b>"), ["<"], -1]
)
def test_it_escapes_all_but_what_is_marked(value: object) -> None:
    assert escaped(value) == escape(value)


def test_without_the_inside_of_markupsafe_it_escapes_too() -> None:
    assert quick_jinja._slowly(HOSTILE) == escape(HOSTILE)


def test_nothing_is_quick_by_leaving_out_what_it_is_about() -> None:
    with pytest.raises(AttributeError):
        written(QuickEnvironment, "{{ of.name }}", of=SimpleNamespace())
    with pytest.raises(UndefinedError):
        written(QuickEnvironment, "{{ of.name }}")
    with pytest.raises(UndefinedError):
        written(QuickEnvironment, "{{ of }}")


def test_the_quick_way_is_taken() -> None:
    code = QuickEnvironment(autoescape=True).compile("{{ one.two(3) }}", raw=True)
    assert "escaped(" in code
    assert ".two(3, )" in code
    assert "environment.getattr" not in code
    assert "context.call" not in code


def test_a_macro_that_is_given_all_it_takes_is_called_as_a_function() -> None:
    page = "{% macro one(a) %}{{ a }}{% endmacro %}{{ one(1) }}{{ one(a=1) }}{{ one() }}"
    assert QuickEnvironment(autoescape=True).compile(page, raw=True).count("._func(") == 1
