"""Which sentences are claims, and where one sentence holds two."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.claims import find_claims
from timeline.records import Span


def claims_of(text: str, names: tuple[Span, ...] = ()) -> list[str]:
    whole = [Span(0, len(text))]
    return [text[span.start : span.end] for span in find_claims(text, whole, names)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels took the port of Maro on Sunday.",
        "The strike on the depot killed four guards.",
        "“We are leaving,” the envoy said.",
        "There were no survivors, according to the coast guard.",
        "Let us tell you that Sweden joined the alliance in March.",
        "Prices have doubled since the canal closed.",
        "Neither side has signed the text.",
        "Its envoy flew to Doha!",
        "Paris, Berlin and Rome back the plan.",
        "Hungary alone opposes it on principle.",
        "Kenya, Uganda and Rwanda all signed on Monday.",
        "The Maltese openly admires the old admiral.",
        "Support for the truce has faded in the north.",
        "Find a way or we will go, the union told the ministry.",
        "Privacy is not a luxury, said the judge.",
        "The lease expires on 10 February.",
        "Malta votes on Sunday.",
        "Lina Borg, a former judge, heads a cabinet of nine.",
        "We commend the plan to the assembly.",
        "These include a port, two dams and a railway of 300 kilometres.",
        "Under the plan, each side frees ten people a day until June, among them two mayors:",
    ],
)
def test_a_statement_is_a_claim_with_its_end_punctuation(sentence: str) -> None:
    assert claims_of(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Will the truce hold until Sunday?",
        "“Who ordered the strike on the convoy?”",
        "Click here to see the full list of winners.",
        "Read the full report on our website.",
        "Sign up for the morning newsletter.",
        "Please enter your town, then press send.",
        "The agency notes:",
        "Still working.",
        "Lina's travel blog",
        "Photo: A soldier guards the bridge at Narva",
        "Previous article",
        "Your email address stays between us.",
        "Reporting by Ana Lopes, editing by Tom Reed",
        "This article was updated to add a comment from the ministry.",
        "A long day.",
        "A turning point for the region.",
        "Well, sort of.",
        "Let’s wait and see.",
        "Last updated on 4 May at 10:00.",
        "The writer is a professor of law in Leiden.",
        "Did they have to leave?”",
        "Three essays a month are free.",
        "Ana Lopes is our correspondent in Narva.",
        "",
        "   ",
    ],
)
def test_questions_calls_lead_ins_and_furniture_are_no_claims(sentence: str) -> None:
    assert claims_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "LAGOS (AFP) — Police freed nine hostages on Monday.",
            "Police freed nine hostages on Monday.",
        ),
        (
            "OSLO, March 3 (Reuters) - Norway closed two consulates.",
            "Norway closed two consulates.",
        ),
        ("  The dam burst at dawn. ", "The dam burst at dawn."),
        ("• The dam burst at dawn.", "The dam burst at dawn."),
    ],
)
def test_datelines_bullets_and_blanks_are_left_out(sentence: str, claim: str) -> None:
    assert claims_of(sentence) == [claim]


@pytest.mark.parametrize(
    ("first", "join", "second"),
    [
        ("Malta opened its port to the ship", ", and ", "its navy took 90 people off the deck"),
        ("The army left the valley in May", "; ", "the rebels moved in within two days"),
        ("Rome offered to host the talks", ", but ", "Tripoli has refused the invitation so far"),
        (
            "The premier said on 3 May that he would stay",
            "; ",
            "he left on 9 June, when his successor took office",
        ),
        (
            "The consul said the pier was safe",
            " and ",
            "Gulf Towage, the owner of the tug, confirmed that two men were hurt",
        ),
        ("On 4 May the junta closed the border", "; ", "within an hour trucks queued at the gate"),
        ("Critics blamed a trap of debts", ": ", "the port was leased to a firm in March"),
        ("The rebels denied that they fled", " and ", "claimed that a mine had sunk the ferry"),
        ("The mayor asked for help", ", but ", "ministry officials said they had serious doubts"),
        (
            "“Nothing leaks,” the plant's director said",
            ", but ",
            "residents near the gate were told to leave",
        ),
        ("Norway said it was ready to help", ", and ", "a frigate was already off the coast"),
    ],
)
def test_two_main_clauses_with_their_own_subjects_are_two_claims(
    first: str, join: str, second: str
) -> None:
    assert claims_of(f"{first}{join}{second}.") == [first, second]


@pytest.mark.parametrize(
    "sentence",
    [
        "The president, the premier, and the speaker met in Bern on Friday.",
        "The minister said the port was closed, and its cranes were idle.",
        "“The port is closed, and its cranes are idle,” the mayor said.",
        "The fleet left the harbour, and quickly turned north.",
        "When the siege ended, and the roads were open, aid arrived.",
        "The fund paid for roads, and for schools in four provinces.",
        "The minister put it in writing and said: the port is shut and the road is safe.",
        "Nine ships sank, and forty sailors are missing, the navy said.",
        "The rebels who denied it and claimed the town are gone.",
        "The envoy said that the talks had failed, and that the border would stay closed.",
        "The army left the valley (its camp stood empty; the rebels took it in May).",
    ],
)
def test_a_sentence_is_not_split_when_the_clauses_hang_together(sentence: str) -> None:
    assert claims_of(sentence) == [sentence]


@pytest.mark.parametrize("joint", ["\n", "\n\n", "\r\n"])
def test_a_heading_among_sentences_is_no_claim(joint: str) -> None:
    lines = ["The dam burst at dawn.", "Villages fear the river", "Nobody was hurt."]
    text = joint.join(lines)
    spans = [Span(text.index(line), text.index(line) + len(line)) for line in lines]
    assert [text[c.start : c.end] for c in find_claims(text, spans)] == [lines[0], lines[2]]


def test_a_note_without_a_full_stop_is_a_claim() -> None:
    assert claims_of("Rebels took the port of Maro") == ["Rebels took the port of Maro"]


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_claims_stay_inside_their_sentence_on_any_text(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for claim in find_claims(text, [Span(start, end)]):
        assert start <= claim.start < claim.end <= end
        assert text[claim.start : claim.end].strip()


def test_claims_of_one_sentence_do_not_overlap() -> None:
    text = "Malta opened its port; its navy took 90 people off, and the crew stayed on board."
    found = find_claims(text, [Span(0, len(text))])
    assert all(one.end <= other.start for one, other in pairwise(found))
