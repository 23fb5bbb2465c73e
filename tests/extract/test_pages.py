"""Whole pages, marked by hand: what is article stays, all else goes, and only articles claim.

Each line of `pages/*.txt` begins with its mark: `+` article, `=` article but no statement (a
heading, a question), `-` page, `?` either is right.
"""

from pathlib import Path

import pytest

from timeline.extract.body import find_parts
from timeline.extract.claims import find_claims
from timeline.extract.sentences import split_sentences
from timeline.records import Span

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
NAMES = [page.stem for page in PAGES]
EMPTY = [page for page in PAGES if page.stem.startswith("no_article")]


def read_page(page: Path) -> tuple[str, list[tuple[str, Span]]]:
    """The text without its marks, and each line's mark and place."""
    text, marked = "", []
    for line in page.read_text(encoding="utf-8").splitlines():
        marked.append((line[:1], Span(len(text), len(text) + len(line) - 1)))
        text += line[1:] + "\n"
    return text, [(mark, span) for mark, span in marked if text[span.start : span.end].strip()]


def share(span: Span, spans: tuple[Span, ...]) -> float:
    shared = sum(max(0, min(span.end, s.end) - max(span.start, s.start)) for s in spans)
    return shared / (span.end - span.start)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_the_article_is_kept_and_the_page_left_out(page: Path) -> None:
    text, marked = read_page(page)
    body = find_parts(text).body
    lost = [text[s.start : s.end] for mark, s in marked if mark in "+=" and share(s, body) < 0.5]
    kept = [text[s.start : s.end] for mark, s in marked if mark == "-" and share(s, body) >= 0.5]
    assert (lost, kept) == ([], [])


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_only_statements_of_the_article_are_claims(page: Path) -> None:
    text, marked = read_page(page)
    claims = find_claims(text, split_sentences(text, find_parts(text).body))
    wrong = [
        text[claim.start : claim.end]
        for claim in claims
        if any(mark in "-=" and claim.overlaps(span) for mark, span in marked)
    ]
    assert wrong == []
    assert bool(claims) == any(mark == "+" for mark, _ in marked)


@pytest.mark.parametrize(
    "page", [p for p in PAGES if p.stem.startswith("no_article")], ids=lambda p: p.stem
)
def test_a_page_without_an_article_says_so(page: Path) -> None:
    parts = find_parts(read_page(page)[0])
    assert parts.body == ()
    assert parts.reason.startswith("no article found")
