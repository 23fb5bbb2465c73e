"""The data files hold together: what a row points to exists, and nothing says two things."""

from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise

import pytest

from timeline import edtf
from timeline.extract.actors.contested import load_contested
from timeline.knowledge.loader import (
    load_ambiguous,
    load_bodies,
    load_decoys,
    load_knowledge,
    load_surnames,
)
from timeline.records import OfficeRecord
from timeline.vocabulary import ActorKind, AliasKind

KNOWLEDGE = load_knowledge()
ACTORS = {actor.key: actor for actor in KNOWLEDGE.actors}
UN_MEMBERS = """
    AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA
    BRA BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK
    COD DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD
    GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR KWT KGZ
    LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG
    MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL
    PRT QAT KOR ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF
    SSD ESP LKA SDN SUR SWE CHE SYR TJK TZA THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR
    USA URY UZB VUT VEN VNM YEM ZMB ZWE
""".split()
# Offices that one person holds at a time.
SINGLE_HOLDER = {
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "supreme leader",
    "emperor",
    "monarch",
    "pope",
    "secretary of state",
    "secretary general",
    "foreign minister",
    "foreign secretary",
}


def test_keys_are_unique():
    repeated = [key for key, n in Counter(a.key for a in KNOWLEDGE.actors).items() if n > 1]
    assert repeated == []


def test_every_parent_exists_and_chains_end():
    for actor in KNOWLEDGE.actors:
        seen = {actor.key}
        parent = actor.belongs_to
        while parent:
            assert parent in ACTORS, f"{actor.key} belongs to {parent}"
            assert parent not in seen, f"{actor.key} belongs to itself by {parent}"
            seen.add(parent)
            parent = ACTORS[parent].belongs_to


def test_codes_and_identifiers_are_not_shared():
    for field in ("iso2", "iso3", "wikidata"):
        values = [getattr(actor, field) for actor in KNOWLEDGE.actors if getattr(actor, field)]
        assert [v for v, n in Counter(values).items() if n > 1] == [], field


def test_countries_hold_both_codes_or_none():
    odd = [a.key for a in KNOWLEDGE.actors if (a.iso2 is None) != (a.iso3 is None)]
    assert odd == []


def test_all_members_of_the_united_nations_are_countries():
    assert len(set(UN_MEMBERS)) == 193
    countries = {a.iso3 for a in KNOWLEDGE.actors if a.kind is ActorKind.COUNTRY}
    assert set(UN_MEMBERS) - countries == set()


def test_only_persons_have_surnames_and_each_ends_a_name():
    for key, surnames in load_surnames().items():
        actor = ACTORS[key]
        assert actor.kind is ActorKind.PERSON
        names = [alias.text for alias in actor.aliases]
        for surname in surnames:
            assert any(surname in name for name in names), f"{key}: {surname}"


def test_an_alias_of_two_actors_is_listed_as_contested():
    owners: dict[str, set[str]] = defaultdict(set)
    for actor in KNOWLEDGE.actors:
        for alias in actor.aliases:
            owners[alias.text].add(actor.key)
    shared = {text: keys for text, keys in owners.items() if len(keys) > 1}
    assert {text: keys for text, keys in shared.items() if text not in load_contested()} == {}


def test_contested_names_point_to_known_actors():
    codes = {actor.iso3 for actor in KNOWLEDGE.actors}
    for name, readings in load_contested().items():
        for reading in readings:
            known = reading.actor is None or reading.actor in codes or reading.actor in ACTORS
            assert known, f"{name}: {reading.actor}"


def test_doubtful_names_are_names_of_actors():
    aliases = {alias.text for actor in KNOWLEDGE.actors for alias in actor.aliases}
    for text, record in load_ambiguous().items():
        assert text in aliases, text
        assert record.usual is None or record.usual in ACTORS, text


def test_decoys_hold_a_name():
    aliases = {alias.text for actor in KNOWLEDGE.actors for alias in actor.aliases}
    for phrase in load_decoys():
        assert phrase not in aliases
        assert any(f" {name} " in f" {phrase} " for name in aliases), phrase


def test_aliases_hold_no_stray_spaces():
    odd = [
        alias.text
        for actor in KNOWLEDGE.actors
        for alias in actor.aliases
        if alias.text != " ".join(alias.text.split())
    ]
    assert odd == []


