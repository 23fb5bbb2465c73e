"""Each filter chooses the right events, and every count is what choosing would give."""

import random
from datetime import date

import pytest
from django.http import QueryDict

from tests.browse import make
from timeline.browse.answer import answer
from timeline.browse.answer_records import PAGE_SIZE
from timeline.browse.filters import narrow, read_filter
from timeline.models import Event
from timeline.vocabulary import EventType, Role, Standing

pytestmark = pytest.mark.django_db


def titles(query: str) -> list[str]:
    chosen = read_filter(QueryDict(query))
    assert chosen.problems == ()
    found = answer(chosen)
    shown = [Event.objects.get(pk=pk).title.split()[0] for pk in found.page.ids]
    assert found.total == len(shown) == narrow(Event.objects.sourced(), chosen).count()
    return shown


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Russia", "North", "Putin"]),
        ("order=oldest", ["Putin", "North", "Russia"]),
        ("from=2022-07", ["Russia", "North"]),
        ("from=2022-07-15&to=2022-07-15", ["North"]),
        ("from=2022-07-15&to=2022-07-15&certain=1", []),
        ("to=2022-02-22", ["Putin"]),
        ("to=2022-02-22&certain=1", []),
        ("actor=north-korea", ["Russia", "North"]),
        # Putin belongs to Russia, not Russia to Putin
        ("actor=russia", ["Russia", "Putin"]),
        ("actor=vladimir-putin", ["Putin"]),
        ("actor=russia&actor=north-korea", ["Russia"]),
        ("actor=narnia", []),
        ("actor=vladimir-putin&actor=north-korea&match=any", ["Russia", "North", "Putin"]),
        ("by=russia", ["Russia", "Putin"]),
        ("by=north-korea", ["North"]),
        ("towards=north-korea", ["Russia"]),
        ("by=russia&towards=donetsk", ["Putin"]),
        ("towards=russia", []),
        # one claim must meet all that is asked of claims
        ("says=north-korea&standing=planned", []),
        ("says=north-korea&standing=denied", ["Russia"]),
        # the letter is dated to an interval that ends with the year
        ("known=2022-09-05", []),
        ("known=2022-09-06", ["Russia", "North", "Putin"]),
        ("known=2022-09-06&source=leos-letter", []),
        ("known=2022&source=leos-letter", ["Russia", "Putin"]),
        ("q=shell", []),
        ("q=shell*", ["Russia"]),
        ("q=donetsk+-decrees", ["North"]),
        ("q=-donetsk", ["Russia"]),
        ("type=SUPPORT", ["North", "Putin"]),
        ("type=SUPPORT&type=COOPERATE", ["Russia", "North", "Putin"]),
        ("standing=denied", ["Russia"]),
        ("standing=denied&standing=reported", ["Russia", "North", "Putin"]),
        ("source=harbour-courier", ["Putin"]),
        ("says=north-korea", ["Russia"]),
        ("says=~article", ["North", "Putin"]),
        ("says=~article&says=united-states", ["Russia", "North", "Putin"]),
        ("evidence=disagree", ["Putin"]),
        ("evidence=agree", ["Russia"]),
        ("evidence=reviewed&evidence=disagree", []),
        ("q=SHELLS", ["Russia"]),
        ("q=decrees+donetsk", ["Putin"]),
        ("q=%22donetsk+decrees%22", []),
        ("q=100%25", []),
    ],
)
def test_a_filter_chooses_its_events(query: str, expected: list[str]) -> None:
    make.world()
    assert titles(query) == expected


def test_an_event_without_claim_or_note_is_not_shown() -> None:
    make.event("Unsourced", "2022-01-01")
    make.event("Noted", "2022-01-01", note="From the curator.")
    assert titles("") == ["Noted"]


def test_undated_events_come_last_in_either_order_by_publication() -> None:
    make.event("Dated", "2022-01-01", note="x")
    make.event("Old", reported=date(2021, 1, 1), note="x")
    make.event("New", "XXXX-02-24", reported=date(2022, 3, 1), note="x")
    assert titles("") == ["Dated", "New", "Old"]
    assert titles("order=oldest") == ["Dated", "Old", "New"]
    assert titles("undated=1") == ["New", "Old"]


@pytest.mark.parametrize("order", ["", "order=oldest&"])
def test_paging_by_key_shows_every_event_once_there_and_back(order: str) -> None:
    for n in range(2 * PAGE_SIZE + 7):
        dated = f"2022-{n % 12 + 1:02}" if n % 9 else ""
        make.event(f"Event {n}", dated, note="x", reported=date(2022, 1, 1 + n % 28))
    there = [answer(read_filter(QueryDict(order))).page]
    while there[-1].before:
        there.append(answer(read_filter(QueryDict(f"{order}before={there[-1].before}"))).page)
    ids = [pk for page in there for pk in page.ids]
    assert len(ids) == len(set(ids)) == 2 * PAGE_SIZE + 7
    back = answer(read_filter(QueryDict(f"{order}after={there[2].after}"))).page
    assert (back.ids, bool(back.after)) == (there[1].ids, True)
    first = answer(read_filter(QueryDict(f"{order}after={back.after}"))).page
    assert (first.ids, first.after) == (there[0].ids, None)


