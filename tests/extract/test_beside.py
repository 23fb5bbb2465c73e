"""Lines that are no body and still belong to the article."""

from timeline.extract.body import beside_body
from timeline.records import PageParts, Span

BODY = "The gate was opened on Monday, officials in the city said, after a year."


def beside(text: str, *pieces: str, title: str = "") -> list[str]:
    body = tuple(Span(text.index(p), text.index(p) + len(p)) for p in pieces)
    head = Span(text.index(title), text.index(title) + len(title)) if title else None
    return [text[s.start : s.end] for s in beside_body(text, PageParts(body, title=head))]


def test_headline_and_credit_stand_beside_a_short_page():
    assert beside(f"Gate opens\n\n{BODY}\n\nReporting from Rome", BODY) == [
        "Gate opens",
        "Reporting from Rome",
    ]


def test_a_caption_stands_between_two_pieces():
    text = f"{BODY}\nPhoto: the gate in Milan\nIt was shut for a year."
    assert beside(text, BODY, "It was shut for a year.") == ["Photo: the gate in Milan"]


def test_a_menu_does_not_stand_beside_and_a_headline_under_it_does():
    menu = "\n".join(f"Topic {n}" for n in range(90))
    text = f"{menu}\nGate opens\n{BODY}\n{menu}"
    assert beside(text, BODY, title="Gate opens") == ["Gate opens"]


def test_nothing_stands_beside_no_body():
    assert beside("Gate opens") == []
