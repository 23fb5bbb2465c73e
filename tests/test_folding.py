"""Text as it is compared: folding is the same for a whole text and for its pieces."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Recep Tayyip ERDOĞAN", "recep tayyip erdogan"),
        ("São  Tomé\nand Príncipe", "sao tome and principe"),
        ("e\u0301tat", "etat"),
        ("Straße", "strasse"),
        ("ﬁnal", "final"),
    ],
)
def test_case_and_accents_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=40))
def test_folding_is_decomposing_without_marks(text: str) -> None:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    assert fold(text) == " ".join(kept.casefold().split())
