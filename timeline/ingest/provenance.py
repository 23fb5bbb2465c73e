"""Who published an article, and whether it carries somebody else's words."""

from collections.abc import Set

from django.db.models import Count
from django.utils.text import slugify

from timeline.link.origins import find_copy
from timeline.models import Article, ArticleShingle, Origin, Source
from timeline.vocabulary import SourceKind

UNSTATED = "Source not stated"
_NEAREST = 20
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


def origin_for(sample: Set[int], article: Article, credit: str) -> Origin:
    """The origin of the article whose words this one shares, or one of its own."""
    copy = find_copy(sample, _nearest(sample, article))
    if copy is None:
        return Origin.objects.create(credit=credit)
    origin = Article.objects.select_related("origin").get(pk=copy.article).origin
    if not origin.reason or (credit and not origin.credit):
        origin.reason = origin.reason or copy.explain()
        origin.credit = origin.credit or credit
        origin.save()
    return origin


def _nearest(sample: Set[int], article: Article) -> dict[int, set[int]]:
    """Samples of the few articles that share most runs with this one."""
    shared = (
        ArticleShingle.objects.filter(value__in=sample)
        .exclude(article=article.pk)
        .values("article")
        .annotate(shared=Count("value"))
        .order_by("-shared", "article")
        .values_list("article", flat=True)[:_NEAREST]
    )
    samples: dict[int, set[int]] = {}
    rows = ArticleShingle.objects.filter(article__in=list(shared))
    for article_id, value in rows.values_list("article", "value"):
        samples.setdefault(article_id, set()).add(value)
    return samples
