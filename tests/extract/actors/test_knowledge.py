"""The same with the knowledge the project ships."""

import pytest

from tests.extract.actors.world import whole
from tests.timing import quickest
from timeline.extract.actors import build_gazetteer, find_mentions
from timeline.knowledge.loader import load_ambiguous, load_bodies, load_knowledge

GAZETTEER = build_gazetteer(load_knowledge(), load_bodies())


def named(text):
    return [(m.name, m.iso3) for m in find_mentions(text, whole(text), GAZETTEER)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia’s Defense Ministry denied what U.S. intelligence had found.",
            [("Russian Ministry of Defence", "RUS"), ("United States intelligence", "USA")],
        ),
        (
            "The Biden administration briefed The New York Times and NATO.",
            [("Biden administration", "USA"), ("The New York Times", "USA"), ("NATO", None)],
        ),
        ("Pyongyang warned Seoul.", [("North Korea", "PRK"), ("South Korea", "KOR")]),
        (
            "Olaf Scholz flew to Kyiv. Scholz praised Zelensky.",
            [
                ("Olaf Scholz", "DEU"),
                ("Ukraine", "UKR"),
                ("Olaf Scholz", "DEU"),
                ("Volodymyr Zelensky", "UKR"),
            ],
        ),
        ("The Washington Post lives in Washington state, near Seattle.",
         [("The Washington Post", "USA")]),
    ],
)  # fmt: skip
def test_the_shipped_knowledge_reads_news(text, expected):
    assert named(text) == expected


def test_every_country_is_found_by_its_name():
    missed = []
    for actor in load_knowledge().actors:
        if actor.kind == "country" and actor.iso3:
            sentence = f"Envoys of {actor.name} signed it."
            found = [m.iso3 for m in find_mentions(sentence, whole(sentence), GAZETTEER)]
            if found != [actor.iso3]:
                missed.append(actor.name)
    # a state of the US too, and what the knowledge lists as doubtful: undecided without a clue
    assert set(missed) <= {"Georgia", *load_ambiguous()}


def test_an_article_takes_about_a_millisecond():
    text = (
        "Russia and Ukraine traded fire near Donetsk on Monday, the Ukrainian military said. "
        "Moscow blamed Kyiv, and the United Nations called for calm as France and Germany "
        "offered to host talks that Washington and Beijing would join. "
    ) * 10
    sentences = whole(text)
    find_mentions(text, sentences, GAZETTEER)
    assert quickest(lambda: find_mentions(text, sentences, GAZETTEER), 0.02) < 0.02
