"""A small hand-made world, so that these tests do not move when the knowledge files do."""

from timeline.extract.actors import build_gazetteer
from timeline.knowledge.bodies import BodyRecord
from timeline.records import ActorRecord, AliasRecord, Knowledge, OfficeRecord, Span
from timeline.vocabulary import ActorKind, AliasKind


def country(key, name, iso3, adjectives="", people="", capital="", short="", abbreviations=""):
    groups = (
        (AliasKind.ADJECTIVE, adjectives),
        (AliasKind.PEOPLE, people),
        (AliasKind.CAPITAL, capital),
        (AliasKind.SHORT, short),
        (AliasKind.ABBREVIATION, abbreviations),
    )
    aliases = tuple(
        AliasRecord(text, kind) for kind, texts in groups for text in texts.split(";") if text
    )
    return ActorRecord(key, name, ActorKind.COUNTRY, iso3=iso3, aliases=aliases)


def person(key, name, belongs_to, *names):
    aliases = tuple(AliasRecord(text, AliasKind.NAME) for text in names)
    return ActorRecord(key, name, ActorKind.PERSON, belongs_to=belongs_to, aliases=aliases)


def group(key, name, kind, belongs_to=None, short="", seat=""):
    aliases = tuple(AliasRecord(t, AliasKind.ABBREVIATION) for t in short.split(";") if t)
    aliases += tuple(AliasRecord(t, AliasKind.SEAT) for t in seat.split(";") if t)
    return ActorRecord(key, name, kind, belongs_to=belongs_to, aliases=aliases)


ACTORS = (
    country("russia", "Russia", "RUS", "Russian", "Russians", "Moscow"),
    country("ukraine", "Ukraine", "UKR", "Ukrainian", "Ukrainians", "Kyiv;Kiev"),
    country(
        "united-states", "United States", "USA", "American", "Americans", "Washington",
        "America", "US;U.S.;USA",
    ),
    country(
        "united-kingdom", "United Kingdom", "GBR", "British", "Britons", "London", "Britain",
        "UK;U.K.",
    ),
    country("china", "China", "CHN", "Chinese", "", "Beijing"),
    country("france", "France", "FRA", "French", "", "Paris"),
    country("germany", "Germany", "DEU", "German", "Germans", "Berlin"),
    country("belgium", "Belgium", "BEL", "Belgian", "Belgians", "Brussels"),
    country("north-korea", "North Korea", "PRK", "North Korean", "North Koreans", "Pyongyang"),
    country(
        "south-korea", "South Korea", "KOR", "South Korean;Korean", "South Koreans", "Seoul",
        "Korea",
    ),
    country("georgia", "Georgia", "GEO", "Georgian", "Georgians", "Tbilisi"),
    country("jordan", "Jordan", "JOR", "Jordanian", "Jordanians", "Amman"),
    country("chad", "Chad", "TCD", "Chadian", "Chadians"),
    country("sudan", "Sudan", "SDN", "Sudanese", "", "Khartoum"),
    country("turkey", "Turkey", "TUR", "Turkish", "Turks", "Ankara", "Turkiye"),
    country("syria", "Syria", "SYR", "Syrian", "Syrians", "Damascus"),
    country("iran", "Iran", "IRN", "Iranian", "Iranians", "Tehran"),
    country("israel", "Israel", "ISR", "Israeli", "Israelis"),
    country("india", "India", "IND", "Indian", "Indians", "New Delhi"),
    country("japan", "Japan", "JPN", "Japanese", "", "Tokyo"),
    country("mexico", "Mexico", "MEX", "Mexican", "Mexicans", "Mexico City"),
    country("guinea", "Guinea", "GIN", "Guinean", "Guineans", "Conakry"),
    country("papua-new-guinea", "Papua New Guinea", "PNG"),
    country("congo", "Republic of the Congo", "COG", "Congolese", "", "Brazzaville", "Congo"),
    country("dr-congo", "DR Congo", "COD", "Congolese", "", "Kinshasa", "Congo"),
    country("costa-rica", "Costa Rica", "CRI", "Costa Rican", "", "San José;San Jose"),
    country("luxembourg", "Luxembourg", "LUX", "Luxembourgish", "", "Luxembourg"),
    country("poland", "Poland", "POL", "Polish", "Poles", "Warsaw"),
    person("vladimir-putin", "Vladimir Putin", "russia", "Putin"),
    person("joe-biden", "Joe Biden", "united-states", "Biden"),
    person("kim-jong-un", "Kim Jong Un", "north-korea"),
    person("boris-johnson", "Boris Johnson", "united-kingdom"),
    person("theresa-may", "Theresa May", "united-kingdom"),
    person("bill-clinton", "Bill Clinton", "united-states"),
    person("hillary-clinton", "Hillary Clinton", "united-states"),
    group("united-nations", "United Nations", ActorKind.ORGANISATION, short="UN;U.N."),
    group("european-union", "European Union", ActorKind.ORGANISATION, short="EU"),
    group("who", "World Health Organization", ActorKind.ORGANISATION, short="WHO"),
    group("ap", "The Associated Press", ActorKind.ORGANISATION, short="AP"),
    group("hamas", "Hamas", ActorKind.ARMED_GROUP),
    group("washington-post", "The Washington Post", ActorKind.ORGANISATION, "united-states"),
    group(
        "us-supreme-court", "Supreme Court", ActorKind.GOVERNMENT_BODY, "united-states",
        short="SCOTUS",
    ),
    group(
        "united-states-intelligence", "United States intelligence", ActorKind.GOVERNMENT_BODY,
        "united-states",
    ),
    group("kremlin", "Kremlin", ActorKind.GOVERNMENT_BODY, "russia"),
    group("reserve-bank", "Reserve Bank of India", ActorKind.GOVERNMENT_BODY, "india", "RBI"),
)  # fmt: skip
BODY = ActorKind.GOVERNMENT_BODY
BODIES = (
    BodyRecord(
        "ministry-of-defence", "{adjective} Ministry of Defence", BODY, "country",
        ("Ministry of Defence", "Ministry of Defense", "Defence Ministry", "Defense Ministry",
         "defence ministry", "defense ministry"),
    ),
    BodyRecord(
        "ministry-of-foreign-affairs", "{adjective} Ministry of Foreign Affairs", BODY, "country",
        ("Foreign Ministry", "Ministry of Foreign Affairs"),
    ),
    BodyRecord(
        "armed-forces", "{adjective} Armed Forces", BODY, "country",
        ("military", "troops", "forces", "army"),
    ),
    BodyRecord(
        "intelligence", "{name} intelligence", BODY, "country",
        ("intelligence", "intelligence officials"),
    ),
    BodyRecord("supreme-court", "{adjective} Supreme Court", BODY, "country", ("Supreme Court",)),
    BodyRecord("police", "{adjective} police", BODY, "country", ("police",)),
    BodyRecord("", "{name}", ActorKind.COUNTRY, "country", ("officials", "government")),
    BodyRecord(
        "administration", "{surname} administration", BODY, "head",
        ("administration", "government"),
    ),
)  # fmt: skip
OFFICES = (
    OfficeRecord("kim-jong-un", "leader", "north-korea", "2011-12-17", None),
    OfficeRecord("bill-clinton", "president", "united-states", "1993-01-20", "2001-01-20"),
    OfficeRecord("hillary-clinton", "secretary of state", "united-states", "2009-01-21", "2013"),
)
GAZETTEER = build_gazetteer(Knowledge(ACTORS, OFFICES), BODIES)


def whole(text):
    """The whole text as one sentence."""
    return (Span(0, len(text)),)
