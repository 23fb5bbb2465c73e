"""The lines above an article that tell what it tells."""

import pytest

from timeline.extract.body import find_parts
from timeline.extract.headings import find_headings

BODY = """The ferry Marsvin ran aground off the island of Lygra on Sunday night with ninety people
on board, the coast guard said. Nobody was hurt when the ship struck the rock, and all passengers
were taken to the school of the village before midnight, where the mayor had made soup for them.

A tug pulled the ferry free at dawn on Monday. Its captain told the police that the lamp on the
skerry had been dark since the storm of the week before."""
MENU = "\n".join(f"{word} and more" for word in "Home News Sport Culture Weather Tides".split())


def headings(page: str) -> list[str]:
    return [page[span.start : span.end] for span in find_headings(page, find_parts(page))]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Ferry runs aground off Lygra", ["Ferry runs aground off Lygra"]),
        (
            "Ferry runs aground off Lygra\nNinety passengers taken from Marsvin before midnight",
            [
                "Ferry runs aground off Lygra",
                "Ninety passengers taken from Marsvin before midnight",
            ],
        ),
        (
            "Ferry runs aground off Lygra\nBy Tove Aune\n8 March 2021",
            ["Ferry runs aground off Lygra"],
        ),
        ("Cheese dearer as farmers strike in the south", []),
        ("-- Ferry -- Lygra -- Coast guard --", []),
        ("Updated 8 / 3 / 2021 6:04 PM", []),
        ("What became of the ferry Marsvin?", []),
    ],
)
def test_headings_share_their_words_with_the_article(above: str, expected: list[str]) -> None:
    assert headings(f"{above}\n\n{BODY}") == expected


def test_below_a_menu_only_the_title_is_a_heading() -> None:
    page = f"{MENU}\nFerry Marsvin of Lygra late again\n\nFerry runs aground off Lygra\n\n{BODY}"
    assert headings(page) in ([], ["Ferry runs aground off Lygra"])


def test_a_page_without_an_article_has_no_heading() -> None:
    assert headings("Home\nNews\nSport") == []