def test_events_whose_kind_was_not_decided_can_be_asked_for() -> None:
    make.event("Coded", "2022-01-01", "AID", note="x")
    make.event("Uncoded", "2022-01-02", note="x")
    assert titles("type=none") == ["Uncoded"]
    assert titles("type=NONE&type=aid") == ["Uncoded", "Coded"]
    assert answer(read_filter(QueryDict("type=AID"))).counts.types == {"": 1, "AID": 1}


def scattered(seed: int) -> None:
    """Events at random, with claims, so that the counts have something to get wrong."""
    rng = random.Random(seed)
    russia = make.actor("russia", "Russia")
    ministry = make.actor("ministry", "Ministry", belongs_to=russia)
    actors = [russia, ministry, make.actor("minister", "Minister", belongs_to=ministry)]
    actors += [make.actor(f"actor-{n}", f"Actor {n}") for n in range(3)]
    articles = [
        make.article(
            make.source(f"Outlet {n % 3}"),
            f"Sentence one of {n}. Sentence two of {n}.",
            published_edtf=f"2022-0{n + 3}-15",
        )
        for n in range(6)
    ]
    for n in range(30):
        dated = rng.choice(["", "2022-03-04", "2022-03", "2021", "2022-02/2022-04"])
        event = make.event(f"Thing {n}", dated, rng.choice(["", *list(EventType)[:4]]))
        for actor in rng.sample(actors, rng.randint(0, 3)):
            make.part(event, actor, rng.choice(list(Role)))
        for article in rng.sample(articles, rng.randint(1, 3)):
            who = rng.choice([None, *actors])
            make.claim(
                event,
                article,
                article.text[:12],
                standing=rng.choice(list(Standing)).value,
                attribution_actor=who,
                attribution_text=rng.choice(["somebody", ""]) if who is None else who.name,
            )
        make.settle(event)
        event.reviewed = rng.random() < 0.3
        event.has_conflict = rng.random() < 0.3
        event.save()


BASES = [
    "",
    "from=2022",
    "actor=russia",
    "type=AGREE&standing=denied",
    "source=outlet-1&says=russia",
    "known=2022-06&standing=denied&says=russia",
    "known=2022-06&source=outlet-1",
    "by=russia",
    "by=russia&towards=actor-1",
]


@pytest.mark.parametrize("base", BASES)
def test_every_count_is_what_choosing_the_value_would_show(base: str) -> None:
    scattered(7)
    chosen = read_filter(QueryDict(base))
    counts = answer(chosen).counts

    def shown(name: str, value: str, together: bool) -> int:
        query = QueryDict(base, mutable=True)
        if not together:
            query.setlist(name, [])
        query.appendlist(name, value)
        return narrow(Event.objects.sourced(), read_filter(query)).count()

    assert counts.actors.rows and counts.sources.rows
    for key, _, n in counts.actors.rows:
        assert n == shown("actor", key, together=True), key
    for name, listed in (("by", counts.acting.rows), ("towards", counts.receiving.rows)):
        for key, _, n in listed:
            assert n == shown(name, key, together=True), (name, key)
    for key, _, n in counts.speakers.rows:
        assert n == shown("says", key or "~article", together=False), key
    for slug, _, n in counts.sources.rows:
        assert n == shown("source", slug, together=False), slug
    for standing, n in counts.standings.items():
        assert n == shown("standing", standing, together=False), standing
    for kind, n in counts.types.items():
        assert n == shown("type", kind or "none", together=False), kind
    for evidence, n in counts.evidence.items():
        assert n == shown("evidence", evidence, together=True), evidence


@pytest.mark.parametrize("base", BASES)
def test_totals_are_those_of_the_events_shown(base: str) -> None:
    scattered(8)
    chosen = read_filter(QueryDict(base))
    found = answer(chosen)
    events = Event.objects.filter(pk__in=found.page.ids)
    assert found.total == len(found.page.ids)
    told = [c for e in events for k in e.claims.all() for c in k.citations.all()]
    known = [c for c in told if not chosen.known or c.article.published_latest <= chosen.known_by]
    assert found.coverage.then.claims == len({citation.claim_id for citation in known})
    assert found.coverage.then.articles == len({citation.article_id for citation in known})
