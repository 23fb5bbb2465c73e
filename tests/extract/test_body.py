"""The article's own words are kept, and nothing of the page around them."""

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.body import find_parts

PARAGRAPHS = [
    "The two governments signed the water treaty in Tashkent on Thursday, ending nine years of "
    "talks over the upper river.",
    "“We have waited for this day,” said the Uzbek minister. He thanked the mediators.",
    "Under the deal, which parliaments must still approve, the dams are to be filled in winter.",
    "Opposition groups said that they had not been heard and called for protests in both capitals.",
]
ARTICLE = "\n\n".join(PARAGRAPHS)
# What follows these is readers' talk, not article.
ENDINGS = ("Enter your comment here!", "Post a comment")


def kept(text: str) -> list[str]:
    return [text[start:end] for start, end in find_parts(text).body]


def test_a_bare_article_is_kept_whole() -> None:
    assert kept(ARTICLE) == PARAGRAPHS


def test_a_lead_in_of_two_words_stays_with_the_quotation_it_brings_in() -> None:
    page = "\n\n".join([PARAGRAPHS[0], "Reuters adds:", *PARAGRAPHS[1:], "Topics:"])
    assert kept(page) == [PARAGRAPHS[0], "Reuters adds:", *PARAGRAPHS[1:]]


def test_an_appeal_behind_a_paragraph_does_not_take_the_paragraph_with_it() -> None:
    page = "\n".join([PARAGRAPHS[0] + "(Click here to join our channel)", *PARAGRAPHS[1:]])
    assert kept(page) == PARAGRAPHS


def test_a_paragraph_between_adverts_is_known_by_the_words_of_the_article() -> None:
    between = (
        "Uzbek farmers on the upper river fear that the dams of the treaty will be filled soon."
    )
    page = "\n".join(
        [*PARAGRAPHS[:3], "Knees Feel Old? Try This", between, "Ten Cheap Hotels", PARAGRAPHS[3]]
    )
    assert between in kept(page)
    other = "A singer from Lisbon has bought a castle with forty rooms and a lake for her cats."
    assert other not in kept(page.replace(between, other))


def test_a_menu_longer_than_the_article_stays_out() -> None:
    menu = "\n".join(f"{word} {n}" for n in range(60) for word in ("World", "Sports", "Video"))
    assert kept(f"{menu}\n\n{ARTICLE}\n\n{menu}") == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "Share this:",
        "You have permission to edit this article.",
        "Facebook",
        "ADVERTISEMENT",
        "Story continues below this ad",
        "Tags: Water, Uzbekistan, Treaties",
        "Source link",
        "Previous articleFloods close the northern road for a third day",
        "Next articleVideo: Camel walks into the mayor's office, staff flee",
        "Read more: How the dams were built",
        "ALSO READ | Ten things to know about the river",
        "Enter your comment here!",
        "Your email stays with us. Fields with a star are required *",
        "Post a comment",
        "Sign up for our newsletter and get the day's news in your inbox every morning.",
        "We use cookies to improve your experience on this site.",
        "© 2022 The Steppe Herald. All rights reserved.",
        "Photo: A. Karimov / Steppe Herald",
        "Click here to join our Telegram channel for the latest updates.",
        "By continuing to use this site you accept our terms.",
        "Follow us on Twitter",
        "3 min read",
        "Ann Lee is a freelance journalist based in Almaty, covering water and politics.",
        "Continue Reading",
        "https://steppe.example/news/2022/water",
        "The post Treaty signed appeared first on Steppe Herald.",
        "Loading...",
    ],
)
def test_chrome_stays_out_before_between_and_behind(line: str) -> None:
    page = f"{line}\n\n{ARTICLE}\n\n{line}"
    assert kept(page) == PARAGRAPHS
    if line in ENDINGS:
        return
    between = "\n\n".join([*PARAGRAPHS[:2], line, *PARAGRAPHS[2:]])
    assert kept(between) == PARAGRAPHS


@pytest.mark.parametrize(
    "sentence",
    [
        "By continuing to shell the city, the army broke its own ceasefire, the mayor said.",
        "Permission to build the dam was refused by the court in March.",
        "Topics on the agenda included grain, fertiliser and the release of prisoners.",
        "Share prices in Tokyo fell by four per cent after the missile test.",
        "Comments by the general that the border would move drew an angry reply from the north.",
        "More than forty people were killed when the ferry sank, officials said.",
        "Related charges against two former ministers were dropped on Friday.",
        "Join us or leave the country, the militia's leader told the villagers on Sunday.",
        "Photographs taken by a satellite company appear to show new trenches along the coast.",
        "“Join our fight or leave, but let us know by Friday,” the commander told the villagers.",
        "Watch towers along the border were rebuilt last year, the ministry said.",
    ],
)
def test_sentences_that_begin_like_chrome_are_kept(sentence: str) -> None:
    page = "\n\n".join([PARAGRAPHS[0], sentence, *PARAGRAPHS[1:]])
    assert sentence in kept(page)


