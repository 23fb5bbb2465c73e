"""The grammatical place of each mention: after which preposition, beside what, before what."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.actors.surface import fold, possessive_end
from timeline.extract.actors.titles import PERSON_TITLES
from timeline.extract.actors.wording import is_adjective
from timeline.extract.verbs import DETERMINERS, PREPOSITIONS, finite_at, is_past
from timeline.extract.words import Words
from timeline.records import Mention
from timeline.vocabulary import ActorKind

_JOINERS = frozenset({"and", "or", ",", "&"})
_OUTSIDE = frozenset({"apart", "aside", "besides", "unlike", "excluding", "except", "according"})
_TIME_WORDS = frozenset(
    """january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow year
    month week day night morning afternoon evening weekend spring summer autumn winter
    years months weeks days hours decade decades""".split()
)
# "dozens of Russian soldiers", "the mayor of Kyiv": what follows "of" is who acts.
_PARTS_OF = frozenset(
    """dozens scores hundreds thousands group groups number members member team majority most
    some many several all one two pair coalition crowd handful mayor people residents
    citizens supporters head""".split()
)
_SUBORDINATE = frozenset({"after", "before", "since", "until", "as", "than", "like"})
# "Russian officials", "Ukraine's army": who is meant is the country acting through them.
ACTING_HEADS = frozenset(
    """official officials troops troop forces force soldiers soldier authorities authority
    diplomat diplomats leader leaders president minister ministers premier chancellor
    envoy envoys ambassador ambassadors delegation delegates negotiators negotiator
    lawmakers lawmaker senators parliament police jets warplanes aircraft planes
    helicopters missile missiles rocket rockets drone drones artillery navy army military
    ships warships warship vessels tanks fighters fighter government cabinet regime
    administration side spokesman spokeswoman spokesperson representatives representative
    foreign defense defence prime ministry attack attacks strike strikes airstrike
    airstrikes raid raids shelling bombardment bombing invasion offensive assault
    incursion aggression advance operation operations blockade move decision proposal
    offer demand request statement announcement plan refusal veto withdrawal threat
    threats sanctions ban actions action campaign response king queen prince court courts
    prosecutors intelligence agents hackers spies people citizens voters protesters
    demonstrators rebels militants commander commanders general generals secretary chief
    counterpart counterparts""".split()
)
_TITLE_WORDS = ACTING_HEADS | {"of", "for", "state", "affairs", "former", "deputy", "vice"}
_HEADS_BEFORE_OF = ACTING_HEADS | _PARTS_OF
_DOERS = ("ers", "ors", "ists", "istas", "tor", "cutor", "ist")


class Slot(NamedTuple):
    """Where a mention stands. `first`, `last`: its tokens; `preposition`: what governs it.

    `object`: a verb stands right before it; `modifies`: it only describes what follows
    ("Russian-held areas", "Russian President Vladimir Putin"); `acts`: what follows acts
    for it; `group`: index of the first mention of its coordination ("Russia and China").
    """

    mention: Mention
    first: int
    last: int
    preposition: str | None
    object: bool
    modifies: bool
    acts: bool
    group: int


def find_slots(text: str, words: Words, mentions: Sequence[Mention]) -> list[Slot]:
    """A slot for each mention inside the words, in order."""
    slots: list[Slot] = []
    for index, mention in enumerate(mentions):
        first = words.at(mention.start)
        if first < len(words) and words.starts[first] > mention.start and first:
            first -= 1  # inside a hyphenated word: "pro-Russian"
        last = max(first, words.at(mention.end) - 1)
        if first >= len(words):
            continue
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        modifies = _modifies(text, mention, following)
        preposition, is_object = _governor(words, first, mention)
        speaks = last + 1 < len(words) and finite_at(words.low, last + 1)
        if speaks and preposition in _SUBORDINATE:
            preposition = None  # "after Iran said": no preposition but a clause
        if is_object and speaks:
            is_object = False  # "Kyiv said Moscow had struck": subject of the next verb
        group = len(slots)
        joined = _joined_to(words, slots, first) if not modifies else None
        if joined is not None:
            other = slots[joined]
            group, preposition, is_object = other.group, other.preposition, other.object
        acts = _acts(text, words, last, mention)
        slots.append(Slot(mention, first, last, preposition, is_object, modifies, acts, group))
    return slots


def _modifies(text: str, mention: Mention, following: Mention | None) -> bool:
    after = text[mention.end : mention.end + 2]
    if after[:1] in "-‑" and after[1:2].isalpha():
        return True
    if text[mention.start - 1 : mention.start] in ("-", "‑"):
        return True
    if following is None or following.kind is not ActorKind.PERSON:
        return False
    if mention.kind is ActorKind.PERSON:
        return False
    between = text[mention.end : following.start]
    if between == " ":
        return mention.kind is not ActorKind.COUNTRY or is_adjective(mention)
    plain = between.replace("’s", "").replace("'s", "").split()
    return (
        0 < len(plain) <= 6
        and plain[0].lower() in ACTING_HEADS
        and all(w[0].isupper() or w in _TITLE_WORDS or _is_title(w) for w in plain)
    )


def _governor(words: Words, first: int, mention: Mention) -> tuple[str | None, bool]:
    """The preposition before the mention's noun phrase, and whether a verb stands there."""
    unknown = 3 if mention.kind is ActorKind.PERSON else 2
    at = first - 1
    while at >= 0 and first - at <= 8:
        word = words.low[at]
        if word == "of" and at and words.low[at - 1] in _HEADS_BEFORE_OF:
            at, unknown = at - 1, 3  # "the prime minister of India" stands for India
        elif word in PREPOSITIONS or word in ("alongside", "versus"):
            if at and words.low[at - 1] in _OUTSIDE:
                return words.low[at - 1], False
            return word, False
        if word in _TIME_WORDS or word.isdigit() or not words.is_word(at):
            return None, False
        if word in ("and", "or", "that", "but", "if", "which", "who", "because", "while", "when"):
            return None, False
        if at and words.low[at - 1].endswith("ly") and is_past(word):
            at -= 2  # "newly elected"
            continue
        if finite_at(words.low, at) or word.endswith("ing") or _after_to(words, at):
            return None, True
        if word not in DETERMINERS and not words.capital(at):
            unknown -= 1
            if unknown <= 0:
                return None, True
        at -= 1
    return None, False


