"""PLOVER type and mode of statements: verbs, objects, particles, and what changes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.coding import code_event
from timeline.records import Coding, Span
from timeline.vocabulary import MODES


def coded(sentence: str) -> Coding | None:
    return code_event(sentence, Span(0, len(sentence)), Span(0, len(sentence)), ())


TABLE = [
    ("Kenya and Uganda agreed to share the lake's water.", "AGREE", None),
    ("Denmark offered to host the peace talks.", "AGREE", None),
    ("The two presidents met in Vienna on Tuesday.", "CONSULT", "visit"),
    ("The ministers held talks in Doha.", "CONSULT", None),
    ("The envoy visited Tripoli.", "CONSULT", "visit"),
    ("Oman brokered a meeting of the rivals.", "CONSULT", "third-party"),
    ("Nauru recognised the independence of the islands.", "SUPPORT", None),
    ("The premier praised the coast guard.", "SUPPORT", None),
    ("Chile signed a treaty with Peru.", "SUPPORT", None),
    ("The junta lifted the curfew.", "CONCEDE", None),
    ("Canada dropped the charges against the captain.", "CONCEDE", None),
    ("Sudan bought weapons from a firm in Minsk.", "COOPERATE", None),
    ("The navies held joint exercises in the bay.", "COOPERATE", None),
    ("Japan sent humanitarian aid to the island.", "AID", None),
    ("Ecuador granted asylum to the editor.", "AID", None),
    ("The army withdrew its troops from the valley.", "RETREAT", "withdraw"),
    ("The rebels released nine hostages.", "RETREAT", "release"),
    # What the main verb tells, not what is mentioned of another time.
    ("The troops pulled back from the town, which was shelled for weeks.", "RETREAT", "withdraw"),
    ("Both sides declared a ceasefire.", "RETREAT", "ceasefire"),
    ("The finance minister resigned.", "RETREAT", "resign"),
    ("The bishop called for an end to the fighting.", "REQUEST", "change"),
    ("Lagos demanded the return of the bronzes.", "REQUEST", "yield"),
    ("Ghana accused Togo of moving the fence.", "ACCUSE", "allege"),
    ("The bloc condemned the raid.", "ACCUSE", "disapprove"),
    ("Prosecutors opened an investigation into the bank.", "ACCUSE", "investigate"),
    ("France vetoed the resolution.", "REJECT", "change"),
    ("Cyprus refused to meet the envoy.", "REJECT", "meet"),
    ("The militia threatened to shell the port.", "THREATEN", "violence"),
    ("The court issued an ultimatum to the ministry.", "THREATEN", None),
    ("Teachers went on strike in Lima.", "PROTEST", "strike"),
    ("Thousands marched against the pension law.", "PROTEST", "demo"),
    ("Two prisoners began a hunger strike.", "PROTEST", "hunger"),
    ("The bloc imposed sanctions on six generals.", "SANCTION", "discontinue"),
    ("Norway expelled two diplomats.", "SANCTION", "expel"),
    ("A court convicted the banker.", "SANCTION", "convict"),
    ("Eritrea massed troops along the frontier.", "MOBILIZE", "troops"),
    ("The navy tested a ballistic missile.", "MOBILIZE", "weapons"),
    ("Police arrested the publisher.", "COERCE", "arrest"),
    ("The ministry banned the newspaper.", "COERCE", "restrict"),
    ("The governor imposed a curfew.", "COERCE", "curfew"),
    ("The army shelled the village.", "ASSAULT", "heavy-weapons"),
    ("Gunmen kidnapped two engineers.", "ASSAULT", "abduct"),
    ("Jets carried out airstrikes on the depot.", "ASSAULT", "aerial"),
    ("The premier called a meeting of all parties to discuss the flood.", "CONSULT", None),
    ("A convoy came under fire near the market.", "ASSAULT", None),
    ("Looters set fire to the town hall.", "ASSAULT", "destroy"),
    ("Soldiers set on fire the only barn.", "ASSAULT", "destroy"),
]


@pytest.mark.parametrize(("sentence", "type_", "mode"), TABLE, ids=[t[0][:40] for t in TABLE])
def test_type_and_mode_follow_verb_and_frame(sentence: str, type_: str, mode: str | None) -> None:
    coding = coded(sentence)
    assert coding is not None
    assert (coding.type.value, coding.mode) == (type_, mode), coding.reason


NEWS = [
    ("Russian missiles hit a power plant in Kharkiv overnight.", "ASSAULT"),
    ("Three soldiers died in clashes along the Line of Control.", "ASSAULT"),
    (
        "The foreign ministers of Armenia and Azerbaijan met in Washington for talks.",
        "CONSULT",
    ),
    ("Canada froze arms exports to Turkey.", "SANCTION"),
    ("Turkish authorities detained 120 people in raids across the country.", "COERCE"),
    ("The World Food Programme delivered 600 tonnes of flour to Sudan.", "AID"),
    ("Berlin supplied Kyiv with an air-defence system.", "AID"),
    ("Honduras established diplomatic relations with China.", "SUPPORT"),
    ("Honduras cut ties with Taiwan.", "SANCTION"),
    ("Israel eased restrictions on fishermen in Gaza.", "CONCEDE"),
    ("Russia pulled its forces out of Kherson.", "RETREAT"),
    ("Hamas freed two American hostages.", "RETREAT"),
    ("Budapest blocked a European aid package for Ukraine.", "REJECT"),
    ("The Taliban rejected calls to reopen girls' schools.", "REJECT"),
    ("Lukashenko threatened to cut off gas transit to Europe.", "THREATEN"),
    ("The ICC prosecutor opened a probe into alleged crimes in Darfur.", "ACCUSE"),
    ("Amnesty criticised the new asylum law.", "ACCUSE"),
    ("Zelensky asked allies for fighter jets.", "REQUEST"),
    ("The African Union urged the generals to stop fighting.", "REQUEST"),
    ("Tens of thousands of Israelis took to the streets against the judicial overhaul.", "PROTEST"),
    ("Airport staff in Germany walked out over pay.", "PROTEST"),
    ("China sent warships and aircraft around Taiwan.", "MOBILIZE"),
    ("North Korea test-fired an intercontinental missile.", "MOBILIZE"),
    ("Belarus placed its army on combat alert.", "MOBILIZE"),
    ("India and Japan held naval drills in the Bay of Bengal.", "COOPERATE"),
    ("Kosovo and Serbia agreed to normalise ties.", "AGREE"),
    ("Poland pledged 14 tanks to Ukraine.", "AGREE"),
    ("Biden praised Japan's decision to raise defence spending.", "SUPPORT"),
    ("Iran seized a tanker in the Gulf of Oman.", "COERCE"),
    ("Myanmar's junta extended the state of emergency.", "COERCE"),
    ("Hackers took down the parliament's website.", "COERCE"),
    ("Uganda suspended a rights group and shut its offices.", "COERCE"),
    ("A car bomb killed eleven people outside a hotel in Mogadishu.", "ASSAULT"),
    ("Moscow expelled 20 Czech diplomats.", "SANCTION"),
    ("Turkey refused to approve Sweden's bid.", "REJECT"),
    ("Peru's president accepted the resignation of his cabinet.", "CONCEDE"),
    ("The Security Council called for an immediate ceasefire.", "REQUEST"),
    ("Seoul blamed Pyongyang for the cyberattack.", "ACCUSE"),
    ("The warring parties signed a truce in Jeddah.", "RETREAT"),
    ("South Korea donated two million doses of vaccine to Vietnam.", "AID"),
    ("Putin spoke by phone with Erdogan on Sunday.", "CONSULT"),
    ("Medvedev warned that Moscow could use nuclear weapons.", "THREATEN"),
    ("The two countries ratified the border treaty.", "SUPPORT"),
    ("Manila demanded that China remove a floating barrier.", "REQUEST"),
    ("The prime minister stepped down after weeks of protests.", "RETREAT"),
    ("Ethiopian troops captured the town of Shire.", "ASSAULT"),
    ("Sri Lanka lifted its ban on chemical fertiliser.", "CONCEDE"),
    ("Farmers blocked highways around Paris with tractors.", "PROTEST"),
    ("Moscow massed 100,000 soldiers near the border.", "MOBILIZE"),
    ("A Hong Kong court jailed four activists.", "COERCE"),
]


@pytest.mark.parametrize(("sentence", "type_"), NEWS, ids=[t[0][:40] for t in NEWS])
def test_news_sentences_get_their_type(sentence: str, type_: str) -> None:
    coding = coded(sentence)
    assert coding is not None
    assert coding.type.value == type_, coding.reason


CHANGED = [
    ("Oslo will not sign the treaty.", "REJECT"),
    ("The union called off the strike.", "CONCEDE"),
    ("The premier backed down over the fuel tax.", "CONCEDE"),
    ("Madrid will send aid to the island.", "AGREE"),
    ("The union will boycott the vote.", "THREATEN"),
    ("The senator launched a scathing attack on the bill.", "ACCUSE"),
    ("Sanctions were imposed on the bank.", "SANCTION"),
    ("The talks, held after the bombing, were opened by the envoy who met the rebels.", "CONSULT"),
]


@pytest.mark.parametrize(("sentence", "type_"), CHANGED, ids=[t[0][:40] for t in CHANGED])
def test_negation_promise_particle_and_passive_change_the_type(sentence: str, type_: str) -> None:
    coding = coded(sentence)
    assert coding is not None
    assert coding.type.value == type_, coding.reason


@pytest.mark.parametrize(
    "sentence",
    ["The river is 400 kilometres long.", "He was born in Accra in 1961.", "Rain fell all day."],
)
def test_a_statement_without_an_event_word_is_not_coded(sentence: str) -> None:
    assert coded(sentence) is None


def test_reason_names_type_and_words_in_plain_english() -> None:
    coding = coded("The bloc imposed new economic sanctions on six generals.")
    assert coding is not None
    assert coding.reason == "Sanctions: “imposed new economic sanctions”"


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_coding_is_sound_on_any_text(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    coding = code_event(text, Span(start, end), Span(start, end), ())
    if coding is not None:
        assert start <= coding.trigger.start < coding.trigger.end <= end
        assert 0 < coding.confidence <= 1
        assert coding.mode is None or coding.mode in MODES[coding.type]
