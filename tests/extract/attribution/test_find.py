"""Who says what: each form of attribution, its source, its content, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.attribution.looking import found_in, parts, sentences_of
from timeline.extract.attribution import attribution_for, find_attributions
from timeline.records import Mention, Span
from timeline.vocabulary import ActorKind

FORMS = [
    (
        "The port has reopened, said Ana Ruiz, who runs the harbour office.",
        "Ana Ruiz",
        "The port has reopened",
    ),
    ("“The port is open,” said the mayor.", "the mayor", "“The port is open,”"),
    ("“The port is open,” the mayor said.", "the mayor", "“The port is open,”"),
    ("The mayor said: “The port is open.”", "The mayor", "“The port is open.”"),
    ("The mayor said that the port was open.", "The mayor", "that the port was open"),
    ("The mayor said the port was open.", "The mayor", "the port was open"),
    ("The mayor said on Monday that the port was open.", "The mayor", "that the port was open"),
    (
        "The mayor told reporters that the port was open.",
        "The mayor",
        "that the port was open",
    ),
    ("The port was open, the mayor said.", "the mayor", "The port was open"),
    ("According to the mayor, the port was open.", "the mayor", "the port was open"),
    ("The port was open, according to the mayor.", "the mayor", "The port was open"),
    ("Ghana accused Togo of moving the fence.", "Ghana", "Togo of moving the fence"),
    ("Togo was accused by Ghana of moving the fence.", "Ghana", "Togo"),
    ("Officials believe that the crew has fled.", "Officials", "that the crew has fled"),
    ("The senator called for an inquiry into the spill.", "The senator", "for an inquiry"),
    ("Kremlin: no talks planned this month", "Kremlin", "no talks planned this month"),
    (
        "In a statement, the embassy said the visas were valid.",
        "the embassy",
        "the visas were valid",
    ),
    (
        "An aid worker, speaking on condition of anonymity, said the road was mined.",
        "An aid worker",
        "the road was mined",
    ),
    (
        "At least nine people died when the roof fell, local officials said.",
        "local officials",
        "At least nine people died when the roof fell",
    ),
    (
        "The plant is part of what the ministry says is a plan for cheap power.",
        "the ministry",
        "is a plan for cheap power",
    ),
    (
        "Peru defended the treaty, saying that it protects fishermen.",
        "Peru",
        "the treaty",
    ),
    ("The ministry is in the process of buying ships, a report shows.", "a report", "The ministry"),
]


@pytest.mark.parametrize(("text", "source", "content"), FORMS, ids=[t[:40] for t, _, _ in FORMS])
def test_each_form_gives_source_and_content(text: str, source: str, content: str) -> None:
    found = found_in(text)
    assert found, "no attribution"
    assert found[0].text == source
    assert parts(text, found[0])[0].startswith(content)


LEADS = [
    ("May has said that the vote will not be held this year.", "May"),
    ("The ministry counted nine drones, said all of them had been shot down.", "The ministry"),
    ("On 19 July the Norwegian defence ministry said two boats sank.", "the Norwegian defence"),
    ("On Monday the Elysee said that the visit was off.", "the Elysee"),
    ("In July the Greek minister told reporters that the pact was dead.", "the Greek minister"),
    ("Last week the ministry said the ship had been found.", "the ministry"),
    ("Late on Friday Turkish officials said the strait was open.", "Turkish officials"),
    ("Earlier this month President Alar Karis said the law had expired.", "President Alar"),
    ("In a statement on Tuesday the ministry said the bridge was shut.", "the ministry"),
    ("After the meeting Pavel said there would be no vote.", "Pavel"),
    ("This year's report said the lake had shrunk.", "This year"),
    ("Oslo, for its part, said it had paid.", "Oslo"),
    ("The palace for its part denied any role.", "The palace"),
    ("Meanwhile Quito said the strike had failed.", "Quito"),
    ("Peru, Chile, Bolivia and Ecuador support the president of the bank.", "Peru, Chile"),
    ("She met the miners and said that the pit would stay open.", "She"),
    ("The mayor, who is on a visit to Oslo, told reporters that talks went well.", "The mayor"),
    ("Mali and the head of the bloc both said that the bridge is safe.", "Mali and the head"),
    ("Quito, which denies any role, has requested an inquiry into the fire.", "Quito"),
    ("As per the ministry, nine people have died in the floods.", "the ministry"),
]


@pytest.mark.parametrize(("text", "source"), LEADS, ids=[t[:40] for t, _ in LEADS])
def test_time_place_and_asides_are_no_part_of_the_source(text: str, source: str) -> None:
    found = found_in(text)
    assert found
    spoken = [item.text for item in found if item.text not in ("which", "who")]
    assert spoken[0].startswith(source)
    assert len(spoken[0]) < 35


NONE = [
    "Portugal, which ruled the island until 1975, declared three days of mourning.",
    "How many people drowned nobody can say.",
    "The next day mounted police charged at the crowd in the square.",
    "The army ruled the country from 1962 to 2011.",
    "Nobody in Lima would say who had signed the paper.",
    "No one at the port would say how many had died.",
    "A loaf in Tunis does not ask who grew the wheat.",
    "It is worth mentioning that the war began in 1899.",
    "Prime Minister Jonas Store has called a meeting of all parties for June.",
    "The envoy met the miners and assured cooperation with regard to pay.",
    "Laos has hinted at sending clerks to the fair, and its envoy flew home.",
    "Ten people died in a clash with the paramilitary Rapid Support Forces near the dam.",
    "Malta and Cyprus have agreed to open the border.",
    "The deputy invoked the constitution in January.",
    "The United States imposed tariffs on steel in June.",
    "The report was printed in Lima.",
    "The claims office opens at nine.",
    "Police found a bomb under the bridge.",
    "The country recorded 40 confirmed cases of measles.",
    "The region grows cocoa and coffee.",
]


@pytest.mark.parametrize("text", NONE)
def test_nouns_names_and_acts_are_no_attribution(text: str) -> None:
    assert found_in(text) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Ruiz said on 3 May that he would stay; he left on 9 June.", "he would stay"),
        (
            "The consul said the pier was safe and Gulf Towage confirmed that two men were hurt.",
            "the pier was safe",
        ),
    ],
)
def test_what_is_said_ends_before_another_clause(text: str, first: str) -> None:
    assert parts(text, found_in(text)[0])[0].removeprefix("that ") == first


def test_content_on_both_sides_of_the_speaker_is_one_attribution() -> None:
    text = "“The road is closed,” the mayor said, “and it will stay closed.”"
    (item,) = found_in(text)
    assert parts(text, item) == ["“The road is closed,”", "“and it will stay closed.”"]


def test_a_quotation_goes_on_with_its_speaker() -> None:
    text = "“We lost the harvest,” the farmer said. “Nobody came to help us in time.”"
    first, second = found_in(text)
    assert (first.text, second.text) == ("the farmer", "the farmer")
    assert "same speaker" in second.reason


def test_the_next_paragraph_of_quotation_keeps_the_speaker() -> None:
    text = "“We lost the harvest,” the farmer said.\n\n“Nobody came to help us in time.”"
    assert [item.text for item in found_in(text)] == ["the farmer", "the farmer"]


def test_a_quotation_nobody_is_named_for_has_an_empty_source() -> None:
    text = "“Nobody came to help us in time, not even the army.”"
    (item,) = found_in(text)
    assert (item.text, item.start, item.cue) == ("", item.end, None)


def test_a_lead_in_gives_its_source_the_paragraphs_after_it() -> None:
    text = (
        "The Daily Post notes:\n\nThe fleet left Varna in May and has not been seen since.\n\n"
        "Two tankers followed it a week later."
    )
    found = found_in(text)
    assert found[0].text == "The Daily Post"
    assert len(found[0].content) == 2
    last = sentences_of(text)[-1]
    governing, statement = attribution_for(last, found)
    assert governing is found[0]
    assert statement == last


def test_a_report_named_in_the_next_sentence_covers_the_one_before() -> None:
    text = "The firm is selling its mines. This emerged in a leaked audit report."
    (item,) = found_in(text)
    assert item.text == "a leaked audit report"
    governing, _ = attribution_for(Span(0, 30), [item])
    assert governing is item


def test_nested_speech_shows_the_outermost_source_first() -> None:
    text = "Oslo said Riga had told ministers that the cable was cut."
    found = found_in(text)
    assert found[0].text == "Oslo"
    governing, statement = attribution_for(Span(0, len(text)), found)
    assert governing is found[0]
    assert text[statement.start : statement.end].startswith("Riga had told")


def test_speech_ends_where_another_speaker_begins() -> None:
    text = "Chad denied sending troops, but witnesses say they saw a convoy."
    found = found_in(text)
    assert [item.text for item in found] == ["Chad", "witnesses"]
    assert parts(text, found[0]) == ["sending troops"]


def test_a_relative_clause_does_not_govern_the_sentence() -> None:
    text = "Tonga, which claims the reef as its own, sent two patrol boats there on Monday."
    governing, statement = attribution_for(Span(0, len(text)), found_in(text))
    assert governing is None
    assert statement == Span(0, len(text))


def test_of_two_speakers_the_first_governs() -> None:
    text = "Rossi said that the guild accepts, while the mayor said he had not heard of any offer."
    governing, _ = attribution_for(Span(0, len(text)), found_in(text))
    assert governing and governing.text == "Rossi"


def test_what_is_condemned_ends_before_a_clause_of_its_own() -> None:
    text = "Bern condemned the arrest of the two editors, and its envoy flew home on Friday."
    assert parts(text, found_in(text)[0]) == ["the arrest of the two editors"]


def test_in_a_quoted_block_the_speaker_named_in_the_sentence_governs() -> None:
    text = (
        "The Harbour Gazette notes:\n\nThe ferry sank at noon. The mayor said all were safe.\n\n"
        "Divers found the bell. Oslo, for its part, issued statements condemning the line."
        "\n\nThe ferry line was founded by two brothers."
    )
    found = found_in(text)
    said, _ = attribution_for(Span(text.index("The mayor"), text.index("\n\nDivers")), found)
    sank, _ = attribution_for(Span(text.index("The ferry"), text.index(" The mayor")), found)
    later, _ = attribution_for(Span(text.index("The ferry line"), len(text)), found)
    assert said and said.text == "The mayor"
    assert sank and sank.text == "The Harbour Gazette"
    assert later is None
    oslo, _ = attribution_for(Span(text.index("Oslo"), text.index("\n\nThe ferry line")), found)
    assert oslo and oslo.text == "Oslo"


def test_the_act_is_the_statement_and_not_the_words_that_go_with_it() -> None:
    text = "The guild broke off its long strike at the docks, saying it was out of funds."
    governing, statement = attribution_for(Span(0, len(text)), found_in(text))
    assert governing and governing.text == "The guild"
    assert text[statement.start : statement.end].startswith("The guild broke off its long strike")
    assert "saying" not in text[statement.start : statement.end]


def mention(text: str, words: str, kind: ActorKind, key: str) -> Mention:
    start = text.index(words)
    return Mention(start, start + len(words), words, key, key.title(), kind)


def test_the_person_at_the_head_of_the_source_is_its_actor() -> None:
    text = "French minister Paul Roux said the ferry would sail. He added that it was full."
    mentions = [
        mention(text, "French", ActorKind.COUNTRY, "france"),
        mention(text, "Paul Roux", ActorKind.PERSON, "paul-roux"),
    ]
    first, second = find_attributions(text, sentences_of(text), mentions)
    assert first.actor == "paul-roux"
    assert (second.text, second.actor) == ("He", "paul-roux")
    assert "carried over" in second.reason


def test_an_unnamed_official_speaks_for_the_country_named() -> None:
    text = "A Kenyan official said the border was open."
    mentions = [mention(text, "Kenyan", ActorKind.COUNTRY, "kenya")]
    (item,) = find_attributions(text, sentences_of(text), mentions)
    assert item.actor == "kenya"


def test_a_claim_without_a_speaker_has_none() -> None:
    claim = Span(0, 30)
    assert attribution_for(claim, ()) == (None, claim)


SPEECH = st.lists(
    st.sampled_from(
        ["said", "“", "”", '"', ",", ".", ":", "Kyiv", "the", "according", "to", "that", "who",
         "he", "\n", "told", "by", "accused", "was", "-", "—", "report", "in", "a", "''"]
    ),
    max_size=60,
).map(" ".join)  # fmt: skip


@given(SPEECH | st.text(max_size=200))
def test_offsets_are_sound_on_any_text(text: str) -> None:
    for item in find_attributions(text, sentences_of(text), ()):
        assert 0 <= item.start <= item.end <= len(text)
        assert text[item.start : item.end] == item.text
        assert item.content
        assert item.reason
        for span in (*item.content, *([item.cue] if item.cue else [])):
            assert 0 <= span.start < span.end <= len(text)
        claim = item.content[0]
        _, statement = attribution_for(claim, [item])
        assert statement.within(claim)
