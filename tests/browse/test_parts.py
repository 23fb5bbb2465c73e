"""What the templates of cards do with text: escaped, marked where it is found, never left out."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from timeline.browse import release
from timeline.browse.card_html import Around
from timeline.browse.cards import ActorShown, Card, ClaimShown
from timeline.browse.conflicts import Disagreement
from timeline.browse.dates_shown import DateShown
from timeline.browse.notes import Note
from timeline.browse.parts import part
from timeline.browse.passages import Paragraph
from timeline.browse.speakers import Speaker
from timeline.vocabulary import ConflictKind

HOSTILE = "<script>\"'&"
NOTE = Note(
    id=1,
    number=1,
    article=1,
    source=HOSTILE,
    whole=HOSTILE,
    source_url=HOSTILE,
    stated=False,
    published=HOSTILE,
    published_iso=HOSTILE,
    why=HOSTILE,
    original=HOSTILE,
    plain=HOSTILE,
    archived=HOSTILE,
    passage=HOSTILE,
    copy_of=1,
)
CLAIM = ClaimShown(
    id=1,
    text=HOSTILE,
    standing=HOSTILE,
    standing_word=HOSTILE,
    who=Speaker(HOSTILE, HOSTILE),
    who_url=HOSTILE,
    notes=(NOTE,),
    language=HOSTILE,
    is_title=False,
    is_heading=False,
)
CARD = Card(
    id=1,
    url=HOSTILE,
    title=HOSTILE,
    date=DateShown(HOSTILE, (HOSTILE,), HOSTILE, True, HOSTILE, HOSTILE),
    quad=1,
    kind=HOSTILE,
    quad_label=HOSTILE,
    actors=(ActorShown(HOSTILE, HOSTILE),),
    recipients=(ActorShown(HOSTILE, HOSTILE),),
    support=HOSTILE,
    reviewed=True,
    note=HOSTILE,
    disagreements=(Disagreement(1, HOSTILE, HOSTILE, (), ConflictKind.DATE),),
    claims=(CLAIM,),
    more_claims=1,
    later_claims=2,
)
PASSAGE = SimpleNamespace(
    citation=SimpleNamespace(pk=7, claim_id=1, article=SimpleNamespace(source=HOSTILE)),
    paragraph=Paragraph(HOSTILE, HOSTILE, HOSTILE, True, True),
    language=HOSTILE,
    reasons=((HOSTILE, HOSTILE + "x" * 200),),
    reader=HOSTILE,
    as_citation=HOSTILE,
)
BLOCK = SimpleNamespace(label=HOSTILE, claims=(CLAIM,))
DIFFERENCE = SimpleNamespace(lead=HOSTILE, a=HOSTILE, b=HOSTILE, conflict=1)
SIDED = SimpleNamespace(
    card=CARD,
    side=HOSTILE,
    label=HOSTILE,
    across=BLOCK,
    left=BLOCK,
    right=BLOCK,
    differences=(DIFFERENCE,),
    disagreements=(),
    others=3,
)
AROUND = Around(HOSTILE, HOSTILE)


def left_after_escaping(html: str) -> str:
    for escaped in ("&lt;script&gt;", "&#34;", "&#39;", "&amp;"):
        assert escaped in html
        html = html.replace(escaped, "")
    return html


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("card", (CARD, AROUND)),
        ("sided_card", (SIDED, AROUND)),
        ("passage", (PASSAGE, HOSTILE)),
        ("who", (CLAIM._replace(who=Speaker("", HOSTILE, is_known=False)),)),
        ("parties", (CARD,)),
    ],
)
def test_no_text_becomes_markup(name: str, about: tuple[Any, ...]) -> None:
    html = part(name, *about)
    assert isinstance(html, SafeString)
    left = left_after_escaping(html)
    assert "script" not in left
    assert "'" not in left
    assert "&" not in left
    # Each attribute has its own two quotes and no others.
    assert left.count('"') == 2 * left.count('="')


def test_marks_of_a_search_stay_marks() -> None:
    found = CLAIM._replace(text=mark_safe("a <mark>word</mark> &amp; more"))
    assert "a <mark>word</mark> &amp; more" in part("claim", found, AROUND)


def test_a_name_that_a_record_has_not_is_an_error() -> None:
    with pytest.raises(AttributeError):
        part("who", SimpleNamespace(standing_word=""))


def test_one_is_not_many() -> None:
    html = part("card", CARD, AROUND)
    assert ">1 more claim<" in html
    assert ">2 claims came later<" in html
    assert ">3 more claims<" in part("sided_card", SIDED, AROUND)


def test_an_open_passage_stands_under_its_claim_alone() -> None:
    card = replace(CARD, claims=(CLAIM, CLAIM._replace(id=2)))
    html = part("card", card, SimpleNamespace(passage_link="", closed="/", passage=PASSAGE))
    before, after = html.split('<div class="passage"')
    assert 'id="passage-1"' in before
    assert 'id="passage-2"' in after
    assert 'href="/#note-7"' in after


def test_another_text_of_the_template_is_another_release() -> None:
    template = settings.BASE_DIR / "templates" / "jinja2" / "parts.jinja"
    assert template in release._files(["templates"])
