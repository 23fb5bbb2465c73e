"""Articles that are linked and stored together go in each whole or not at all."""

import re
from pathlib import Path
from random import Random

import pytest
from django.db import DatabaseError

from tests.ingest.articles import GRAIN, GRAIN_AGAIN, QUAKE, write
from tests.ingest.rows import all_rows
from timeline.ingest import Options, ingest, plan, taking
from timeline.ingest.verify import find_violations
from timeline.link import prepared
from timeline.models import Article, Claim, Event, MergeProposal

pytestmark = pytest.mark.django_db

OUTLETS = {
    "courier": """Ferry Marsvin aground off Lygra

The ferry Marsvin ran aground off Lygra on 7 May 2023 with ninety people on board. \
The Marsvin hit a rock near Lygra and took in water, said its captain Tove Aune. \
Aune and her crew brought all passengers to Lygra.
""",
    "post": """Ninety leave ferry off Lygra

Ninety people left the ferry Marsvin in boats after it hit a rock off Lygra on 7 May 2023. \
Captain Tove Aune said that the Marsvin took in water within minutes. \
A tug from Lygra is on its way to the Marsvin.
""",
    "herald": """Marsvin hits rock near Lygra

The ferry Marsvin hit a rock near Lygra with ninety people on board on 7 May 2023. \
The captain of the Marsvin, Tove Aune, called for help at once. \
Fishermen from Lygra took the passengers of the Marsvin ashore.
""",
    "gazette": """Captain of the Marsvin called for help

The ferry Marsvin with ninety people on board ran on a rock off Lygra on 7 May 2023. \
Water came into the Marsvin near Lygra, captain Tove Aune said. \
Nobody on the Marsvin was hurt, said Aune.
""",
}


def take_in(*paths: Path, **options):
    return ingest(Options(paths=[str(path) for path in paths], **options))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "news", **OUTLETS, grain=GRAIN, grain_again=GRAIN_AGAIN, quake=QUAKE)


def grounding() -> Event:
    return Event.objects.get(claims__text__startswith="The ferry Marsvin ran aground")


def told() -> set[frozenset[str]]:
    """The passages of each event."""
    return {
        frozenset(c.quote for claim in event.claims.all() for c in claim.citations.all())
        for event in Event.objects.all()
    }


def others_in_core() -> set[str]:
    """How many other openings claims were told to agree with: 14 within OUTLETS."""
    reasons = " ".join(Claim.objects.values_list("link_reason", flat=True))
    return set(re.findall(r"with (\d+) openings", reasons))


def forget_events() -> None:
    Claim.objects.all().delete()
    Event.objects.all().delete()


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch):
    """Storing fails for one file when all of it is written but not yet kept."""

    store, store_new = taking.store, taking.store_new

    def set_up(name: str) -> None:
        def check(found) -> None:
            if found.document.path.endswith(name):
                raise DatabaseError("no room")

        def failing(found, known, share=None):
            counts = store(found, known, share)
            check(found)
            return counts

        def failing_new(articles):
            counts = store_new(articles)
            for found, _ in articles:
                check(found)
            return counts

        monkeypatch.setattr(taking, "store", failing)
        monkeypatch.setattr(taking, "store_new", failing_new)

    yield set_up
    monkeypatch.undo()


def test_several_outlets_on_one_thing_are_one_event_with_reasons(folder: Path) -> None:
    take_in(folder)
    event = grounding()
    assert event.article_count == 4
    claims = list(event.claims.order_by("pk"))
    assert claims[0].link_reason == ""
    assert all(claim.link_reason for claim in claims[1:])
    assert any("on average with" in claim.link_reason for claim in claims)


@pytest.mark.parametrize("together", [1, 3, 128])
def test_what_is_stored_is_sound_whatever_the_size_of_the_groups(
    folder: Path, together: int
) -> None:
    report = take_in(folder, together=together)
    assert (report.counts.new, report.counts.failed) == (7, 0)
    assert report.counts.claims == Claim.objects.count()
    assert report.counts.events == Event.objects.count()
    assert list(find_violations()) == []
    before = all_rows()
    assert take_in(folder, together=together).counts.unchanged == 7
    assert all_rows() == before


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_the_files_changes_no_event(tmp_path: Path, seed: int) -> None:
    texts = [*OUTLETS.values(), GRAIN, GRAIN_AGAIN, QUAKE]
    take_in(write(tmp_path / "one", **{f"a{n}": text for n, text in enumerate(texts)}))
    one = told()
    forget_events()
    Article.objects.all().delete()
    Random(seed).shuffle(texts)
    take_in(write(tmp_path / "two", **{f"a{n}": text for n, text in enumerate(texts)}))
    assert told() == one


@pytest.mark.parametrize("name", ["courier.txt", "herald.txt"])
def test_an_article_that_fails_in_a_group_stops_no_other_and_joins_later(
    folder: Path, fails, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    fails(name)
    report = take_in(folder)
    assert (report.counts.new, report.counts.failed) == (6, 1)
    assert list(find_violations()) == []
    assert Event.objects.filter(article_count=3).count() == 1
    assert not Event.objects.filter(title="(being written)").exists()
    monkeypatch.undo()
    assert take_in(folder).counts.new == 1
    assert Event.objects.filter(article_count=4).count() == 1
    assert list(find_violations()) == []


def test_after_a_failed_article_nothing_joins_the_event_that_got_its_id(
    tmp_path: Path, fails
) -> None:
    write(folder := tmp_path / "news", a=OUTLETS["courier"], b="Nothing\n", c=QUAKE)
    write(folder, d=OUTLETS["herald"], e=OUTLETS["post"], f=OUTLETS["gazette"])
    fails("a.txt")
    assert take_in(folder).counts.failed == 1
    quake = Event.objects.get(claims__text__startswith="A strong earthquake")
    assert quake.article_count == 1
    assert Event.objects.filter(article_count=3).count() == 1


def test_an_interrupt_in_a_group_keeps_what_is_stored_and_the_next_run_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "SLICE", 3)
    done: list[str] = []

    def interrupt(path: str) -> None:
        done.append(path)
        if len(done) == 3:
            raise KeyboardInterrupt

    report = ingest(Options(paths=[str(folder)]), progress=interrupt)
    assert report.interrupted
    assert report.counts.new == Article.objects.count() == 3
    assert list(find_violations()) == []
    assert take_in(folder).counts.new == 4
    assert grounding().article_count == 4
    assert list(find_violations()) == []


