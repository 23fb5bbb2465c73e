"""All mentions of actors in an article, in order and not overlapping."""

from collections.abc import Sequence

from timeline.extract.actors import bodies
from timeline.extract.actors.gazetteer import Gazetteer, Way
from timeline.extract.actors.hits import find_hits
from timeline.extract.actors.readings import Choice, read_hits
from timeline.extract.actors.surface import fold
from timeline.records import ActorRecord, Mention, Span


def find_mentions(
    text: str, sentences: Sequence[Span], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Mentions inside the sentences; `text[m.start:m.end] == m.text` holds for each.

    `sentences`: spans of the article proper (code points, end exclusive), so that page
    chrome names no actors. A name whose meaning the article leaves open is left out.
    """
    return find_names(text, sentences, gazetteer)[0]


def find_names(
    text: str, sentences: Sequence[Span], gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], tuple[Span, ...]]:
    """The mentions, and the spans of what is known to be no actor ("Bank of America")."""
    folded = fold(text)
    choices = read_hits(folded, find_hits(folded, sentences, gazetteer), gazetteer)
    blocked = tuple(
        Span(c.hit.start, c.hit.end)
        for c in choices
        if c.entry is None and all(e.way is Way.BLOCKED for e in c.hit.entries)
    )
    return _compose(text, folded, choices, gazetteer), blocked


def _compose(
    text: str, folded: str, choices: Sequence[Choice], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Mentions of the choices, a country and the body beside it joined to one."""
    mentions: list[Mention] = []
    owners: dict[str, set[str]] = {}
    at = 0
    while at < len(choices):
        choice = choices[at]
        at += 1
        following = choices[at] if at < len(choices) else None
        before = choices[at - 2] if at > 1 else None
        owner = None
        if before and mentions and mentions[-1].end == before.hit.end and bodies.body_of(before):
            owner = gazetteer.actors.get(mentions[-1].belongs_to or "")
        made = _body(text, folded, before, choice, following, owner, gazetteer)
        if made:
            mention, first, joined = made
            if joined:
                at += 1
            while mentions and mentions[-1].start >= first:
                mentions.pop()
            body = bodies.body_of(choice)
            if body and mention.belongs_to:
                owners.setdefault(body.suffix, set()).add(mention.belongs_to)
            mentions.append(mention)
            continue
        made_alone = _alone(text, choice, owners, gazetteer)
        if made_alone:
            mentions.append(made_alone)
        elif choice.entry and not bodies.foreign_owner(folded, before, choice):
            mentions.append(
                bodies.administration(text, folded, choice, gazetteer)
                or bodies.plain(text, choice, gazetteer)
            )
    return tuple(mentions)


def _body(
    text: str,
    folded: str,
    before: Choice | None,
    choice: Choice,
    following: Choice | None,
    owner: ActorRecord | None,
    gazetteer: Gazetteer,
) -> tuple[Mention, int, bool] | None:
    """A body with its country: the mention, where it begins, and whether it took the next.

    `owner`: the country of the body right before, for "Foreign Ministry and Defence Ministry".
    """
    body = bodies.body_of(choice)
    if body is None or bodies.describes(folded, choice):
        return None
    if choice.entry and not bodies.foreign_owner(folded, before, choice):
        return None
    end = choice.hit.end
    if before and bodies.belongs(folded, before, choice):
        start, country, joined = before.hit.start, bodies.owner_of(before), False
    elif before and folded[before.hit.end : choice.hit.start] == " and " and owner:
        start, country, joined = choice.hit.start, owner, False
    elif following and bodies.of_country(folded, choice, following):
        start, country, joined = choice.hit.start, bodies.owner_of(following), True
        end = following.hit.end
    else:
        return None
    if country is None:
        return None
    why = f'"{text[start:end]}": a body of {country.name}'
    return bodies.derived(text, Span(start, end), body, country, gazetteer, why), start, joined


def _alone(
    text: str, choice: Choice, owners: dict[str, set[str]], gazetteer: Gazetteer
) -> Mention | None:
    """ "the Defense Ministry" after one country's ministry was named, and no other's."""
    body = bodies.body_of(choice)
    start, end = choice.hit.start, choice.hit.end
    if body is None or choice.entry or not text[start].isupper():
        return None
    of = owners.get(body.suffix, set())
    country = gazetteer.actors.get(next(iter(of))) if len(of) == 1 else None
    if country is None:
        return None
    why = f'"{text[start:end]}", named before as that of {country.name}'
    return bodies.derived(text, Span(start, end), body, country, gazetteer, why)
