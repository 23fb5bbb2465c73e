"""Claims about a happening: the sentence, who says it, how it stands, the date it gives."""

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import NamedTuple

from timeline import edtf
from timeline.edtf import Edtf
from timeline.generate.happenings import Happening, When, during, other_day
from timeline.generate.phrases import NOBODY_NAMED, figure_of, plain_terms
from timeline.generate.world import Party, World
from timeline.link.terms import content_terms
from timeline.vocabulary import EventType, PublishedBasis, Role, Standing

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PLAIN = "reported: no sign of plan, doubt, denial or opinion"
_STANDINGS = (
    (0.74, Standing.REPORTED), (0.80, Standing.PLANNED), (0.87, Standing.ALLEGED),
    (0.91, Standing.DENIED), (0.95, Standing.CONFIRMED), (1.00, Standing.OPINION),
)  # fmt: skip
_STANDING_REASON = {
    Standing.REPORTED: _PLAIN,
    Standing.PLANNED: "planned: “will”",
    Standing.ALLEGED: "alleged: “allegedly”",
    Standing.DENIED: "denied: “denied”",
    Standing.CONFIRMED: "confirmed: “confirmed”",
    Standing.OPINION: "opinion: “In the view of”",
}
_LEAD_INS = {
    Standing.DENIED: "{} denied that ",
    Standing.CONFIRMED: "{} confirmed that ",
    Standing.OPINION: "In the view of {}, ",
}


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article appeared. `day`: an ordinal, also where nobody knows it."""

    day: int
    edtf: str
    value: Edtf | None
    basis: PublishedBasis
    reason: str


class Named(NamedTuple):
    """`start`: of the name in the quote."""

    party: Party
    role: Role
    start: int


class Saying(NamedTuple):
    text: str
    quote: str
    figure: str
    standing: Standing
    standing_reason: str
    attribution: str
    speaker: Party | None
    attribution_reason: str
    date: Edtf | None
    date_text: str
    date_reason: str
    type: EventType | None
    mode: str
    type_reason: str
    terms: frozenset[str]
    parties: frozenset[str]
    named: tuple[Named, ...]


class _Dated(NamedTuple):
    value: Edtf | None = None
    words: str = ""
    text: str = ""
    reason: str = ""


_UNDATED = _Dated()


def say(
    happening: Happening, further: bool, alone: bool, published: Publication, world: World,
    picks: Random,
) -> Saying:  # fmt: skip
    """`further`: not the first claim of its event, and may differ. `alone`: the only one."""
    standing = _standing(further, picks)
    dated = _dated(happening, further, published, picks)
    number = happening.number
    if further and picks.random() < 0.12:
        number += 1 + int(number * picks.random())
    figure, figures = "", frozenset[str]()
    if happening.phrase.figure and picks.random() < 0.8:
        figure, figures = figure_of(happening.phrase, number)
    statement, named = _statement(happening, standing, dated.words, figure)
    speaker, attribution = _speaker(happening, standing, world, picks)
    quote, said_at, speaker_at, attribution = _quote(
        statement, standing, attribution, speaker, picks
    )
    attributed = bool(attribution)
    text = quote if not attributed else quote[said_at : said_at + len(statement)]
    names = [Named(party, role, start + said_at) for party, role, start in named]
    if speaker and all(speaker is not one.party for one in names):
        names.append(Named(speaker, Role.MENTIONED, speaker_at))
        names.sort(key=lambda one: one.start)
    phrase = happening.phrase
    typed = phrase.type is not None and (alone or not further or picks.random() < 0.9)
    terms = plain_terms(phrase, happening.topic) | content_terms_of(happening.town) | figures
    parties = frozenset[str]().union(*(party.parties for party, _, _ in named))
    return Saying(
        text=text,
        quote=quote,
        figure=figure,
        standing=standing,
        standing_reason=_STANDING_REASON[standing],
        attribution=attribution,
        speaker=speaker,
        attribution_reason=f"said so: “{attribution}”" if attributed else "",
        date=dated.value,
        date_text=dated.text,
        date_reason=dated.reason,
        type=phrase.type if typed else None,
        mode=phrase.mode if typed else "",
        type_reason=phrase.reason if typed else "",
        terms=terms,
        parties=parties,
        named=tuple(names),
    )


def _standing(further: bool, picks: Random) -> Standing:
    at = picks.random()
    found = next(standing for top, standing in _STANDINGS if at < top)
    return found if further or found != Standing.DENIED else Standing.REPORTED


def _dated(happening: Happening, further: bool, published: Publication, picks: Random) -> _Dated:
    when, at = happening.when, picks.random()
    if when is None or (further and at < 0.1):
        return _UNDATED
    exact = when.value.kind == "day"
    if further and exact and at < 0.24:
        when = during(when.value.text[:7]) if at < 0.2 else other_day(happening.day, picks)
        exact = when.value.kind == "day"
    text = when.words.strip().removeprefix("on ").removeprefix("in ")
    if exact and when.value.earliest:
        return _of_day(when, when.value.earliest, text, published, picks)
    return _Dated(when.value, when.words, text, f"“{text}”")


def _of_day(when: When, day: date, text: str, published: Publication, picks: Random) -> _Dated:
    """The day in full, or by words that need the article's date."""
    basis = published.basis
    if basis == PublishedBasis.INFERRED and published.value:
        text = f"{day.day} {edtf.MONTHS[day.month - 1]}"
        reason = f"“{text}” + published {published.value.phrase()} (inferred) = {when.words[4:]}"
        return _Dated(when.value, f" on {text}", text, reason)
    near = 0 <= published.day - day.toordinal() < 7
    if near and published.value and published.value.is_exact and picks.random() < 0.5:
        text = WEEKDAYS[day.weekday()]
        reason = f"“on {text}” + published {published.value.phrase()} = {when.words[4:]}"
        return _Dated(when.value, f" on {text}", text, reason)
    return _Dated(when.value, when.words, text, f"“{text}”")


