"""The table of what Citus would refuse is that of the models as they are."""

import pytest

from docs.citus.make import PLAN, TABLES, refused, tables, written
from timeline.models import Article, Citation, Claim, Event, MergeProposal, Participation, Source


def test_every_table_has_its_place() -> None:
    assert {model.__name__ for model in tables()} == PLAN.keys()


def test_the_table_is_made_from_the_models_as_they_are() -> None:
    assert TABLES.read_text() == written(), "python -m docs.citus.make"


@pytest.mark.parametrize(
    ("model", "trouble"),
    [
        (Event, ["key (sort_key): unique only together with `id`"]),
        # Of its event, and of an actor that every node has.
        (Participation, ["key (id): unique only together with `event_id`"]),
        (Claim, ["key (id): unique only together with `event_id`"]),
        (
            MergeProposal,
            [
                "key (id): unique only together with `event_id`",
                "`other_id` → Event: no foreign key, that may be on another node",
            ],
        ),
        (
            Citation,
            [
                "key (id): unique only together with `event_id`",
                "key (claim_id, article_id, start, end): unique only together with `event_id`",
                "`claim_id` → Claim: a key of two columns, with `event_id`",
                "`article_id` → Article: no foreign key, that is distributed by article",
            ],
        ),
        (Article, ["key (source_id, sha256): unique only together with `id`"]),
        (Source, []),
    ],
)
def test_keys_that_cross_nodes_are_named(model: type, trouble: list[str]) -> None:
    assert list(refused(model)) == trouble
