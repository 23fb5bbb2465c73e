"""Phrases for actors named elsewhere, and the two countries an article is about."""

from functools import lru_cache

import pytest

from timeline.extract.actors import (
    Gazetteer,
    build_gazetteer,
    find_mentions,
    resolve_references,
)
from timeline.extract.sentences import split_sentences
from timeline.knowledge.loader import load_bodies, load_knowledge
from timeline.records import Span


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return build_gazetteer(load_knowledge(), load_bodies())


def meant(text: str) -> dict[str, list[str]]:
    sentences = split_sentences(text, [Span(0, len(text))])
    mentions = find_mentions(text, sentences, gazetteer())
    found = resolve_references(text, sentences, mentions)
    return {reference.text: [m.actor for m in reference.mentions] for reference in found}


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        ("North Korea fired a rocket. Sanctions on the North failed.", "North", ["north-korea"]),
        ("South Korea votes. He said the South's economy grew.", "South", ["south-korea"]),
        (
            "Syria recognised Donetsk and Luhansk. Envoys of the two separatist regions left.",
            "separatist regions",
            ["donetsk", "luhansk"],
        ),
        (
            "Moscow pays the breakaway territories. Abkhazia and South Ossetia lie in the hills.",
            "breakaway territories",
            ["abkhazia", "south-ossetia"],
        ),
        (
            "India lost a patrol. China said India had crossed the line. Delhi was angry at China. "
            "Nepal watched. India and its ally talked of more posts. The two armies met at a tent.",
            "The two armies",
            ["india", "china"],
        ),
    ],
)
def test_a_phrase_means_the_actors_the_article_names(
    text: str, phrase: str, actors: list[str]
) -> None:
    assert sorted(meant(text).get(phrase, [])) == sorted(actors)


@pytest.mark.parametrize(
    "text",
    [
        "Mali votes. Rebels hold the North of the country.",
        "South Korea sailed to the South China Sea.",
        "Kyiv will not give up the separatist regions.",
        "France, Spain and Italy met. Chile watched. The two armies left.",
    ],
)
def test_a_phrase_without_its_actors_stays_open(text: str) -> None:
    assert not {"North", "South", "separatist regions", "The two armies"} & set(meant(text))