def test_the_same_bytes_twice_in_a_group_are_one_article(folder: Path) -> None:
    write(folder, courier_again=OUTLETS["courier"], grain_copy=GRAIN)
    report = take_in(folder)
    assert (report.counts.new, report.counts.unchanged) == (7, 2)
    assert grounding().article_count == 4
    assert others_in_core() == {"14"}


def test_versions_of_one_page_in_a_group_are_one_voice(folder: Path) -> None:
    write(folder, courier_later=OUTLETS["courier"].replace("ninety", "ninety-one"))
    rows = "path,url\ncourier.txt,https://x.example/a\ncourier_later.txt,https://x.example/a\n"
    (folder / "manifest.csv").write_text(rows)
    report = take_in(folder)
    assert (report.counts.new, report.counts.updated) == (7, 1)
    assert others_in_core() == {"14"}


def test_an_article_on_which_planning_fails_is_linked_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = prepared.claim_records

    def failing(extraction, drafts, article):
        if extraction.document.path.endswith("courier.txt"):
            raise ValueError("no such year")
        return read(extraction, drafts, article)

    monkeypatch.setattr(prepared, "claim_records", failing)
    assert take_in(folder).counts.new == 7
    assert Event.objects.filter(article_count=3).count() == 1


@pytest.mark.parametrize("error", [ValueError, DatabaseError])
def test_articles_of_a_group_whose_planning_fails_are_linked_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def failing(articles, events):
        raise error("no such year")

    monkeypatch.setattr(plan, "assign_group", failing)
    assert take_in(folder).counts.new == 7


def test_a_copy_of_a_file_that_fails_goes_in_instead(folder: Path, fails) -> None:
    write(folder, courier_again=OUTLETS["courier"])
    fails("courier.txt")
    report = take_in(folder)
    assert (report.counts.new, report.counts.failed) == (7, 1)
    assert grounding().article_count == 4


def test_wire_copy_within_a_group_is_one_claim_with_two_citations(tmp_path: Path) -> None:
    folder = write(tmp_path / "news", courier=GRAIN, post=GRAIN)
    rows = "path,source\ncourier.txt,Courier\npost.txt,Post\n"
    (folder / "manifest.csv").write_text(rows)
    report = take_in(folder)
    assert report.counts.new == 2
    assert all(claim.citations.count() == 2 for claim in Claim.objects.all())
    assert Article.objects.values("origin").distinct().count() == 1


def test_a_curated_event_takes_a_group_in_and_stays_as_it_was_decided(folder: Path) -> None:
    take_in(folder / "courier.txt")
    event = grounding()
    event.title = "The Lygra grounding"
    event.mark_curated(["title"])
    event.save()
    take_in(folder)
    event.refresh_from_db()
    assert event.title == "The Lygra grounding"
    assert event.article_count == 4


def test_two_stored_events_that_a_curator_parted_are_not_joined_by_a_group(folder: Path) -> None:
    take_in(folder / "courier.txt", folder / "post.txt")
    event = grounding()
    apart = Event.objects.create(title="The boats")
    for claim in event.claims.filter(citations__article__path__endswith="post.txt"):
        claim.event = apart
        claim.mark_curated(["event"])
        claim.save()
    held = {claim.pk: claim.event_id for claim in Claim.objects.all()}
    take_in(folder)
    assert {pk: Claim.objects.get(pk=pk).event_id for pk in held} == held


def test_a_planned_event_that_is_gone_when_its_claims_come_is_made_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(folder / "courier.txt")
    first = grounding().pk
    store_new = taking.store_new

    def after_removal(extractions):
        if Event.objects.filter(pk=first).exists():
            forget_events()
        return store_new(extractions)

    monkeypatch.setattr(taking, "store_new", after_removal)
    report = take_in(*(folder / f"{name}.txt" for name in ("post", "herald", "gazette")))
    assert report.counts.failed == 0
    assert Event.objects.filter(article_count=3).count() == 1
    assert list(find_violations()) == []


def test_a_dry_run_tells_of_a_group_what_a_run_does(folder: Path) -> None:
    told_before = take_in(folder, dry_run=True).counts
    assert not Event.objects.exists()
    assert take_in(folder).counts == told_before


def test_doubt_between_two_articles_of_a_group_is_put_up_for_review(tmp_path: Path) -> None:
    sentence = "Russian shells hit the market in the old town of Kherson on {} November 2022."
    text = f"Shelling\n\n{sentence}\n"
    take_in(write(tmp_path / "news", one=text.format(21), two=text.format(22)))
    assert Event.objects.count() == 2
    proposal = MergeProposal.objects.get()
    assert {proposal.event_id, proposal.other_id} == set(Event.objects.values_list("pk", flat=True))
    assert "both speak of" in proposal.reason
