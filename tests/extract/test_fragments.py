"""Headings, lists, captions and short notes: which short lines are the article's own."""

import pytest

from tests.extract.test_body import PARAGRAPHS, kept


def test_an_article_torn_apart_by_a_gallery_is_kept_whole() -> None:
    title = "Neighbours sign treaty on the upper river"
    gallery = "\n".join(
        ["The dam", "Photo: A. Karimov", "Image 1 of 2", "Caption", "Close", title] * 8
    )
    page = "\n\n".join([title, *PARAGRAPHS[:3], gallery, *PARAGRAPHS])
    again = page.replace(PARAGRAPHS[3], "Farmers on the upper river in Tashkent read the treaty.")
    assert kept(again)[0] == PARAGRAPHS[0]


@pytest.mark.parametrize(
    "note",
    [
        "Rebels took the port",
        "Russia invaded Ukraine on 24 February 2022.",
        "Kim met Putin in Vladivostok on 25 April 2019.",
        "1. The army leaves 2. The dam is handed over",
        "Who left? Nobody knows.",
        "The dam burst at dawn.\nNobody was hurt.",
    ],
)
def test_a_short_note_is_all_article(note: str) -> None:
    assert kept(note) == note.split("\n")


def test_a_caption_that_tells_something_stays_where_no_page_is_around() -> None:
    caption = "The envoys shake hands on the bridge in Tashkent. Image: A. Karimov."
    page = "\n\n".join([*PARAGRAPHS[:2], caption, *PARAGRAPHS[2:]])
    assert caption in kept(page)
    assert caption not in kept(f"{page}\n\nShare this:\n\nPost a comment")


def test_headings_and_lists_of_the_article_are_part_of_it() -> None:
    dams = ["Rogun (Tajikistan)", "Nurek (Tajikistan)", "Toktogul (Kyrgyzstan)"]
    page = [PARAGRAPHS[0], "What the treaty says", *PARAGRAPHS[1:], "The dams", *dams]
    assert kept("\n\n".join(["Home", "World", *page, "Share this:"])) == page


def test_the_lead_before_a_list_of_points_is_part_of_a_press_release() -> None:
    lead = "Rogun Water today announced a programme to build twelve new reservoirs."
    points = [
        "Under the programme the company will:",
        "• invest two billion somoni before 2035;",
        "• create four hundred jobs in Kulob;",
        "• cut leakage by a third.",
    ]
    page = [lead, *points, "The plan was approved by the ministry in April."]
    frame = ["FOR IMMEDIATE RELEASE", "Contact: A. Karimov", "Rogun Water to build reservoirs"]
    assert kept("\n".join([*frame, *page, "-ENDS-"])) == page


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Envoys of both sides leave the hall in Tashkent after the talks.", "Ann Lee, AP"),
        ("The lower dam was half empty in May and will be filled first.", "(Reuters)"),
    ],
)
def test_a_paragraph_above_its_credit_is_a_caption(caption: str, credit: str) -> None:
    page = "\n\n".join(["Home", *PARAGRAPHS[:2], f"{caption}\n{credit}", *PARAGRAPHS[2:]])
    assert kept(page) == PARAGRAPHS


@pytest.mark.parametrize(
    "ending",
    ["Leia também", "Читайте также:", "Das könnte Sie auch interessieren", "Комментарии (3)"],
)
def test_the_frame_of_a_page_in_another_language_ends_the_article(ending: str) -> None:
    others = "\n".join(
        f"Mayor opens bridge number {n}\nThe bridge took {n} years and was opened on a rainy day."
        for n in range(3, 12)
    )
    assert kept("\n\n".join([*PARAGRAPHS, ending, others])) == PARAGRAPHS
