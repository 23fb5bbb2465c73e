"""How sure it is that a word of the lexicon tells the claim's event, by its place in it."""

from typing import NamedTuple

from timeline.extract.coding.hits import Hit
from timeline.extract.verbs import BE, PREPOSITIONS, forms
from timeline.extract.words import Words, word_set

_OBJECT = 0.08
_MAIN_VERB = 0.25
_NOUN = -0.2
_NOT_MAIN = -0.1
_OUTSIDE = -0.1  # in the frame of what is said, and not its verb
_BY_THE_WAY = -0.25
_SUBORDINATE = -0.15
_SUPPOSED = -0.7
_POSSIBLE = -0.7
_NOBODY = -0.2
_A_WORD_LATER = -0.004

_SUBORDINATORS = word_set(
    "who which whose after following despite amid because since when while during before until if "
    "unless where over though although"
)
_SUPPOSING = word_set("if unless whether should")
_POSSIBLY = word_set("may might could can ought should")
# Who acts in public affairs, beside the actors that have a name.
PUBLIC = word_set(
    "government governments president presidents minister ministers ministry parliament senate "
    "congress court courts judge prosecutor prosecutors police army troops soldiers forces navy "
    "military rebels insurgents militants gunmen militia militias guerrillas fighters terrorists "
    "protesters demonstrators activists opposition authorities officials regime junta king queen "
    "ambassador envoy diplomats embassy union unions workers students refugees migrants prisoners "
    "hostages sanctions ceasefire truce treaty warplanes missile missiles rockets drones tanks "
    "warships border state premier chancellor party lawmakers mps governor mayor council "
    "commission countries nations leaders civilians dissidents journalists crowd separatists "
    "hackers farmers teachers nurses generals bloc alliance coalition security jets pope clashes "
    "airstrike airstrikes bomb bomber war battle strike strikes mortar artillery shelling"
)
_LIGHT_BASES = (
    "hold launch carry begin start continue resume open order announce authorise conduct stage "
    "take erupt break occur follow face draw spark call declare end make come mount approve see "
    "suffer issue go persist intensify rage collapse stall fail kill"
)
_LIGHT = BE | {form for base in _LIGHT_BASES.split() for form in forms(base)}
_NEAR_VERB = 5
_FAR_SUBJECT = 10  # "Talks between Greece and Turkey on the Aegean opened"
_CHAIN = 7
_LINKS = word_set(
    "also not been be being set due about ready able have has had going on its his a plan plans "
    "decision bid move effort attempt vow order orders yet once again begin start continue try "
    "seek want be expected"
)


class Place(NamedTuple):
    """`first`, `last`: tokens of the statement. `mains`: main verbs of claim and statement.
    `public`: somebody who acts in public affairs is spoken of."""

    first: int
    last: int
    mains: tuple[int, ...]
    public: bool


def weigh(words: Words, hit: Hit, place: Place) -> float:
    weight = hit.row.confidence + _A_WORD_LATER * hit.first
    if hit.object is not None:
        weight += _OBJECT
        if hit.object < hit.first and not hit.passive:
            weight += _BY_THE_WAY  # "the sanctions imposed on Iran"
    if _turns_on(words, hit, place.mains):
        weight += _MAIN_VERB
    elif hit.row.kind == "noun":
        weight += _NOUN
    else:
        weight += _NOT_MAIN
    if not place.first <= hit.first <= place.last and hit.first not in place.mains:
        weight += _OUTSIDE
    weight += _by_the_way(words, hit) + _unreal(words, hit, place.mains)
    if not place.public:
        weight += _NOBODY
    return weight


def _turns_on(words: Words, hit: Hit, mains: tuple[int, ...]) -> bool:
    """The hit is a main verb, the verb after its auxiliary, or the noun a light verb carries."""
    if hit.row.kind == "noun":
        return any(
            not _LIGHT.isdisjoint(words.low[main : main + 3])
            and (hit.first <= 2 or main - hit.first <= _NEAR_VERB)
            and -_FAR_SUBJECT <= hit.first - main <= _NEAR_VERB
            and not _opener_between(words, *sorted((hit.first, main)))
            for main in mains
        )
    if hit.row.kind == "adjective" and not hit.row.particles:
        return len(mains) > 1 and mains[-1] == hit.first  # "must" is a demand when it is quoted
    return any(
        main <= hit.first <= main + 2 or _led_to(words.low, main, hit.first) for main in mains
    )


def _led_to(low: list[str], main: int, at: int) -> bool:
    """ "Decided to expel", "is due to visit", "met and signed": main verbs joined to the first."""
    if not main < at <= main + _CHAIN:
        return False
    between = low[main + 1 : at]
    if between[-1:] == ["and"]:
        return "," not in between[:-1]
    if between[-2:] == ["process", "of"]:
        return True
    return "to" in between[-2:] and all(
        word == "to" or word.endswith(("ly", "ed", "ing")) or word in _LINKS for word in between
    )


def _opener_between(words: Words, first: int, last: int) -> bool:
    return any(
        words.low[i] in _SUBORDINATORS or words.low[i] in {",", ";", "by", "from"}
        for i in range(first + 1, last)
    )


def _by_the_way(words: Words, hit: Hit) -> float:
    """Told beside the event: in a relative or adverbial clause, after a preposition."""
    weight = 0.0
    participle = hit.row.tag in {"past", "participle", "same"}
    if words.low[hit.last + 1 : hit.last + 2] == ["by"] and not hit.passive and participle:
        weight += _BY_THE_WAY
    if hit.row.tag == "gerund" and hit.first and words.low[hit.first - 1] in PREPOSITIONS:
        weight += _SUBORDINATE
    for i in range(hit.first - 1, max(-1, hit.first - 6), -1):
        if words.low[i] in _SUBORDINATORS:
            return weight + _SUBORDINATE
        if words.low[i] in {",", ";"}:
            break
    return weight


def _unreal(words: Words, hit: Hit, mains: tuple[int, ...]) -> float:
    """Supposed or merely possible: "if", "whether", "could attack", "you"."""
    if hit.row.kind == "noun" or not mains:
        return 0.0
    for i in range(hit.first - 1, max(-1, hit.first - 12), -1):
        word = words.low[i]
        if word in {",", ";", ":", "”", "“"}:
            return 0.0
        if word in _SUPPOSING or (word in {"you", "you'd"} and hit.first - i <= 4):
            return _SUPPOSED
        if word in _POSSIBLY and hit.first - i <= 4 and not words.capital(i):
            return _POSSIBLE
        if word == "would" and i == mains[0] and hit.first - i <= 4:
            return _POSSIBLE  # nobody is quoted, so it is no promise
    return 0.0
