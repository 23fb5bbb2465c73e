"""A citation for a footnote and for reference managers, as exact as what is known."""

import json
import re
from html import unescape

import pytest
from django.test import Client

from tests.browse import make
from timeline.models import Article

pytestmark = pytest.mark.django_db


def forms(client: Client, article: Article) -> tuple[str, str, dict]:
    passage = article.citations.earliest("pk").pk
    page = client.get(f"/citations/{passage}/").content.decode()
    bibtex, csl = (unescape(text) for text in re.findall(r"<pre[^>]*>(.*?)</pre>", page, re.S))
    (line,) = re.findall(r'<p class="line">(.*?)</p>', page, re.S)
    return unescape(line), bibtex, json.loads(csl)[0]


def test_a_passage_is_cited_with_what_its_article_states(client: Client) -> None:
    world = make.world()
    Article.objects.filter(pk=world.first.pk).update(bylines=["Ann Lee", "Bo & Co"])
    line, bibtex, csl = forms(client, world.first)
    assert line.startswith("Meridian Post, “Moscow and Pyongyang open talks on shells”, 6 Sep 2022")
    assert "  date = {2022-09-06}," in bibtex
    assert r"  author = {{Ann Lee} and {Bo \& Co}}," in bibtex
    assert "  url = {https://meridian.example/shells?id=1&x=2}," in bibtex
    assert csl["issued"] == {"date-parts": [[2022, 9, 6]]}
    assert csl["container-title"] == "Meridian Post"
    assert csl["author"] == [{"literal": "Ann Lee"}, {"literal": "Bo & Co"}]
    assert "The Kremlin will buy artillery shells" in csl["note"]


def test_a_date_that_was_inferred_is_given_as_a_note_only(client: Client) -> None:
    _, bibtex, csl = forms(client, make.world().second)
    said = "published between 24 Aug and 31 Dec 2022 (inferred)"
    assert "date =" not in bibtex and said in bibtex
    assert "issued" not in csl and said in csl["note"]


@pytest.mark.parametrize(
    ("value", "parts", "written"), [("2022-09", [2022, 9], "2022-09"), ("2022", [2022], "2022")]
)
def test_a_date_is_never_more_exact_than_its_article(
    client: Client, value: str, parts: list[int], written: str
) -> None:
    world = make.world()
    Article.objects.filter(pk=world.first.pk).update(published_edtf=value)
    _, bibtex, csl = forms(client, world.first)
    assert csl["issued"] == {"date-parts": [parts]}
    assert f"date = {{{written}}}," in bibtex


def test_signs_of_tex_do_nothing_and_the_braces_stay_even(client: Client) -> None:
    hostile = r"\input{/etc/passwd} 100% of #1_a} ~ ^ $x$"
    report = make.article(
        make.source("Courier"), hostile, title=hostile, url="https://a.example/{x}\\y"
    )
    make.claim(make.event("Event"), report, hostile)
    _, bibtex, _ = forms(client, report)
    assert r"\input" not in bibtex and "%7Bx%7D%5Cy" in bibtex
    bare = re.sub(r"\\[{}]", "", bibtex)
    assert bare.count("{") == bare.count("}")
    assert not re.search(r"(?<!\\)[#$&_%]", re.sub(r"  url = .*", "", bibtex))


def test_each_passage_leads_to_its_citation_without_script(client: Client) -> None:
    world = make.world()
    passage = world.first.citations.earliest("pk").pk
    page = client.get(f"/?passage={passage}").content.decode()
    assert f'href="/citations/{passage}/#cite"' in page
