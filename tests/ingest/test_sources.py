"""Which names are one source, and what a new one is called."""

import pytest

from timeline.ingest.provenance import UNSTATED, sources_for
from timeline.models import Source

pytestmark = pytest.mark.django_db


def by_name(*batches: list[str | None]) -> dict[str | None, int]:
    return {name: row.pk for names in batches for name, row in sources_for(names).items()}


@pytest.mark.parametrize("pair", [("Le Café", "LE CAFÉ"), ("Straße", "STRASSE"), ("AP", "ap")])
def test_a_name_in_other_capitals_is_one_source_in_one_batch_and_in_two(
    pair: tuple[str, str],
) -> None:
    one, other = pair
    assert by_name([one], [other])[one] == by_name([one], [other])[other]
    Source.objects.all().delete()
    together = by_name([one, other])
    assert together[one] == together[other]
    assert Source.objects.get().name == one, "as it was told first"


def test_names_of_one_slug_get_slugs_of_their_own() -> None:
    Source.objects.create(name="The Post.", slug="the-post")
    sources_for(["The Post", "The Post!", "The Post?"])
    assert set(Source.objects.values_list("slug", flat=True)) == {
        "the-post",
        "the-post-2",
        "the-post-3",
        "the-post-4",
    }


@pytest.mark.parametrize("batches", [[[None, "Not stated"]], [["Not stated"], [None]]])
def test_a_source_named_as_if_it_were_not_stated_is_another(
    batches: list[list[str | None]],
) -> None:
    found = by_name(*batches)
    assert found[None] != found["Not stated"]
    assert Source.objects.get(pk=found[None]).name == UNSTATED


def test_many_new_names_take_no_more_queries(django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(8):
        found = sources_for([f"Outlet {n}" for n in range(100)])
    assert len({row.pk for row in found.values()}) == 100
