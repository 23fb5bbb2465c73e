"""How the reason of a mention says in which way a form stands for its actor."""

from timeline.records import Mention
from timeline.vocabulary import AliasKind

WORDING = {
    AliasKind.NAME: '"{form}" names {actor}',
    AliasKind.SHORT: '"{form}", short for {actor}',
    AliasKind.ABBREVIATION: '"{form}", abbreviation of {actor}',
    AliasKind.ADJECTIVE: '"{form}", adjective of {actor}',
    AliasKind.PEOPLE: '"{form}", people of {actor}',
    AliasKind.CAPITAL: '"{form}", capital of {actor}, for its government',
    AliasKind.SEAT: '"{form}", seat of {actor}, for those who sit there',
}
AS_PLACE = '"{before} {form}": capital of {actor}, as a place'
AS_DATELINE = '"{form}", capital of {actor}, as the place the report was filed from'


def is_adjective(mention: Mention) -> bool:
    """Whether the mention was read as a country's adjective."""
    return ", adjective of " in mention.reason


def is_place(mention: Mention) -> bool:
    """Whether the mention was read as a place and not as who acts there."""
    return ", as a place" in mention.reason or ", as the place " in mention.reason
