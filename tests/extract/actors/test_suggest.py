import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.actors.world import GAZETTEER, whole
from timeline.extract.actors import find_mentions, suggest_actors


def suggested(text):
    return suggest_actors(text, whole(text), find_mentions(text, whole(text), GAZETTEER))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The army chief, Gen. Olu Bamidele, resigned.", "Olu Bamidele", "person"),
        ("Foreign Minister Ana Brnabel arrived.", "Ana Brnabel", "person"),
        ("He works for Northwind Shipping Inc in port.", "Northwind Shipping Inc", "organisation"),
        ("The Free Valley Party won.", "Free Valley Party", "organisation"),
        ("Fighters of the Red River Brigade left.", "Red River Brigade", "armed_group"),
        ("“No,” said Mara Teller.", "Mara Teller", "person"),
    ],
)
def test_unknown_names_are_offered_with_a_guess_of_kind(text, name, kind):
    assert (name, kind) in [(s.text, s.kind) for s in suggested(text)]


def test_known_actors_titles_and_days_are_not_offered():
    assert suggested("On Monday President Vladimir Putin left Moscow.") == ()


def test_a_surname_counts_for_the_full_name_before_it():
    text = "Gen. Olu Bamidele resigned. He said Bamidele would go."
    (found,) = suggested(text)
    assert (found.text, found.count) == ("Olu Bamidele", 2)
    assert text[found.start : found.end] == found.text


@given(st.text(max_size=300))
def test_any_text_gives_true_offsets(text):
    assert all(text[s.start : s.end] == s.text for s in suggested(text))
