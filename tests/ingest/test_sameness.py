"""When two articles make one claim, and when they only look alike."""

from pathlib import Path

import pytest

from tests.ingest.articles import WIRE, write
from timeline.ingest import Options, ingest
from timeline.ingest.verify import find_violations
from timeline.models import Claim, Event

pytestmark = pytest.mark.django_db


def claims_of(tmp_path: Path, one: str, other: str) -> list[Claim]:
    for outlet, sentence in (("Courier", one), ("Post", other)):
        folder = write(tmp_path / outlet, story=f"{sentence} {WIRE}")
        row = f"story.txt,2022-08-10,{outlet}"
        (folder / "manifest.csv").write_text(f"path,published,source\n{row}\n")
        ingest(Options(paths=[str(folder)]))
    assert list(find_violations()) == []
    last_words = WIRE.split(". ")
    return [c for c in Claim.objects.all() if not any(c.text[:30] in w for w in last_words)]


def test_the_same_words_of_wire_copy_are_one_claim_with_two_citations(tmp_path: Path) -> None:
    sentence = "Russia and Ukraine signed an agreement on grain on 22 July 2022."
    (claim,) = claims_of(tmp_path, sentence, sentence)
    assert claim.citations.count() == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Russia accused Ukraine of shelling the nuclear plant at the river.",
            "Ukraine accused Russia of shelling the nuclear plant at the river.",
        ),
        (
            "The attack on the market in the northern town killed 30 people, officials said.",
            "The attack on the market in the northern town killed 300 people, officials said.",
        ),
        (
            "The ministry said the bridge was destroyed by a Russian missile in the night.",
            "The ministry said the bridge was not destroyed by a Russian missile in the night.",
        ),
        (
            "President Emmanuel Macron met the prime minister of Japan in Paris for talks.",
            "President Vladimir Putin met the prime minister of Japan in Paris for talks.",
        ),
        (
            "The bridge in Kherson was destroyed by a missile, Russia said.",
            "The bridge in Kherson was destroyed by a missile, Ukraine said.",
        ),
    ],
)
def test_what_differs_in_sides_figures_negation_or_speaker_is_two_claims(
    tmp_path: Path, one: str, other: str
) -> None:
    claims = claims_of(tmp_path, one, other)
    assert len(claims) == 2
    assert all(claim.citations.count() == 1 for claim in claims)


def test_a_weekday_that_could_not_be_dated_joins_nothing(tmp_path: Path) -> None:
    text = f"Russian missiles hit the port of Odesa on Tuesday, officials said. {WIRE}"
    for outlet in ("Courier", "Post"):
        folder = write(tmp_path / outlet, story=text + f" {outlet} desk.")
        (folder / "manifest.csv").write_text(f"path,source\nstory.txt,{outlet}\n")
        ingest(Options(paths=[str(folder)]))
    assert Claim.objects.filter(text__contains="missiles").count() == 2


def test_dates_learnt_later_part_claims_that_are_far_apart(tmp_path: Path) -> None:
    days = {"Courier": "2022-08-02", "Post": "2022-10-05"}
    text = f"Russian missiles hit the port of Odesa on Tuesday, officials said. {WIRE}"
    for outlet in days:
        folder = write(tmp_path / outlet, story=text + f" {outlet} desk.")
        (folder / "manifest.csv").write_text(f"path,source\nstory.txt,{outlet}\n")
        ingest(Options(paths=[str(folder)]))
    for outlet, day in days.items():
        row = f"story.txt,{outlet},{day}"
        (tmp_path / outlet / "manifest.csv").write_text(f"path,source,published\n{row}\n")
        ingest(Options(paths=[str(tmp_path / outlet)]))
    events = Event.objects.filter(claims__text__contains="missiles").distinct()
    assert sorted(event.date_edtf for event in events) == ["2022-08-02", "2022-10-04"]
    assert not Event.objects.filter(has_conflict=True).exists()
    assert list(find_violations()) == []


def test_events_that_go_on_are_joined_too(tmp_path: Path) -> None:
    sentence = "Since 24 February 2022 Russian warships have blockaded the port of Odesa."
    for name, rest in (("a", "Bread is dear."), ("b", "Ships wait in the roads.")):
        folder = write(tmp_path / name, story=f"{sentence} {rest}")
        ingest(Options(paths=[str(folder)]))
    assert Event.objects.get(date_edtf="2022-02-24/..").article_count == 2