def test_related_headlines_between_paragraphs_stay_out() -> None:
    page = "\n\n".join(
        [
            *PARAGRAPHS[:2],
            "Related stories",
            "Why the glaciers above Tashkent are shrinking",
            "Who Will Pay For The New Dams?",
            *PARAGRAPHS[2:],
        ]
    )
    assert kept(page) == PARAGRAPHS


def test_teasers_of_other_articles_behind_the_article_stay_out() -> None:
    teasers = "\n\n".join(
        f"Mayor opens bridge number {n}\nThe bridge took {n} years and was opened on a rainy day."
        for n in range(3, 12)
    )
    assert kept(f"{ARTICLE}\n\nMore stories\n\n{teasers}") == PARAGRAPHS


def test_readers_comments_stay_out() -> None:
    comments = "\n\n".join(
        f"reader{n}\n\nI do not think that this treaty will hold for even {n} years, my friends."
        for n in range(2, 9)
    )
    assert kept(f"{ARTICLE}\n\n7 Comments\n\n{comments}") == PARAGRAPHS


def test_the_title_is_found_and_is_no_body() -> None:
    title = "Neighbours sign treaty on the upper river"
    text = f"{title} - Steppe Herald\n\nHome\nWorld\n\n{title}\n\nBy Ann Lee\n\n{ARTICLE}"
    parts = find_parts(text)
    assert parts.title is not None
    assert text[parts.title.start : parts.title.end] == title
    assert kept(text) == PARAGRAPHS


def test_other_articles_above_the_title_stay_out() -> None:
    title = "Neighbours sign treaty on the upper river"
    ticker = "\n\n".join(
        f"Item {n}: The council of district {n} met on Monday and said that it would meet again."
        for n in range(7)
    )
    assert kept(f"{title} | Steppe Herald\n\n{ticker}\n\n{title}\n\n{ARTICLE}") == PARAGRAPHS


def test_a_title_known_from_elsewhere_is_recognised() -> None:
    text = f"Lead story\n\nTreaty\n\n{ARTICLE}"
    parts = find_parts(text, title_hint="Treaty")
    assert parts.title is not None
    assert text[parts.title.start : parts.title.end] == "Treaty"


@pytest.mark.parametrize(
    ("dateline", "found"),
    [
        ("Tashkent: ", "Tashkent"),
        ("TASHKENT (AFP) — ", "TASHKENT (AFP)"),
        ("TASHKENT, Sept 6 (Reuters) - ", "TASHKENT, Sept 6 (Reuters)"),
        ("Tashkent, 6 September 2022 (Steppe News) – ", "Tashkent, 6 September 2022 (Steppe News)"),
        ("UNITED NATIONS — ", "UNITED NATIONS"),
        ("(Reuters) - ", "(Reuters)"),
        ("TASHKENT (September 6, 2022) — ", "TASHKENT (September 6, 2022)"),
    ],
)
def test_the_dateline_is_told_apart_from_the_first_sentence(dateline: str, found: str) -> None:
    text = dateline + ARTICLE
    parts = find_parts(text)
    assert parts.dateline is not None
    assert text[parts.dateline.start : parts.dateline.end] == found
    assert kept(text) == PARAGRAPHS


@pytest.mark.parametrize(
    "sentence",
    [
        "Analysis: The treaty leaves the largest question open, and both sides know that.",
        "Uzbekistan – the larger of the two – had long refused to sign any such treaty.",
        'Karimov: "We will sign when the water comes down, and not a day before that."',
        "Officials in Tashkent (the capital) said that the treaty was ready to be signed.",
    ],
)
def test_what_only_looks_like_a_dateline_is_kept(sentence: str) -> None:
    assert kept(f"{sentence}\n\n{ARTICLE}")[0] == sentence


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("The deal was signed. Still loading.", ["The deal was signed."]),
        (
            "The deal was signed. ADVERTISEMENT The minister left at once for the airport.",
            ["The deal was signed.", "The minister left at once for the airport."],
        ),
        (
            "The deal was signed. (Also read: Why it took nine years) The minister left at once.",
            ["The deal was signed.", "The minister left at once."],
        ),
        (
            "The minister left at once for the airport.Share this",
            ["The minister left at once for the airport."],
        ),
        (
            "\u200bThe minister left at once for the airport.\u200b",
            ["The minister left at once for the airport."],
        ),
        ("The minister left at once. pic.twitter.com/a1b2c3d", ["The minister left at once."]),
        ("The minister left at once. https://quay.example/p/1", ["The minister left at once."]),
        (
            "Designs may be sent to www.flags.example until May or shown in the town hall.",
            ["Designs may be sent to www.flags.example until May or shown in the town hall."],
        ),
    ],
)
def test_noise_within_a_paragraph_is_cut_out(paragraph: str, expected: list[str]) -> None:
    page = "\n\n".join([*PARAGRAPHS, paragraph, *(p + " Again." for p in PARAGRAPHS)])
    found = kept(page)
    assert found[len(PARAGRAPHS) : -len(PARAGRAPHS)] == expected


