"""What an undated article tells about when it appeared."""

import pytest

from timeline.extract.pipeline import World, build_world, extract
from timeline.records import (
    ActorRecord,
    AliasRecord,
    AnchorRecord,
    Document,
    Knowledge,
    Metadata,
    OfficeRecord,
)
from timeline.vocabulary import ActorKind, AliasKind, PublishedBasis

KNOWLEDGE = Knowledge(
    actors=(
        ActorRecord(
            "ruritania",
            "Ruritania",
            ActorKind.COUNTRY,
            iso3="RUR",
            aliases=(AliasRecord("Ruritanian", AliasKind.ADJECTIVE),),
        ),
        ActorRecord("zubrowka", "Zubrowka", ActorKind.COUNTRY, iso3="ZUB"),
        ActorRecord("anna-hentzau", "Anna Hentzau", ActorKind.PERSON, belongs_to="ruritania"),
    ),
    offices=(OfficeRecord("anna-hentzau", "President", "ruritania", "2018-05-01", "2023-05-01"),),
    anchors=(
        AnchorRecord(
            "ruritania-invades-zubrowka",
            "Ruritania invades Zubrowka",
            "2021-03-10",
            ("ruritania", "zubrowka"),
            (("invad", "invasion"),),
            "Almanac",
        ),
    ),
)


@pytest.fixture(scope="module")
def world() -> World:
    return build_world(KNOWLEDGE)


def published(world: World, body: str, path: str = "story.txt", **told: object):
    text = (
        "Troops still in the valley\n\n"
        "Villagers in the valley said that the soldiers had taken their horses and their grain. "
        f"{body} The harvest has been poor and the roads are closed, officials in the town said.\n"
    )
    metadata = Metadata(**told)  # type: ignore[arg-type]
    return extract(Document(path, "0" * 64, "utf-8", text, metadata), world).published


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "On 10 March this year Ruritania invaded Zubrowka from the north.",
            "2021-03-10/2021-12-31",
        ),
        # A source that errs by a day still tells the year.
        (
            "On 11 March this year Ruritania invaded Zubrowka from the north.",
            "2021-03-10/2021-12-31",
        ),
        (
            "On 10 March Ruritania invaded Zubrowka from the north.",
            "2021-03-10/2022-03-09",
        ),
        ("In March last year Ruritania invaded Zubrowka.", "2022-01-01/2022-12-31"),
        (
            "On 10 March this year Ruritania invaded Zubrowka. "
            "It has been more than six months since the war began.",
            "2021-09-10/2021-12-31",
        ),
        (
            "The valley marked two years since Ruritania invaded Zubrowka.",
            "2023-03-10/2024-03-09",
        ),
        # Told as past in the same year: in the year before it would be told with its year.
        (
            "On 10 March this year Ruritania invaded Zubrowka. The bridge fell on 30 August.",
            "2021-08-30/2021-12-31",
        ),
        # It may be of the year before.
        (
            "On 10 March this year Ruritania invaded Zubrowka. The bridge fell on 30 November.",
            "2021-03-10/2021-12-31",
        ),
        (
            "On 10 March this year Ruritania invaded Zubrowka. The bridge will open on 30 August.",
            "2021-03-10/2021-12-31",
        ),
        # A day that comes back every year tells nothing of the year, only that it is past.
        ("On 10 March they marked the day Ruritania invaded Zubrowka.", "2021-03-10/.."),
        # "last year" beside another verb.
        ("Trade grew last year though Ruritania invaded Zubrowka.", None),
        # No date, only the knowledge that it has happened.
        ("Ruritania has invaded Zubrowka and will not leave.", "2021-03-10/.."),
        # Another month is another event.
        ("In July Ruritania invaded the airspace of Zubrowka.", None),
        # A term of office bounds both sides.
        ("Ruritanian President Anna Hentzau opened a bridge.", "2018-05-01/2023-05-31"),
        ("Former President Anna Hentzau opened a bridge.", None),
        ("A bridge was opened on 4 May 2019 in the town.", "2019-05-04/.."),
        # How long after another event something happened tells nothing of today.
        ("The mill burnt down two years after Ruritania invaded Zubrowka.", "2021-03-10/.."),
        # A deadline is not a date told as past.
        ("The bridge will be ready by 2035, they say.", None),
        ("The order comes into force on 1 June 2035.", None),
        ("The bridge was opened by the mayor.", None),
    ],
)
def test_publication_is_bounded_by_what_the_text_knows(
    world: World, body: str, expected: str | None
) -> None:
    found = published(world, body)
    assert found.edtf == expected
    assert found.basis == (PublishedBasis.INFERRED if expected else PublishedBasis.UNKNOWN)


def test_the_reason_names_the_words_and_the_known_event(world: World) -> None:
    reason = published(
        world, "On 10 March this year Ruritania invaded Zubrowka from the north."
    ).reason
    assert "this year" in reason
    assert "10 March 2021" in reason
    assert "Almanac" in reason


def test_surer_evidence_wins_over_what_contradicts_it(world: World) -> None:
    body = (
        "On 10 March this year Ruritania invaded Zubrowka. "
        "The first bridge was built on 4 May 2024, says a plaque with an error."
    )
    assert published(world, body).edtf == "2021-03-10/2021-12-31"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2021-04-02_valley.txt", "2021-04-02"),
        ("scrape/20210402.txt", "2021-04-02"),
        ("004_20210402a9f.txt", None),
        ("valley_2021-13-45.txt", None),
        ("003_8aed0947999a78be.txt", None),
    ],
)
def test_a_day_in_the_file_name_is_believed_when_it_stands_alone(
    world: World, path: str, expected: str | None
) -> None:
    found = published(world, "The mayor spoke.", path=path)
    assert found.edtf == expected
    if expected:
        assert found.basis == PublishedBasis.FILENAME


def test_what_was_told_wins_over_everything(world: World) -> None:
    found = published(
        world,
        "On 10 March this year Ruritania invaded Zubrowka.",
        path="2021-04-02.txt",
        published="2021-05-06",
        published_basis=PublishedBasis.MANIFEST,
    )
    assert (found.edtf, found.basis) == ("2021-05-06", PublishedBasis.MANIFEST)


def test_a_day_in_the_address_is_believed(world: World) -> None:
    found = published(world, "The mayor spoke.", url="https://post.example/2021/04/02/valley")
    assert (found.edtf, found.basis) == ("2021-04-02", PublishedBasis.PAGE)
