"""A timeline page put together: words, links and records, ready for the template."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from django.urls import reverse

from timeline.browse.answer import begin
from timeline.browse.answer_records import EVERY_LIST, Answer
from timeline.browse.axis import HEIGHT, Bar, quad_name
from timeline.browse.card_html import CardShown
from timeline.browse.cards import Group
from timeline.browse.chosen_events import ChosenEvents
from timeline.browse.facets import Facet, facets
from timeline.browse.filters import (
    Filter,
    Names,
    Sides,
    chips,
    heading,
    joined,
    look_up,
    write_sides,
)
from timeline.browse.passages import Passage
from timeline.browse.place import Place
from timeline.browse.rail import Rail, rail_of
from timeline.browse.roles import with_roles
from timeline.browse.sharing import view_query


@dataclass(frozen=True, slots=True)
class Link:
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class BarLink:
    bar: Bar
    href: str


@dataclass(frozen=True, slots=True)
class TimelinePage:
    place: Place
    chosen: Filter
    heading: str
    answer: Answer
    rail: Rail
    facets: list[Facet]
    chips: list[Link]
    bars: tuple[BarLink, ...]
    quads: list[tuple[int, str]]
    turned: str
    undated_link: str
    now_link: str
    bar_height: int = HEIGHT

    @property
    def groups(self) -> list[Group[CardShown]]:
        return self.rail.groups

    @property
    def newer(self) -> str:
        return self.rail.newer

    @property
    def older(self) -> str:
        return self.rail.older

    @property
    def passage(self) -> Passage | None:
        return self.rail.passage

    @property
    def closed(self) -> str:
        return self.rail.closed

    @property
    def share_link(self) -> str:
        """Where its address is given; "" for events that no filter chooses."""
        if self.chosen.problems or not (
            self.place.pinned or self.place.path == reverse("timeline")
        ):
            return ""
        return f"{reverse('share')}?{view_query(self.chosen)}"

    @property
    def active(self) -> int:
        return len(self.chips)

    @property
    def asks_how_to_match(self) -> bool:
        return len(self.chosen.actors) > 1 or self.chosen.any_actor

    @property
    def compare_link(self) -> str:
        """Where two sides of what is shown are chosen; what was known by a day is one of them."""
        common = self.chosen.with_(known=None, order="")
        query = write_sides(Sides(common, a=Filter(known=self.chosen.known)))
        return f"{reverse('compare')}?{query}" if query else reverse("compare")

    @property
    def outliers(self) -> str:
        """What the histogram does not draw, in words."""
        axis = self.answer.axis
        parts = [
            f"{axis.earlier:,} earlier" if axis.earlier else "",
            f"{axis.later:,} later" if axis.later else "",
            f"{axis.inexact:,} dated less exactly than a {axis.unit}" if axis.inexact else "",
        ]
        words = joined(part for part in parts if part)
        return f"{words}: not drawn" if words else ""

    @property
    def undated(self) -> int:
        """Events the histogram leaves out for want of a date."""
        axis = self.answer.axis
        drawn = sum(bar.total for bar in axis.bars if bar.inside)
        return self.answer.total - drawn - axis.earlier - axis.later - axis.inexact

    @property
    def tallest(self) -> str:
        """The scale of the histogram: what its highest bar stands for."""
        most = max((item.bar.total for item in self.bars), default=0)
        return f"Tallest bar: {most:,} event{'' if most == 1 else 's'}" if most else ""

    @property
    def typed(self) -> dict[str, str]:
        """What the text boxes hold: the value, or what was typed when it cannot be read."""
        shown = {"from": str(self.chosen.start or ""), "to": str(self.chosen.end or "")}
        shown["known"] = str(self.chosen.known or "")
        shown["q"] = self.chosen.search
        return shown | {problem.name: problem.typed for problem in self.chosen.problems}

    @property
    def wrong(self) -> dict[str, str]:
        return {problem.name: problem.message for problem in self.chosen.problems}

    @property
    def counts_words(self) -> str:
        told = self.answer.coverage.then
        pairs = (
            (self.answer.total, "event"),
            (told.claims, "claim"),
            (told.articles, "article"),
        )
        return ", ".join(_counted(n, noun) for n, noun in pairs)

    @property
    def later_words(self) -> str:
        """What came after the day as known on which the page is shown; "" for nothing."""
        then, now = self.answer.coverage.then, self.answer.coverage.now
        events, claims = now.events - then.events, now.claims - then.claims
        if not self.chosen.known or not claims:
            return ""
        among = f", with {_counted(events, 'more event')}" if events else ""
        return f"{_counted(claims, 'claim')} came later or in articles of unknown date{among}"


def _counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def timeline_page(
    chosen: Filter,
    place: Place,
    base: ChosenEvents | None = None,
    title: str = "",
    lists: Set[str] = EVERY_LIST,
) -> TimelinePage:
    """In a number of queries that does not depend on the rows. Without all of the `lists` there
    are no facets."""
    chosen = replace(chosen, order=chosen.order or place.order)
    names = look_up(chosen)
    begun = begin(chosen, base, lists)
    rail = rail_of(chosen, place, begun.page, meanwhile=begun.rest)
    found = begun.rest()
    no_range = {"start": None, "end": None, "certain": False}
    return TimelinePage(
        place=place,
        chosen=chosen,
        heading=title or heading(chosen, names),
        answer=found,
        rail=rail,
        facets=with_roles(facets(chosen, found.counts, names), chosen, place.address)
        if lists == EVERY_LIST
        else [],
        chips=_chips(chosen, names, place),
        bars=bar_links(found.axis.bars, chosen),
        quads=[(quad, quad_name(quad)) for quad in found.axis.quads],
        turned=place.address(chosen.with_(order="newest" if chosen.oldest_first else "oldest")),
        undated_link=Place(reverse("timeline")).address(chosen.with_(undated=True, **no_range)),
        now_link=place.address(chosen.with_(known=None)),
    )


def _chips(chosen: Filter, names: Names, place: Place) -> list[Link]:
    return [
        Link(chip.words, place.address(chip.without))
        for chip in chips(chosen, names)
        if chip.name not in place.pinned
    ]


def bar_links(bars: Iterable[Bar], chosen: Filter) -> tuple[BarLink, ...]:
    """To the timeline itself: the pages of actors and storylines take no dates."""
    between = Place(reverse("timeline")).between(chosen)
    return tuple(BarLink(bar, between(bar.first, bar.last)) for bar in bars)
