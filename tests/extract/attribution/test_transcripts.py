"""Conversations printed with the speaker before each turn."""

from tests.extract.attribution.looking import found_in, parts

TALK = (
    "RUIZ: Who pays for the bridge? Nobody told me.\n\nMAYOR: The city pays. It has the money.\n\n"
    "RUIZ: The city has debts.\n\nMAYOR: It has had them since May.\n"
)


def test_each_turn_is_its_speakers() -> None:
    found = [item for item in found_in(TALK) if "turn" in item.reason]
    assert [item.text for item in found] == ["RUIZ", "MAYOR", "RUIZ", "MAYOR"]
    assert parts(TALK, found[1]) == ["The city pays. It has the money."]


def test_headings_and_datelines_are_no_speakers() -> None:
    text = (
        "LIMA: The port has opened.\n\nQUITO: The road is shut.\n\nOSLO: Rain fell.\n\n"
        "BERN: Snow fell."
    )
    assert not [item for item in found_in(text) if "turn" in item.reason]
    assert not [item for item in found_in("LIMA: The port has opened.") if "turn" in item.reason]


def test_the_answers_of_an_interview_are_those_of_whoever_is_named_before_them() -> None:
    text = (
        "Were you surprised? Ortega: Not by the vote. Few went to the polls.\n\n"
        "Did it help? Ortega: I believe it did.\n\nWhat comes next? Ortega: The zones open in May."
    )
    found = [item for item in found_in(text) if "turn" in item.reason]
    assert [item.text for item in found] == ["Ortega"] * 3
    assert parts(text, found[0]) == ["Not by the vote. Few went to the polls."]


def test_a_name_before_one_colon_makes_no_interview() -> None:
    text = "Ortega: The zones open.\n\nNote: It rains.\n\nRuiz: The road is shut."
    assert not [item for item in found_in(text) if "turn" in item.reason]
