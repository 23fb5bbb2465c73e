"""Events, filters and edits at random, for what must hold of any of them."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from django.db import connection
from django.http import QueryDict

from tests.browse import make
from timeline.browse.filters import Filter, read_filter
from timeline.models import Actor, Article, Citation, Claim, Conflict, Event, Origin, Source
from timeline.vocabulary import ConflictKind, EventType, Role, Standing

DATES = (
    "",
    "",
    "2022-03-04",
    "2022-03-05",
    "2022-03",
    "2022-04",
    "2021",
    "2019-07-01",
    "2022-02/2022-04",
    "2022-03-01/..",
    "../2022-03-31",
    "XXXX-02-24",
    "[2022-02-21,2022-02-26]",
    "1957-10-04",
)
BASES = (*["manifest", "page"] * 4, "inferred", "unknown")
DAYS = ("2022-03-06", "2022-03-11", "2022-03-20")
PUBLISHED = (*DAYS, *DAYS, "2022-05", "2022", "", "2022-02/2022-04")
WORDS = "grain deal ship port talks red sea strait attack aid relief shell border U.N. 64".split()
TYPES = ["", *(type.value for type in list(EventType)[:5])]
ACTORS = ("russia", "ministry", "minister", "actor-0", "actor-1", "actor-2")
SOURCES = ("outlet-0", "outlet-1", "outlet-2")


def world(rng: random.Random, events: int = 30) -> None:
    russia = make.actor("russia", "Russia")
    ministry = make.actor("ministry", "Ministry", belongs_to=russia)
    make.actor("minister", "Minister", belongs_to=ministry)
    for n in range(3):
        make.actor(f"actor-{n}", f"Actor {n}")
    for _ in range(4):
        Origin.objects.create()
    for n in range(12):
        _article(rng, n)
    for _ in range(events):
        new_event(rng)
    # What PostgreSQL remembers of the tables is of another test, and it can take minutes over
    # thirty events that it takes for none.
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _article(rng: random.Random, number: int) -> Article:
    published = rng.choice(PUBLISHED)
    text = f"Sentence one of {number}. Sentence two of {number}."
    return make.article(
        make.source(f"Outlet {number % 3}"),
        text,
        published_edtf=published,
        published_basis=rng.choice(BASES),
        origin=rng.choice([None, None, *Origin.objects.order_by("pk")[:4]]),
    )


def new_event(rng: random.Random) -> None:
    event = make.event(
        _words(rng),
        rng.choice(DATES),
        rng.choice(TYPES),
        reported=date(2022, 1, 1) + timedelta(days=rng.randrange(90)),
        note=rng.choice(["", "", "", "From the curator."]),
    )
    for actor in rng.sample(list(Actor.objects.order_by("key")), rng.randint(0, 3)):
        make.part(event, actor, rng.choice(list(Role)))
    for _ in range(rng.choice((0, 1, 1, 2, 3, 6))):
        _claim(rng, event)
    _settle(rng, event)


def _words(rng: random.Random) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(2, 6)))


def _claim(rng: random.Random, event: Event) -> None:
    articles = list(Article.objects.order_by("pk"))
    who = rng.choice([None, None, *Actor.objects.order_by("key")])
    first = rng.choice(articles)
    made = make.claim(
        event,
        first,
        first.text[:12],
        text=_words(rng),
        standing=rng.choice(list(Standing)).value,
        attribution_actor=who,
        attribution_text=rng.choice(["somebody", ""]) if who is None else who.name,
    )
    for other in rng.sample(articles, rng.choice((0, 0, 0, 1, 2))):
        if other != first:
            make.cite(made, other, other.text[:8])


def _settle(rng: random.Random, event: Event) -> None:
    event.conflicts.all().delete()
    for kind in rng.sample(list(ConflictKind), rng.choice((0, 0, 1, 2))):
        event.conflicts.create(kind=kind.value, values=_values(rng, event))
    make.settle(event)
    event.reviewed = rng.random() < 0.3
    event.has_conflict = rng.random() < (0.8 if event.has_conflict else 0.2)
    event.save()


def _values(rng: random.Random, event: Event) -> list[dict[str, object]]:
    """Some with equal labels or without one, some that no claim or the same claims give."""
    claims = list(event.claims.order_by("pk").values_list("pk", flat=True))
    return [
        {
            "value": rng.randrange(3),
            "label": rng.choice(("", "one", "two", "three")),
            "claims": rng.choices(claims, k=rng.randint(0, 3)) if claims else [],
        }
        for _ in range(rng.randint(0, 4))
    ]


def chosen(rng: random.Random) -> Filter:
    """Each filter of the registry now and then, most often few at once."""
    query = QueryDict(mutable=True)
    for name, values in _VALUES.items():
        if rng.random() < 0.2:
            query.setlist(name, values(rng))
    if query.get("from") or query.get("to"):
        query.pop("undated", None)
    found = read_filter(query)
    return chosen(rng) if found.problems else found


def _some(*values: str) -> Callable[[random.Random], list[str]]:
    return lambda rng: rng.sample(values, rng.choice((1, 1, 1, 2)))


def _one(*values: str) -> Callable[[random.Random], list[str]]:
    return lambda rng: [rng.choice(values)]


def _place(rng: random.Random) -> list[str]:
    keys = Event.objects.exclude(sort_key=None).order_by("pk").values_list("sort_key", flat=True)
    return [str(rng.choice([*keys, 1, 1 << 62]) + rng.choice((-1, 0, 0, 1)))]


def _search(rng: random.Random) -> list[str]:
    word, other = rng.choices([*WORDS, "nothing", "sh", "st", "6"], k=2)
    forms = (word, f"{word} {other}", f'"{word} {other}"', f"{word[:2]}*", f"-{word}")
    return [
        rng.choice([*forms, f'"{word} {other[:2]}*"', f"{word} -{other}", f'-"{word} {other}"'])
    ]


_VALUES: dict[str, Callable[[random.Random], list[str]]] = {
    "from": _one("2022", "2022-03", "2022-03-05", "2020..2022-03-04", "1950"),
    "to": _one("2022-03", "2022-03-04", "2021", "2023"),
    "certain": _one("1"),
    "undated": _one("1"),
    "actor": _some(*ACTORS, "narnia"),
    "match": _one("any"),
    "by": _some(*ACTORS),
    "towards": _some(*ACTORS),
    "type": _some("none", *TYPES[1:]),
    "says": _some("~article", *ACTORS),
    "standing": _some(*(standing.value for standing in Standing)),
    "source": _some(*SOURCES, "nobody"),
    "evidence": _some("agree", "disagree", "reviewed"),
    "known": _one("2022-03-10", "2022-03", "2022-04-30", "2022-05", "2021"),
    "q": _search,
    "order": _one("oldest", "newest"),
    "before": _place,
    "after": _place,
}


def edit(rng: random.Random) -> None:
    """One change as a curator, an ingest or a hand on the database makes it."""
    rng.choice(_EDITS)(rng)


def _any(rng: random.Random, model: type) -> object | None:
    rows = list(model.objects.order_by("pk"))  # type: ignore[attr-defined]
    return rng.choice(rows) if rows else None


def _date(rng: random.Random) -> None:
    event = _any(rng, Event)
    if isinstance(event, Event):
        event.date_edtf, event.type = rng.choice(DATES), rng.choice(TYPES)
        event.save()


def _move_claim(rng: random.Random) -> None:
    claim, event = _any(rng, Claim), _any(rng, Event)
    if isinstance(claim, Claim) and isinstance(event, Event):
        before, claim.event = claim.event, event
        claim.save()
        _settle(rng, before)
        _settle(rng, event)


def _more_claims(rng: random.Random) -> None:
    event = _any(rng, Event)
    if isinstance(event, Event):
        _claim(rng, event)
        _settle(rng, event)


def _less(rng: random.Random) -> None:
    claim = _any(rng, Claim)
    if isinstance(claim, Claim):
        event = claim.event
        claim.delete()
        _settle(rng, event)


def _delete_event(rng: random.Random) -> None:
    event = _any(rng, Event)
    if isinstance(event, Event):
        Citation.objects.filter(claim__event=event).delete()
        event.claims.all().delete()
        event.delete()


def _publish(rng: random.Random) -> None:
    article = _any(rng, Article)
    if isinstance(article, Article):
        article.published_edtf = rng.choice(PUBLISHED)
        article.published_basis = rng.choice(BASES)
        article.source = rng.choice(list(Source.objects.order_by("pk")))
        article.origin = rng.choice(list(Origin.objects.order_by("pk")[:5]))
        article.save()


def _dispute(rng: random.Random) -> None:
    conflict = _any(rng, Conflict)
    if isinstance(conflict, Conflict):
        conflict.values = _values(rng, conflict.event)
        conflict.save()


def _belong(rng: random.Random) -> None:
    one, other = rng.sample(list(Actor.objects.order_by("pk")), 2)
    Actor.objects.filter(pk=one.pk).update(belongs_to=rng.choice([None, other]))


def _rename(rng: random.Random) -> None:
    Actor.objects.filter(key="actor-0").update(name=rng.choice(("Zebra", "Actor 0")))


def _standings(rng: random.Random) -> None:
    Claim.objects.filter(event=_any(rng, Event)).update(standing=rng.choice(list(Standing)).value)


_EDITS = (
    new_event,
    _date,
    _move_claim,
    _more_claims,
    _less,
    _delete_event,
    _publish,
    _dispute,
    _belong,
    _rename,
    _standings,
)
