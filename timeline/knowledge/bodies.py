"""Bodies of a state by pattern: "Russia's Defense Ministry" is the Russian Ministry of Defence.

A body with an empty suffix stands for the country itself ("US officials").
"""

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.records import ActorRecord
from timeline.vocabulary import ActorKind, AliasKind

# Where the everyday adjective does not make the name of a body.
_ADJECTIVE_IN_NAMES = {"united-states": "United States", "philippines": "Philippine"}


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """Words that after a country's name or adjective, or a head's surname, name a body.

    `after` is "country" or "head". `name` is a template of {adjective}, {name} or {surname}.
    Forms are matched as written, case included.
    """

    suffix: str
    name: str
    kind: ActorKind
    after: str
    forms: tuple[str, ...]


def body_of_country(
    body: BodyRecord, country: ActorRecord, actors: Mapping[str, ActorRecord] | None = None
) -> ActorRecord:
    """The body of `country`: the actor known under its key in `actors`, else a new record.

    The country itself when the body has no suffix. Raises ValueError for a body that
    follows a head's surname.
    """
    if body.after != "country":
        raise ValueError(f"{body.suffix!r} follows the surname of a head, not a country")
    if not body.suffix:
        return country
    key = f"{country.key}-{body.suffix}"
    known = actors.get(key) if actors else None
    if known is not None:
        return known
    name = body.name.format(adjective=adjective_of(country), name=country.name)
    return ActorRecord(key=key, name=name, kind=body.kind, belongs_to=country.key)


def body_of_head(body: BodyRecord, head: ActorRecord, surname: str) -> ActorRecord:
    """The administration of a head of state or government: "Biden administration".

    Belongs to the head's country. Raises ValueError for a body that follows a country.
    """
    if body.after != "head":
        raise ValueError(f"{body.suffix!r} follows a country, not the surname of a head")
    return ActorRecord(
        key=f"{head.key}-{body.suffix}",
        name=body.name.format(surname=surname),
        kind=body.kind,
        belongs_to=head.belongs_to,
    )


def adjective_of(country: ActorRecord) -> str:
    """The adjective its bodies are named with: the first listed, or the name without one."""
    fixed = _ADJECTIVE_IN_NAMES.get(country.key)
    if fixed:
        return fixed
    listed = (alias.text for alias in country.aliases if alias.kind is AliasKind.ADJECTIVE)
    return next(listed, country.name)