def _statement(
    happening: Happening, standing: Standing, when: str, figure: str
) -> tuple[str, list[tuple[Party, Role, int]]]:
    """What is said to have happened, and where in it each party is named."""
    phrase, recipient, country = happening.phrase, happening.recipient, happening.country
    said = ""
    named: list[tuple[Party, Role, int]] = []
    for actor in happening.actors:
        said += f"{' and ' if said else ''}{actor.before}"
        named.append((actor, Role.ACTOR, len(said)))
        said += actor.name
    if standing == Standing.PLANNED:
        said += f" will {phrase.base} {recipient.before}"
    elif standing == Standing.ALLEGED:
        said += f" allegedly {phrase.past} {recipient.before}"
    else:
        said += f" {phrase.past} {recipient.before}"
    named.append((recipient, Role.RECIPIENT if phrase.type else Role.MENTIONED, len(said)))
    said += f"{recipient.name}{happening.topic} near {happening.town}"
    if country:
        said += f" in {country.before}"
        named.append((country, Role.MENTIONED, len(said)))
        said += country.name
    return f"{said}{when}{figure}", named


def _speaker(
    happening: Happening, standing: Standing, world: World, picks: Random
) -> tuple[Party | None, str]:
    """Who says so, and the words for it; nobody for what is simply told."""
    at = picks.random()
    if standing == Standing.DENIED:
        speaker = happening.actors[0]
    elif standing in _LEAD_INS or at < 0.3:
        far = world.parties[int(len(world.parties) * picks.random() ** 3)]
        speaker = happening.recipient if picks.random() < 0.5 else far
    elif at < 0.55:
        return None, NOBODY_NAMED[int(len(NOBODY_NAMED) * picks.random())]
    else:
        return None, ""
    return speaker, speaker.before + speaker.name


def _quote(
    statement: str, standing: Standing, attribution: str, speaker: Party | None, picks: Random
) -> tuple[str, int, int, str]:
    """The sentence, the places in it of statement and speaker, and the speaker as written."""
    before = len(speaker.before) if speaker else 0
    lead_in = _LEAD_INS.get(standing)
    if not attribution:
        return f"{_capital(statement)}.", 0, 0, ""
    if lead_in is None:
        form = picks.random()
        if form < 0.5:
            quote = f"{_capital(statement)}, {attribution} said."
            return quote, 0, len(statement) + 2 + before, attribution
        lead_in = "{} said that " if form < 0.8 else "According to {}, "
    if lead_in.startswith("{}"):
        attribution = _capital(attribution)
    lead = lead_in.format(attribution)
    return f"{lead}{statement}.", len(lead), lead_in.index("{}") + before, attribution


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_TERMS: dict[str, frozenset[str]] = {}


def content_terms_of(town: str) -> frozenset[str]:
    found = _TERMS.get(town)
    if found is None:
        found = _TERMS[town] = content_terms(town)
    return found