def test_countries_have_an_adjective_to_name_their_bodies():
    """Countries whose adjective is the name itself are few; each is meant."""
    without = {
        actor.key
        for actor in KNOWLEDGE.actors
        if actor.iso3 in UN_MEMBERS
        and not any(alias.kind is AliasKind.ADJECTIVE for alias in actor.aliases)
    }
    assert without == {"new-zealand"}


def test_offices_name_known_persons_and_bodies():
    for office in KNOWLEDGE.offices:
        assert ACTORS[office.person].kind is ActorKind.PERSON, office
        assert office.of in ACTORS, office


def _single_holder_terms() -> dict[tuple[str, str], list[OfficeRecord]]:
    terms: dict[tuple[str, str], list[OfficeRecord]] = defaultdict(list)
    for office in KNOWLEDGE.offices:
        if office.office in SINGLE_HOLDER:
            terms[office.office, office.of].append(office)
    return terms


def test_terms_of_one_office_do_not_overlap():
    for (office, of), held in _single_holder_terms().items():
        held.sort(key=lambda term: term.since)
        for earlier, later in pairwise(held):
            assert earlier.until, f"{office} of {of}: {earlier.person} has no end"
            assert earlier.until <= later.since, f"{office} of {of}: {earlier}, {later}"


@pytest.mark.parametrize(
    ("office", "of", "day", "person"),
    [
        ("president", "united-states", "1999-06-01", "bill-clinton"),
        ("president", "united-states", "2022-09-06", "joe-biden"),
        ("president", "united-states", "2025-01-20", "donald-trump"),
        ("prime minister", "united-kingdom", "1988-01-01", "margaret-thatcher"),
        ("prime minister", "united-kingdom", "2022-10-01", "liz-truss"),
        ("prime minister", "united-kingdom", "2024-07-05", "keir-starmer"),
        ("chancellor", "germany", "2025-05-07", "friedrich-merz"),
        ("prime minister", "canada", "2025-03-15", "mark-carney"),
        ("prime minister", "japan", "2025-10-22", "sanae-takaichi"),
        ("president", "south-korea", "2018-04-27", "moon-jae-in"),
        ("president", "south-korea", "2025-06-05", "lee-jae-myung"),
        ("pope", "vatican-city", "2025-05-09", "pope-leo-xiv"),
        ("secretary general", "nato", "2024-10-02", "mark-rutte"),
        ("secretary general", "united-nations", "2003-03-20", "kofi-annan"),
        ("supreme leader", "iran", "2015-07-14", "ali-khamenei"),
        ("president", "russia", "2010-01-01", "dmitry-medvedev"),
        ("president", "syria", "2013-08-21", "bashar-assad"),
    ],
)
def test_who_held_an_office_on_a_day(office: str, of: str, day: str, person: str):
    held = _single_holder_terms()[office, of]
    assert [t.person for t in held if t.since <= day and (not t.until or day < t.until)] == [person]


def test_terms_lie_in_living_memory():
    for office in KNOWLEDGE.offices:
        assert "1900" < office.since < "2030", office


def test_anchors_are_unique_and_name_known_actors():
    keys = [anchor.key for anchor in KNOWLEDGE.anchors]
    assert len(keys) == len(set(keys)) >= 170
    for anchor in KNOWLEDGE.anchors:
        assert [key for key in anchor.actors if key not in ACTORS] == [], anchor.key


def test_anchors_are_dated_to_the_day_between_1985_and_now():
    for anchor in KNOWLEDGE.anchors:
        value = edtf.parse(anchor.date)
        assert value.is_exact
        assert value.earliest
        assert date(1985, 1, 1) <= value.earliest <= date.today(), anchor.key


def test_a_key_with_a_year_agrees_with_the_date():
    for anchor in KNOWLEDGE.anchors:
        ending = anchor.key.rsplit("-", 1)[-1]
        if ending.isdigit() and len(ending) == 4:
            assert anchor.date.startswith(ending), anchor.key


def test_terms_are_lower_case_and_plain():
    for anchor in KNOWLEDGE.anchors:
        for group in anchor.terms:
            assert all(term == term.lower().strip() and len(term) > 1 for term in group), anchor.key
            assert len(set(group)) == len(group), f"{anchor.key} repeats a term"


def test_bodies_share_no_form_within_the_same_position():
    forms = Counter((body.after, form) for body in load_bodies() for form in body.forms)
    assert [form for form, n in forms.items() if n > 1] == []