@pytest.mark.parametrize("credit", ["(AFP)", "— Reuters", "(AP/Reuters)", "(Xinhua)"])
def test_an_agency_behind_the_last_sentence_is_a_credit(credit: str) -> None:
    text = f"{ARTICLE} {credit}"
    parts = find_parts(text)
    assert kept(text) == PARAGRAPHS
    assert [text[start:end] for start, end in parts.credits] == [credit]


def test_a_line_that_introduces_a_quotation_is_kept() -> None:
    page = "\n\n".join([*PARAGRAPHS[:2], "The agency writes:", *PARAGRAPHS[2:]])
    assert "The agency writes:" in kept(page)


@pytest.mark.parametrize("joint", ["\n", "\n\n", "\r\n\r\n", "\n \t\n"])
def test_paragraphs_may_be_set_apart_in_any_way(joint: str) -> None:
    assert kept(joint.join(["Home", "World", *PARAGRAPHS, "Contact us"])) == PARAGRAPHS


@pytest.mark.parametrize(
    "page",
    [
        "",
        "   \n\n  ",
        "Home\nWorld\nSports\nContact us\n© 2022 The Steppe Herald",
        "404\n\nPage not found",
        "\n".join(f"Headline number {n} on the front page" for n in range(40)),
    ],
)
def test_a_page_without_an_article_says_so(page: str) -> None:
    parts = find_parts(page)
    assert parts.body == ()
    assert parts.reason.startswith("no article found")


def test_the_reason_counts_what_was_left_out() -> None:
    reason = find_parts(f"{ARTICLE}\n\nShare this:\n\nPost a comment").reason
    assert (
        reason == "4 of 6 lines read like the article's text; left out: 1 comments, 1 share buttons"
    )


def test_a_short_article_is_found() -> None:
    assert kept("News in brief\n\nThe river treaty was signed on Thursday.") == [
        "The river treaty was signed on Thursday."
    ]


def test_a_brief_of_one_sentence_under_its_headline_is_found() -> None:
    page = "River treaty signed at last\nThe river treaty was signed on Thursday in Tashkent."
    assert kept(page) == ["The river treaty was signed on Thursday in Tashkent."]


def test_a_first_paragraph_directly_under_the_headline_is_kept() -> None:
    assert kept(f"River treaty signed at last\n{ARTICLE}") == PARAGRAPHS


@pytest.mark.parametrize("width", [60, 72, 80])
def test_paragraphs_wrapped_to_a_width_are_joined(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    page = f"Home\nWorld\nSports\n\n{wrapped}\n\nShare this\nFacebook"
    assert [" ".join(paragraph.split()) for paragraph in kept(page)] == PARAGRAPHS


def test_one_sentence_a_line_is_not_taken_for_wrapping() -> None:
    lines = "\n".join(PARAGRAPHS[:3])
    assert kept(lines) == PARAGRAPHS[:3]


@given(
    st.lists(
        st.sampled_from(
            ["\n", "\n\n", " ", "Home", "\u200b", ARTICLE, "By Ann Lee", "6 May 2022", *PARAGRAPHS]
        )
        | st.text(max_size=60),
        max_size=25,
    )
)
def test_spans_are_in_order_within_the_text_and_do_not_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    parts = find_parts(text)
    before = 0
    for start, end in parts.body:
        assert before <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        before = end
    for span in (parts.title, parts.dateline, parts.date_line, *parts.bylines, *parts.credits):
        assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " .",
        "A. ",
        "“",
        '"? A',
        "(",
        "Aa ",
        "By Ann Lee ",
        "6 May 2022\n",
        "\u200b a",
        "[read ",
        "The word is here and it was so long ago.\n",
        "Same title line here today\n",
        "— A (@b) ",
    ],
)
def test_hostile_pages_take_linear_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    begin = time.process_time()
    find_parts(text)
    assert time.process_time() - begin < 5
