"""Plain news phrases of every event type, and what linking reads in them.

A statement is "actor phrase recipient, topic, town, country, time, figure"; all words are
Dateline's own.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from timeline.link.conflicts import figure_terms
from timeline.link.core import CORE
from timeline.link.terms import content_terms
from timeline.vocabulary import TYPE_LABEL, EventType


@dataclass(frozen=True, slots=True)
class Phrase:
    """`past` and `base` come before the recipient; `figure` ends the statement, with {n} in it."""

    type: EventType | None
    mode: str
    past: str
    base: str
    figure: str = ""

    @property
    def reason(self) -> str:
        return f"{TYPE_LABEL[self.type]}: “{self.past}”" if self.type else ""


_T = EventType
PHRASES = tuple(
    Phrase(*row)
    for row in (
        (_T.AGREE, "", "signed an agreement with", "sign an agreement with"),
        (_T.AGREE, "", "reached a settlement with", "reach a settlement with"),
        (_T.CONSULT, "visit", "sent a delegation to", "send a delegation to"),
        (_T.CONSULT, "multilateral", "opened a round of talks with", "open a round of talks with"),
        (_T.CONSULT, "phone", "telephoned", "telephone"),
        (_T.CONSULT, "third-party", "mediated for", "mediate for"),
        (_T.SUPPORT, "", "endorsed the position of", "endorse the position of"),
        (_T.SUPPORT, "", "praised", "praise"),
        (_T.CONCEDE, "", "gave way to", "give way to"),
        (_T.COOPERATE, "", "held joint exercises with", "hold joint exercises with"),
        (_T.COOPERATE, "", "shared satellite pictures with", "share satellite pictures with"),
        (_T.AID, "", "delivered relief to", "deliver relief to", ", with {n} tonnes of wheat"),
        (_T.AID, "", "lent engineers to", "lend engineers to", ", with {n} pumps"),
        (_T.RETREAT, "withdraw", "withdrew from the land of", "withdraw from the land of"),
        (_T.RETREAT, "release", "released prisoners of", "release prisoners of",
         " and freed {n} prisoners"),
        (_T.REQUEST, "assist", "asked for fuel from", "ask for fuel from"),
        (_T.REQUEST, "change", "demanded reforms from", "demand reforms from"),
        (_T.ACCUSE, "allege", "accused", "accuse"),
        (_T.ACCUSE, "disapprove", "condemned", "condemn"),
        (_T.ACCUSE, "investigate", "opened an inquiry into", "open an inquiry into"),
        (_T.REJECT, "yield", "rejected an ultimatum from", "reject an ultimatum from"),
        (_T.REJECT, "meet", "refused to receive envoys of", "refuse to receive envoys of"),
        (_T.THREATEN, "restrict", "threatened to close the border with",
         "threaten to close the border with"),
        (_T.THREATEN, "violence", "threatened to strike", "threaten to strike"),
        (_T.PROTEST, "demo", "marched against", "march against", " in {n} towns"),
        (_T.PROTEST, "strike", "went on strike against", "go on strike against"),
        (_T.SANCTION, "discontinue", "imposed sanctions on", "impose sanctions on",
         ", listing {n} companies"),
        (_T.SANCTION, "expel", "expelled envoys of", "expel envoys of",
         " and sent {n} diplomats home"),
        (_T.MOBILIZE, "troops", "massed soldiers on the border of",
         "mass soldiers on the border of", ", with {n} vehicles"),
        (_T.MOBILIZE, "police", "raised the alert of its police against",
         "raise the alert of its police against"),
        (_T.COERCE, "arrest", "arrested followers of", "arrest followers of",
         ", with {n} suspects arrested"),
        (_T.COERCE, "seize", "seized a cargo of", "seize a cargo of"),
        (_T.COERCE, "cyber", "broke into the computers of", "break into the computers of"),
        (_T.ASSAULT, "aerial", "bombed positions of", "bomb positions of", ", killing {n} people"),
        (_T.ASSAULT, "drone", "sent drones against", "send drones against",
         ", killing {n} people"),
        (_T.ASSAULT, "heavy-weapons", "shelled", "shell", ", wounding {n} people"),
        (_T.ASSAULT, "firearms", "opened fire on", "open fire on", ", killing {n} soldiers"),
        (None, "", "spoke about", "speak about"),
        (None, "", "published a survey of", "publish a survey of", ", naming {n} rivers"),
        (None, "", "marked the anniversary of", "mark the anniversary of"),
        (None, "", "counted the harvest of", "count the harvest of"),
    )
)  # fmt: skip
# Talks and attacks fill the news; concessions are seldom told.
TYPE_WEIGHTS = {
    _T.CONSULT: 19, _T.ASSAULT: 16, _T.ACCUSE: 11, _T.COERCE: 9, _T.AGREE: 7, _T.SUPPORT: 6,
    _T.SANCTION: 6, _T.REQUEST: 5, _T.REJECT: 5, _T.PROTEST: 5, _T.AID: 4, _T.MOBILIZE: 4,
    _T.COOPERATE: 4, _T.THREATEN: 4, _T.RETREAT: 3, _T.CONCEDE: 1, None: 26,
}  # fmt: skip

TOPICS = (
    "", "", "", " over grain shipments", " over fishing rights", " over river water",
    " over a disputed island", " over gas prices", " over border crossings", " over visas",
    " over the shipping lanes", " over a dam", " over mining licences", " over a railway",
    " over frozen assets", " over the debt", " over refugees", " over the election",
    " over nuclear fuel", " over steel tariffs", " over an oil terminal", " over the ceasefire",
    " over undersea cables", " over vaccines", " over a pipeline", " over cotton quotas",
    " over the airspace", " over spying", " over textbooks", " over monuments",
)  # fmt: skip

NOBODY_NAMED = (
    "officials", "witnesses", "two diplomats", "a senior officer", "the state news agency",
    "local residents", "aid workers", "a person close to the talks", "border guards",
    "the mayor of the town", "port workers", "a regional governor", "opposition lawyers",
)  # fmt: skip

# Beside the statements; nothing happens in them.
ASIDES = (
    "The road to the coast was still closed for lorries.",
    "Shops in the old market opened late.",
    "Few people were in the streets when the news came.",
    "The weather has been dry for most of the season.",
    "Both capitals are half a day apart by train.",
    "A small crowd waited outside with umbrellas.",
    "The valley has known better years.",
    "Bread costs a third more than it did in spring.",
    "The building dates from the time of the monarchy.",
    "Reporters were not let in.",
    "The text of the paper has not been shown to anybody.",
    "Old maps draw the line further south.",
    "Neighbours are watching closely.",
    "The price of tin hardly moved.",
    "Teachers in the district have heard many such words.",
    "“We have seen it all before,” a baker remarked.",
    "The ferry runs twice a week.",
    "No table was long enough for all of them.",
    "The harvest depends on it more than anyone admits.",
    "The radio played music for the rest of the evening.",
    "A photograph showed an empty chair. 📷",
    "In the cafés of the harbour hardly anyone looked up.",
    "The archive holds three versions of the story.",
    "It is a matter of pride as much as of money.",
)


@cache
def plain_terms(phrase: Phrase, topic: str) -> frozenset[str]:
    """As `link.reading` would have them: without actors, times and numbers."""
    words = content_terms(f"{phrase.past}{topic}{phrase.figure.replace('{n}', '')}")
    return words | {CORE + term for term in content_terms(phrase.past.split()[0])}


@lru_cache(maxsize=65536)
def figure_of(phrase: Phrase, number: int) -> tuple[str, frozenset[str]]:
    """The words with their number, and its term."""
    words = phrase.figure.format(n=number)
    return words, figure_terms(words)
