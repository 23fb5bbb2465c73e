"""The field's terms as enumerations: shared by extraction, models, exports and pages.

Event types, modes and quad classes: PLOVER manual (16 types). Reliability and
credibility: Admiralty code. Time types: TIMEX3. Nothing here knows Django.
"""

from enum import IntEnum, StrEnum


class Standing(StrEnum):
    """How a claim stands according to whoever makes it."""

    REPORTED = "reported"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    OPINION = "opinion"


class Role(StrEnum):
    """The part an actor takes. MENTIONED: named in the passage, no part decided."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    MENTIONED = "mentioned"


class ActorKind(StrEnum):
    COUNTRY = "country"
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT_BODY = "government_body"
    ARMED_GROUP = "armed_group"
    PLACE = "place"


class SuggestionState(StrEnum):
    """What a curator decided of a name that reading offers as an actor."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class AliasKind(StrEnum):
    """How a form of words stands for an actor."""

    NAME = "name"
    SHORT = "short"
    ABBREVIATION = "abbreviation"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"


class SourceKind(StrEnum):
    OUTLET = "outlet"
    AGENCY = "agency"
    MINISTRY = "ministry"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


class Reliability(StrEnum):
    """Admiralty code, reliability of a source."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class PublishedBasis(StrEnum):
    """How an article's publication date is known, in order of belief."""

    CURATED = "curated"
    MANIFEST = "manifest"
    ARGUMENT = "argument"
    PAGE = "page"
    DATELINE = "dateline"
    FILENAME = "filename"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class ConflictKind(StrEnum):
    """What sources disagree on.

    ATTRIBUTION: who did it. DENIAL: whether it is so. RECORD: a source's date is not the one
    on record.
    """

    DATE = "date"
    NUMBER = "number"
    ATTRIBUTION = "attribution"
    DENIAL = "denial"
    RECORD = "record"


class Verdict(StrEnum):
    """Whether a claim is about an event. Unsure goes to review, never merged by machine."""

    SAME = "same"
    NEW = "new"
    UNSURE = "unsure"


class QuadClass(IntEnum):
    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


class EventType(StrEnum):
    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


# The PLOVER manual puts SANCTION in 4 in one table and in 3 in another; we use 4.
QUAD_CLASS: dict[EventType, QuadClass] = {
    EventType.AGREE: QuadClass.VERBAL_COOPERATION,
    EventType.CONSULT: QuadClass.VERBAL_COOPERATION,
    EventType.SUPPORT: QuadClass.VERBAL_COOPERATION,
    EventType.CONCEDE: QuadClass.VERBAL_COOPERATION,
    EventType.COOPERATE: QuadClass.MATERIAL_COOPERATION,
    EventType.AID: QuadClass.MATERIAL_COOPERATION,
    EventType.RETREAT: QuadClass.MATERIAL_COOPERATION,
    EventType.REQUEST: QuadClass.VERBAL_CONFLICT,
    EventType.ACCUSE: QuadClass.VERBAL_CONFLICT,
    EventType.REJECT: QuadClass.VERBAL_CONFLICT,
    EventType.THREATEN: QuadClass.VERBAL_CONFLICT,
    EventType.PROTEST: QuadClass.MATERIAL_CONFLICT,
    EventType.SANCTION: QuadClass.MATERIAL_CONFLICT,
    EventType.MOBILIZE: QuadClass.MATERIAL_CONFLICT,
    EventType.COERCE: QuadClass.MATERIAL_CONFLICT,
    EventType.ASSAULT: QuadClass.MATERIAL_CONFLICT,
}

MODES: dict[EventType, tuple[str, ...]] = {
    EventType.CONSULT: ("visit", "third-party", "multilateral", "phone"),
    EventType.RETREAT: ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    EventType.REQUEST: ("assist", "change", "yield", "meet"),
    EventType.REJECT: ("assist", "change", "yield", "meet"),
    EventType.ACCUSE: ("disapprove", "investigate", "allege"),
    EventType.THREATEN: (
        "restrict",
        "arrest",
        "relations",
        "expel",
        "territory",
        "violence",
    ),
    EventType.PROTEST: ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    EventType.SANCTION: ("convict", "expel", "withdraw", "discontinue"),
    EventType.MOBILIZE: ("troops", "weapons", "police", "militia"),
    EventType.COERCE: (
        "seize",
        "restrict",
        "censor",
        "curfew",
        "martial-law",
        "arrest",
        "deport",
        "withhold",
        "misinformation",
        "cyber",
    ),
    EventType.ASSAULT: (
        "abduct",
        "beat",
        "torture",
        "sexual",
        "targeted",
        "destroy",
        "primitive",
        "firearms",
        "explosives",
        "suicide-attack",
        "aerial",
        "drone",
        "heavy-weapons",
        "crowd-control",
        "unconventional",
    ),
}

# Plain words for pages; the code itself stands in details and exports.
TYPE_LABEL: dict[EventType, str] = {
    EventType.AGREE: "Agreement",
    EventType.CONSULT: "Talks",
    EventType.SUPPORT: "Support",
    EventType.CONCEDE: "Concession",
    EventType.COOPERATE: "Cooperation",
    EventType.AID: "Aid",
    EventType.RETREAT: "Retreat",
    EventType.REQUEST: "Demand",
    EventType.ACCUSE: "Accusation",
    EventType.REJECT: "Rejection",
    EventType.THREATEN: "Threat",
    EventType.PROTEST: "Protest",
    EventType.SANCTION: "Sanctions",
    EventType.MOBILIZE: "Mobilisation",
    EventType.COERCE: "Coercion",
    EventType.ASSAULT: "Attack",
}

QUAD_LABEL: dict[QuadClass, str] = {
    QuadClass.VERBAL_COOPERATION: "Verbal cooperation",
    QuadClass.MATERIAL_COOPERATION: "Material cooperation",
    QuadClass.VERBAL_CONFLICT: "Verbal conflict",
    QuadClass.MATERIAL_CONFLICT: "Material conflict",
}

STANDING_LABEL: dict[Standing, str] = {s: s.value.capitalize() for s in Standing}

RELIABILITY_LABEL: dict[Reliability, str] = {
    Reliability.A: "A: completely reliable",
    Reliability.B: "B: usually reliable",
    Reliability.C: "C: fairly reliable",
    Reliability.D: "D: not usually reliable",
    Reliability.E: "E: unreliable",
    Reliability.F: "F: cannot be judged",
}
