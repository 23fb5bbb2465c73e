"""Phrases for actors that the article names elsewhere: "the North", "the separatist regions"."""

import re
from collections import Counter
from collections.abc import Sequence

from timeline.records import Mention
from timeline.vocabulary import ActorKind

_PHRASE = re.compile(
    r"(?=[NSsbr])\b"
    r"(?:(?P<half>(?<=[Tt]he )(?:North|South)(?=[’']s |[ ,.;:)]))(?! [A-Z]| of\b| and the South)"
    r"|(?P<lands>(?:separatist|breakaway|secessionist|rebel|self-proclaimed|self-styled)[ -]"
    r"(?:regions|territories|republics|provinces|states|entities|enclaves|areas)))\b"
)
_HALVES = {"North": "north-korea", "South": "south-korea"}
# Lands that broke away together.
_TOGETHER = (("donetsk", "luhansk"), ("abkhazia", "south-ossetia"))
_LEAST_FOR_MAIN = 2
_CLEAR = 2  # times as often as the third


def phrases_in(
    text: str, start: int, end: int, named: dict[str, Mention]
) -> list[tuple[re.Match[str], tuple[Mention, ...]]]:
    """Phrases in `text[start:end]` with the actors they mean; `named`: the article's, by key."""
    found: list[tuple[re.Match[str], tuple[Mention, ...]]] = []
    for match in _PHRASE.finditer(text, start, end):
        if match.group("half"):
            meant = named.get(_HALVES[match.group("half")])
            if meant:
                found.append((match, (meant,)))
            continue
        pairs = [pair for pair in _TOGETHER if all(key in named for key in pair)]
        if len(pairs) == 1:
            found.append((match, tuple(named[key] for key in pairs[0])))
    return found


def main_pair(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The two countries an article is about: both named often, any third much less.

    Bodies and people count for their country. Empty when it is about one, or about many.
    """
    counts = Counter(mention.iso3 for mention in mentions if mention.iso3)
    first = {m.iso3: m for m in reversed(mentions) if m.kind is ActorKind.COUNTRY and m.iso3}
    ranked = counts.most_common(3)
    if len(ranked) < 2 or ranked[1][1] < _LEAST_FOR_MAIN:
        return ()
    if len(ranked) > 2 and ranked[1][1] < _CLEAR * ranked[2][1]:
        return ()
    pair = [first.get(code) for code, _ in ranked[:2]]
    return tuple(mention for mention in pair if mention) if all(pair) else ()
