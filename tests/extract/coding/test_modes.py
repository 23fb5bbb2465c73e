"""The mode by the weapon, by what is demanded or threatened, and by who acts."""

import pytest

from timeline.extract.coding import code_event
from timeline.extract.coding.modes import mode_table, read_modes
from timeline.records import Span
from timeline.vocabulary import MODES

HEAD = "type,mode,words"


def mode_of(sentence: str) -> tuple[str, str | None] | None:
    whole = Span(0, len(sentence))
    coding = code_event(sentence, whole, whole, ())
    return (coding.type.value, coding.mode) if coding else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Government drones hit the depot at dawn.", ("ASSAULT", "drone")),
        ("Two warplanes struck the bridge.", ("ASSAULT", "aerial")),
        ("Rebels attacked the fort with mortars.", ("ASSAULT", "heavy-weapons")),
        ("Gunmen attacked a clinic in Gao.", ("ASSAULT", "firearms")),
        ("Rebels attacked the fort.", ("ASSAULT", None)),
        ("Caracas threatened to annex the region.", ("THREATEN", "territory")),
        ("Ankara threatened to close the strait.", ("THREATEN", "restrict")),
        ("Berlin threatened Minsk with sanctions.", ("THREATEN", "relations")),
        ("The governor appealed to Paris for tanks.", ("REQUEST", "assist")),
        ("Accra demanded that Lomé hand back the fort.", ("REQUEST", "yield")),
        ("Bern rejected a request for ammunition.", ("REJECT", "assist")),
        ("Chad dismissed calls for a new vote.", ("REJECT", "change")),
        # A crowd that sets fires riots.
        ("Rioters set fire to the town hall.", ("PROTEST", "riot")),
        ("Troops shot at protesters in the square.", ("ASSAULT", "firearms")),
    ],
)
def test_words_beside_the_trigger_give_the_mode(
    sentence: str, expected: tuple[str, str | None]
) -> None:
    assert mode_of(sentence) == expected


def test_every_mode_of_the_table_belongs_to_its_type() -> None:
    assert all(row.mode in MODES[type_] for type_, rows in mode_table().items() for row in rows)


@pytest.mark.parametrize("row", ["ASSAULT,visit,tank", "ASSAULT,drone,", "NOTHING,drone,tank"])
def test_a_row_without_words_or_with_a_strange_mode_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match=r"line 2|NOTHING"):
        read_modes([HEAD, row])
