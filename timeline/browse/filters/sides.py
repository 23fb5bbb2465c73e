"""Two filters in one query string: "a." and "b." before what one side asks, nothing for both."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Self

from django.utils.datastructures import MultiValueDict

from timeline.browse.filters.fields import BY_NAME, FIELDS, PLACE, Field
from timeline.browse.filters.query_string import as_query, read_filter, written
from timeline.browse.filters.readers import choice, one
from timeline.browse.filters.value import Filter, Problem

A, B = "a", "b"
ASKED = frozenset(BY_NAME) - PLACE
# Which events are listed: told by one side only, by both, or by both and not alike.
SHOW = "show"
SHOWN = ("a", "both", "b", "disagree")
# Of these all have to hold, so both sides' and one side's go together.
JOINED = frozenset({"actor", "by", "towards", "evidence"})
_read_shown = one(choice(*SHOWN))


@dataclass(frozen=True)
class Sides:
    """`common` holds for both sides and says the place in the list; `a` and `b` what is theirs.

    The names of `problems` are those of the address, so "a.source" for one of side A.
    """

    common: Filter = field(default_factory=Filter)
    a: Filter = field(default_factory=Filter)
    b: Filter = field(default_factory=Filter)
    show: str = ""
    problems: tuple[Problem, ...] = ()

    @cached_property
    def whole_a(self) -> Filter:
        """All that side A asks for."""
        return self._whole(self.a)

    @cached_property
    def whole_b(self) -> Filter:
        return self._whole(self.b)

    @property
    def asked(self) -> bool:
        """Whether there is anything to compare."""
        return self._asks(lambda each: each.narrow or each.claims)

    @property
    def for_both(self) -> bool:
        return any(each.asked(self.common) for each in FIELDS if each.name in ASKED)

    @property
    def choose_claims(self) -> bool:
        """Whether a side asks for some of the claims about an event, so that sides may differ."""
        return self._asks(lambda each: each.claims)

    @cached_property
    def before_and_after(self) -> bool:
        """Whether side A is side B as it was known earlier."""
        then, now = self.whole_a.known_by, self.whole_b.known_by
        same = replace(self.a, known=None) == replace(self.b, known=None)
        return same and then is not None and (now is None or then < now)

    def first_page(self, show: str | None = None) -> Self:
        """From the start and with no passage open; another part of the events with `show`."""
        common = replace(self.common, before=None, after=None, passage=None)
        return replace(self, common=common, show=self.show if show is None else show)

    def _asks(self, of_kind: Callable[[Field], Any]) -> bool:
        wanted = [each for each in FIELDS if of_kind(each)]
        return any(each.asked(side) for side in (self.a, self.b) for each in wanted)

    def _whole(self, side: Filter) -> Filter:
        given: dict[str, Any] = {}
        for each in FIELDS:
            if value := getattr(side, each.attribute):
                both = getattr(self.common, each.attribute) if each.name in JOINED else ()
                given[each.attribute] = (*both, *value) if both else value
        return replace(self.common, **given, problems=self.problems)


def read_sides(data: MultiValueDict) -> Sides:
    """The two filters of a query string. What cannot be read becomes a problem, never nothing."""
    parts = {side: _part(data, f"{side}.") for side in (A, B)}
    common = _part(data, "")
    show, problems = _shown(common)
    both = read_filter(common)
    problems += both.problems
    own = {side: read_filter(given, only=ASKED) for side, given in parts.items()}
    for side, chosen in own.items():
        problems += [replace(found, name=f"{side}.{found.name}") for found in chosen.problems]
        problems += _twice(side, chosen, both)
    problems = problems or _together(common, parts)
    return Sides(
        _without(both, problems, ""),
        _without(own[A], problems, f"{A}."),
        _without(own[B], problems, f"{B}."),
        show,
        tuple(problems),
    )


def write_sides(sides: Sides, leave_out: Iterable[str] = ()) -> str:
    """The query string of two sides; "" for none."""
    pairs = written(sides.common, leave_out)
    for side, chosen in ((A, sides.a), (B, sides.b)):
        pairs += [(f"{side}.{name}", text) for name, text in written(chosen)]
    if sides.show and SHOW not in leave_out:
        pairs.append((SHOW, sides.show))
    return as_query(pairs)


def _part(data: MultiValueDict, prefix: str) -> MultiValueDict:
    """The parameters with this prefix, without it; with no prefix those of neither side."""
    beginnings = (f"{A}.", f"{B}.")
    return MultiValueDict(
        {
            name.removeprefix(prefix): data.getlist(name)
            for name in data
            if (name.startswith(prefix) if prefix else not name.startswith(beginnings))
        }
    )


def _shown(common: MultiValueDict) -> tuple[str, list[Problem]]:
    """Takes `show` out, which is no filter of events."""
    given = [text for text in common.pop(SHOW, []) if text.strip()]
    try:
        return _read_shown(given) if given else "", []
    except ValueError as error:
        return "", [Problem(SHOW, given[0], str(error))]


def _twice(side: str, own: Filter, both: Filter) -> list[Problem]:
    """What stands for one side and for both too, when nobody can say how the two go together."""
    joined = JOINED - {"actor"} if own.any_actor or both.any_actor else JOINED
    common = dict(written(both)).keys() - joined
    return [
        Problem(f"{side}.{name}", text, f"“{name}” is given for both sides already: give it once.")
        for name, text in dict(written(own)).items()
        if name in common
    ]


def _together(common: MultiValueDict, parts: dict[str, MultiValueDict]) -> list[Problem]:
    """What cannot hold at once, though each part of it can: "from" for both, "to" for one."""
    found = []
    for side, part in parts.items():
        given = {name: texts for name, texts in part.lists() if any(texts)}
        for problem in read_filter(MultiValueDict({**dict(common.lists()), **given})).problems:
            name = f"{side}.{problem.name}" if problem.name in given else problem.name
            found.append(replace(problem, name=name))
    return list(dict.fromkeys(found))


def _without(chosen: Filter, problems: Iterable[Problem], prefix: str) -> Filter:
    """What can be gone on with."""
    names = {problem.name for problem in problems}
    wrong = {each.attribute for each in FIELDS if f"{prefix}{each.name}" in names}
    usual = {name: getattr(Filter(), name) for name in wrong}
    return replace(chosen, **usual, problems=())
