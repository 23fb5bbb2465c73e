"""Which claim's type answers for the two parties that a gold sentence marks."""

from hashlib import sha256

import pytest

from timeline.evaluate.answers import type_of_pair
from timeline.extract.pipeline import World, build_world, extract
from timeline.knowledge.loader import load_knowledge
from timeline.records import Document, Metadata

TEXT = "Ghana praised the coast guard of Benin, and Togo expelled two diplomats of Niger on Monday."


@pytest.fixture(scope="module")
def world() -> World:
    return build_world(load_knowledge())


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [("Ghana", "Benin", "SUPPORT"), ("Togo", "Niger", "SANCTION")],
)
def test_the_claim_that_holds_the_marked_pair_answers(
    world: World, source: str, target: str, expected: str
) -> None:
    assert answer(world, TEXT, source, target, (expected,)) == expected


def test_a_type_that_older_gold_lacks_goes_by_its_older_name(world: World) -> None:
    text = "The generals of Chad released nine fishermen from Niger on Sunday."
    assert answer(world, text, "Chad", "Niger", ("YIELD",)) == "YIELD"
    assert answer(world, text, "Chad", "Niger", ("RETREAT",)) == "RETREAT"


def answer(
    world: World, text: str, source: str, target: str, labels: tuple[str, ...]
) -> str | None:
    marked = text.replace(source, f"<s>{source}</s>").replace(target, f"<t>{target}</t>")
    document = Document(
        path="gold.txt",
        sha256=sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        text=text,
        metadata=Metadata(),
    )
    return type_of_pair(extract(document, world), marked, labels)
