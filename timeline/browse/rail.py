"""The events of a page, one below the other, and where the list goes on."""

from dataclasses import dataclass, replace

from timeline.browse.answer_records import Page
from timeline.browse.card_html import Around, CardShown, shown_cards
from timeline.browse.card_rows import Meanwhile
from timeline.browse.cards import Group, Showing, grouped
from timeline.browse.chosen_events import ChosenEvents, all_events
from timeline.browse.filters import Filter
from timeline.browse.passages import Passage, find_passage
from timeline.browse.place import Place


@dataclass(frozen=True, slots=True)
class Rail:
    """`closed`: the address of this page with no passage open. `newer` and `older`: "" where
    there are no more."""

    chosen: Filter
    groups: list[Group[CardShown]]
    passage: Passage | None
    closed: str
    newer: str
    older: str


def rail_of(chosen: Filter, place: Place, page: Page, meanwhile: Meanwhile = None) -> Rail:
    """`meanwhile`: work that asks no database, which may be done while that is asked for rows."""
    open_passage = find_passage(chosen.passage) if chosen.passage else None
    closed = place.address(replace(chosen, passage=None))
    passage_link = f"{closed}{'&' if '?' in closed else '?'}passage="
    how = Showing(notes=chosen.notes or 0, known_by=chosen.known_by, terms=chosen.terms)
    around = Around(passage_link, closed, open_passage)
    shown = shown_cards(page.ids, how, around, meanwhile)
    last_note = max((card.last_note for card in shown if card.last_note), default=None)
    return Rail(
        chosen=chosen,
        groups=grouped(shown),
        passage=open_passage,
        closed=closed,
        newer=_turn(place, chosen, after=page.after),
        older=_turn(place, chosen, before=page.before, notes=last_note),
    )


def next_rail(chosen: Filter, place: Place, base: ChosenEvents | None = None) -> Rail:
    """What goes on where a list ends: the same as on the page of this address, without all that
    stands around it there."""
    chosen = replace(chosen, order=chosen.order or place.order)
    base = all_events() if base is None else base
    page = Page() if chosen.problems else base.narrowed(chosen).page(chosen)
    return rail_of(chosen, place, page)


def _turn(
    place: Place,
    chosen: Filter,
    before: int | None = None,
    after: int | None = None,
    notes: int | None = None,
) -> str:
    """The address of the next or last page; "" when there is none.

    Margin notes go on counting from page to page; upwards nobody knows from where.
    """
    if before is None and after is None:
        return ""
    return place.address(replace(chosen, before=before, after=after, notes=notes, passage=None))
