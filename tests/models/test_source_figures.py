"""The figures of sources are what a look at every article and event gives."""

import random
from collections import Counter, defaultdict
from statistics import mean, median

import pytest

from tests.browse import make
from timeline.models import Article, Conflict, Event, Origin, Source
from timeline.models.source_figures import (
    Output,
    Timing,
    output_by_source,
    sides_by_source,
    timing_by_source,
    timing_of,
)

pytestmark = pytest.mark.django_db


def scattered(seed: int) -> None:
    """Articles of few origins and days, some inferred or inexact, with events and conflicts."""
    rng = random.Random(seed)
    origins = [Origin.objects.create() for _ in range(9)]
    articles = []
    for n in range(24):
        basis = rng.choice(["manifest", "page", "inferred", "unknown"])
        exact = rng.random() < 0.8
        articles.append(
            make.article(
                make.source(f"Outlet {rng.randrange(5)}"),
                f"Report {n}.",
                origin=rng.choice(origins),
                published_edtf=f"2022-03-0{rng.randint(1, 9)}" if exact else "2022-03",
                published_basis=basis if rng.random() < 0.6 else "manifest",
            )
        )
    for n in range(40):
        event = make.event(f"Thing {n}", "2022-03")
        claims = [
            make.claim(event, article, "Report", text=f"Claim {n} of {article.pk}")
            for article in rng.sample(articles, rng.randint(1, 5))
        ]
        if rng.random() < 0.4:
            make.cite(claims[0], rng.choice(articles), ".")
        if rng.random() < 0.5:
            values = [
                {"value": f"{n}.{k}", "label": f"side {k}", "claims": [c.pk for c in claims[k::2]]}
                for k in (0, 1)
            ]
            Conflict.objects.create(event=event, kind="number", values=values)
        make.settle(event)


def told(event: Event) -> list[Article]:
    return [c.article for claim in event.claims.all() for c in claim.citations.all()]


def expected_output(source: Source) -> Output:
    own = list(source.articles.all())
    events = [e for e in Event.objects.all() if any(a.source == source for a in told(e))]
    claims = [
        claim
        for event in events
        for claim in event.claims.all()
        if any(c.article.source == source for c in claim.citations.all())
    ]
    others = list(Article.objects.all())
    return Output(
        articles=len(own),
        copies=sum(any(b.origin == a.origin and b != a for b in others) for a in own),
        copies_elsewhere=sum(
            any(b.origin == a.origin and b.source != source for b in others) for a in own
        ),
        events=len(events),
        claims=len(claims),
    )


def expected_timing() -> dict[int, Timing]:
    behind: dict[int, list[int]] = defaultdict(list)
    for event in Event.objects.all():
        days: dict[int, list] = defaultdict(list)
        known = [
            a
            for a in told(event)
            if a.published and a.published.kind == "day"
            if a.published_basis not in ("inferred", "unknown")
        ]
        for article in known:
            days[article.source_id].append(article.published_earliest)
        if len(days) > 1 and len({a.origin_id for a in known}) > 1:
            first = min(min(each) for each in days.values())
            for source, each in days.items():
                behind[source].append((min(each) - first).days)
    return {
        source: Timing(len(days), days.count(0), tuple(sorted(Counter(filter(None, days)).items())))
        for source, days in behind.items()
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_figure_is_what_looking_at_each_article_gives(seed: int) -> None:
    scattered(seed)
    every, timing, sides = output_by_source(), timing_by_source(), sides_by_source()
    assert timing == expected_timing() != {}
    assert any(found.delays for found in timing.values())
    for source in Source.objects.all():
        assert every[source.pk] == expected_output(source)
        assert output_by_source(source.pk) == {source.pk: every[source.pk]}
        alone = timing_by_source(source.pk)
        assert alone == ({source.pk: timing[source.pk]} if source.pk in timing else {})
        mine = sides.get(source.pk, [])
        assert sides_by_source(source.pk).get(source.pk, []) == mine
        assert {side.conflict for side in mine} == {
            conflict.pk
            for conflict in Conflict.objects.all()
            for value in conflict.values
            for claim in conflict.event.claims.filter(pk__in=value["claims"])
            if any(c.article.source == source for c in claim.citations.all())
        }


def test_delays_have_a_median_and_a_mean_and_no_delay_has_neither() -> None:
    for delays in ([1, 2, 9], [1, 1, 4, 9], [2, 5], [3], [1, 1, 1, 8, 8]):
        found = timing_of(Counter([0, *delays]))
        assert (found.events, found.first, found.late) == (len(delays) + 1, 1, len(delays))
        assert found.median == median(delays)
        assert found.mean == pytest.approx(mean(delays))
    assert Timing(1, 1).median is Timing(1, 1).mean is None


def test_an_event_told_by_one_origin_or_one_source_is_no_race() -> None:
    wire = Origin.objects.create()
    copied = make.event("Copied", "2022")
    for outlet, day in (("Early", 1), ("Late", 5)):
        article = make.article(
            make.source(outlet), f"{outlet}.", origin=wire, published_edtf=f"2022-03-0{day}"
        )
        make.claim(copied, article, outlet)
    own = make.event("Own", "2022")
    for day in (1, 5):
        article = make.article(
            make.source("Early"), f"Own {day}.", published_edtf=f"2022-03-0{day}"
        )
        make.claim(own, article, "Own")
    for event in (copied, own):
        make.settle(event)
    assert timing_by_source() == {}


def test_a_side_names_what_the_source_says_and_what_others_do() -> None:
    world = make.world()
    (side,) = sides_by_source(world.second.source_id)[world.second.source_id]
    assert (side.kind, side.event, side.label) == ("date", world.decree.pk, "26 February 2022")
    assert side.against == ("21 February 2022",)
    assert world.first.source_id not in sides_by_source()