def _after_to(words: Words, at: int) -> bool:
    """Whether the word is an infinitive: "to help Ukraine", "would veto"."""
    return at > 0 and words.low[at - 1] in ("to", "will", "would", "could", "may", "might", "can")


def _joined_to(words: Words, slots: Sequence[Slot], first: int) -> int | None:
    """Index of the mention this one is joined to by "and", commas and small words.

    Mentions that only describe are read over: "Olaf Scholz and French President Emmanuel
    Macron".
    """
    index = len(slots) - 1
    described: set[int] = set()
    while index >= 0 and slots[index].modifies and len(slots) - index < 4:
        described.update(range(slots[index].first, slots[index].last + 1))
        index -= 1
    if index < 0 or slots[index].modifies or first - slots[index].last > 12:
        return None
    start = slots[index].last + 1
    between = [
        words.low[at]
        for at in range(start, first)
        if at not in described and not _is_title(words.low[at])
    ]
    if not between:
        return None
    if between[0] in _JOINERS and all(w in _JOINERS or w in DETERMINERS for w in between):
        return index
    phrase = " ".join(w for w in between if w != ",")
    if phrase in ("along with", "together with", "as well as", "and also", "alongside"):
        return index
    # "Russian forces and Belarusian troops": one noun may stand before the "and"
    if len(between) <= 4 and between[-1] == "and" and all(
        w.isalpha() and w not in PREPOSITIONS and not finite_at(between, i)
        for i, w in enumerate(between[:-1])
    ):  # fmt: skip
        return index
    return None


def _is_title(word: str) -> bool:
    return word in ("counterpart", "counterparts", "ally") or word.title() in PERSON_TITLES


def _acts(text: str, words: Words, last: int, mention: Mention) -> bool:
    """Whether the mention itself, or what follows and belongs to it, can act for it."""
    owned = possessive_end(fold(text[mention.end : mention.end + 4]), 0) > 0
    if not owned and not is_adjective(mention):
        return True
    for at in range(last + 1, min(len(words), last + 6)):
        word = words.low[at]
        if word in ACTING_HEADS or (len(word) > 5 and word.endswith(_DOERS)):
            return True
        if not words.is_word(at) or word in PREPOSITIONS:
            break
        if words.capital(at):
            return True
    return False
