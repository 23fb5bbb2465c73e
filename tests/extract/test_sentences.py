"""Sentences end where a reader would end them, at exact offsets."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.sentences import split_sentences
from timeline.records import Span


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, [Span(0, len(text))])]


# "|" stands where a new sentence begins, "¦" where it does without a space.
@pytest.mark.parametrize(
    "marked",
    [
        "The army left.|It had stayed for two years.",
        "Talks failed!|Why did they fail?|Nobody knows.",
        "He was held for a year. ...|The next day he was gone.",
        # shortened words
        "The U.S. Treasury named nine banks.|The U.N. Security Council met.",
        "He had flown to the U.S.|The visit lasted a day.",
        "Gen. Lee and Lt. Col. Ek met Mr. Karimov on Feb. 24 in St. Petersburg.",
        "The raid began in Feb.|It ended in March.",
        "Resolution No. 1718 was adopted.|Sen. Ann Lee of Fla. opposed it.",
        "George W. Bush and J. R. Ek met Kim J. Lee.|They did not talk.",
        "The talks ended at 6 p.m. Moscow time.",
        "The talks ended at 6 p.m.|The envoys left.",
        "Steppe Oil Co. Ltd. paid a fine.|Acme Inc. did not.",
        "Officials of Acme Inc.|The court heard them.",
        "Oil, gas, etc. were left out of the deal.",
        "The force (approx. 3,000 men) left.|It was cold.",
        # numbers
        "Exports rose 3.5 percent to $1.2 billion.|Imports fell.",
        "The dam was built in 2019.|It broke in 2022.",
        "The score was 4.|Nobody cheered.",
        # quotation marks
        "“We will not yield.”|The minister left.",
        "“We will not yield.|We have said so before,” the minister said.",
        '"We will not yield," he said.|"We never did."',
        "“Will they yield?” the minister asked.|Nobody answered.",
        "“Never!” Karimov said.|He then left.",
        "He called it “an act of war.”|Others disagreed.",
        "He said: ‘It is over.’|It was not.",
        "The letter says (see page 3) that it ended.|(It had not.)",
        # dots in a row
        "We waited … and waited.|Then they came.",
        "“I think ... it is over,” he said.",
        "They promised much ...|Nothing came of it.",
        # scrapes lose spaces
        "The minister left the hall.¦The envoys stayed.",
        "“The deal is dead.”¦The minister left.",
        "Prices rose by 7%.¦However, wages did not.",
        "It fell in 2021.¦It’s up again.",
        # what is no end
        "The site Booking.com was down.",
        "Yahoo! shares rose as the markets opened.",
        "He wrote to info@example.org. about it.",
        # names that begin small
        "The iPhone maker said no.|iPhone sales fell.",
        # lists within a line
        "1. The army leaves|2. The dam is handed over",
        "1.) The army leaves.|2.) The dam is handed over.",
        "(a) The army leaves|(b) Prisoners go home|(c) The border opens",
        "• 9. The army leaves|• 10. The dam is handed over",
        "The score was 3.|The other side had 4.|Nobody knew why.",
        # a shortened word, then a name that begins a sentence
        "The rig is owned by Steppe Oil Co.|Karimov, its founder, left in May.",
        "At 6 a.m. Mr. Karimov left the hall.|The talks ended at 6 p.m.|Mr. Karimov left.",
        "The file lies under N°. 1026.|Nobody reads it.",
        "1. The first point of the plan is peace.",
    ],
)
def test_sentences_of_news(marked: str) -> None:
    expected = marked.replace("¦", "|").split("|")
    assert sentences(marked.replace("|", " ").replace("¦", "")) == expected


def test_only_the_body_is_split_and_offsets_are_of_the_whole_text() -> None:
    text = "Menu. More.\n\n  😀 Talks began.  They ended. \n\nShare. This."
    start, end = text.index("😀"), text.index("\n\nShare")
    assert [text[a:b] for a, b in split_sentences(text, [Span(start, end)])] == [
        "😀 Talks began.",
        "They ended.",
    ]


def test_no_sentence_reaches_from_one_span_into_the_next() -> None:
    text = "The agency notes:\n\nTalks began"
    spans = [Span(0, 17), Span(19, len(text))]
    assert split_sentences(text, spans) == tuple(spans)


def test_nothing_gives_nothing() -> None:
    assert split_sentences("", []) == ()
    assert split_sentences("   ", [Span(0, 3)]) == ()


@given(st.text(alphabet=st.sampled_from("aAb .!?…\"“”'’()U.S\n0😀é"), max_size=200))
def test_sentences_cover_the_text_in_order_and_lose_no_letter(text: str) -> None:
    found = split_sentences(text, [Span(0, len(text))])
    before = 0
    for start, end in found:
        assert before <= start < end <= len(text)
        assert not text[before:start].strip()
        assert text[start:end] == text[start:end].strip()
        before = end
    assert not text[before:].strip()


@pytest.mark.parametrize("unit", ["A. ", "“", '"? A', "U.S.", "x.”", "... ", "(", "\n", "1. "])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    begin = time.process_time()
    split_sentences(text, [Span(0, len(text))])
    assert time.process_time() - begin < 5
