"""The page that compares two sides: words, links and records, ready for the template."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.urls import reverse

from timeline import edtf
from timeline.browse.compare.form import CompareForm, compare_form
from timeline.browse.compare.found import Tally, find
from timeline.browse.compare.histogram import SidesHistogram, draw_sides
from timeline.browse.compare.sided_cards import SidedGroup, grouped, sided_cards
from timeline.browse.filters import (
    PLACE,
    Filter,
    Names,
    Sides,
    chips,
    heading,
    look_up,
    write_query,
    write_sides,
)
from timeline.browse.passages import Passage, find_passage

A_PAGE = "compare"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the events, with the address that lists it alone."""

    words: str
    href: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Remove:
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Head:
    """A side in words, with the address of the timeline that shows it alone."""

    letter: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class ComparePage:
    """`heading`: what both sides ask for, "" for nothing. `heads`: each side in words."""

    sides: Sides
    heading: str
    heads: tuple[Head, ...]
    tally: Tally
    parts: tuple[Part, ...]
    chips: tuple[Remove, ...]
    groups: list[SidedGroup]
    histogram: SidesHistogram
    form: CompareForm
    newer: str
    older: str
    turned: str
    passage: Passage | None
    passage_link: str
    closed: str
    start: str
    whole: str

    @property
    def is_shown(self) -> bool:
        return self.sides.asked and not self.sides.problems

    @property
    def title(self) -> str:
        about = f"Compare: {self.heading}" if self.heading else "Compare"
        sides = [head.words.removeprefix("Events, ") for head in self.heads]
        return f"{about}, {' beside '.join(sides)}" if self.is_shown else about

    @property
    def oldest_first(self) -> bool:
        return self.sides.common.oldest_first


def compare_page(sides: Sides) -> ComparePage:
    """In a number of queries that does not depend on the rows."""
    names = look_up(sides.common, sides.a, sides.b)
    found = find(sides)
    common = sides.common
    closed = address(replace(sides, common=replace(common, passage=None)))
    first = sides.first_page()
    return ComparePage(
        sides=sides,
        heading=heading(common, names) if first.for_both else "",
        heads=_heads(sides, names),
        tally=found.tally,
        parts=tuple(_parts(sides, found.tally)) if sides.asked and not sides.problems else (),
        chips=tuple(_chips(first, names)),
        groups=grouped(sided_cards(sides, found)),
        histogram=draw_sides(found.months, _between(first)),
        form=compare_form(sides, names),
        newer=_turn(sides, after=found.page.after),
        older=_turn(sides, before=found.page.before),
        turned=address(_ordered(first, "newest" if common.oldest_first else "oldest")),
        passage=find_passage(common.passage) if common.passage else None,
        passage_link=f"{closed}{'&' if '?' in closed else '?'}passage=",
        closed=closed,
        start=address(first),
        whole=address(sides.first_page("")),
    )


def address(sides: Sides) -> str:
    usual = {"order"} if sides.common.order == "newest" else set()
    query = write_sides(sides, leave_out=usual)
    return f"{reverse(A_PAGE)}?{query}" if query else reverse(A_PAGE)


def _heads(sides: Sides, names: Names) -> tuple[Head, ...]:
    words = [heading(side, names) for side in (sides.a, sides.b)]
    if sides.before_and_after and sides.whole_b.known is None:
        parts = [words[1]] if sides.b != Filter() else ["Events"]
        words[1] = ", ".join([*parts, "as known today"])
    queries = [write_query(side, leave_out=PLACE) for side in (sides.whole_a, sides.whole_b)]
    return tuple(
        Head(letter, text, f"{reverse('timeline')}?{query}" if query else reverse("timeline"))
        for letter, text, query in zip("AB", words, queries, strict=True)
    )


def _parts(sides: Sides, tally: Tally) -> list[Part]:
    """The summary: each number a link that lists just these events."""
    then = sides.before_and_after
    known = sides.whole_a.known_by
    day = edtf.parse(known.isoformat()).phrase() if known else ""
    unsure = "" if sides.whole_b.known else " or in articles of unknown date"
    words = {
        "a": "" if then else f"{tally.a:,} only in A",
        "both": f"{tally.both:,} known by {day}" if then else f"{tally.both:,} in both",
        "b": f"{tally.b:,} came later{unsure}" if then else f"{tally.b:,} only in B",
    }
    if sides.choose_claims:
        words["disagree"] = (
            f"{tally.disagree:,} told otherwise later"
            if then
            else f"they disagree on {tally.disagree:,}"
        )
    return [
        Part(text, address(sides.first_page(show)), sides.show == show)
        for show, text in words.items()
        if text
    ]


def _chips(sides: Sides, names: Names) -> list[Remove]:
    """One for each value, of both sides or of one, that takes it off."""
    found = [
        Remove(chip.words, address(replace(sides, common=chip.without)))
        for chip in chips(sides.common, names)
    ]
    for side in ("a", "b"):
        for chip in chips(getattr(sides, side), names):
            without = (
                replace(sides, a=chip.without) if side == "a" else replace(sides, b=chip.without)
            )
            found.append(Remove(f"{side.upper()}: {chip.words}", address(without)))
    return found


def _between(sides: Sides) -> Callable[[str, str], str]:
    """Addresses of the comparison from one date to another, as `Place.between`.

    Where the sides ask for a time of their own, there is none for both.
    """
    if any(side.start or side.end or side.undated for side in (sides.a, sides.b)):
        return lambda first, last: ""
    common = sides.common.with_(start=None, end=None)
    path, _, rest = address(replace(sides, common=common)).partition("?")
    # In the order of the registry, dates come first.
    return lambda first, last: f"{path}?from={first}&to={last}{'&' if rest else ''}{rest}"


def _turn(sides: Sides, before: int | None = None, after: int | None = None) -> str:
    """The address of the next or last page; "" when there is none."""
    if before is None and after is None:
        return ""
    common = replace(sides.common, before=before, after=after, passage=None)
    return address(replace(sides, common=common))


def _ordered(sides: Sides, order: str) -> Sides:
    return replace(sides, common=replace(sides.common, order=order))
