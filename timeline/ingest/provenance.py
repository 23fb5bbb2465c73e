"""Who published articles, and which of them carry somebody else's words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import reduce
from itertools import count
from operator import or_

from django.db.models import Q
from django.utils.text import slugify

from timeline.ingest.pieces import pieces
from timeline.link.origins import FEWEST_CREDITED, Copy, find_copy
from timeline.models import Article, ArticleShingle, Origin, Source
from timeline.vocabulary import SourceKind

UNSTATED = "Source not stated"
_NEAREST = 20
# A run that so many articles carry finds each further copy already: it is indexed no more,
# so that the thousandth copy costs what the tenth did.
_ENOUGH = 12
_NAME_LENGTH = 200
# Stands for the id of an article that is not stored yet, with its number: above every id.
_LATER = 1 << 62


def sources_for(names: Iterable[str | None]) -> dict[str | None, Source]:
    """The source of each name, made when it is new; a name in other capitals is the same.

    A fixed number of queries for 500 names.
    """
    wanted = {name: (name or "").strip()[:_NAME_LENGTH] for name in names}
    stated = list(dict.fromkeys(filter(None, wanted.values())))
    found = Source.objects.in_bulk(stated, field_name="name")
    if "" in wanted.values():  # before the named ones, which could take its slug
        found[""] = _unstated()
    unknown = [name for name in stated if name not in found]
    if unknown:
        alike = _written_otherwise(unknown)
        first = {name.casefold(): name for name in reversed(unknown)}
        alike |= _named([name for folded, name in first.items() if folded not in alike])
        found |= {name: alike[name.casefold()] for name in unknown}
    return {name: found[cut] for name, cut in wanted.items()}


def _unstated() -> Source:
    known = Source.objects.filter(name=UNSTATED).first()
    if known is not None:
        return known
    taken = _taken(["not-stated"])
    slug = next(slug for slug in _slugs("not-stated") if slug not in taken)
    return Source.objects.create(name=UNSTATED, slug=slug, kind=SourceKind.UNKNOWN.value)


def _written_otherwise(names: Sequence[str]) -> dict[str, Source]:
    """Stored sources of these names in any capitals, the first of each, by the name folded.

    Folded here: SQLite would fold the letters of English alone.
    """
    folded = {name.casefold() for name in names}
    rows = Source.objects.order_by("-pk").values_list("name", "pk")
    stored = {key: pk for name, pk in rows if (key := name.casefold()) in folded}
    sources = Source.objects.in_bulk(list(stored.values()))
    return {key: sources[pk] for key, pk in stored.items()}


def _named(names: Sequence[str]) -> dict[str, Source]:
    """New sources by their names, folded."""
    bases = {name: slugify(name)[:110] or "source" for name in names}
    taken = _taken(list(bases.values()))
    new = []
    for name, base in bases.items():
        slug = next(slug for slug in _slugs(base) if slug not in taken)
        taken.add(slug)
        new.append(Source(name=name, slug=slug))
    return {source.name.casefold(): source for source in Source.objects.bulk_create(new)}


def _taken(bases: Sequence[str]) -> set[str]:
    """Slugs that begin so."""
    taken: set[str] = set()
    for some in pieces(bases):
        begun = reduce(or_, (Q(slug__startswith=base) for base in some))
        taken.update(Source.objects.filter(begun).values_list("slug", flat=True))
    return taken


def _slugs(base: str) -> Iterator[str]:
    yield base
    yield from (f"{base}-{n}" for n in count(2))


@dataclass(slots=True)
class Newcomer:
    """An article that is not stored yet, the sample of its word runs, the agency it credits."""

    article: Article
    sample: Set[int]
    credit: str


def place(newcomers: Sequence[Newcomer]) -> list[Set[int]]:
    """Store the articles, each with its origin. Returns the part of each sample to be indexed.

    The origin is that of the article whose words one shares, stored or earlier among the
    newcomers, or one of its own. A fixed number of queries.
    """
    stored = _Stored(newcomers)
    origins: list[Origin] = []
    indexed: list[Set[int]] = []
    copies: list[tuple[Origin, Copy]] = []
    changed: dict[int, Origin] = {}
    for newcomer in newcomers:
        near = stored.near(newcomer)
        known = {pk: stored.origins[pk] for pk in near}
        credits = {pk: origin.credit for pk, origin in known.items()}
        copy = find_copy(newcomer.sample, near, newcomer.credit, credits)
        origin = known[copy.article] if copy else Origin(credit=newcomer.credit)
        if copy and (not origin.reason or (newcomer.credit and not origin.credit)):
            if not origin.reason:
                copies.append((origin, copy))
                origin.reason = copy.explain()
            origin.credit = origin.credit or newcomer.credit
            changed[id(origin)] = origin
        origins.append(origin)
        indexed.append(stored.add(newcomer, origin))
    own = {id(origin): origin for origin in origins if origin.pk is None}
    Origin.objects.bulk_create(own.values())
    for newcomer, origin in zip(newcomers, origins, strict=True):
        newcomer.article.origin = origin
    Article.objects.bulk_create([newcomer.article for newcomer in newcomers])
    for origin, copy in copies:
        origin.reason = _with_id(copy, newcomers).explain()
    Origin.objects.bulk_update(changed.values(), ["reason", "credit"])
    return indexed


def _with_id(copy: Copy, newcomers: Sequence[Newcomer]) -> Copy:
    if copy.article < _LATER:
        return copy
    return replace(copy, article=newcomers[copy.article - _LATER].article.pk)


class _Stored:
    """The indexed word runs of stored articles, and of the newcomers as they are added.

    `origins`: of every article that comes up as near.
    """

    def __init__(self, newcomers: Sequence[Newcomer]) -> None:
        self._holders: dict[int, list[int]] = {}
        for article, value in _rows("value", {v for new in newcomers for v in new.sample}):
            self._holders.setdefault(value, []).append(article)
        close = {pk for new in newcomers for pk in self._close(new.sample)}
        self._samples: dict[int, set[int]] = {}
        for article, value in _rows("article", close):
            self._samples.setdefault(article, set()).add(value)
        articles = Article.objects.filter(pk__in=close).order_by().values_list("pk", "origin")
        of_article = dict(articles)
        shared = Origin.objects.in_bulk(set(of_article.values()))
        self.origins = {pk: shared[origin] for pk, origin in of_article.items()}
        self._added = 0

    def near(self, newcomer: Newcomer) -> dict[int, set[int]]:
        """Samples of the few articles that share most runs; none when all share too few."""
        return {pk: self._samples[pk] for pk in sorted(self._close(newcomer.sample))}

    def add(self, newcomer: Newcomer, origin: Origin) -> Set[int]:
        """Let later newcomers find this one. Returns the part of its sample to be indexed."""
        indexed = {v for v in newcomer.sample if len(self._holders.get(v, ())) < _ENOUGH}
        pk = _LATER + self._added
        self._added += 1
        for value in indexed:
            self._holders.setdefault(value, []).append(pk)
        self._samples[pk] = indexed
        self.origins[pk] = origin
        return indexed

    def _close(self, sample: Set[int]) -> list[int]:
        shared: Counter[int] = Counter()
        for value in sample:
            shared.update(self._holders.get(value, ()))
        close = [pk for pk, runs in shared.items() if runs >= FEWEST_CREDITED]
        close.sort(key=lambda pk: (-shared[pk], pk))
        return close[:_NEAREST]


def _rows(column: str, values: Set[int]) -> Iterator[tuple[int, int]]:
    """Article and word run, where the column has one of the values."""
    for some in pieces(sorted(values)):
        rows = ArticleShingle.objects.filter(**{f"{column}__in": some}).order_by()
        yield from rows.values_list("article", "value")
