"""Margin notes: the passages that support a claim, each with its source and its day."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from timeline.browse.addresses import AddressOf
from timeline.browse.dates_shown import machine_date, published_words
from timeline.browse.text_fragment import opened_at, web_address
from timeline.vocabulary import PublishedBasis, SourceKind

# The article's title, where its source is not stated.
LONGEST_NAME = 56
# Of a note: only HTML that is kept has an open place for it.
Number = Any
# In Python 3.11 a member of an Enum takes longer to look up than a note's day to find.
_UNKNOWN, _INFERRED = SourceKind.UNKNOWN.value, PublishedBasis.INFERRED.value
# What a row of a citation must hold; slug, name and kind of the source besides.
CITATION = (
    "pk quote prefix suffix article_id article__title article__path article__url "
    "article__archived_url article__published_edtf article__published_basis article__origin_id "
    "article__source_id"
).split()


class Note(NamedTuple):
    """A margin note: one passage that supports a claim. `copy_of`: number of the same wire copy.

    A tuple, like a claim, because a page makes hundreds.

    When the source is not `stated`, `source` is the article's own title or file name, cut
    when long; `whole` is all of it. `why`: where an inferred date of publication is explained.
    """

    id: int
    number: Number
    article: int
    source: str
    whole: str
    source_url: str
    stated: bool
    published: str
    published_iso: str
    why: str
    original: str
    plain: str
    archived: str
    passage: str
    copy_of: Number | None


def note(
    row: Mapping[str, Any],
    number: Number,
    first_of_origin: dict[int, tuple[Number, int]],
    address_of: AddressOf,
) -> Note:
    """`first_of_origin` gains the number and article that first told each origin's story."""
    stated = row["article__source__kind"] != _UNKNOWN
    name = row["article__source__name"] if stated else _title(row)
    source = name if stated else _cut(name)
    published = row["article__published_edtf"]
    inferred = row["article__published_basis"] == _INFERRED
    article = row["article_id"]
    reader = address_of("article", article)
    first_number, first_article = first_of_origin.setdefault(
        row["article__origin_id"], (number, article)
    )
    plain = web_address(row["article__url"])
    return Note(
        id=row["pk"],
        number=number,
        article=article,
        source=source,
        whole="" if source == name else name,
        source_url=address_of("source", row["article__source__slug"]) if stated else reader,
        stated=stated,
        published=published_words(published, inferred),
        published_iso="" if inferred else machine_date(published),
        why=f"{reader}#published" if inferred else "",
        original=opened_at(plain, row["quote"], row["prefix"], row["suffix"]),
        plain=plain,
        archived=web_address(row["article__archived_url"]),
        passage=address_of("passage", row["pk"]),
        copy_of=None if first_article == article else first_number,
    )


def _title(row: Mapping[str, Any]) -> str:
    return row["article__title"] or PurePath(row["article__path"]).name


def _cut(name: str) -> str:
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[:LONGEST_NAME].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
