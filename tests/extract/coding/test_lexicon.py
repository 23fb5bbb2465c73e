"""The event lexicon loads, is sound, and refuses rows it cannot read."""

import pytest

from timeline.extract.coding.lexicon import LexiconError, lexicon, read_lexicon
from timeline.vocabulary import MODES, EventType

HEAD = "kind,trigger,particle,object,type,mode,confidence"


def test_every_type_has_words_and_every_mode_belongs_to_its_type() -> None:
    rows = [row for rows in lexicon().values() for row in rows]
    assert {row.type for row in rows} == set(EventType)
    assert all(row.mode is None or row.mode in MODES[row.type] for row in rows)


def test_verbs_are_found_by_all_their_forms() -> None:
    table = read_lexicon([HEAD, "verb,ban mobilise,,,COERCE,restrict,0.8"])
    assert {"ban", "bans", "banned", "banning", "mobilised", "mobilized"} <= set(table)


def test_the_most_demanding_row_of_a_form_comes_first() -> None:
    table = read_lexicon([HEAD, "verb,lift,,,CONCEDE,,0.7", "verb,lift,,sanction*,CONCEDE,,0.9"])
    assert [row.confidence for row in table["lifted"]] == [0.9, 0.7]
    assert table["lifted"][0].beginnings == ("sanction",)


@pytest.mark.parametrize(
    "line",
    [
        "verb,ban,,,NOTHING,,0.8",
        "verb,ban,,,COERCE,visit,0.8",
        "verb,ban,,,COERCE,restrict,7",
        "verb,ban,,,COERCE,restrict,high",
        "phrase,ban,,,COERCE,restrict,0.8",
        "verb,,,,COERCE,restrict,0.8",
    ],
)
def test_a_bad_row_is_named_by_its_line(line: str) -> None:
    with pytest.raises(LexiconError, match="line 2"):
        read_lexicon([HEAD, line])
