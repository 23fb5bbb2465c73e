"""Who published an article, and whether it carries somebody else's words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set

from django.utils.text import slugify

from timeline.link.origins import FEWEST_CREDITED, Copy, find_copy
from timeline.models import Article, ArticleShingle, Origin, Source
from timeline.vocabulary import SourceKind

UNSTATED = "Source not stated"
_NEAREST = 20
# A run that so many articles carry finds each further copy already: it is indexed no more,
# so that the thousandth copy costs what the tenth did.
_ENOUGH = 12
_NAME_LENGTH = 200


def source_for(name: str | None) -> Source:
    """The source of that name, made when it is new."""
    name = (name or "").strip()[:_NAME_LENGTH]
    if not name:
        return Source.objects.get_or_create(
            name=UNSTATED, defaults={"slug": "not-stated", "kind": SourceKind.UNKNOWN.value}
        )[0]
    known = Source.objects.filter(name__iexact=name).first()
    return known or Source.objects.create(name=name, slug=_free_slug(name))


def _free_slug(name: str) -> str:
    base = slugify(name)[:110] or "source"
    taken = set(Source.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    if base not in taken:
        return base
    return next(f"{base}-{n}" for n in range(2, len(taken) + 3) if f"{base}-{n}" not in taken)


def place(article: Article, sample: Set[int], credit: str) -> Set[int]:
    """Give a new article its origin. Returns the part of its sample to be indexed.

    The origin is that of the article whose words this one shares, or one of its own.
    """
    holders: dict[int, set[int]] = {}
    carried: Counter[int] = Counter()
    rows = ArticleShingle.objects.filter(value__in=sample).values_list("article", "value")
    for holder, value in rows:
        holders.setdefault(holder, set()).add(value)
        carried[value] += 1
    near = _nearest(holders)
    copy = find_copy(sample, near, credit, _credits(near) if credit else {})
    article.origin = _origin_of(copy, credit)
    return {value for value in sample if carried[value] < _ENOUGH}


def _origin_of(copy: Copy | None, credit: str) -> Origin:
    if copy is None:
        return Origin.objects.create(credit=credit)
    origin = Article.objects.select_related("origin").get(pk=copy.article).origin
    if not origin.reason or (credit and not origin.credit):
        origin.reason = origin.reason or copy.explain()
        origin.credit = origin.credit or credit
        origin.save()
    return origin


def _credits(articles: Iterable[int]) -> dict[int, str]:
    """The agency that the origin of each of the articles is credited to."""
    rows = Article.objects.filter(pk__in=list(articles), origin__isnull=False)
    return dict(rows.values_list("pk", "origin__credit"))


def _nearest(holders: Mapping[int, Set[int]]) -> dict[int, set[int]]:
    """Samples of the few articles that share most runs; none when all share too few."""
    close = [pk for pk, shared in holders.items() if len(shared) >= FEWEST_CREDITED]
    close.sort(key=lambda pk: (-len(holders[pk]), pk))
    samples: dict[int, set[int]] = {}
    if close:
        rows = ArticleShingle.objects.filter(article__in=close[:_NEAREST])
        for article_id, value in rows.values_list("article", "value"):
            samples.setdefault(article_id, set()).add(value)
    return samples
