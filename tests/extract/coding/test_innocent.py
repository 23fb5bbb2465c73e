"""Words of conflict that tell none where they stand, and weapons that are goods."""

import pytest

from timeline.extract.coding import code_event
from timeline.extract.coding.innocent import read_innocent
from timeline.records import Span


def type_of(sentence: str) -> str | None:
    coding = code_event(sentence, Span(0, len(sentence)), Span(0, len(sentence)), ())
    return coding.type.value if coding else None


@pytest.mark.parametrize(
    "sentence",
    [
        "A strong earthquake struck the south of Chile.",
        "The typhoon killed nine people on the island.",
        "Gales will hit the north of Scotland tonight.",
        "A mining disaster in Wales killed sixty men.",
        "The flu has killed three hundred people in Peru.",
        "A fire killed six workers in a shoe factory.",
        "The coast of Ghana was hit by heavy floods.",
        "Copper exports hit a record in May.",
        "Inflation hit 40 percent in spring.",
        "The speech struck a chord with farmers.",
        "The minister got her first shot of the new vaccine.",
        "Bread prices shot up in Tunis.",
        "The documentary was shot in Senegal.",
        "The painter captured the mood of the city.",
        "Norway beat Wales in the final.",
        "The bank raised its rate to fight inflation.",
        "The old king died of a heart attack in Fez.",
        "The two presidents broke the ice in Bern.",
    ],
)
def test_that_a_harmless_use_of_a_harsh_word_is_no_conflict(sentence: str) -> None:
    assert type_of(sentence) in (None, "AGREE")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Oman is preparing to buy mortars and artillery shells from Serbia.", "COOPERATE"),
        ("Denmark has sent howitzers and artillery shells to Kyiv.", "AID"),
        ("Norway gave the island three attack helicopters.", "AID"),
        ("The navy received twelve attack drones from Ankara.", "COOPERATE"),
        ("Dockers in Le Havre are on strike over pay.", "PROTEST"),
        ("A rail strike brought Belgium to a standstill.", "PROTEST"),
        ("Togo and Benin struck a deal on the river.", "SUPPORT"),
        ("Officers removed the president from power.", "COERCE"),
        ("Gabon released the captured pilot.", "RETREAT"),
        ("The senator attacked the policy of the ministry.", "ACCUSE"),
        ("The firm stopped buying Iranian oil.", "SANCTION"),
    ],
)
def test_the_verb_governs_the_weapon(sentence: str, expected: str) -> None:
    assert type_of(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The army shells the village every night.",
        "Rebels struck the barracks at dawn.",
        "Gunmen killed two guards after the earthquake.",
        "Police shot two students.",
        "Mortar fire hit the market.",
    ],
)
def test_that_an_attack_stays_an_attack(sentence: str) -> None:
    assert type_of(sentence) == "ASSAULT"


@pytest.mark.parametrize("row", ["verb,hit,,,", "other,hit,storm,,", "verb,,storm,,"])
def test_a_row_that_says_nothing_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        read_innocent(["kind,trigger,before,after,next", row])
