"""What a program asks for: a filter that is whole and known, or everything wrong with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.http import JsonResponse, QueryDict
from django.utils.text import slugify

from timeline.browse.filters import (
    ARTICLE_ITSELF,
    PLACE,
    Filter,
    Names,
    Problem,
    heading,
    look_up,
    narrow,
    read_filter,
    write_query,
)
from timeline.browse.filters.fields import BY_NAME
from timeline.models import Event
from timeline.models.event_queries import EventQuerySet

NO_PAGES = dict.fromkeys(
    PLACE - {"order"}, "There are no pages here: all events come at once. Leave it out."
)
FEED_REFUSES = {**NO_PAGES, "order": "A feed is in the order of reading. Leave it out."}
_ONE = dict.fromkeys(BY_NAME, "This is about one thing, and takes no filter. Leave it out.")
ONE_ARTICLE_REFUSES = _ONE
ONE_EVENT_REFUSES = {name: words for name, words in _ONE.items() if name != "known"}
_LONGEST_STEM = 80


@dataclass(frozen=True, slots=True)
class Asked:
    """`title`: the filter in words, as on its page."""

    chosen: Filter
    title: str
    problems: tuple[Problem, ...]

    @property
    def events(self) -> EventQuerySet:
        return narrow(Event.objects.sourced(), self.chosen)

    @property
    def query(self) -> str:
        """The filter as it goes behind an address, with its question mark; "" for none."""
        return query_of(self.chosen)

    @property
    def stem(self) -> str:
        """The name of a file that holds the answer, without its ending."""
        words = slugify(self.title)[:_LONGEST_STEM].strip("-")
        return f"dateline-{words or 'events'}"


def asked(data: QueryDict, refused: Mapping[str, str] = NO_PAGES) -> Asked:
    """`refused`: parameters that mean nothing here, each with a sentence that says so."""
    chosen = read_filter(data, only=BY_NAME.keys() - refused.keys())
    names = look_up(chosen)
    unreadable = (
        Problem(
            each.name, each.typed or data.get(each.name, ""), refused.get(each.name, each.message)
        )
        for each in chosen.problems
    )
    problems = (*unreadable, *_unknown(chosen, names))
    return Asked(chosen, heading(chosen, names), problems)


def asked_with_bom(data: QueryDict) -> tuple[Asked, bool]:
    """Also whether to begin with a byte order mark, by which Excel knows UTF-8."""
    rest = data.copy()
    given = [value for value in rest.pop("bom", []) if value] or ["0"]
    found = asked(rest)
    if set(given) - {"0", "1"} or len(set(given)) > 1:
        wrong = Problem("bom", given[0], "Write 1 or 0.")
        found = replace(found, problems=(*found.problems, wrong))
    return found, given == ["1"]


def query_of(chosen: Filter, leave_out: Iterable[str] = ()) -> str:
    """The filter as an address for programs has it: the usual order is not said."""
    usual = {"order"} if not chosen.oldest_first else set()
    query = write_query(chosen, leave_out=NO_PAGES.keys() | usual | set(leave_out))
    return f"?{query}" if query else ""


def _unknown(chosen: Filter, names: Names) -> Iterable[Problem]:
    """A person sees that an unknown actor has no events; a program would not ask why."""
    known = {*names.actors, ARTICLE_ITSELF}
    for name in ("actor", "by", "towards", "says"):
        for key in getattr(chosen, BY_NAME[name].attribute):
            if key not in known:
                yield Problem(name, key, f"There is no actor with the key “{key}”.")
    for slug in chosen.sources:
        if slug not in names.sources:
            yield Problem("source", slug, f"There is no source with the key “{slug}”.")


def refusal(problems: Iterable[Problem], status: int = 400) -> JsonResponse:
    """What is wrong, for a program: never an answer to another question than was asked."""
    errors = [
        {"parameter": each.name, "value": each.typed, "message": each.message} for each in problems
    ]
    return JsonResponse(
        {"errors": errors}, status=status, json_dumps_params={"ensure_ascii": False}
    )
