import pytest

from tests.extract.actors.world import GAZETTEER
from timeline.extract.actors import find_mentions, resolve_references
from timeline.records import Span


def references(*sentences):
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + " "
    mentions = find_mentions(text, spans, GAZETTEER)
    found = resolve_references(text, spans, mentions)
    assert all(text[r.start : r.end] == r.text for r in found)
    return [(r.text, [m.actor for m in r.mentions]) for r in found]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            ("Russia, along with China, opposed new steps against Iran.", "Both countries voted."),
            [("Both countries", ["russia", "china"])],
        ),
        (
            ("Russia invaded Ukraine.", "The war between the two countries goes on."),
            [("the two countries", ["russia", "ukraine"])],
        ),
        (("Russia, China, Iran met.", "Both countries voted."), []),
        (("Vladimir Putin spoke.", "He denied it."), [("He", ["vladimir-putin"])]),
        (("Vladimir Putin met Joe Biden.", "He denied it."), []),
        (("Russia spoke.", "He denied it."), [("He", ["russia"])]),
        (("Russia has a new leader.", "He denied it."), []),
        (("Russia spoke.", "He denied it to Joe Biden."), []),
        (("Russian banks spoke.", "He denied it."), []),
        (("Vladimir Putin spoke.", "Iran said he lied."), []),
        (("Iran hinted at talks in Syria, and its ambassador flew home.",), [("its", ["iran"])]),
        (("Iran hinted at talks with Syria.", "Its army stayed."), [("Its", ["iran"])]),
        (("Iran hinted at talks.", "It also said no."), [("It", ["iran"])]),
        (("Iran hinted at talks.", "It took three days."), []),
        (("Iran hinted at talks.", "It has been a year."), []),
        (("Iran and its banks changed.",), []),
        (("Iranian oil and its price fell.",), []),
        (("Critics of Iran said its government lied.",), []),
    ],
)
def test_pointing_words_are_resolved_only_when_one_reading_is_left(sentences, expected):
    assert references(*sentences) == expected
