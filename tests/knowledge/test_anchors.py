"""Every anchor is found in a sentence that speaks of it, and not in one that does not."""

import csv
from functools import cache
from pathlib import Path

import pytest

from timeline.extract.actors import Gazetteer, build_gazetteer, find_mentions
from timeline.extract.dates import Reference, find_times
from timeline.extract.published.anchors import AnchorHit, AnchorIndex, find_anchors
from timeline.knowledge.loader import load_bodies, load_knowledge
from timeline.records import Span

with (Path(__file__).parent / "anchor_sentences.csv").open(encoding="utf-8") as lines:
    SENTENCES = {row["key"]: row["sentence"] for row in csv.DictReader(lines)}


@cache
def _gazetteer() -> Gazetteer:
    return build_gazetteer(load_knowledge(), load_bodies())


def _hits(text: str) -> list[AnchorHit]:
    sentences = [Span(0, len(text))]
    mentions = find_mentions(text, sentences, _gazetteer())
    times = find_times(text, sentences, Reference(None))
    return find_anchors(text, sentences, mentions, times, AnchorIndex(load_knowledge().anchors))


def _keys(text: str) -> set[str]:
    return {hit.anchor.key for hit in _hits(text)}


def test_every_anchor_has_a_sentence():
    assert set(SENTENCES) == {anchor.key for anchor in load_knowledge().anchors}


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_an_anchor_is_found_where_a_text_speaks_of_it(key: str):
    assert key in _keys(SENTENCES[key])


def test_the_sentence_of_one_anchor_speaks_of_no_other_year():
    for key, sentence in SENTENCES.items():
        own = next(hit for hit in _hits(sentence) if hit.anchor.key == key)
        for hit in _hits(sentence):
            assert hit.date.year == own.date.year, f"{key}: {hit.anchor.key}"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Russia invaded Ukraine on 24 February this year.", "russia-invades-ukraine-2022"),
        ("Moscow's full-scale invasion of Ukraine goes on.", "russia-invades-ukraine-2022"),
        (
            "In February Putin recognised the Donetsk and Luhansk republics as independent.",
            "donetsk-luhansk-recognised-2022",
        ),
        (
            "On July 13 Pyongyang recognized the independence of Donetsk and Luhansk.",
            "donetsk-luhansk-recognised-by-north-korea-2022",
        ),
        (
            "In May China and Russia vetoed a US-drafted resolution that would have "
            "strengthened sanctions on North Korea.",
            "north-korea-sanctions-veto-2022",
        ),
        ("The United Kingdom voted to leave the EU in June.", "brexit-vote-2016"),
        ("Haiti's earthquake on Jan. 12 killed thousands.", "haiti-earthquake-2010"),
        ("Haiti's earthquake on Aug. 14 killed thousands.", "haiti-earthquake-2021"),
    ],
)
def test_other_words_for_a_well_known_event(text: str, key: str):
    assert key in _keys(text)


@pytest.mark.parametrize(
    "text",
    [
        # A date that has become the event's name tells no year.
        "Israel has changed since the Oct. 7 attack by Hamas.",
        "The Sept. 11 attacks changed how the United States sees the world.",
        "Officials spoke of the July 15 coup attempt in Turkey.",
        # The event is only planned, feared or wished for.
        "Russia could invade Ukraine within weeks, the White House said.",
        "North Korea may carry out its seventh nuclear test.",
        "North Korea is preparing for its sixth nuclear test, Seoul said.",
        "Syria's rebels want to topple Bashar Assad.",
        "The United States threatened to leave the nuclear deal with Iran.",
        # Another event of the same kind, or another actor.
        "Russia invaded Crimea and then held a vote.",
        "Soviet troops invaded Afghanistan, and the United States armed the rebels.",
        "Rebels declared the independence of Donetsk and Luhansk, and Ukraine sent its army.",
        "Turkey was struck by an earthquake on Oct. 30.",
        "Mali's soldiers seized power in November.",
        "Kim Jong Un and Donald Trump exchanged letters.",
        "Russia vetoed a resolution on Syria.",
        "Britain left the EU's single market in the morning.",
        "After the death of his father, Kim Jong Il spoke little.",
        "Osama bin Laden may have been killed, officials in Washington said.",
        "China and Russia spoke of sanctions on North Korea.",
        "Israel and Hezbollah fought in July.",
        "Trade between the United States and Iran fell last year.",
        # The sentence gives another year itself.
        "In February 2014 Russia invaded Ukraine's south.",
        "Haiti's earthquake in January 1842 is forgotten.",
    ],
)
def test_sentences_that_speak_of_no_anchor(text: str):
    assert _keys(text) == set()
