import pickle
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.actors.world import GAZETTEER, whole
from timeline.extract.actors import build_gazetteer, find_mentions
from timeline.records import Knowledge, Span


def keys(text):
    return [(m.text, m.actor) for m in find_mentions(text, whole(text), GAZETTEER)]


def actors(text):
    return [actor for _, actor in keys(text)]


NAMES = [
    ("Russia’s offer was refused.", [("Russia", "russia")]),
    ("The United States’ offer stands.", [("United States", "united-states")]),
    ("The Germans left; German banks stayed.", [("Germans", "germany"), ("German", "germany")]),
    (
        "Russian-held land and a U.S.-led bid",
        [("Russian", "russia"), ("U.S.", "united-states")],
    ),
    ("A Russia-Ukraine channel", [("Russia", "russia"), ("Ukraine", "ukraine")]),
    ("He told us it is up to the U.S.", [("U.S.", "united-states")]),
    ("Kyiv thanked Beijing.", [("Kyiv", "ukraine"), ("Beijing", "china")]),
    ("North Korea is not South Korea.", [("North Korea", "north-korea"),
                                         ("South Korea", "south-korea")]),
    ("The United\nNations met.", [("United\nNations", "united-nations")]),
    ("talks in Kyiv (AP) went on", [("Kyiv", "ukraine"), ("AP", "ap")]),
    ("The Associated Press asked the WHO.", [("The Associated Press", "ap"), ("WHO", "who")]),
    ("RUSSIA AND SYRIA SIGN PACT", [("RUSSIA", "russia"), ("SYRIA", "syria")]),
    ("US WARNS IRAN", [("US", "united-states"), ("IRAN", "iran")]),
    ("#Ukraine", [("Ukraine", "ukraine")]),
    ("pro-Russian crowds", [("Russian", "russia")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_finds_names_adjectives_peoples_and_capitals(text, expected):
    assert keys(text) == expected


NOT_ACTORS = [
    "Ships crossed the South China Sea and the Gulf of Mexico.",
    "He flew American Airlines to New Mexico, then British Airways.",
    "Paris Saint-Germain beat Lyon.",
    "The Bank of America building in New Jersey burned.",
    "Write to info@Russia.example or open www.china.example",
    "Russianness and Ukrainegate are no words here",
    "Michael Jordan scored; Jordan smiled.",
    "Chad Smith retired. Chad is tired.",
    "Rosa Luxemburg wrote letters.",
    "George Washington slept here.",
    "Denise Washington was elected.",
    "Fires burned in Washington state near Spokane.",
    "The novel was translated into French, and she speaks Russian.",
    "It appeared in French and German.",
    "Russian-speaking residents left.",
    "He was born in Moscow, Idaho, and died in Paris, Texas.",
    "JOIN US FOR MORE",
    "WHO ARE THEY",
    "Voters in Georgia went to the polls.",
    "Georgia counts votes again as Atlanta waits for the Senate race.",
    "Congo signed the treaty.",
    "Roast Turkey for Thanksgiving is served.",
    "He drove in 121 RBI this season.",
    "Papua New Guineans",
    "The Paris Agreement was signed by many.",
    "They moved to San Jose last year.",
]


@pytest.mark.parametrize("text", NOT_ACTORS)
def test_leaves_out_what_only_looks_like_an_actor(text):
    assert keys(text) == []


def test_descent_is_no_country():
    assert keys("Polish American voters") == [("American", "united-states")]


DECIDED = [
    ("Georgia blamed Russia for shelling near South Ossetia.", "georgia", "georgia"),
    ("Jordan closed its border with Syria.", "jordan", "jordan"),
    ("Chad accused Sudan of arming rebels.", "chad", "chad"),
    ("Congo said M23 fighters entered Goma.", "Congo", "dr-congo"),
    ("Congo's president spoke in Brazzaville.", "Congo", "congo"),
    ("Washington rejected the offer.", "Washington", "united-states"),
    ("The Korean envoy flew home to Seoul.", "Korean", "south-korea"),
    ("Guinea sent a delegation from Conakry.", "Guinea", "guinea"),
    ("Brussels fined the firm, the European Union said.", "Brussels", "european-union"),
    ("They met in Brussels.", "Brussels", "belgium"),
    ("Costa Rica voted; San Jose was calm.", "San Jose", "costa-rica"),
    ("Luxembourg backed the plan.", "Luxembourg", "luxembourg"),
]


@pytest.mark.parametrize(("text", "form", "actor"), DECIDED)
def test_decides_ambiguous_names_by_context(text, form, actor):
    assert actor in actors(text), form


PERSONS = [
    ("Boris Johnson resigned. Johnson blamed nobody.", ["boris-johnson", "boris-johnson"]),
    ("Johnson blamed nobody.", []),
    ("Gary Johnson and Boris Johnson met.", ["boris-johnson"]),
    ("Putin agreed.", ["vladimir-putin"]),
    ("Mr. Putin agreed.", ["vladimir-putin"]),
    ("Lyudmila Putin moved out.", []),
    ("Kim waved to crowds in Pyongyang.", ["kim-jong-un", "north-korea"]),
    ("Kim Min-ji waved in Pyongyang. Kim smiled.", ["north-korea"]),
    ("Theresa May lost the vote in May 2018.", ["theresa-may"]),
    ("Theresa May lost. May resigned.", ["theresa-may", "theresa-may"]),
    ("President Clinton signed it.", ["bill-clinton"]),
    ("Hillary Clinton met Bill Clinton. Clinton spoke.", ["hillary-clinton", "bill-clinton"]),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_short_forms_mean_the_person_named_or_known(text, expected):
    assert actors(text) == expected


BODIES = [
    ("Russia’s Defense Ministry said", "Russia’s Defense Ministry", "russia-ministry-of-defence"),
    (
        "the Russian Ministry of Defense said",
        "Russian Ministry of Defense",
        "russia-ministry-of-defence",
    ),
    (
        "the Ministry of Foreign Affairs of Iran said",
        "Ministry of Foreign Affairs of Iran",
        "iran-ministry-of-foreign-affairs",
    ),
    ("Ukrainian ground forces advanced", "Ukrainian ground forces", "ukraine-armed-forces"),
    ("U.S. intelligence found", "U.S. intelligence", "united-states-intelligence"),
    ("Kyiv's forces advanced", "Kyiv's forces", "ukraine-armed-forces"),
    ("Iran's Supreme Court ruled", "Iran's Supreme Court", "iran-supreme-court"),
    ("The Supreme Court ruled", "Supreme Court", "us-supreme-court"),
    ("the Biden administration said", "Biden administration", "joe-biden-administration"),
    (
        "US President Joe Biden’s administration said",
        "Joe Biden’s administration",
        "joe-biden-administration",
    ),
]


@pytest.mark.parametrize(("text", "form", "key"), BODIES)
def test_a_country_and_a_common_name_make_a_government_body(text, form, key):
    assert (form, key) in keys(text)


def test_a_derived_body_has_name_kind_parent_and_country():
    text = "Russia’s Defense Ministry spoke."
    (mention,) = find_mentions(text, whole(text), GAZETTEER)
    assert mention.name == "Russian Ministry of Defence"
    assert mention.kind == "government_body"
    assert mention.belongs_to == "russia"
    assert mention.iso3 == "RUS"
    assert "Russia’s Defense Ministry" in mention.reason


NO_BODY = [
    ("Russia sent troops home.", ["russia"]),
    ("Russia's military action went on.", ["russia"]),
    ("Russians police themselves.", ["russia"]),
    ("French law keeps police out.", ["france"]),
    ("Russian and allied forces", ["russia"]),
]


@pytest.mark.parametrize(("text", "expected"), NO_BODY)
def test_words_that_only_stand_near_a_country_make_no_body(text, expected):
    assert actors(text) == expected


def test_a_body_named_once_with_its_country_is_known_again_without():
    text = "Iran's Foreign Ministry and Defence Ministry spoke. The Foreign Ministry denied it."
    assert actors(text) == [
        "iran-ministry-of-foreign-affairs",
        "iran-ministry-of-defence",
        "iran-ministry-of-foreign-affairs",
    ]


def test_a_body_of_two_countries_is_undecided_alone():
    text = "The Iranian army met the Syrian army. The Army left."
    assert actors(text) == ["iran-armed-forces", "syria-armed-forces"]


@pytest.mark.parametrize(
    ("text", "north"),
    [
        ("North Korea fired again. The South protested, and the North shrugged.", True),
        ("Snow fell in the North.", False),
        ("North Korea is in the North Pacific region.", False),
    ],
)
def test_the_north_is_north_korea_where_the_article_made_it_clear(text, north):
    assert ("North", "north-korea") in keys(text) or not north
    assert north or "North" not in [form for form, _ in keys(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Moscow refused.", "for its government"),
        ("They met in Moscow.", "as a place"),
        ("He flew to Moscow on Monday.", "as a place"),
        ("Envoys sent a letter to Moscow.", "for its government"),
        ("MOSCOW (AP) — Prices rose.", "filed from"),
        ("Moscow: Prices rose.", "filed from"),
    ],
)
def test_the_reason_tells_government_from_place(text, words):
    assert words in find_mentions(text, whole(text), GAZETTEER)[0].reason


def test_nothing_outside_the_sentences_is_found():
    text = "Menu: Russia\nUkraine voted.\nTags: China"
    body = (Span(text.index("Ukraine"), text.index("\nTags")),)
    assert [m.actor for m in find_mentions(text, body, GAZETTEER)] == ["ukraine"]
    assert find_mentions(text, (), GAZETTEER) == ()


def test_persons_and_bodies_carry_the_code_of_their_country():
    text = "Vladimir Putin and the European Union"
    assert [m.iso3 for m in find_mentions(text, whole(text), GAZETTEER)] == ["RUS", None]


def test_a_gazetteer_survives_pickling():
    again = pickle.loads(pickle.dumps(GAZETTEER))
    text = "Moscow and the Biden administration"
    assert find_mentions(text, whole(text), again) == find_mentions(text, whole(text), GAZETTEER)


def test_an_empty_gazetteer_finds_nothing():
    empty = build_gazetteer(Knowledge())
    assert find_mentions("Russia", whole("Russia"), empty) == ()


PIECES = st.sampled_from(
    "Russia Russian Moscow Kim Georgia U.S. US the North South Korea ’s 's Defense Ministry of "
    "troops Putin Biden administration in to and Congo . , - — ( ) “ ” \n 😀 é İ ŉ GEORGIA May "
    "2018 President Mr. Jordan Chad New Washington state French".split(" ")
)


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join),
                 st.lists(PIECES, max_size=40).map("".join)))  # fmt: skip
def test_any_text_gives_true_offsets_in_order_without_overlap(text):
    middle = len(text) // 2
    sentences = (Span(0, middle), Span(middle, len(text)))
    mentions = find_mentions(text, sentences, GAZETTEER)
    assert all(text[m.start : m.end] == m.text and m.text and m.reason for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
